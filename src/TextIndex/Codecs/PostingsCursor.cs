// SPDX-License-Identifier: MIT
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace TextIndex.Codecs;

/// <summary>Walks the documents that hold one term, ascending. This is the seam: what is behind it may be Lucene.Net's postings or ours.</summary>
internal abstract class PostingsCursor
{
    /// <summary>Stands behind the last document.</summary>
    public const int End = DocIdSetIterator.NO_MORE_DOCS;

    /// <summary>The document at hand; -1 before the first <see cref="Next"/>.</summary>
    public abstract int Document { get; }

    /// <summary>How often the term is in the document at hand; 1 where the field keeps no frequencies.</summary>
    public abstract int Frequency { get; }

    /// <summary>About how many documents there are: an upper bound, deleted ones included.</summary>
    public abstract long Cost { get; }

    /// <summary>Goes to the next document that is not deleted.</summary>
    public abstract int Next();

    /// <summary>Goes to the first document at or behind <paramref name="target"/>, which is behind the one at hand.</summary>
    public abstract int Advance(int target);

    /// <summary>Opens the postings of a term.</summary>
    /// <param name="reader">The index segment.</param>
    /// <param name="field">Name of the field.</param>
    /// <param name="term">The term's text.</param>
    /// <returns>The cursor, or null where no document holds the term.</returns>
    public static PostingsCursor? Open(AtomicReader reader, string field, ReadOnlySpan<char> term)
    {
        var terms = reader.GetTerms(field)?.GetEnumerator();
        return terms is not null && terms.SeekExact(new BytesRef(term.ToString())) ? Open(reader, terms) : null;
    }

    /// <summary>Opens the postings of the term that <paramref name="terms"/> stands on.</summary>
    public static PostingsCursor Open(AtomicReader reader, TermsEnum terms) =>
        new StockPostingsCursor(terms.Docs(reader.LiveDocs, null, DocsFlags.FREQS), terms.DocFreq);
}

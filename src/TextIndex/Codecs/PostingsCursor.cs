// SPDX-License-Identifier: MIT
using System.Text;
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

    /// <summary>Reads the documents behind the one at hand, as many as come easily; afterwards the last of them is at hand.</summary>
    /// <param name="documents">Receives documents that are not deleted, ascending; room for at least 128.</param>
    /// <param name="frequencies">Receives how often the term is in each.</param>
    /// <returns>How many; 0 at the end.</returns>
    public virtual int Read(Span<int> documents, Span<int> frequencies)
    {
        var count = 0;
        while (count < documents.Length && Next() is var document && document != End) (documents[count], frequencies[count++]) = (document, Frequency);
        return count;
    }

    /// <summary>Opens the postings of a term.</summary>
    /// <param name="reader">The index segment.</param>
    /// <param name="field">Name of the field.</param>
    /// <param name="term">The term's text.</param>
    /// <returns>The cursor, or null where no document holds the term.</returns>
    public static PostingsCursor? Open(AtomicReader reader, string field, ReadOnlySpan<char> term)
    {
        if (reader.GetTerms(field) is not { } terms) return null;
        if (terms is BlockTerms ours)
        {
            Span<byte> bytes = stackalloc byte[512];
            if (term.Length > 128) bytes = new byte[4 * term.Length];
            var length = Encoding.UTF8.GetBytes(term, bytes);
            return ours.TryFind(bytes[..length], out var entry) ? new BlockPostingsCursor(ours, entry, reader.LiveDocs) : null;
        }
        var stock = terms.GetEnumerator();
        return stock.SeekExact(new BytesRef(term.ToString())) ? Open(reader, stock) : null;
    }

    /// <summary>Opens the postings of the term that <paramref name="terms"/> stands on.</summary>
    public static PostingsCursor Open(AtomicReader reader, TermsEnum terms) =>
        terms is BlockTermsEnum ours ? new BlockPostingsCursor(ours.Terms, ours.Entry, reader.LiveDocs)
        : new StockPostingsCursor(terms.Docs(reader.LiveDocs, null, DocsFlags.FREQS), terms.DocFreq);
}

// SPDX-License-Identifier: MIT
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using TextIndex.Analysis;
using TextIndex.Normalization;
using TextIndex.Primitives;
using Directory = Lucene.Net.Store.Directory;

namespace TextIndex.Indexing;

internal static partial class IndexChecker
{
    // Beyond this many one knows.
    private const int MostProblems = 100;

    private static CheckReport CheckContent(Directory directory, string name, List<CheckedFile> files, CancellationToken cancellationToken)
    {
        var problems = new List<string>();
        var documents = 0;
        try
        {
            using var snapshot = IndexSnapshot.Open(directory, name, "");
            documents = snapshot.DocumentCount;
            var keys = new HashSet<string>(StringComparer.Ordinal);
            foreach (var segment in snapshot.Segments)
            {
                CheckDocuments(segment, keys, problems, cancellationToken);
                foreach (var field in TextField.All)
                {
                    var lengths = new long[segment.DocumentCount];
                    CheckPostings(segment, field.Name, lengths, problems, cancellationToken);
                    CheckLengths(segment, field, lengths, problems);
                    CheckPostings(segment, field.Words, null, problems, cancellationToken);
                    CheckPairs(segment, field, problems, cancellationToken);
                }
                CheckPostings(segment, IndexSchema.Key, null, problems, cancellationToken);
                CheckPostings(segment, IndexSchema.Source, null, problems, cancellationToken);
            }
        }
        // Whatever a reader says here, it says about bytes that were written so and pass their checksums: a fault of the writer, to be told.
        catch (Exception cause) when (cause is not OperationCanceledException)
        {
            problems.Add(Messages.CheckStopped(cause.GetType().Name, cause.Message));
        }
        return new CheckReport(files, problems, documents);
    }

    private static void CheckDocuments(IndexSegment segment, HashSet<string> keys, List<string> problems, CancellationToken cancellationToken)
    {
        var columns = segment.OpenColumns();
        var keyTerms = segment.Terms(IndexSchema.Key);
        for (var document = 0; document < segment.DocumentCount && problems.Count < MostProblems; document++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!segment.IsLive(document)) continue;
            var key = columns.Key(document);
            try
            {
                if (!keys.Add(key)) problems.Add(Messages.CheckDocument(key, Messages.CheckKeyTwice));
                if (!FindsByKey(segment, keyTerms, key, document)) problems.Add(Messages.CheckDocument(key, Messages.CheckKeyNotFound));
                var meta = columns.Meta(document);
                var text = columns.Text(document, meta);
                foreach (var field in TextField.All)
                {
                    var span = field == TextField.Title ? meta.TitleSpan : meta.BodySpan;
                    if (ProblemOf(columns, segment, field, document, text.AsSpan(span.Start, span.Length)) is { Length: > 0 } problem)
                        problems.Add(Messages.CheckDocument(key, $"{field.Name}: {problem}"));
                }
            }
            catch (FormatException cause)
            {
                problems.Add(Messages.CheckDocument(key, cause.Message));
            }
        }
    }

    private static bool FindsByKey(IndexSegment segment, TermsEnum? terms, string key, int document)
    {
        if (terms is null || !terms.SeekExact(new BytesRef(key))) return false;
        var found = terms.Docs(segment.LiveDocuments, null, DocsFlags.NONE);
        return found.NextDoc() == document && found.NextDoc() == DocIdSetIterator.NO_MORE_DOCS;
    }

    // The columns of a field against the source text that they were made of.
    private static string ProblemOf(ColumnReader columns, IndexSegment segment, TextField field, int document, ReadOnlySpan<char> source)
    {
        var folded = columns.Folded(field, document);
        var expected = TextNormalizer.Normalize(source);
        if (!folded.SequenceEqual(expected.Text)) return Messages.CheckFolded;
        if (!columns.Trace(field, document).SequenceEqual(FoldTrace.Write(source, expected))) return Messages.CheckMap;
        var boundaries = columns.Boundaries(field, document);
        return folded.Length > 0 && !boundaries.Aligned(0, folded.Length) ? Messages.CheckFirstWord : "";
    }

    private static void CheckLengths(IndexSegment segment, TextField field, long[] lengths, List<string> problems)
    {
        var columns = segment.OpenColumns();
        var column = segment.Numbers(field.Length);
        for (var document = 0; document < lengths.Length && problems.Count < MostProblems; document++)
            if (segment.IsLive(document) && column.Get(document) != lengths[document])
                problems.Add(Messages.CheckDocument(columns.Key(document), $"{field.Name}: {Messages.CheckLength}"));
    }

    // The index of pairs is made once more from the text, with the same lists of places, and must be the same bytes.
    private static void CheckPairs(IndexSegment segment, TextField field, List<string> problems, CancellationToken cancellationToken)
    {
        foreach (var chunk in segment.Texts(field).Chunks)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!chunk.HasSoundPairs()) problems.Add(Messages.CheckPairs(field.Name, chunk.FirstDocument));
        }
    }

    // Adds the frequencies of each document to its length where lengths are asked for.
    private static void CheckPostings(IndexSegment segment, string field, long[]? lengths, List<string> problems, CancellationToken cancellationToken)
    {
        if (segment.Reader.GetTerms(field) is not { } found || problems.Count >= MostProblems) return;
        var terms = found.GetEnumerator();
        var hasPositions = found.HasPositions;
        var before = new BytesRef();
        DocsEnum? documents = null;
        DocsAndPositionsEnum? positions = null;
        for (var isFirst = true; terms.MoveNext(); isFirst = false)
        {
            var term = terms.Term;
            cancellationToken.ThrowIfCancellationRequested();
            if (!isFirst && before.CompareTo(term) >= 0) Tell(Messages.CheckTermOrder);
            before.CopyBytes(term);
            if (hasPositions) positions = terms.DocsAndPositions(null, positions, DocsAndPositionsFlags.NONE);
            else documents = terms.Docs(null, documents, DocsFlags.FREQS);
            if (hasPositions && positions is null) { Tell(Messages.CheckNoPositions); return; }
            var (count, last, frequencies) = (0, -1, 0L);
            var cursor = hasPositions ? positions! : documents!;
            for (int document; (document = cursor.NextDoc()) != DocIdSetIterator.NO_MORE_DOCS; count++)
            {
                if (document <= last || document >= segment.DocumentCount) { Tell(Messages.CheckDocumentOrder(document, last)); break; }
                last = document;
                if (cursor.Freq < 1) Tell(Messages.CheckNoOccurrence(document));
                frequencies += cursor.Freq;
                if (lengths is not null) lengths[document] += cursor.Freq;
                if (hasPositions) CheckPositions(positions!, Tell);
                if (problems.Count >= MostProblems) return;
            }
            if (count != terms.DocFreq) Tell(Messages.CheckCount("documents", count, terms.DocFreq));
            if (terms.TotalTermFreq >= 0 && frequencies != terms.TotalTermFreq) Tell(Messages.CheckCount("occurrences", frequencies, terms.TotalTermFreq));

            void Tell(string problem) => problems.Add(Messages.CheckTerm(field, before.Utf8ToString(), problem));
        }
    }

    private static void CheckPositions(DocsAndPositionsEnum positions, Action<string> tell)
    {
        var last = -1;
        for (var left = positions.Freq; left > 0; left--)
        {
            var position = positions.NextPosition();
            if (position <= last)
            {
                tell(Messages.CheckPosition(position, last));
                return;
            }
            last = position;
        }
    }
}

// SPDX-License-Identifier: MIT
using Lucene.Net.Codecs;
using Lucene.Net.Index;
using Lucene.Net.Util;
using TextIndex.Storage;

namespace TextIndex.Codecs;

/// <summary>Merges one field without positions: term by term, list by list, from where the lists lie into the new ones. Holds the list at hand and twelve bytes a document.</summary>
internal sealed unsafe class ListMerger(BlockFieldsWriter file, FieldInfo field) : TermsConsumer
{
    // Documents between two looks at whether the merge should end.
    private const int AbortCheck = 60_000;

    private int* _documents, _frequencies;
    private long _room;

    public override IComparer<BytesRef> Comparer => BytesRef.UTF8SortedAsUnicodeComparer;

    private bool HasFrequencies { get; } = field.IndexOptions >= IndexOptions.DOCS_AND_FREQS;

    public override void Merge(MergeState mergeState, IndexOptions indexOptions, TermsEnum termsEnum)
    {
        if (Open(mergeState) is not { } sources)
        {
            new BlockFieldWriter(file, field).Merge(mergeState, indexOptions, termsEnum);
            return;
        }
        try
        {
            Merge(sources, mergeState.CheckAbort);
        }
        finally
        {
            NativePages.Free(_documents, _room);
            NativePages.Free(_frequencies, _room);
        }
    }

    public override PostingsConsumer StartTerm(BytesRef text) => throw new NotSupportedException(field.Name);

    public override void FinishTerm(BytesRef text, TermStats stats) => throw new NotSupportedException(field.Name);

    public override void Finish(long sumTotalTermFreq, long sumDocFreq, int docCount) => throw new NotSupportedException(field.Name);

    // Null where another codec's postings are among them.
    private List<Source>? Open(MergeState mergeState)
    {
        var sources = new List<Source>();
        for (var i = 0; i < mergeState.Readers.Count; i++)
        {
            switch (mergeState.Readers[i].GetTerms(field.Name))
            {
                case null: continue;
                case BlockTerms terms when terms.HasFreqs == HasFrequencies && !terms.HasPositions:
                    sources.Add(new Source(terms, mergeState.DocMaps[i], mergeState.DocBase[i]));
                    break;
                default: return null;
            }
        }
        return sources;
    }

    private void Merge(List<Source> sources, CheckAbort abort)
    {
        var lengths = new int[file.State.SegmentInfo.DocCount];
        if (HasFrequencies)
            foreach (var source in sources) source.AddLengths(lengths);
        else Array.Fill(lengths, 1);
        var filled = new FixedBitSet(lengths.Length);
        using var writer = new ListFieldWriter(file, field, lengths);
        var (term, seen) = (new BytesRef(), 0);
        sources.RemoveAll(source => !source.MoveNext());
        while (sources.Count > 0)
        {
            // Few sources: the smallest term is found by looking at all of them.
            var least = sources[0];
            for (var i = 1; i < sources.Count; i++)
                if (sources[i].Term.SequenceCompareTo(least.Term) < 0) least = sources[i];
            term.CopyBytes(least.Bytes);
            var text = term.Bytes.AsSpan(term.Offset, term.Length);
            var (count, ended) = (0, false);
            foreach (var source in sources)
            {
                if (!source.Term.SequenceEqual(text)) continue;
                Reserve(count + (long)source.DocumentFrequency, count);
                count += source.Read(_documents + count, _frequencies + count);
                ended |= !source.MoveNext();
            }
            if (ended) sources.RemoveAll(source => source.HasEnded);
            if (count == 0) continue;
            var documents = new ReadOnlySpan<int>(_documents, count);
            if (!HasFrequencies)
                foreach (var document in documents) filled.Set(document);
            writer.Add(text, documents, new ReadOnlySpan<int>(_frequencies, count));
            seen += count;
            if (seen < AbortCheck) continue;
            abort.Work(seen / 5.0);
            seen = 0;
        }
        writer.Finish(HasFrequencies ? null : filled.Cardinality);
    }

    private void Reserve(long wanted, int used)
    {
        if (wanted * sizeof(int) <= _room) return;
        var room = Math.Max(wanted * sizeof(int), Math.Max(4096, 2 * _room));
        _documents = (int*)NativePages.Replace(_documents, _room, (long)used * sizeof(int), room);
        _frequencies = (int*)NativePages.Replace(_frequencies, _room, (long)used * sizeof(int), room);
        _room = room;
    }

    /// <summary>The terms of one index segment that is merged.</summary>
    private sealed class Source(BlockTerms terms, MergeState.DocMap documents, int documentBase)
    {
        private readonly BlockTermsEnum _terms = new(terms);
        private PostingsList _list;

        public bool HasEnded { get; private set; }

        public BytesRef Bytes => _terms.Term!;

        public ReadOnlySpan<byte> Term => Bytes.Bytes.AsSpan(Bytes.Offset, Bytes.Length);

        public int DocumentFrequency => _terms.DocFreq;

        public bool MoveNext()
        {
            HasEnded = !_terms.MoveNext();
            return !HasEnded;
        }

        public void AddLengths(int[] lengths)
        {
            for (var i = 0; i < terms.DocumentCount; i++)
                if (documents.Get(i) is >= 0 and var document) lengths[documentBase + document] = terms.LengthOf(i);
            GC.KeepAlive(terms.Lists.Bytes);
        }

        /// <summary>Reads the list of the term at hand: documents of the new index segment, those alone that live on.</summary>
        /// <returns>How many.</returns>
        public int Read(int* into, int* frequenciesInto)
        {
            int* inBlock = stackalloc int[BlockPacking.Size], frequencies = stackalloc int[BlockPacking.Size];
            _list.Open(terms, _terms.Entry);
            var (read, hasDeletions) = (0, documents.HasDeletions);
            for (var block = 0; block < _list.Blocks; block++)
            {
                if (!_list.ReadDocuments(block, inBlock, frequencies)) _list.ReadFrequencies(block, frequencies);
                var sumOrder = _list.InSumOrder(block);
                var count = _list.CountOf(block);
                for (var i = 0; i < count; i++)
                {
                    var slot = sumOrder ? BlockPacking.Slot(i) : i;
                    var document = hasDeletions ? documents.Get(inBlock[slot]) : inBlock[slot];
                    if (document < 0) continue;
                    (into[read], frequenciesInto[read]) = (documentBase + document, frequencies[slot]);
                    read++;
                }
            }
            GC.KeepAlive(terms.Lists.Bytes);
            return read;
        }
    }
}

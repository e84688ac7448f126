// SPDX-License-Identifier: MIT
using System.Buffers.Binary;
using Lucene.Net.Codecs;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace TextIndex.Codecs.Inversion;

/// <summary>Takes the packed words of the documents of a new index segment and writes their postings: two passes over all words, in arrays.</summary>
/// <remarks>Lucene.Net hands over a chunk as a term; the bytes are its own and stay until the index segment is written.</remarks>
internal sealed unsafe class BatchInverter(BlockFieldsWriter file, FieldInfo field, WordNumbers numbers) : TermsConsumer
{
    private readonly ChunkList _chunks = new();

    public override IComparer<BytesRef> Comparer => BytesRef.UTF8SortedAsUnicodeComparer;

    public override PostingsConsumer StartTerm(BytesRef text)
    {
        if (text.Length < PackedWords.Head || text.Bytes[text.Offset] != PackedWords.Mark) throw new InvalidOperationException($"{field.Name}: a term that is no chunk");
        (_chunks.Bytes, _chunks.Start, _chunks.Length) = (text.Bytes, text.Offset, text.Length);
        return _chunks;
    }

    public override void FinishTerm(BytesRef text, TermStats stats) { }

    // The sums are those of the chunks: ours are counted anew.
    public override void Finish(long sumTotalTermFreq, long sumDocFreq, int docCount)
    {
        using var terms = new BatchTerms(numbers);
        using var others = new GrowingBytes();              // the terms of words without a number, in the order of both passes
        var chunks = _chunks.InOrder();
        var lengths = new int[file.State.SegmentInfo.DocCount];
        var counts = Count(chunks, terms, others, lengths);
        using var writer = new ListFieldWriter(file, field, lengths);
        var order = terms.Sorted();
        var starts = new int[order.Length];
        var (total, most) = (0, 0);
        foreach (var term in order)
        {
            starts[term] = total;
            total = checked(total + counts[term]);
            most = Math.Max(most, counts[term]);
        }
        using var postings = new GrowingBytes();
        var documents = (int*)postings.Add(8L * total);
        var frequencies = documents + total;
        Fill(chunks, terms, (int*)others.Pointer, starts, documents, frequencies);
        // Behind filling, a start is where the next one was.
        foreach (var term in order)
        {
            var start = starts[term] - counts[term];
            writer.Add(terms[term], new ReadOnlySpan<int>(documents + start, counts[term]), new ReadOnlySpan<int>(frequencies + start, counts[term]));
        }
        writer.Finish();
    }

    // Documents of each term.
    private static int[] Count(ReadOnlySpan<Chunk> chunks, BatchTerms terms, GrowingBytes others, int[] lengths)
    {
        var (counts, last) = (new int[1024], new int[1024]);
        foreach (ref readonly var chunk in chunks)
        {
            var bytes = chunk.Bytes.AsSpan(chunk.Start, chunk.Length);
            var numbered = PackedWords.NumberedIn(bytes);
            for (var i = 0; i < numbered; i++)
            {
                var (number, frequency) = PackedWords.EntryAt(bytes, i);
                See(terms.Of(number), chunk.Document, frequency);
            }
            for (var at = PackedWords.Head + PackedWords.Entry * numbered; at < bytes.Length;)
            {
                var length = BinaryPrimitives.ReadUInt16LittleEndian(bytes[(at + 1)..]);
                var term = terms.Of(chunk.Bytes, chunk.Start + at + 3, length);
                *(int*)others.Add(4) = term;
                See(term, chunk.Document, bytes[at]);
                at += 3 + length;
            }
        }
        return counts;

        void See(int term, int document, int frequency)
        {
            if (term >= counts.Length)
            {
                Array.Resize(ref counts, 2 * counts.Length);
                Array.Resize(ref last, 2 * last.Length);
            }
            if (last[term] != document + 1)
            {
                last[term] = document + 1;
                counts[term]++;
            }
            lengths[document] += frequency;
        }
    }

    private static void Fill(ReadOnlySpan<Chunk> chunks, BatchTerms terms, int* others, int[] next, int* documents, int* frequencies)
    {
        var last = new int[next.Length];
        foreach (ref readonly var chunk in chunks)
        {
            var bytes = chunk.Bytes.AsSpan(chunk.Start, chunk.Length);
            var numbered = PackedWords.NumberedIn(bytes);
            for (var i = 0; i < numbered; i++)
            {
                var (number, frequency) = PackedWords.EntryAt(bytes, i);
                Put(terms.Of(number), chunk.Document, frequency);
            }
            for (var at = PackedWords.Head + PackedWords.Entry * numbered; at < bytes.Length; at += 3 + BinaryPrimitives.ReadUInt16LittleEndian(bytes[(at + 1)..]))
                Put(*others++, chunk.Document, bytes[at]);
        }

        void Put(int term, int document, int frequency)
        {
            if (last[term] == document + 1)
            {
                frequencies[next[term] - 1] += frequency;
                return;
            }
            last[term] = document + 1;
            var at = next[term]++;
            documents[at] = document;
            frequencies[at] = frequency;
        }
    }

    private readonly record struct Chunk(int Document, byte[] Bytes, int Start, int Length);

    private sealed class ChunkList : PostingsConsumer
    {
        private readonly List<Chunk> _chunks = [];

        public byte[] Bytes = [];
        public int Start, Length;

        public override void StartDoc(int docId, int freq)
        {
            for (var i = 0; i < freq; i++) _chunks.Add(new Chunk(docId, Bytes, Start, Length));
        }

        public override void AddPosition(int position, BytesRef payload, int startOffset, int endOffset) { }

        public override void FinishDoc() { }

        public ReadOnlySpan<Chunk> InOrder()
        {
            _chunks.Sort((a, b) => a.Document.CompareTo(b.Document));
            return System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_chunks);
        }
    }
}

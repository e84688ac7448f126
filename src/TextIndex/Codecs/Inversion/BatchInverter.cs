// SPDX-License-Identifier: MIT
using System.Buffers.Binary;
using Lucene.Net.Codecs;
using Lucene.Net.Index;
using Lucene.Net.Util;
using TextIndex.Codecs.Buffering;

namespace TextIndex.Codecs.Inversion;

/// <summary>Takes the packed words of the documents of a new index segment and writes their postings: two passes over all words, in arrays.</summary>
/// <remarks>Lucene.Net hands over the address of a document's words as a term; the bytes lie in the buffer and are given back when all is written.</remarks>
internal sealed unsafe class BatchInverter(BlockFieldsWriter file, FieldInfo field, PackedFields packed) : TermsConsumer
{
    private readonly DocumentList _documents = new(packed.Buffer);

    public override IComparer<BytesRef> Comparer => BytesRef.UTF8SortedAsUnicodeComparer;

    public override PostingsConsumer StartTerm(BytesRef text)
    {
        _documents.Address = BufferAddress.Read(text);
        return _documents;
    }

    public override void FinishTerm(BytesRef text, TermStats stats) { }

    // The sums are those of addresses: ours are counted anew.
    public override void Finish(long sumTotalTermFreq, long sumDocFreq, int docCount)
    {
        using var terms = new BatchTerms(packed.Numbers);
        using var others = new GrowingBytes();              // the terms of words without a number, in the order of both passes
        var documents = _documents.InOrder();
        var lengths = new int[file.State.SegmentInfo.DocCount];
        var counts = Count(documents, terms, others, lengths);
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
        var numbers = (int*)postings.Add(8L * total);
        var frequencies = numbers + total;
        Fill(documents, terms, (int*)others.Pointer, starts, numbers, frequencies);
        // Behind filling, a start is where the next one was.
        foreach (var term in order)
        {
            var start = starts[term] - counts[term];
            writer.Add(terms[term], new ReadOnlySpan<int>(numbers + start, counts[term]), new ReadOnlySpan<int>(frequencies + start, counts[term]));
        }
        writer.Finish();
        _documents.Release();
    }

    // Documents of each term.
    private static int[] Count(ReadOnlySpan<Words> documents, BatchTerms terms, GrowingBytes others, int[] lengths)
    {
        var (counts, last) = (new int[1024], new int[1024]);
        foreach (ref readonly var words in documents)
        {
            var bytes = new ReadOnlySpan<byte>(words.Bytes, words.Address.Length);
            var numbered = PackedWords.NumberedIn(bytes);
            for (var i = 0; i < numbered; i++)
            {
                var (number, frequency) = PackedWords.EntryAt(bytes, i);
                See(terms.Of(number), words.Document, frequency);
            }
            for (var at = PackedWords.Head + PackedWords.Entry * numbered; at < bytes.Length;)
            {
                var length = BinaryPrimitives.ReadUInt16LittleEndian(bytes[(at + 1)..]);
                var term = terms.Of(words.Bytes + at + 3, length);
                *(int*)others.Add(4) = term;
                See(term, words.Document, bytes[at]);
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

    private static void Fill(ReadOnlySpan<Words> documents, BatchTerms terms, int* others, int[] next, int* numbers, int* frequencies)
    {
        var last = new int[next.Length];
        foreach (ref readonly var words in documents)
        {
            var bytes = new ReadOnlySpan<byte>(words.Bytes, words.Address.Length);
            var numbered = PackedWords.NumberedIn(bytes);
            for (var i = 0; i < numbered; i++)
            {
                var (number, frequency) = PackedWords.EntryAt(bytes, i);
                Put(terms.Of(number), words.Document, frequency);
            }
            for (var at = PackedWords.Head + PackedWords.Entry * numbered; at < bytes.Length; at += 3 + BinaryPrimitives.ReadUInt16LittleEndian(bytes[(at + 1)..]))
                Put(*others++, words.Document, bytes[at]);
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
            numbers[at] = document;
            frequencies[at] = frequency;
        }
    }

    private readonly struct Words(int document, BufferAddress address, byte* bytes)
    {
        public readonly int Document = document;
        public readonly BufferAddress Address = address;
        public readonly byte* Bytes = bytes;
    }

    private sealed class DocumentList(DocumentBuffer buffer) : PostingsConsumer
    {
        private readonly List<Words> _documents = [];

        public BufferAddress Address;

        public override void StartDoc(int docId, int freq)
        {
            _documents.Add(new Words(docId, Address, buffer.At(Address)));
        }

        public override void AddPosition(int position, BytesRef payload, int startOffset, int endOffset) { }

        public override void FinishDoc() { }

        public ReadOnlySpan<Words> InOrder()
        {
            _documents.Sort((a, b) => a.Document.CompareTo(b.Document));
            return System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_documents);
        }

        public void Release()
        {
            foreach (var words in _documents) buffer.Release(words.Address);
            _documents.Clear();
        }
    }
}

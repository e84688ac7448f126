// SPDX-License-Identifier: MIT
using System.Numerics;
using System.Runtime.InteropServices;
using Lucene.Net.Codecs;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace TextIndex.Codecs;

// positions := block*        block := bits:u8 packed        a block for each 128 documents of a term: the distance from the position before, in each document from 0
/// <summary>Writes one field. Terms come one after another; lengths are known at the end, so bounds are worked out in a second pass over what was kept.</summary>
internal sealed unsafe class BlockFieldWriter : TermsConsumer
{
    private const int MostFrequentTerms = 512;

    private readonly BlockFieldsWriter _file;
    private readonly FieldInfo _field;
    private readonly int _documentCount;
    private readonly bool _hasPositions;
    private readonly Postings _postings;
    private readonly SpilledBytes _lists;                 // the blocks of each list, as they are written
    private readonly SpilledBytes _frequentPositions;     // positions of dense terms once more: pairs are made of them
    private readonly GrowingBytes _terms = new();
    private readonly List<TermRecord> _records = [];
    private readonly List<uint> _positionMarks = [];

    public BlockFieldWriter(BlockFieldsWriter file, FieldInfo field)
    {
        (_file, _field, _documentCount) = (file, field, file.State.SegmentInfo.DocCount);
        _hasPositions = field.IndexOptions >= IndexOptions.DOCS_AND_FREQS_AND_POSITIONS;
        _lists = new SpilledBytes(file.State, BlockPostingsFormat.ScratchExtension);
        _frequentPositions = new SpilledBytes(file.State, BlockPostingsFormat.ScratchPositionsExtension);
        _postings = new Postings(this);
    }

    public override IComparer<BytesRef> Comparer => BytesRef.UTF8SortedAsUnicodeComparer;

    private bool HasFrequencies => _field.IndexOptions >= IndexOptions.DOCS_AND_FREQS;

    public override PostingsConsumer StartTerm(BytesRef text)
    {
        _postings.Start();
        return _postings;
    }

    public override void FinishTerm(BytesRef text, TermStats stats)
    {
        _records.Add(_postings.End());
        _terms.WriteVarint((uint)text.Length);
        _terms.Write(text.Bytes.AsSpan(text.Offset, text.Length));
    }

    public override void Finish(long sumTotalTermFreq, long sumDocFreq, int docCount)
    {
        try
        {
            var record = new FieldRecord
            {
                Number = _field.Number,
                Kinds = (HasFrequencies ? FieldRecord.Frequencies : 0) | (_hasPositions ? FieldRecord.Positions : 0),
                SumTotalFrequency = sumTotalTermFreq,
                SumDocumentFrequency = sumDocFreq,
                Documents = docCount,
            };
            Finish(ref record);
            _file.Add(record);
        }
        finally
        {
            _lists.Dispose();
            _frequentPositions.Dispose();
            _terms.Dispose();
            _postings.Dispose();
        }
    }

    private void Finish(ref FieldRecord record)
    {
        var lengths = _postings.Lengths;
        var total = 0L;
        foreach (var length in lengths) total += length;
        var average = total > 0 ? total / (double)_documentCount : 1;
        record.AverageLength = BitConverter.DoubleToInt64Bits(average);
        var norms = LengthNorms.Of(lengths, average);

        var frequent = ChooseFrequent();
        record.FrequentTerms = frequent.Count;
        using var lists = new PostingsWriter(_file.Lists, _documentCount);
        WriteTerms(lists, norms, frequent, ref record);
        if (HasFrequencies) WriteLengths(_file.Lists, lengths, ref record);
        if (frequent.Count == 0) return;
        using var pairs = new PairWriter(_file, lists, norms);
        pairs.Write([.. frequent.Select(at => _records[at])], _lists.Read(), _frequentPositions.Read(), _postings.LastPositions, ref record);
    }

    // Of the dense terms those that most documents hold, in the order of terms.
    private List<int> ChooseFrequent()
    {
        if (!_hasPositions) return [];
        var dense = new List<int>();
        for (var i = 0; i < _records.Count; i++)
            if (_records[i].FrequentPositions >= 0) dense.Add(i);
        if (dense.Count > MostFrequentTerms)
        {
            dense = [.. dense.OrderByDescending(at => _records[at].DocumentFrequency).ThenBy(at => at).Take(MostFrequentTerms)];
            dense.Sort();
        }
        return dense;
    }

    private void WriteTerms(PostingsWriter lists, float[] norms, List<int> frequent, ref FieldRecord field)
    {
        using var dictionary = new DictionaryWriter(_file.Dictionary, field.Kinds);
        var scratch = _lists.Read();
        var marks = CollectionsMarshal.AsSpan(_positionMarks);
        var records = CollectionsMarshal.AsSpan(_records);
        var documents = stackalloc int[BlockPacking.Size];
        var frequencies = stackalloc int[BlockPacking.Size];
        var term = _terms.Pointer;
        var next = 0;
        for (var i = 0; i < records.Length; i++)
        {
            ref readonly var record = ref records[i];
            var length = (int)Varint.Read(ref term);
            var entry = new PostingsEntry
            {
                DocumentFrequency = record.DocumentFrequency, TotalFrequency = record.TotalFrequency, Positions = record.Positions, PositionsLength = record.PositionsLength, Frequent = -1,
            };
            if (next < frequent.Count && frequent[next] == i) entry.Frequent = next++;
            var listStart = _file.Lists.Position;
            var list = record.ReadList(scratch);
            if (record.DocumentFrequency > 1)
            {
                var blocks = (record.DocumentFrequency + BlockPacking.Size - 1) / BlockPacking.Size;
                lists.Write(list, record.WidestFrequency, marks.Slice(record.FirstMark, _hasPositions ? blocks : 0), norms, ref entry);
            }
            else
            {
                list.Read(documents, frequencies, out _);
                (entry.Document, entry.Frequency) = (*documents, *frequencies);
            }
            dictionary.Add(new ReadOnlySpan<byte>(term, length), entry, listStart, record.TotalFrequency == 1 ? record.BasePositions : record.Positions);
            term += length;
        }
        dictionary.Finish(ref field);
    }

    /// <summary>Writes the length of each document and tells where.</summary>
    public static void WriteLengths(PagedOutput lists, int[] lengths, ref FieldRecord record)
    {
        var bits = BlockPacking.BitsFor(lengths);
        record.Lengths = lists.Position;
        record.LengthBytes = bits <= 8 ? 1 : bits <= 16 ? 2 : 4;
        if (record.LengthBytes == 1) lists.Write<byte>(Array.ConvertAll(lengths, length => (byte)length));
        else if (record.LengthBytes == 2) lists.Write<ushort>(Array.ConvertAll(lengths, length => (ushort)length));
        else lists.Write<int>(lengths);
    }

    /// <summary>A term of the first pass.</summary>
    /// <remarks>
    /// List: where its blocks begin in what was kept. BasePositions: where the positions file ended before it. FirstMark: its first block in the marks.
    /// FrequentPositions: where its positions stand once more; -1 = nowhere. WidestFrequency: bits of its largest frequency.
    /// </remarks>
    internal readonly record struct TermRecord(
        long List, int DocumentFrequency, long TotalFrequency, long Positions, long PositionsLength, long BasePositions, int FirstMark, long FrequentPositions, int WidestFrequency)
    {
        public unsafe PostingsBlock.Reader ReadList(byte* scratch) => new(scratch + List, DocumentFrequency);
    }

    /// <summary>Takes the documents of one term after another.</summary>
    private sealed class Postings(BlockFieldWriter field) : PostingsConsumer, IDisposable
    {
        private readonly PostingsBlock _block = new();
        private readonly GrowingBytes _positions = new();
        private int[] _deltas = new int[1024];
        private int _deltaCount;
        private int _document, _position, _documents, _firstMark;
        private uint _frequencies;                        // all of a term's, one bit set over the other
        private long _list, _total;

        public int[] Lengths { get; } = new int[field._documentCount];

        /// <summary>The largest position in each document, where there are to be pairs.</summary>
        public int[] LastPositions { get; } = new int[field._hasPositions && field._file.WithPairs ? field._documentCount : 0];

        public void Start()
        {
            _ = field._lists.Tail;
            (_list, _document, _documents, _total, _frequencies, _deltaCount, _firstMark) = (field._lists.Length, 0, 0, 0, 0, 0, field._positionMarks.Count);
            _positions.Clear();
        }

        public override void StartDoc(int docId, int freq)
        {
            var frequency = freq < 0 ? 1 : freq;
            _block.Add(docId - _document, frequency);
            (_document, _position) = (docId, 0);
            Lengths[docId] += frequency;
            _total += frequency;
            _frequencies |= (uint)frequency;
            _documents++;
        }

        public override void AddPosition(int position, BytesRef payload, int startOffset, int endOffset)
        {
            if (_deltaCount == _deltas.Length) Array.Resize(ref _deltas, 2 * _deltaCount);
            _deltas[_deltaCount++] = position - _position;
            _position = position;
        }

        public override void FinishDoc()
        {
            if (_document < LastPositions.Length && LastPositions[_document] < _position) LastPositions[_document] = _position;
            if (_block.IsFull) EndBlock();
        }

        public TermRecord End()
        {
            var basePositions = field._file.Positions.Position;
            if (_documents == 1 && _total == 1)
            {
                _block.WriteTo(field._lists.Tail);
                return new TermRecord(_list, 1, 1, field._hasPositions ? _deltas[0] : 0, 0, basePositions, _firstMark, -1, 1);
            }
            if (_block.Count > 0) EndBlock();
            var frequent = -1L;
            if (field._hasPositions)
            {
                for (var at = 0L; at < _positions.Length; at += 1 << 20)
                    field._file.Positions.Write(new ReadOnlySpan<byte>(_positions.Pointer + at, (int)Math.Min(1 << 20, _positions.Length - at)));
                if (field._file.WithPairs && PostingsWriter.IsDense(_documents, field._documentCount))
                {
                    var tail = field._frequentPositions.Tail;
                    frequent = field._frequentPositions.Length;
                    System.Buffer.MemoryCopy(_positions.Pointer, tail.Add(_positions.Length), _positions.Length, _positions.Length);
                }
            }
            return new TermRecord(
                _list, _documents, _total, basePositions, _positions.Length, basePositions, _firstMark, frequent, 32 - BitOperations.LeadingZeroCount(_frequencies));
        }

        public void Dispose() => _positions.Dispose();

        private void EndBlock()
        {
            _block.WriteTo(field._lists.Tail);
            if (!field._hasPositions) return;
            field._positionMarks.Add(checked((uint)_positions.Length));
            PositionBlock.Write(_positions, _deltas.AsSpan(0, _deltaCount));
            _deltaCount = 0;
        }
    }
}

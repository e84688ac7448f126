// SPDX-License-Identifier: MIT
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
    private readonly SpilledBytes _lists;                 // (delta * 2 + (frequency = 1)):varint [frequency:varint]
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
        var lists = new PostingsWriter(_file.Lists, _documentCount);
        WriteTerms(lists, norms, frequent, ref record);
        if (HasFrequencies) WriteLengths(_file.Lists, lengths, ref record);
        if (frequent.Count > 0)
            new PairWriter(_file, lists, norms).Write([.. frequent.Select(at => _records[at])], _lists.Read(), _frequentPositions.Read(), _postings.LastPositions, ref record);
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
        var most = 0;
        foreach (var record in _records) most = Math.Max(most, record.DocumentFrequency);
        var (documents, frequencies) = (new int[most], new int[most]);
        var term = _terms.Pointer;
        var next = 0;
        for (var i = 0; i < _records.Count; i++)
        {
            var record = _records[i];
            var length = (int)ReadVarint(ref term);
            record.ReadList(scratch, documents, frequencies);
            var entry = new PostingsEntry
            {
                DocumentFrequency = record.DocumentFrequency, TotalFrequency = record.TotalFrequency,
                Positions = record.Positions, PositionsLength = record.PositionsLength,
                Document = documents[0], Frequency = frequencies[0], Frequent = -1,
            };
            if (next < frequent.Count && frequent[next] == i) entry.Frequent = next++;
            var listStart = _file.Lists.Position;
            var blocks = (record.DocumentFrequency + BlockPacking.Size - 1) / BlockPacking.Size;
            if (record.DocumentFrequency > 1)
                lists.Write(documents.AsSpan(0, record.DocumentFrequency), frequencies.AsSpan(0, record.DocumentFrequency), marks.Slice(record.FirstMark, _hasPositions ? blocks : 0), norms, ref entry);
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

    internal static ulong ReadVarint(ref byte* at)
    {
        var value = 0ul;
        for (var shift = 0; ; shift += 7)
        {
            var next = *at++;
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80) return value;
        }
    }

    /// <summary>A term of the first pass.</summary>
    /// <remarks>
    /// List: where its documents begin in what was kept. BasePositions: where the positions file ended before it. FirstMark: its first block in the marks.
    /// FrequentPositions: where its positions stand once more; -1 = nowhere.
    /// </remarks>
    internal readonly record struct TermRecord(
        long List, int DocumentFrequency, long TotalFrequency, long Positions, long PositionsLength, long BasePositions, int FirstMark, long FrequentPositions)
    {
        public void ReadList(byte* scratch, int[] documents, int[] frequencies)
        {
            var at = scratch + List;
            var document = 0;
            for (var i = 0; i < DocumentFrequency; i++)
            {
                var value = ReadVarint(ref at);
                documents[i] = document += (int)(value >> 1);
                frequencies[i] = (value & 1) != 0 ? 1 : (int)ReadVarint(ref at);
            }
        }
    }

    /// <summary>Takes the documents of one term after another.</summary>
    private sealed class Postings(BlockFieldWriter field) : PostingsConsumer, IDisposable
    {
        private readonly GrowingBytes _positions = new();
        private int[] _deltas = new int[1024];
        private int _deltaCount;
        private int _document, _frequency, _position, _inBlock, _documents, _firstMark;
        private long _list, _total;

        public int[] Lengths { get; } = new int[field._documentCount];

        /// <summary>The largest position in each document.</summary>
        public int[] LastPositions { get; } = new int[field._hasPositions ? field._documentCount : 0];

        public void Start()
        {
            _ = field._lists.Tail;
            (_list, _document, _documents, _total, _inBlock, _deltaCount, _firstMark) = (field._lists.Length, 0, 0, 0, 0, 0, field._positionMarks.Count);
            _positions.Clear();
        }

        public override void StartDoc(int docId, int freq)
        {
            _frequency = freq < 0 ? 1 : freq;
            var scratch = field._lists.Tail;
            scratch.WriteVarint((ulong)(uint)(docId - _document) << 1 | (_frequency == 1 ? 1u : 0));
            if (_frequency != 1) scratch.WriteVarint((uint)_frequency);
            (_document, _position) = (docId, 0);
            Lengths[docId] += _frequency;
            _total += _frequency;
            _documents++;
            _inBlock++;
        }

        public override void AddPosition(int position, BytesRef payload, int startOffset, int endOffset)
        {
            if (_deltaCount == _deltas.Length) Array.Resize(ref _deltas, 2 * _deltaCount);
            _deltas[_deltaCount++] = position - _position;
            _position = position;
            if (position > LastPositions[_document]) LastPositions[_document] = position;
        }

        public override void FinishDoc()
        {
            if (_inBlock == BlockPacking.Size) EndBlock();
        }

        public TermRecord End()
        {
            var basePositions = field._file.Positions.Position;
            if (_documents == 1 && _total == 1)
            {
                return new TermRecord(_list, 1, 1, field._hasPositions ? _deltas[0] : 0, 0, basePositions, _firstMark, -1);
            }
            if (_inBlock > 0) EndBlock();
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
            return new TermRecord(_list, _documents, _total, basePositions, _positions.Length, basePositions, _firstMark, frequent);
        }

        public void Dispose() => _positions.Dispose();

        private void EndBlock()
        {
            _inBlock = 0;
            if (!field._hasPositions) return;
            field._positionMarks.Add(checked((uint)_positions.Length));
            PositionBlock.Write(_positions, _deltas.AsSpan(0, _deltaCount));
            _deltaCount = 0;
        }
    }
}

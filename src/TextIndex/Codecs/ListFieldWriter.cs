// SPDX-License-Identifier: MIT
using Lucene.Net.Index;

namespace TextIndex.Codecs;

/// <summary>Writes a field without positions whose lengths are known from the start, term by term from whole lists: one pass, where <see cref="BlockFieldWriter"/> needs two.</summary>
internal sealed class ListFieldWriter : IDisposable
{
    private readonly BlockFieldsWriter _file;
    private readonly PostingsWriter _lists;
    private readonly DictionaryWriter _dictionary;
    private readonly int[] _lengths;
    private readonly float[] _norms;
    private FieldRecord _record;

    /// <summary>Begins a field.</summary>
    /// <param name="file">The files.</param>
    /// <param name="field">Its kind: no positions.</param>
    /// <param name="lengths">The sum of frequencies of each document; 1 where there are no frequencies.</param>
    public ListFieldWriter(BlockFieldsWriter file, FieldInfo field, int[] lengths)
    {
        var documents = file.State.SegmentInfo.DocCount;
        (_file, _lengths, _lists) = (file, lengths, new PostingsWriter(file.Lists, documents));
        long total = 0, filled = 0;
        foreach (var length in lengths)
        {
            total += length;
            if (length > 0) filled++;
        }
        var average = total > 0 ? total / (double)documents : 1;
        var hasFrequencies = field.IndexOptions >= IndexOptions.DOCS_AND_FREQS;
        _record = new FieldRecord
        {
            Number = field.Number, Kinds = hasFrequencies ? FieldRecord.Frequencies : 0, SumTotalFrequency = hasFrequencies ? total : -1, Documents = filled, AverageLength = BitConverter.DoubleToInt64Bits(average),
        };
        _norms = LengthNorms.Of(lengths, average);
        _dictionary = new DictionaryWriter(file.Dictionary, _record.Kinds);
    }

    /// <summary>Adds a term, in the order of bytes.</summary>
    /// <param name="term">Its bytes.</param>
    /// <param name="documents">Those that hold it, ascending; one or more.</param>
    /// <param name="frequencies">How often each does.</param>
    public void Add(ReadOnlySpan<byte> term, ReadOnlySpan<int> documents, ReadOnlySpan<int> frequencies)
    {
        var total = 0L;
        foreach (var frequency in frequencies) total += frequency;
        var positions = _file.Positions.Position;
        var entry = new PostingsEntry
        {
            DocumentFrequency = documents.Length, TotalFrequency = total, Positions = positions, Document = documents[0], Frequency = frequencies[0], Frequent = -1,
        };
        var start = _file.Lists.Position;
        if (documents.Length > 1) _lists.Write(documents, frequencies, [], _norms, ref entry);
        _dictionary.Add(term, entry, start, positions);
        _record.SumDocumentFrequency += documents.Length;
    }

    /// <summary>Ends the field.</summary>
    /// <param name="filled">How many documents hold a term, where lengths do not tell.</param>
    public void Finish(int? filled = null)
    {
        if (filled is { } documents) _record.Documents = documents;
        _dictionary.Finish(ref _record);
        if (_record.HasFrequencies) BlockFieldWriter.WriteLengths(_file.Lists, _lengths, ref _record);
        _file.Add(_record);
    }

    public void Dispose()
    {
        _dictionary.Dispose();
        _lists.Dispose();
    }
}

// SPDX-License-Identifier: MIT
using Lucene.Net.Index;
using Lucene.Net.Store;
using TextIndex.Storage;

namespace TextIndex.Codecs;

/// <summary>Bytes that are written once and then read at an address: in memory while they are few, else in a file of the index segment that is deleted at the end.</summary>
internal sealed unsafe class SpilledBytes(SegmentWriteState state, string extension) : IDisposable
{
    private const long MostInMemory = 32 << 20;

    private readonly GrowingBytes _memory = new();
    private readonly string _name = IndexFileNames.SegmentFileName(state.SegmentInfo.Name, state.SegmentSuffix, extension);
    private byte[] _chunk = [];
    private IndexOutput? _output;
    private IndexInput? _input;
    private MappedBytes? _mapped;
    private byte* _read;
    private long _spilled;

    /// <summary>Bytes written so far.</summary>
    public long Length => _spilled + _memory.Length;

    /// <summary>Where to write next; what was written before may have left memory.</summary>
    public GrowingBytes Tail
    {
        get
        {
            if (_memory.Length > MostInMemory) Spill();
            return _memory;
        }
    }

    /// <summary>Ends writing, with <see cref="BlockPacking.Overread"/> bytes more; may be asked again.</summary>
    /// <returns>The first byte.</returns>
    public byte* Read()
    {
        if (_read is not null) return _read;
        Tail.Write(new byte[BlockPacking.Overread]);
        if (_output is null) return _read = _memory.Pointer;
        Spill();
        _output.Dispose();
        _input = state.Directory.OpenInput(_name, state.Context);
        var slice = MappedSlice.Of(_input);
        _mapped = slice.Bytes;
        return _read = slice.Pointer;
    }

    public void Dispose()
    {
        _memory.Dispose();
        _input?.Dispose();
        GC.KeepAlive(_mapped);
        if (_output is null) return;
        _output.Dispose();
        _output = null;
        state.Directory.DeleteFile(_name);
    }

    private void Spill()
    {
        _output ??= state.Directory.CreateOutput(_name, state.Context);
        if (_chunk.Length == 0) _chunk = new byte[1 << 16];
        for (var at = 0L; at < _memory.Length;)
        {
            var count = (int)Math.Min(_chunk.Length, _memory.Length - at);
            new ReadOnlySpan<byte>(_memory.Pointer + at, count).CopyTo(_chunk);
            _output.WriteBytes(_chunk, 0, count);
            at += count;
        }
        _spilled += _memory.Length;
        _memory.Clear();
    }
}

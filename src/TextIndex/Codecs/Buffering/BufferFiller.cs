// SPDX-License-Identifier: MIT
namespace TextIndex.Codecs.Buffering;

/// <summary>Fills blocks of a <see cref="DocumentBuffer"/>, one after another. For one thread.</summary>
internal sealed unsafe class BufferFiller(DocumentBuffer buffer)
{
    private DocumentBuffer.Block? _block;
    private int _filled;

    /// <summary>Takes room.</summary>
    /// <param name="length">Bytes.</param>
    /// <param name="bytes">The room, with bytes of any kind in it.</param>
    public BufferAddress Take(int length, out Span<byte> bytes)
    {
        if (_block is null || _block.Length - _filled < length)
        {
            // What is left of it is given back, so that it can be used again when its documents are written.
            if (_block is not null) buffer.Leave(_block, _block.Length - _filled);
            (_block, _filled) = (buffer.Begin(length), 0);
        }
        var address = new BufferAddress(_block.Place, _filled, length);
        bytes = new Span<byte>(_block.Bytes + _filled, length);
        _filled += length;
        return address;
    }
}

// SPDX-License-Identifier: MIT
using System.Text;

namespace TextIndex.Lac;

// Data/lac-small.bin, little-endian, used where it lies; e is a 16-bit integer or, in a file made for checking, a 32-bit float:
//   file        := magic:u32 bits:i32 rowCount:i32 0:i32 tagNames:u8[112]
//                  rowOf:u16[65536] transitions:f32[59 * 64]
//                  scales[4] emissionBias:f32[64] emissionScale:f32[64] rowScale:f32[rowCount rounded up to 16]
//                  direction[4] emission:e[256 * 64] embeddings:e[rowCount * 128]
//   scales      := bias:f32[384] inputScale:f32[384] stateScale:f32[384]
//   direction   := input:e[depth * 384] gates:e[128 * 256] candidate:e[128 * 128]
// The directions are: first layer forward, first layer backward, second layer forward, second layer backward; depth is 128, 128, 256, 256.
// The 384 columns are those of the update gate, the reset gate and the candidate. A matrix lies in blocks of 64 columns, a block row after row, so
// that the product reads it once and in order; with 16 bits two rows are interleaved: (row 2p, column c), (row 2p + 1, column c).
// rowOf gives the row of the embeddings for a code unit; the row of a character that the model does not know is that of its fold, then the last.
// transitions: to begin with a tag, to end with it, then from tag to tag; 57 of 64 columns are used. tagNames are parted by spaces.
// An integer w of column c means w * scale[c]: the scale is such that no sum of products with inputs of at most 8192 leaves 32 bits.
/// <summary>The weights of LAC small (two layers of bidirectional gated recurrent units, a linear layer and a chain of tags), a view of the file's bytes.</summary>
internal sealed unsafe class LacWeights
{
    public const uint Magic = 0x3143414C; // "LAC1"
    public const int HeaderBytes = 128, TagBytes = 112, Units = 65536;
    public const int Width = 128, Gates = 2 * Width, Columns = 3 * Width, Outputs = 64, LabelCount = 57, TransitionRows = LabelCount + 2;

    /// <summary>The integer that stands for 1 among the inputs of a product.</summary>
    public const int One = 8192;

    private static readonly int[] Depths = [Width, Width, 2 * Width, 2 * Width];

    private readonly byte* _data;
    private readonly long[] _directions = new long[4];
    private readonly long _emission, _embeddings;
    private readonly int _scales;

    /// <summary>Takes bytes that stay where they are as long as the weights are used.</summary>
    /// <exception cref="InvalidDataException">The bytes are not such a file, or not all of it.</exception>
    public LacWeights(byte* data, long length)
    {
        _data = data;
        if (length < HeaderBytes || *(uint*)data != Magic) throw new InvalidDataException("lac-small: does not begin with LAC1; run src/TextIndex.DataBuilder.");
        (Bits, RowCount) = (((int*)data)[1], ((int*)data)[2]);
        if (Bits is not (16 or 32) || RowCount is < 1 or > Units) throw new InvalidDataException($"lac-small: {Bits} bits and {RowCount} rows; run src/TextIndex.DataBuilder.");
        _scales = HeaderBytes + 2 * Units + 4 * TransitionRows * Outputs;
        var at = _scales + 4L * (4 * 3 * Columns + 2 * Outputs + (RowCount + 15 & ~15));
        var size = Bits / 8;
        for (var direction = 0; direction < 4; direction++)
        {
            _directions[direction] = at;
            at += size * (Depths[direction] * (long)Columns + Width * Columns);
        }
        _emission = at;
        _embeddings = at + size * 2 * Width * Outputs;
        at = _embeddings + (long)size * RowCount * Width;
        if (length != at) throw new InvalidDataException($"lac-small: {length} bytes, expected {at}; run src/TextIndex.DataBuilder.");
        TagNames = Encoding.ASCII.GetString(data + 16, TagBytes).TrimEnd('\0').Split(' ');
    }

    /// <summary>16 for integers, 32 for floats.</summary>
    public int Bits { get; }

    public int RowCount { get; }

    /// <summary>The names of the tags; label 2t begins a word of tag t, 2t + 1 goes on with it, and the last is outside of all.</summary>
    public string[] TagNames { get; }

    public ushort* RowOf => (ushort*)(_data + HeaderBytes);

    public float* Transitions => (float*)(_data + HeaderBytes + 2 * Units);

    public float* EmissionBias => (float*)(_data + _scales) + 4 * 3 * Columns;

    public float* EmissionScale => EmissionBias + Outputs;

    public float* RowScale => EmissionScale + Outputs;

    public void* Emission => _data + _emission;

    public void* Embeddings => _data + _embeddings;

    public float* Bias(int direction) => (float*)(_data + _scales) + direction * 3 * Columns;

    public float* InputScale(int direction) => Bias(direction) + Columns;

    public float* StateScale(int direction) => Bias(direction) + 2 * Columns;

    public void* Input(int direction) => _data + _directions[direction];

    public void* GateMatrix(int direction) => _data + _directions[direction] + Bits / 8 * Depths[direction] * (long)Columns;

    public void* CandidateMatrix(int direction) => (byte*)GateMatrix(direction) + Bits / 8 * Width * (long)Gates;
}

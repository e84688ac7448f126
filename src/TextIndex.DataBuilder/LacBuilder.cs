// SPDX-License-Identifier: MIT
using System.Buffers.Binary;
using System.Text;
using TextIndex.Lac;
using TextIndex.Normalization;

namespace TextIndex.DataBuilder;

/// <summary>Writes Data/lac-small.bin: the weights of LAC small as PaddlePaddle saved them, laid out for the product and made 16 bits wide.</summary>
internal static class LacBuilder
{
    private const int Width = LacWeights.Width, Columns = LacWeights.Columns, Gates = LacWeights.Gates, Block = LacWeights.Outputs, LabelCount = LacWeights.LabelCount;

    // The sum of the sizes of a column's integers: times an input of 8192 it stays below 2^31.
    private const long LargestColumn = int.MaxValue / LacWeights.One;

    /// <summary>Converts the weights.</summary>
    /// <param name="jieba">The folder of python3-jieba.</param>
    /// <param name="bits">16, or 32 for the weights as they are, to check with.</param>
    public static byte[] Convert(string jieba, int bits)
    {
        var folder = Path.Combine(jieba, "lac_small");
        var embeddings = Load(folder, "word_emb", Width);
        var rowCount = embeddings.Length / Width;
        var directions = Enumerable.Range(0, 4).Select(direction => Direction(folder, direction)).ToArray();
        var emission = new Matrix(Widen(Load(folder, "fc_4.w_0", LabelCount)), Block);

        using var file = new MemoryStream();
        using var writer = new BinaryWriter(file);
        writer.Write(LacWeights.Magic);
        writer.Write(bits);
        writer.Write(rowCount);
        writer.Write(0);
        writer.Write(Encoding.ASCII.GetBytes(TagNames(folder).PadRight(LacWeights.TagBytes, '\0')));
        foreach (var row in RowOf(folder, rowCount)) writer.Write(row);
        foreach (var value in Widen(Load(folder, "crfw", LabelCount))) writer.Write(value);
        foreach (var (bias, input, gates, candidate) in directions)
        {
            foreach (var value in bias) writer.Write(value);
            foreach (var value in input.Scales(bits)) writer.Write(value);
            foreach (var value in gates.Scales(bits).Concat(candidate.Scales(bits))) writer.Write(value);
        }
        foreach (var value in Widen(Load(folder, "fc_4.b_0", LabelCount))) writer.Write(value);
        foreach (var value in emission.Scales(bits)) writer.Write(value);
        for (var row = 0; row < (rowCount + 15 & ~15); row++) writer.Write(row < rowCount ? RowScale(Row(row), bits) : 0f);
        foreach (var (_, input, gates, candidate) in directions)
            foreach (var matrix in new[] { input, gates, candidate }) matrix.Write(writer, bits);
        emission.Write(writer, bits);
        for (var row = 0; row < rowCount; row++)
        {
            var scale = RowScale(Row(row), bits);
            foreach (var value in Row(row))
                if (bits == 32) writer.Write(value);
                else writer.Write((short)MathF.Round(value / scale));
        }
        return file.ToArray();

        ReadOnlySpan<float> Row(int row) => embeddings.AsSpan(row * Width, Width);
    }

    // The inputs of a layer's product are states times 8192, or the integers of an embedding, of which the largest is 8192.
    private static float RowScale(ReadOnlySpan<float> row, int bits)
    {
        var largest = 0f;
        foreach (var value in row) largest = Math.Max(largest, Math.Abs(value));
        return bits == 32 ? 1f : largest / LacWeights.One;
    }

    private static (float[] Bias, Matrix Input, Matrix Gates, Matrix Candidate) Direction(string folder, int direction)
    {
        var bias = Load(folder, $"fc_{direction}.b_0", Columns).Zip(Load(folder, $"gru_{direction}.b_0", Columns), (a, b) => a + b).ToArray();
        // The saved matrix holds the gates' 128 rows of 256, then the candidate's 128 rows of 128.
        var unit = Load(folder, $"gru_{direction}.w_0", Columns);
        // States are multiplied by 8192 before the product, embeddings have their row's scale.
        return (bias, new Matrix(Load(folder, $"fc_{direction}.w_0", Columns), Columns, ofStates: direction >= 2),
            new Matrix(unit[..(Width * Gates)], Gates), new Matrix(unit[(Width * Gates)..], Width));
    }

    private static float[] Widen(float[] values)
    {
        var wide = new float[values.Length / LabelCount * Block];
        for (var i = 0; i < values.Length; i++) wide[i / LabelCount * Block + i % LabelCount] = values[i];
        return wide;
    }

    // u32, u64 lod levels, u32, i32 length of the description, the description (a protocol buffer: type, dimensions), the numbers.
    private static float[] Load(string folder, string name, int columns)
    {
        var bytes = File.ReadAllBytes(Path.Combine(folder, "model_baseline", name));
        var start = 20 + BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(16));
        var values = new float[(bytes.Length - start) / sizeof(float)];
        for (var i = 0; i < values.Length; i++) values[i] = BinaryPrimitives.ReadSingleLittleEndian(bytes.AsSpan(start + i * sizeof(float)));
        return values.Length % columns == 0 ? values : throw new FormatException($"{name}: {values.Length} numbers are not rows of {columns}.");
    }

    private static IEnumerable<(int Number, string Name)> Lines(string folder, string name) => File.ReadLines(Path.Combine(folder, name))
        .Select(line => line.Split('\t')).Where(parts => parts.Length == 2).Select(parts => (int.Parse(parts[0]), parts[1]));

    private static string TagNames(string folder)
    {
        var labels = Lines(folder, "tag.dic").OrderBy(line => line.Number).Select(line => line.Name).ToArray();
        var names = labels.Where(label => label.EndsWith("-B", StringComparison.Ordinal)).Select(label => label[..^2]).ToArray();
        var expected = names.SelectMany(name => new[] { name + "-B", name + "-I" }).Append("O");
        return labels.SequenceEqual(expected) && labels.Length == LabelCount ? string.Join(' ', names) : throw new FormatException("tag.dic: the labels are not pairs of B and I, then O.");
    }

    private static ushort[] RowOf(string folder, int rowCount)
    {
        var known = Lines(folder, "word.dic").Where(line => line.Name.Length == 1).ToDictionary(line => line.Name[0], line => (ushort)line.Number);
        var rows = new ushort[LacWeights.Units];
        for (var unit = 0; unit < rows.Length; unit++)
            rows[unit] = known.TryGetValue((char)unit, out var row) || FoldTable.Basic[unit] is var fold && fold != 0 && known.TryGetValue(fold, out row) ? row : (ushort)(rowCount - 1);
        return rows;
    }

    /// <summary>A matrix of the file.</summary>
    private sealed class Matrix(float[] values, int columns, bool ofStates = true)
    {
        private readonly int _depth = values.Length / columns;

        public IEnumerable<float> Scales(int bits) => Enumerable.Range(0, columns).Select(column => bits == 32 ? 1f : Step(column) / (ofStates ? LacWeights.One : 1));

        public void Write(BinaryWriter writer, int bits)
        {
            for (var block = 0; block < columns; block += Block)
                for (var k = 0; k < _depth; k += bits == 16 ? 2 : 1)
                    for (var column = block; column < block + Block; column++)
                        if (bits == 32) writer.Write(values[k * columns + column]);
                        else
                        {
                            writer.Write(Integer(k, column));
                            writer.Write(Integer(k + 1, column));
                        }
        }

        private short Integer(int k, int column) => Step(column) is var step && step == 0 ? (short)0 : (short)MathF.Round(values[k * columns + column] / step);

        private readonly float[] _steps = Enumerable.Range(0, columns).Select(column => FindStep(values, columns, column)).ToArray();

        private float Step(int column) => _steps[column];

        // What 1 means: as little as keeps every integer in 16 bits and their sum below the bound.
        private static float FindStep(float[] values, int columns, int column)
        {
            double sum = 0, largest = 0;
            var depth = values.Length / columns;
            for (var k = 0; k < depth; k++)
            {
                var size = Math.Abs((double)values[k * columns + column]);
                (sum, largest) = (sum + size, Math.Max(largest, size));
            }
            return (float)Math.Max(largest / short.MaxValue, sum / (LargestColumn - depth));
        }
    }
}

// SPDX-License-Identifier: MIT
using System.Buffers.Binary;
using System.Globalization;
using System.Text.RegularExpressions;
using TextIndex.Segmentation;

namespace TextIndex.DataBuilder;

/// <summary>Writes Data/jieba-words.bin, jieba-hmm.bin, jieba-posseg.bin and jieba-idf.bin from the folder of python's jieba.</summary>
internal static partial class JiebaBuilder
{
    private const string States = "BEMS";

    public static void Build(string jieba, string output)
    {
        using var dictionary = File.OpenText(Path.Combine(jieba, "dict.txt"));
        var words = DictionaryReader.ReadWords(dictionary, "dict.txt", out var total);
        var laid = WordDictionary.ToBytes(words, total);
        Write(Path.Combine(output, "jieba-words.bin"), laid, $"{words.Count} words, total {total}");
        PossegBuilder.Build(Path.Combine(jieba, "posseg"), output);
        IdfBuilder.Build(Path.Combine(jieba, "analyse", "idf.txt"), laid, output);

        var start = ReadState(File.ReadAllText(Path.Combine(jieba, "finalseg", "prob_start.py")));
        var transitions = ReadStates(Path.Combine(jieba, "finalseg", "prob_trans.py"));
        var emissions = ReadStates(Path.Combine(jieba, "finalseg", "prob_emit.py"));
        using var file = new MemoryStream();
        using var writer = new BinaryWriter(file);
        writer.Write(HiddenMarkovModel.Magic);
        writer.Write(0L);
        foreach (var state in States) writer.Write(start[state]);
        foreach (var from in States)
            foreach (var to in States) writer.Write(transitions[from].GetValueOrDefault(to, HiddenMarkovModel.Never));
        for (var row = 0; row < HiddenMarkovModel.EmissionRows; row++)
            foreach (var state in States) writer.Write(emissions[state].GetValueOrDefault((char)(0x4E00 + row), HiddenMarkovModel.Never));
        var bytes = file.ToArray();
        BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(HiddenMarkovModel.HeaderBytes - sizeof(ulong)), HiddenMarkovModel.FingerprintOf(bytes));
        Write(Path.Combine(output, "jieba-hmm.bin"), bytes, $"{emissions.Values.Sum(state => state.Count)} emissions");
    }

    internal static void Write(string path, byte[] bytes, string what)
    {
        File.WriteAllBytes(path, bytes);
        Console.WriteLine($"{path}: {bytes.Length} bytes, {what}");
    }

    // P={'B': {'\u4e00': -3.65, …}, 'E': {…}, …}
    private static Dictionary<char, Dictionary<char, double>> ReadStates(string path)
    {
        var states = StatePattern().Matches(File.ReadAllText(path)).ToDictionary(match => match.Groups[1].Value[0], match => ReadState(match.Groups[2].Value));
        return states.Count == 4 ? states : throw new FormatException($"{path}: expected the states B, E, M and S, found {states.Count}.");
    }

    private static Dictionary<char, double> ReadState(string literal) =>
        PairPattern().Matches(literal).ToDictionary(
            match => match.Groups[1].Value is ['\\', 'u', .. var hex] ? (char)int.Parse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture) : match.Groups[1].Value[0],
            match => double.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture));

    [GeneratedRegex(@"'([BEMS])':\s*\{([^}]*)\}")]
    private static partial Regex StatePattern();

    [GeneratedRegex(@"'(\\u[0-9a-f]{4}|[^\\'])':\s*(-?[0-9.e+]+)")]
    private static partial Regex PairPattern();
}

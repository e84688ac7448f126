// SPDX-License-Identifier: MIT
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using TextIndex.Normalization;
using TextIndex.Primitives;

namespace TextIndex.Segmentation;

// Writes the layout at the top of WordGraph.cs; for the DataBuilder.
internal sealed unsafe partial class WordGraph
{
    private const string ChineseNumbers = "一二三四五六七八九十百千万亿〇零两";
    private const int SeldomAlone = 1000;
    private const double VisitsInAll = 10_000_000;

    // p(word) = 0.2 jieba + 0.8 smartcn, p(word | before) = 0.7 pairs + 0.3 p(word): the settings of the experiment, not fitted to a gold file.
    private const double ShareOfJieba = 0.2, ShareOfPairs = 0.7, LeastOfJieba = 0.3, LeastOfSmartcn = 0.05;

    /// <summary>What the graph is made of; all keys are folded by <see cref="FoldKey"/>.</summary>
    internal sealed record Sources(
        Dictionary<string, long> Jieba, long JiebaTotal, Dictionary<string, long> Smartcn, Dictionary<(string Before, string Word), long> Pairs,
        Dictionary<char, double[]> Names, HashSet<char> Foreign);

    /// <summary>Folds unit by unit; what would fold to another number of units stays.</summary>
    public static string FoldKey(string word) => string.Create(word.Length, word, static (key, from) =>
    {
        for (var i = 0; i < key.Length; i++) key[i] = FoldUnit(from[i]);
    });

    private static char FoldUnit(char unit) => char.IsSurrogate(unit) || FoldTable.Basic[unit] == 0 ? unit : FoldTable.Basic[unit];

    internal static byte[] ToBytes(Sources from)
    {
        var smartcnTotal = from.Smartcn.Values.Sum();
        double Probability(string word) => ShareOfJieba * Math.Max(from.Jieba.GetValueOrDefault(word), LeastOfJieba) / from.JiebaTotal
            + (1 - ShareOfJieba) * Math.Max(from.Smartcn.GetValueOrDefault(word), LeastOfSmartcn) / smartcnTotal;

        // Common words first, so that they share cache lines.
        var known = from.Smartcn.Where(word => word.Value > 0).OrderByDescending(word => word.Value).ThenBy(word => word.Key, StringComparer.Ordinal).Select(word => word.Key).ToArray();
        if (known.Length >= 65536) throw new InvalidOperationException("a word with neighbours needs a value of 16 bits");
        var valueOf = new Dictionary<string, int>(StringComparer.Ordinal);
        var weights = new List<short> { 0 };
        foreach (var word in known)
        {
            valueOf.Add(word, weights.Count);
            weights.Add(WeightOf(Probability(word)));
        }
        var valueOfCount = new Dictionary<long, int>();
        foreach (var (word, count) in from.Jieba.Where(word => word.Value > 0).OrderByDescending(word => word.Value).ThenBy(word => word.Key, StringComparer.Ordinal))
        {
            if (valueOf.ContainsKey(word)) continue;
            if (!valueOfCount.TryGetValue(count, out var value))
            {
                valueOfCount.Add(count, value = weights.Count);
                weights.Add(WeightOf(Probability(word)));
            }
            valueOf.Add(word, value);
        }
        var words = valueOf.Where(word => !word.Key.Contains("##", StringComparison.Ordinal) && !word.Key.Any(char.IsWhiteSpace)).ToArray();
        var builder = new WordTrieBuilder(words, value => Math.Exp(weights[value] / (double)Unit) * VisitsInAll);
        var nodes = builder.Build(thorough: true);
        var (mostAfterAny, mostBeforeAny) = (new byte[weights.Count], new byte[weights.Count]);
        var (filter, common, pairs) = LayPairs(from, valueOf, Probability, mostAfterAny, mostBeforeAny);
        var infos = weights.Select((weight, value) => new WordInfo(weight, mostAfterAny[value], mostBeforeAny[value])).ToArray();

        using var file = new MemoryStream();
        using var writer = new BinaryWriter(file);
        writer.Write(Magic);
        foreach (var number in (int[])[words.Max(word => word.Key.Length), nodes.Length, weights.Count, known.Length, valueOf["始##始"], valueOf["未##人"], valueOf["未##数"], valueOf["未##串"], valueOf["第一"]])
            writer.Write(number);
        writer.Write((int)WeightOf(Probability("")));
        writer.Write(new byte[16]);
        writer.Write(MemoryMarshal.AsBytes(nodes.AsSpan()));
        writer.Write(MemoryMarshal.AsBytes(filter.AsSpan()));
        for (var unit = 0; unit < WordTrie.CodeCount; unit++) writer.Write(builder.Codes[FoldUnit((char)unit)]);
        for (var unit = 0; unit < WordTrie.CodeCount; unit++) writer.Write((ushort)FoldUnit((char)unit));
        for (var unit = 0; unit < WordTrie.CodeCount; unit++) writer.Write((ushort)KindsOf(FoldUnit((char)unit), from));
        writer.Write(MemoryMarshal.AsBytes(infos.AsSpan()));
        writer.Write(MemoryMarshal.AsBytes(common.AsSpan()));
        writer.Write(MemoryMarshal.AsBytes(pairs.AsSpan()));
        for (var row = 0; row < NameRows; row++)
            for (var column = 0; column < 5; column++)
                writer.Write(from.Names.TryGetValue((char)(0x4E00 + row), out var costs) ? (byte)Math.Min(Math.Round(16 * costs[column]), Never) : Never);
        var bytes = file.ToArray();
        BinaryPrimitives.WriteUInt128LittleEndian(bytes.AsSpan(FingerprintOffset), FingerprintOf(bytes));
        return bytes;
    }

    private static short WeightOf(double probability) => checked((short)Math.Round(Unit * Math.Log(probability)));

    private static (ulong[] Filter, uint[] Common, uint[] Pairs) LayPairs(Sources from, Dictionary<string, int> valueOf, Func<string, double> probability, byte[] mostAfterAny, byte[] mostBeforeAny)
    {
        var (filter, common, pairs) = (new ulong[(1 << FilterBits) / 64], new uint[1 << CommonBits], new uint[1 << SlotBits]);
        // Common pairs first: they get the slots where they are looked for first.
        foreach (var ((before, word), count) in from.Pairs.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key.Before, StringComparer.Ordinal).ThenBy(pair => pair.Key.Word, StringComparer.Ordinal))
        {
            var more = ShareOfPairs * count / from.Smartcn[before] / ((1 - ShareOfPairs) * probability(word));
            var bonus = (uint)Math.Min(Math.Round(16 * Math.Log(1 + more)), 255);
            if (bonus == 0) continue;
            var (first, second) = (valueOf[before], valueOf[word]);
            (mostBeforeAny[first], mostAfterAny[second]) = ((byte)Math.Max(mostBeforeAny[first], bonus), (byte)Math.Max(mostAfterAny[second], bonus));
            var hash = ((uint)first << 16 | (uint)second) * Hash;
            filter[hash >> (32 - FilterBits + 6)] |= FilterMask(hash);
            ref var commonest = ref common[hash >> (32 - CommonBits)];
            if (commonest == 0) commonest = hash << 8 | bonus;
            var slot = hash >> (32 - SlotBits);
            var steps = 0;
            for (; pairs[slot] != 0; slot = (slot + 1) & ((1 << SlotBits) - 1)) steps++;
            if (steps >= 1 << 11) throw new InvalidOperationException("a pair stands too far from its slot to be told from others");
            pairs[slot] = hash << 8 | bonus;
        }
        return (filter, common, pairs);
    }

    private static UnitKinds KindsOf(char unit, Sources from)
    {
        var kinds = UnitKinds.None;
        if (char.IsAsciiDigit(unit)) kinds |= UnitKinds.Digit;
        if (unit < 0x250 && unit is not ('ª' or 'º') && char.IsLetter(unit)) kinds |= UnitKinds.Latin;
        if (char.IsWhiteSpace(unit) && !CharacterClass.IsLineEnd(unit)) kinds |= UnitKinds.Space;
        if ("—…-=*~._。".Contains(unit)) kinds |= UnitKinds.Repeats;
        if (ChineseNumbers.Contains(unit)) kinds |= UnitKinds.ChineseNumber;
        if (BlockClass.IsHan(unit) && from.Smartcn.GetValueOrDefault(unit.ToString()) < SeldomAlone) kinds |= UnitKinds.Rare;
        if (from.Names.TryGetValue(unit, out var costs) && costs[0] < Never / 16.0) kinds |= UnitKinds.Surname;
        if (from.Foreign.Contains(unit)) kinds |= UnitKinds.Foreign;
        if ("。!?;".Contains(unit) || CharacterClass.IsLineEnd(unit)) kinds |= UnitKinds.SentenceEnd;
        if (char.IsPunctuation(unit) || char.IsWhiteSpace(unit) || char.IsSymbol(unit)) kinds |= UnitKinds.Pause;
        if ("万亿千百".Contains(unit)) kinds |= UnitKinds.Magnitude;
        if ("-'&_+’".Contains(unit)) kinds |= UnitKinds.Joiner;
        if (".,:/·".Contains(unit)) kinds |= UnitKinds.DigitJoiner;
        if (unit == '第') kinds |= UnitKinds.Ordinal;
        if (char.IsHighSurrogate(unit)) kinds |= UnitKinds.HighSurrogate;
        return kinds;
    }
}

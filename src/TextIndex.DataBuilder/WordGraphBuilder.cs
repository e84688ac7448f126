// SPDX-License-Identifier: MIT
using TextIndex.Segmentation;

namespace TextIndex.DataBuilder;

/// <summary>Writes Data/word-graph.bin from the folder of python's jieba and the jar of Lucene's smartcn.</summary>
internal static class WordGraphBuilder
{
    private const int LeastForeign = 5;

    // The surnames of one character that are common today; jieba's names say how common.
    private const string Surnames =
        "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫"
        + "孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚"
        + "娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝";

    public static void Build(string jieba, string jar, string output)
    {
        var smartcn = SmartcnDictionary.Read(jar);
        using var dictionary = File.OpenText(Path.Combine(jieba, "dict.txt"));
        var words = DictionaryReader.ReadWords(dictionary, "dict.txt", out var total);
        var tags = File.ReadLines(Path.Combine(jieba, "dict.txt")).Select(line => line.Split(' ')).Where(line => line.Length == 3).DistinctBy(line => line[0]).ToArray();
        var folded = Fold(smartcn.Words);
        var pairs = new Dictionary<(string Before, string Word), long>();
        foreach (var ((before, word), count) in smartcn.Pairs)
        {
            var key = (WordGraph.FoldKey(before), WordGraph.FoldKey(word));
            pairs[key] = pairs.GetValueOrDefault(key) + count;
        }
        var costs = CountNames(tags);
        var foreign = FindForeign(tags, folded, costs);
        var bytes = WordGraph.ToBytes(new WordGraph.Sources(Fold(words.ToDictionary(word => word.Key, word => word.Value.Frequency, StringComparer.Ordinal)), total, folded, pairs, costs, foreign));
        File.WriteAllBytes(output, bytes);
        Console.WriteLine($"{output}: {bytes.Length} bytes, {words.Count} words of jieba, {smartcn.Words.Count} of smartcn, {smartcn.Pairs.Count} pairs, {foreign.Count} characters of foreign names");
    }

    private static Dictionary<string, long> Fold(Dictionary<string, long> words)
    {
        var folded = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var (word, count) in words) folded[WordGraph.FoldKey(word)] = folded.GetValueOrDefault(WordGraph.FoldKey(word)) + count;
        return folded;
    }

    // -log p of a character as surname, first and second of two given, only given: counted over jieba's names (nr) that begin with a surname.
    private static Dictionary<char, double[]> CountNames(string[][] tags)
    {
        var counts = new Dictionary<char, double[]>();
        foreach (var tag in tags)
        {
            var name = tag[0];
            if (tag[2] != "nr" || name.Length is not (2 or 3) || !Surnames.Contains(name[0])) continue;
            Of(name[0])[0]++;
            if (name.Length == 2) Of(name[1])[3]++;
            else
            {
                Of(name[1])[1]++;
                Of(name[2])[2]++;
            }
        }
        var sums = Enumerable.Range(0, 4).Select(column => counts.Values.Sum(row => row[column])).ToArray();
        double[] unseen = [0, 0.02, 0.02, 0.05], more = [0, 100, 100, 250];
        return counts.ToDictionary(row => row.Key, row => Enumerable.Range(0, 5)
            .Select(column => column == 4 ? WordGraph.Never / 16.0 : -Math.Log((row.Value[column] + unseen[column]) / (sums[column] + more[column]))).ToArray());

        double[] Of(char unit) => counts.TryGetValue(unit, out var row) ? row : counts[unit] = new double[4];
    }

    // A character is of foreign names where it is more than e times as common in jieba's (nrt) as in all text.
    private static HashSet<char> FindForeign(string[][] tags, Dictionary<string, long> smartcn, Dictionary<char, double[]> costs)
    {
        var inNames = new Dictionary<char, int>();
        foreach (var unit in tags.Where(tag => tag[2] == "nrt" && tag[0].Length >= 3).SelectMany(tag => tag[0])) inNames[unit] = inNames.GetValueOrDefault(unit) + 1;
        var inText = new Dictionary<char, long>();
        foreach (var (word, count) in smartcn)
            foreach (var unit in word) inText[unit] = inText.GetValueOrDefault(unit) + count;
        double names = inNames.Values.Sum(), text = inText.Values.Sum();
        var foreign = new HashSet<char>();
        foreach (var (unit, count) in inNames)
        {
            if (count < LeastForeign || !(count / names / ((inText.GetValueOrDefault(unit) + 20) / text) > Math.E)) continue;
            foreign.Add(unit);
            if (!costs.TryGetValue(unit, out var row)) costs[unit] = row = [.. Enumerable.Repeat(WordGraph.Never / 16.0, 5)];
            row[4] = -Math.Log(count / names);
        }
        return foreign;
    }
}

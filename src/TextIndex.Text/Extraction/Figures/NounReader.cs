// SPDX-License-Identifier: MIT
using TextIndex.Documents;
using TextIndex.Normalization;
using TextIndex.Segmentation;

namespace TextIndex.Extraction.Figures;

/// <summary>Finds the noun that a measure word counts: 发展模式 in 7种发展模式.</summary>
internal static class NounReader
{
    private const int Window = 18;
    private const int MostWords = 6;

    // One character that is a noun by itself; the dictionary tags most of these as something else.
    private const string Short = "村人县乡镇省市国校院所站车船书树题字词班省滩山河湖岛桥路街楼房屋店厂矿井田坝渠池塔碑画诗歌戏课病药鱼羊牛马猪鸡";
    private const string Functions = "以在于对从向与和被把及将为由给让使得用到所各每这那其";
    private static readonly PhraseTable Quantities = new("全部 大部分 部分 全体 全都 大多 多数 左右 上下 之间 以上 以下 时间 上门 期间 基础 范围 情况");

    private static readonly PhraseTable TaggedAsVerbs = new("举措 倡议 建议 贷款 报告 通知 提案 议案 比赛 表演 演出 讲座 措施 课程 展览 宣讲");

    private static readonly PhraseTable Persons = new("司机 教授 干部 代表 群众 同志 专家 领导 青年 院士 博士 硕士 战士 护士 烈士 人士 女士 患者 骨干 嘉宾 评委 主任 书记 校友");

    // Tagged as times, but said of people.
    private static readonly PhraseTable People = new("青年 少年 青少年 中年 老年");

    /// <summary>Length of the noun that begins at a place; 0 for none.</summary>
    public static int Read(ReadOnlySpan<char> folded, int at, string unit, TextSpan[] words)
    {
        // What these measure stands before them or nowhere.
        if (unit is "次" or "倍" or "人次" or "遍" or "番" or "趟" or "回" or "人" or "国" or "省" or "市" or "县" or "乡" or "镇" or "校" or "村") return 0;
        var stop = at;
        while (stop < folded.Length && stop - at < Window && CharacterClass.IsHan(folded[stop])) stop++;
        if (stop == at) return 0;
        var window = folded[at..stop];
        var count = WordSegmenter.Default.Segment(window, words);
        int end = 0, endOfNoun = 0, endOfPerson = 0, unknown = 0;
        var ofPersons = unit is "名" or "位";
        for (var i = 0; i < count && i < MostWords; i++)
        {
            var word = window.Slice(words[i].Start, words[i].Length);
            // The last word may be cut by the window.
            if (at + words[i].End == stop && stop - at == Window) break;
            var tag = WordDictionary.Default.TagOf(word);
            if (Quantities.Contains(word)) break;
            if (word.Length == 1 && Short.Contains(word[0])) { end = endOfNoun = words[i].End; continue; }
            if (IsNoun(tag, word))
            {
                end = endOfNoun = words[i].End;
                if (ofPersons && IsPerson(word)) endOfPerson = end;
                continue;
            }
            if (tag is "vn" && word.Length > 1 && !(end == 0 && unit is "档" or "户" or "人")) { end = words[i].End; continue; }                            // counts alone (两项研究), behind a noun only before another
            if (end == 0 && (tag is "a" or "b" || word is "多" || People.Contains(word) || tag is "v" && word.Length == 2)) continue;
            if (tag.Length == 0 && word.Length >= 2 && !Functions.Contains(word[0]))               // 新冠|疫苗, 死鱼
            {
                if (end == 0 && unknown == 0) unknown = words[i].End;
                continue;
            }
            if (end > 0 && tag is "b" or "k" or "an") continue;
            if (end > 0 && word is "点" or "者" or "员" or "组" or "队" or "团" or "会" or "区" or "型" or "率" or "量" or "品" or "群" or "户") { end = endOfNoun = words[i].End; continue; }
            if (People.Contains(word)) continue;
            break;
        }
        // 三位老师|指导, 6名被困司机|安全: people end what counts people.
        if (endOfPerson > 0) return endOfPerson;
        return endOfNoun > 0 ? endOfNoun : end > 0 ? end : unknown;
    }

    private static bool IsPerson(ReadOnlySpan<char> word) => word.Length > 1 && ("人者员师生长手民兵工友客童妇家儿子".Contains(word[^1]) || Persons.Contains(word));

    private static bool IsNoun(string tag, ReadOnlySpan<char> word) => tag is "n" or "nz" or "nt" or "j" or "nrt" or "an" or "ng" || tag is "nr" && word.Length > 1 || TaggedAsVerbs.Contains(word) || tag is "ns" or "s" && word.Length >= 2;
}

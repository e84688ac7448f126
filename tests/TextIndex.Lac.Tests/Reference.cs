// SPDX-License-Identifier: MIT
using System.Text.Json;
using TextIndex.Tests;
using Xunit;

namespace TextIndex.Lac.Tests;

/// <summary>What the published network answers, computed in python from the published weights: ../shared/gold/lac_reference.jsonl.</summary>
internal sealed record Reference(string Text, string[] Labels, float[] First, float[] Last)
{
    public static readonly string[] LabelNames = [.. "a ad an c d f m n nr ns nt nw nz p q r s t u v vd vn w xc PER LOC ORG TIME".Split(' ').SelectMany(tag => new[] { tag + "-B", tag + "-I" }), "O"];

    public static IEnumerable<Reference> All() => File.ReadLines(Path.Combine(Repository.Gold, "lac_reference.jsonl")).Select(line =>
    {
        using var json = JsonDocument.Parse(line);
        var root = json.RootElement;
        return new Reference(root.GetProperty("text").GetString()!, root.GetProperty("labels").GetString()!.Split(' '), Numbers("emission_first"), Numbers("emission_last"));

        float[] Numbers(string name) => [.. root.GetProperty(name).EnumerateArray().Select(number => number.GetSingle())];
    });

    /// <summary>The labels of texts, each taken as one sentence.</summary>
    public static string[][] Label(LacModel model, IReadOnlyList<string> texts)
    {
        var text = string.Concat(texts);
        var scratch = LacScratch.Take();
        var at = 0;
        scratch.SentenceCount = texts.Count;
        for (var i = 0; i < texts.Count; i++) scratch.Sentences[i] = new SentenceBounds(at, at += texts[i].Length, texts[i].Length);
        model.LabelSentences(text, 0, scratch);
        at = 0;
        var labels = texts.Select(one => scratch.Labels[at..(at += one.Length)].Select(label => LabelNames[label]).ToArray()).ToArray();
        scratch.GiveBack();
        return labels;
    }

    /// <summary>The scores of one text's characters.</summary>
    public static unsafe float[][] Scores(LacModel model, string text)
    {
        var scratch = LacScratch.Take();
        scratch.SentenceCount = 1;
        scratch.Sentences[0] = new SentenceBounds(0, text.Length, text.Length);
        model.LabelSentences(text, 0, scratch);
        var scores = Enumerable.Range(0, text.Length).Select(row => new ReadOnlySpan<float>((float*)scratch.Products + row * LacWeights.Outputs, LacWeights.LabelCount).ToArray()).ToArray();
        scratch.GiveBack();
        return scores;
    }
}

/// <summary>A test that converts the published weights and is skipped, with the reason, where they are not.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PublishedWeightsFactAttribute : FactAttribute
{
    public const string Folder = "/usr/lib/python3/dist-packages/jieba";

    public PublishedWeightsFactAttribute()
    {
        if (!File.Exists(Folder + "/lac_small/model_baseline/word_emb")) Skip = "install Debian's python3-jieba, which has the published weights, to run this test";
        else if (Repository.Gold.Length == 0) Skip = "set TEXTINDEX_GOLD to the folder of the gold annotations to run this test";
    }
}

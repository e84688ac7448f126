// SPDX-License-Identifier: MIT
using TextIndex.DataBuilder;
using TextIndex.Tests;
using Xunit;
using Xunit.Abstractions;

namespace TextIndex.Lac.Tests;

public class ReferenceTests(ITestOutputHelper output)
{
    [GoldFact]
    public void The_embedded_weights_label_at_least_995_of_1000_characters_as_the_reference()
    {
        var (equal, all) = Compare(LacModel.Default);
        output.WriteLine($"{equal} of {all} labels are equal ({(double)equal / all:P3}); kernel {IntegerNumbers.Kernel}");
        Assert.True(equal >= 0.995 * all, $"{equal} of {all}");
    }

    [GoldFact]
    public void The_embedded_weights_score_within_a_hundredth_of_the_reference()
    {
        var farthest = Reference.All().Max(line => Farthest(LacModel.Default, line));
        output.WriteLine($"the score farthest away: {farthest}");
        Assert.InRange(farthest, 0f, 0.01f);
    }

    [PublishedWeightsFact]
    public void The_published_weights_label_every_character_as_the_reference()
    {
        var model = Published(32);
        var (equal, all) = Compare(model);
        var farthest = Reference.All().Max(line => Farthest(model, line));
        output.WriteLine($"{equal} of {all} labels are equal; the score farthest away: {farthest}");
        Assert.Equal(all, equal);
        Assert.InRange(farthest, 0f, 0.001f);
    }

    [PublishedWeightsFact]
    public void The_published_weights_convert_to_the_embedded_bytes() =>
        Assert.True(File.ReadAllBytes(Repository.File("src/TextIndex.Lac/Data/lac-small.bin")).AsSpan().SequenceEqual(LacBuilder.Convert(PublishedWeightsFactAttribute.Folder, 16)));

    private static LacModel Published(int bits)
    {
        var converted = LacBuilder.Convert(PublishedWeightsFactAttribute.Folder, bits);
        var bytes = GC.AllocateUninitializedArray<byte>(converted.Length, pinned: true);
        converted.CopyTo(bytes, 0);
        Pinned.Add(bytes);
        return LacModel.Open(bytes);
    }

    private static readonly List<byte[]> Pinned = [];

    private static (int Equal, int All) Compare(LacModel model)
    {
        var lines = Reference.All().ToArray();
        var (equal, all) = (0, 0);
        for (var first = 0; first < lines.Length; first += 300)
        {
            var part = lines[first..Math.Min(first + 300, lines.Length)];
            var labels = Reference.Label(model, [.. part.Select(line => line.Text)]);
            for (var i = 0; i < part.Length; i++)
            {
                all += part[i].Labels.Length;
                equal += part[i].Labels.Zip(labels[i]).Count(pair => pair.First == pair.Second);
            }
        }
        return (equal, all);
    }

    private static float Farthest(LacModel model, Reference line)
    {
        var scores = Reference.Scores(model, line.Text);
        return Math.Max(line.First.Zip(scores[0], Distance).Max(), line.Last.Zip(scores[^1], Distance).Max());

        static float Distance(float expected, float found) => Math.Abs(expected - found);
    }
}

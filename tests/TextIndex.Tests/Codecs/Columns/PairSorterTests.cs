// SPDX-License-Identifier: MIT
using TextIndex.Codecs.Columns;
using Xunit;

namespace TextIndex.Tests.Codecs.Columns;

/// <summary>Pairs come sorted with all their places, whatever the slices.</summary>
public sealed unsafe class PairSorterTests
{
    private const int Seed = 20261122;

    [Fact]
    public void Every_pair_comes_once_ascending_with_all_its_places_whatever_the_slices()
    {
        var random = new Random(Seed);
        for (var round = 0; round < 200; round++)
        {
            var text = Draw(random, random.Next(5) * random.Next(600), 1 + random.Next(1 + random.Next(400)));
            var wanted = Enumerable.Range(0, Math.Max(0, text.Length - 1)).Where(i => text[i] != '\n' && text[i + 1] != '\n')
                .GroupBy(i => (First: text[i], Second: text[i + 1])).OrderBy(group => group.Key).ToList();
            fixed (char* units = text)
            {
                using var sorter = new PairSorter(units, text.Length, slicePlaces: random.Next(1, 2000), mostPaired: random.Next(1, 600));
                foreach (var group in wanted)
                {
                    Assert.True(sorter.MoveNext(), $"seed {Seed}, round {round}");
                    Assert.Equal(group.Key, (sorter.First, sorter.Second));
                    Assert.Equal(group, sorter.Places.ToArray());
                }
                Assert.False(sorter.MoveNext(), $"seed {Seed}, round {round}");
            }
        }
    }

    // From U+0000 to U+FFFF, some much oftener than others, and barriers.
    private static string Draw(Random random, int length, int kinds)
    {
        var alphabet = Enumerable.Range(0, kinds).Select(_ => random.Next(8) == 0 ? '\n' : (char)random.Next(1 << 16)).Append('\0').Append('\uFFFF').ToArray();
        return string.Concat(Enumerable.Range(0, length).Select(_ => alphabet[(int)(alphabet.Length * Math.Pow(random.NextDouble(), 3))]));
    }
}

// SPDX-License-Identifier: MIT
using Lucene.Net.Util;
using TextIndex.Codecs.Buffering;
using Xunit;

namespace TextIndex.Tests.Codecs.Buffering;

public class DocumentBufferTests
{
    private const int Seed = 20261130;

    [Fact]
    public void What_waits_stays_as_it_was_written_until_it_is_given_back_whoever_takes_and_gives()
    {
        using var buffer = new DocumentBuffer(8 << 20);
        Parallel.For(0, 4, worker =>
        {
            var random = new Random(Seed + worker);
            var filler = new BufferFiller(buffer);
            var waiting = new List<(BufferAddress Address, byte Value)>();
            for (var step = 0; step < 4000; step++)
            {
                var value = (byte)random.Next(256);
                // Now and then one that is larger than a block.
                var address = filler.Take(random.Next(500) == 0 ? random.Next(1, 600_000) : random.Next(1, 3000), out var bytes);
                bytes.Fill(value);
                waiting.Add((address, value));
                if (waiting.Count < 300) continue;
                foreach (var (at, written) in waiting)
                {
                    Assert.True(Holds(buffer, at, written), $"seed {Seed}, worker {worker}, step {step}");
                    buffer.Release(at);
                }
                waiting.Clear();
            }
            foreach (var (at, _) in waiting) buffer.Release(at);
        });
        Assert.InRange(buffer.UsedBytes, 0, 4 << 18);          // the block that each is filling
    }

    [Fact]
    public void An_address_is_read_as_it_was_written_and_nothing_else_is_one()
    {
        var address = new BufferAddress(7, 260_000, int.MaxValue);
        var bytes = new byte[BufferAddress.Bytes];
        address.Write(bytes);
        Assert.Equal(address, BufferAddress.Read(new BytesRef(bytes)));
        Assert.Throws<InvalidOperationException>(() => BufferAddress.Read(new BytesRef("学习学习学")));
    }

    [Fact]
    public void Full_and_overfull_are_told_by_what_waits()
    {
        using var buffer = new DocumentBuffer(1 << 20);
        var filler = new BufferFiller(buffer);
        Assert.False(buffer.IsFull);
        var first = filler.Take(1 << 20, out _);
        Assert.True(buffer.IsFull);
        Assert.False(buffer.IsOverfull);
        filler.Take(1 << 18, out _);
        Assert.True(buffer.IsOverfull);
        buffer.Release(first);
        filler.Take(1 << 18, out _);                                // leaves the large block, which is given back
        Assert.False(buffer.IsFull);
    }

    private static unsafe bool Holds(DocumentBuffer buffer, BufferAddress address, byte value) =>
        !new ReadOnlySpan<byte>(buffer.At(address), address.Length).ContainsAnyExcept(value);
}

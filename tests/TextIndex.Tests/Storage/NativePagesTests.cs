// SPDX-License-Identifier: MIT
using TextIndex.Codecs;
using TextIndex.Storage;
using Xunit;

namespace TextIndex.Tests.Storage;

public sealed unsafe class NativePagesTests
{
    [Theory]
    [InlineData(1, 100)]
    [InlineData(100, 1 << 17)]
    [InlineData(1 << 17, 3 << 17)]
    [InlineData((1 << 17) + 1, 17)]
    public void What_is_kept_of_memory_stands_at_the_beginning_of_the_other(int bytes, int wanted)
    {
        var kept = Math.Min(bytes, wanted);
        var memory = (byte*)NativePages.Take(bytes);
        for (var i = 0; i < bytes; i++) memory[i] = (byte)(i * 7);
        memory = (byte*)NativePages.Replace(memory, bytes, kept, wanted);
        for (var i = 0; i < kept; i++) Assert.Equal((byte)(i * 7), memory[i]);
        memory[wanted - 1] = 1;
        NativePages.Free(memory, wanted);
    }

    [Fact]
    public void Nothing_is_freed_where_nothing_was_taken() => NativePages.Free(null, 1 << 20);

    [Fact]
    public void A_list_keeps_what_is_added_while_it_grows()
    {
        using var list = new NativeList<long>();
        for (var round = 0; round < 2; round++)
        {
            for (var i = 0; i < 100_000; i++) list.Add(i * 3L);
            Assert.Equal(100_000, list.Count);
            for (var i = 0; i < list.Count; i++) Assert.Equal(i * 3L, list[i]);
            list.Clear();
        }
    }
}

// SPDX-License-Identifier: MIT
using Lucene.Net.Store;
using TextIndex.Storage;
using Xunit;

namespace TextIndex.Tests.Storage;

public sealed class MappedDirectoryTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_mapped_file_reads_as_Lucene_reads_it_and_gives_its_bytes()
    {
        using var directory = new MappedDirectory(_folder.Full("a"));
        Write(directory);
        using var stock = new SimpleFSDirectory(_folder.Full("a"));
        using IndexInput ours = directory.OpenInput("_0.bin", IOContext.READ), theirs = stock.OpenInput("_0.bin", IOContext.READ);
        Assert.Equal(theirs.Length, ours.Length);
        ReadAll(theirs, ours);
        ours.Seek(3);
        var clone = (IndexInput)ours.Clone();
        Assert.Equal(ours.ReadByte(), clone.ReadByte());
        clone.Seek(ours.Length);
        Assert.Throws<EndOfStreamException>(() => clone.ReadByte());
        clone.Seek(ours.Length - 2);
        Assert.Throws<EndOfStreamException>(() => clone.ReadInt32());
        clone.Seek(-1);
        Assert.Throws<EndOfStreamException>(() => clone.ReadByte());

        var slice = MappedSlice.Of(ours);
        Assert.Equal(ours.Length, slice.Length);
        ours.Seek(0);
        Assert.Equal(ours.ReadByte(), slice.Region(0, 1)[0]);
        Assert.Throws<EndOfStreamException>(() => slice.Region(slice.Length - 1, 2).Length);
        Assert.Throws<EndOfStreamException>(() => slice.Region(-1, 1).Length);
    }

    [Fact]
    public void A_slice_of_a_file_ends_where_it_ends_and_nothing_opens_behind_the_file()
    {
        using var directory = new MappedDirectory(_folder.Full("a"));
        Write(directory);
        using var slicer = directory.CreateSlicer("_0.bin", IOContext.READ);
        var slice = slicer.OpenSlice("part", 1, 2);
        slice.ReadByte();
        slice.ReadByte();
        Assert.Throws<EndOfStreamException>(() => slice.ReadByte());
        Assert.Throws<EndOfStreamException>(() => slicer.OpenSlice("part", 1, directory.FileLength("_0.bin")));
        Assert.Throws<FileNotFoundException>(() => directory.OpenInput("_1.bin", IOContext.READ));
    }

    [Fact]
    public unsafe void Bytes_stay_where_they_are_when_their_input_is_closed_and_the_file_deleted()
    {
        using var directory = new MappedDirectory(_folder.Full("a"));
        Write(directory);
        MappedSlice slice;
        using (var input = directory.OpenInput("_0.bin", IOContext.READ)) slice = MappedSlice.Of(input);
        directory.DeleteFile("_0.bin");
        for (var i = 0; i < 3; i++) { GC.Collect(); GC.WaitForPendingFinalizers(); }
        Assert.Equal(0x7F, slice.Pointer[0]);
        GC.KeepAlive(slice.Bytes);
    }

    [Fact]
    public unsafe void Files_of_another_directory_are_copied()
    {
        using var directory = new RAMDirectory();
        Write(directory);
        using var input = directory.OpenInput("_0.bin", IOContext.READ);
        input.Seek(5);
        var slice = MappedSlice.Of(input);
        Assert.Equal(5, input.Position);
        for (var i = 0; i < slice.Length; i++)
        {
            input.Seek(i);
            Assert.Equal(input.ReadByte(), slice.Pointer[i]);
        }
        GC.KeepAlive(slice.Bytes);
    }

    private static void Write(Lucene.Net.Store.Directory directory)
    {
        using var output = directory.CreateOutput("_0.bin", IOContext.DEFAULT);
        output.WriteByte(0x7F);
        output.WriteInt16(-2);
        output.WriteInt32(int.MinValue + 5);
        output.WriteInt64(long.MaxValue - 5);
        output.WriteVInt32(-1);
        output.WriteVInt64(long.MaxValue);
        output.WriteString("实事求是😀");
        output.WriteBytes(new byte[100_000], 100_000);
    }

    private static void ReadAll(IndexInput theirs, IndexInput ours)
    {
        Assert.Equal(theirs.ReadByte(), ours.ReadByte());
        Assert.Equal(theirs.ReadInt16(), ours.ReadInt16());
        Assert.Equal(theirs.ReadInt32(), ours.ReadInt32());
        Assert.Equal(theirs.ReadInt64(), ours.ReadInt64());
        Assert.Equal(theirs.ReadVInt32(), ours.ReadVInt32());
        Assert.Equal(theirs.ReadVInt64(), ours.ReadVInt64());
        Assert.Equal(theirs.ReadString(), ours.ReadString());
        Assert.Equal(theirs.Position, ours.Position);
    }
}

// SPDX-License-Identifier: MIT
using TextIndex.Primitives;
using Xunit;

namespace TextIndex.Tests.Corrupt;

/// <summary>Every byte flipped, every file cut at every length: a typed error or the right answer, and checking names the file.</summary>
public sealed class DamagedFilesTests : IDisposable
{
    private const int Seed = 20261122;
    private readonly SmallIndex _index = new();

    // A sample of prime stride by default; everything takes minutes (TEXTINDEX_SLOW=1).
    private static readonly int Stride = Repository.Slow ? 1 : 17;

    public void Dispose() => _index.Dispose();

    [Fact]
    public void A_sound_index_is_sound()
    {
        Assert.NotEqual("", _index.RightAnswer);
        var report = SearchIndex.Check(_index.Path);
        Assert.True(report.Sound, string.Join('\n', report.Files.Select(file => $"{file.Name}: {file.Problem}").Concat(report.Problems)));
        Assert.Equal(3, report.Documents);
        Assert.Equal(_index.Files, report.Files.Select(file => file.Name).Order(StringComparer.Ordinal));
        Assert.Contains(_index.Files, file => file.EndsWith(".del", StringComparison.Ordinal));
        Assert.Equal(2, _index.Files.Count(file => file.EndsWith(".si", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_flipped_byte_is_a_typed_error_and_checking_names_the_file()
    {
        var random = new Random(Seed);
        var offset = 0;
        foreach (var file in _index.Files)
        {
            var sound = File.ReadAllBytes(_index.Full(file));
            for (; offset < sound.Length; offset += Stride)
            {
                var damaged = (byte[])sound.Clone();
                damaged[offset] ^= (byte)random.Next(1, 256);
                File.WriteAllBytes(_index.Full(file), damaged);
                Expect(file, $"seed {Seed}, {file}, byte {offset} is {damaged[offset]:x2}, was {sound[offset]:x2}");
            }
            offset -= sound.Length;
            File.WriteAllBytes(_index.Full(file), sound);
        }
        Assert.Equal(_index.RightAnswer, _index.Answer());
    }

    [Fact]
    public void A_cut_file_is_a_typed_error_and_checking_names_it()
    {
        var length = 0;
        foreach (var file in _index.Files)
        {
            var sound = File.ReadAllBytes(_index.Full(file));
            for (; length < sound.Length; length += Stride)
            {
                File.WriteAllBytes(_index.Full(file), sound[..length]);
                Expect(file, $"{file} cut to {length} of {sound.Length} bytes");
            }
            length -= sound.Length;
            File.WriteAllBytes(_index.Full(file), sound);
        }
        Assert.Equal(_index.RightAnswer, _index.Answer());
    }

    [Fact]
    public void Damage_in_an_index_too_large_to_be_verified_is_told_where_reading_stumbles()
    {
        var random = new Random(Seed);
        var (told, offset) = (0, 0);
        foreach (var file in _index.Files)
        {
            var sound = File.ReadAllBytes(_index.Full(file));
            for (; offset < sound.Length; offset += Stride)
            {
                var damaged = (byte[])sound.Clone();
                damaged[offset] ^= (byte)random.Next(1, 256);
                File.WriteAllBytes(_index.Full(file), damaged);
                try
                {
                    // Bytes that no question touches, and words and numbers that are another word and number, are seen by checking alone.
                    _index.Answer(verifyUpToBytes: 1);
                }
                catch (IndexCorruptException error)
                {
                    Assert.Equal(Path.Join(_index.Path, file), error.File);
                    told++;
                }
                catch (Exception other) when (other is not Xunit.Sdk.XunitException)
                {
                    Assert.Fail($"seed {Seed}, {file}, byte {offset} is {damaged[offset]:x2}, was {sound[offset]:x2}: {other}");
                }
            }
            offset -= sound.Length;
            File.WriteAllBytes(_index.Full(file), sound);
        }
        Assert.NotEqual(0, told);
    }

    [Fact]
    public void A_missing_file_is_named()
    {
        foreach (var file in _index.Files.Where(file => !file.StartsWith("segments", StringComparison.Ordinal)))
        {
            File.Move(_index.Full(file), _index.Full("away"));
            Expect(file, $"{file} is missing");
            File.Move(_index.Full("away"), _index.Full(file));
        }
    }

    [Fact]
    public void Bytes_behind_the_end_are_damage()
    {
        foreach (var file in _index.Files)
        {
            var sound = File.ReadAllBytes(_index.Full(file));
            File.WriteAllBytes(_index.Full(file), [.. sound, 0]);
            Expect(file, $"{file} is a byte too long");
            File.WriteAllBytes(_index.Full(file), sound);
        }
    }

    [Fact]
    public void A_file_of_another_kind_in_its_place_is_damage()
    {
        var commit = _index.Files.Single(file => file.StartsWith("segments_", StringComparison.Ordinal));
        var info = _index.Files.First(file => file.EndsWith(".si", StringComparison.Ordinal));
        var (soundCommit, soundInfo) = (File.ReadAllBytes(_index.Full(commit)), File.ReadAllBytes(_index.Full(info)));
        File.WriteAllBytes(_index.Full(commit), soundInfo);
        Expect(commit, "the commit is a segment info");
        File.WriteAllBytes(_index.Full(commit), soundCommit);
        File.WriteAllBytes(_index.Full(info), soundCommit);
        Expect(info, "the segment info is a commit");
    }

    [Fact]
    public void A_damaged_user_dictionary_is_a_typed_error_or_means_the_same()
    {
        using var folder = new Storage.TemporaryFolder();
        TextIndex.Storage.IndexFolder.WriteUserDictionary(folder.Path, "初心使命 10 n\n");
        using (var index = SearchIndex.Open(folder.Path))
        {
            index.Add(TextIndex.Documents.DocumentReader.Read("a.txt", "不忘初心使命"));
            index.Commit();
        }
        var file = folder.Full("user.dict");
        var sound = File.ReadAllBytes(file);
        var typed = 0;
        for (var offset = 0; offset < sound.Length; offset += Repository.Slow ? 1 : 4)
        {
            var damaged = (byte[])sound.Clone();
            damaged[offset] ^= 0x15;
            File.WriteAllBytes(file, damaged);
            try
            {
                using var index = SearchIndex.Open(folder.Path, new SearchIndexOptions { ReadOnly = true });
                Assert.Equal(1, index.Search("初心使命").Total);
            }
            catch (TextIndexException)
            {
                typed++;
            }
        }
        Assert.NotEqual(0, typed);
    }

    [Fact]
    public void Lists_that_lie_about_their_lengths_are_refused_without_allocating()
    {
        var random = new Random(Seed);
        var commit = File.ReadAllBytes(_index.Full(_index.Files.Single(file => file.StartsWith("segments_", StringComparison.Ordinal))))[..^16];
        var info = File.ReadAllBytes(_index.Full(_index.Files.First(file => file.EndsWith(".si", StringComparison.Ordinal))))[..^16];
        foreach (var (sound, read) in new (byte[], Action<byte[]>)[] { (commit, bytes => TextIndex.Indexing.CommitFiles.ReadCommit(bytes)), (info, bytes => TextIndex.Indexing.CommitFiles.ReadInfo(bytes)) })
        {
            read(sound);
            for (var draw = 0; draw < 20_000; draw++)
            {
                var bytes = (byte[])sound.Clone();
                for (var flips = random.Next(1, 5); flips > 0; flips--) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
                if (random.Next(4) == 0) bytes = bytes[..random.Next(bytes.Length)];
                var before = GC.GetAllocatedBytesForCurrentThread();
                try
                {
                    read(bytes);
                }
                catch (FormatException)
                {
                }
                Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 1 << 20, $"seed {Seed}, draw {draw}");
            }
        }
    }

    // These bytes stand in files of which every byte counts, so there is no right answer left to give: it must be the error.
    private void Expect(string file, string what)
    {
        try
        {
            _index.Answer();
            Assert.Fail($"{what}: opened as if nothing had happened");
        }
        catch (IndexCorruptException told)
        {
            Assert.True(told.File == Path.Join(_index.Path, file), $"{what}: told of {told.File}");
            Assert.Contains("textindex check", told.Message, StringComparison.Ordinal);
        }
        catch (Exception other) when (other is not Xunit.Sdk.XunitException)
        {
            Assert.Fail($"{what}: {other}");
        }
        var report = SearchIndex.Check(_index.Path);
        Assert.False(report.Sound, what);
        Assert.True(report.Files.Single(checkedFile => checkedFile.Problem.Length > 0).Name == file, what);
    }
}

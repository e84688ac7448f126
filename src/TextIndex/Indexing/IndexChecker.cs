// SPDX-License-Identifier: MIT
using System.Buffers.Binary;
using System.IO.Hashing;
using Lucene.Net.Store;
using TextIndex.Primitives;
using Directory = Lucene.Net.Store.Directory;

namespace TextIndex.Indexing;

/// <summary>Verifies an index: every byte of every file, and then that its parts fit each other. Takes no lock, changes nothing.</summary>
/// <remarks>
/// The checksums are read here and not by Lucene.Net, whose readers believe sizes before they have seen the checksum; its CheckIndex is not used
/// because under NativeAOT it takes every index segment for broken.
/// </remarks>
internal static partial class IndexChecker
{
    private const int FooterBytes = 16;
    private const int FooterMagic = unchecked((int)0xC02893E8);

    // A commit and a segment info are lists of names; one beyond this is none.
    private const long MostListBytes = 64L << 20;

    /// <summary>Verifies the checksums of the newest commit: its lists of files always, all its files where the index is small.</summary>
    /// <param name="directory">Where the index is. Where there is none, there is nothing to verify.</param>
    /// <param name="name">Name of the index in messages.</param>
    /// <param name="upToBytes">What is small; 0 = nothing is verified.</param>
    /// <exception cref="IndexCorruptException">A file is not what was written; it is named.</exception>
    /// <exception cref="IOException">The disk failed: nothing can be said about the file.</exception>
    public static void VerifyFiles(Directory directory, string name, long upToBytes = long.MaxValue)
    {
        while (upToBytes > 0)
        {
            var names = directory.ListAll();
            var commit = CommitFiles.NewestOf(names);
            if (commit.Length == 0) return;
            var listsOnly = names.Sum(file => SizeOf(directory, file)) > upToBytes;
            if (WalkFiles(directory, commit, listsOnly, tellsUnreadable: false).FirstOrDefault(file => file.Problem.Length > 0) is not { } damaged) return;
            // A writer may have put another commit in the place of this one and deleted its files: then that one is looked at.
            if (CommitFiles.NewestOf(directory.ListAll()) == commit) throw new IndexCorruptException(Path.Join(name, damaged.Name), damaged.Problem);
        }
    }

    /// <summary>Verifies everything.</summary>
    /// <param name="directory">Where the index is.</param>
    /// <param name="name">Name of the index in messages.</param>
    /// <param name="cancellationToken">Looked at once a file, a document and a term.</param>
    public static CheckReport Check(Directory directory, string name, CancellationToken cancellationToken)
    {
        while (true)
        {
            var commit = CommitFiles.NewestOf(directory.ListAll());
            if (commit.Length == 0) return new CheckReport([], [Messages.CheckNoCommit], 0);
            var files = new List<CheckedFile>();
            foreach (var file in WalkFiles(directory, commit))
            {
                cancellationToken.ThrowIfCancellationRequested();
                files.Add(file);
            }
            var report = files.TrueForAll(file => file.Problem.Length == 0) ? CheckContent(directory, name, files, cancellationToken) : new CheckReport(files, [], 0);
            if (report.Sound || CommitFiles.NewestOf(directory.ListAll()) == commit) return report;
        }
    }

    // The commit, and for each index segment its list of files and the files. What cannot be listed is not walked.
    private static IEnumerable<CheckedFile> WalkFiles(Directory directory, string commit, bool listsOnly = false, bool tellsUnreadable = true)
    {
        var checkedCommit = CheckList(directory, commit, tellsUnreadable, bytes => CommitFiles.ReadCommit(bytes), out var parts);
        yield return checkedCommit;
        foreach (var part in parts ?? [])
        {
            var info = part.Name + ".si";
            yield return CheckList(directory, info, tellsUnreadable, bytes => CommitFiles.ReadInfo(bytes), out var files);
            if (listsOnly) continue;
            foreach (var file in (files ?? []).Where(file => file != info).Concat(part.OwnFiles).Order(StringComparer.Ordinal))
                yield return CheckFile(directory, file, tellsUnreadable, null);
        }
    }

    // A file that a writer deletes meanwhile takes no room.
    private static long SizeOf(Directory directory, string file)
    {
        try
        {
            return directory.FileLength(file);
        }
        catch (IOException)
        {
            return 0;
        }
    }

    private delegate List<T> ListReader<T>(ReadOnlySpan<byte> bytes);

    private static CheckedFile CheckList<T>(Directory directory, string file, bool tellsUnreadable, ListReader<T> read, out List<T>? list)
    {
        list = null;
        var bytes = new MemoryStream();
        var result = CheckFile(directory, file, tellsUnreadable, bytes);
        if (result.Problem.Length > 0) return result;
        try
        {
            list = read(bytes.GetBuffer().AsSpan(0, (int)bytes.Length - FooterBytes));
            return result;
        }
        catch (FormatException cause)
        {
            return result with { Problem = cause.Message };
        }
    }

    private static CheckedFile CheckFile(Directory directory, string file, bool tellsUnreadable, MemoryStream? copy)
    {
        var size = 0L;
        try
        {
            size = directory.FileLength(file);
            return new CheckedFile(file, size, ProblemOf(directory, file, size, copy));
        }
        catch (FileNotFoundException)
        {
            return new CheckedFile(file, 0, Messages.CheckMissing);
        }
        catch (IOException cause) when (tellsUnreadable || cause is EndOfStreamException)
        {
            return new CheckedFile(file, size, Messages.CheckUnreadable(cause.Message));
        }
    }

    private static string ProblemOf(Directory directory, string file, long size, MemoryStream? copy)
    {
        if (size < FooterBytes) return Messages.CheckTooShort(size);
        if (copy is not null && size > MostListBytes) return Messages.CheckTooLong(size);
        using var input = directory.OpenInput(file, IOContext.READ_ONCE);
        var crc = new Crc32();
        var buffer = new byte[(int)Math.Min(size, 1 << 16)];
        for (var left = size - 8; left > 0;)
        {
            var count = (int)Math.Min(left, buffer.Length);
            input.ReadBytes(buffer, 0, count);
            crc.Append(buffer.AsSpan(0, count));
            copy?.Write(buffer, 0, count);
            left -= count;
        }
        input.Seek(size - FooterBytes);
        var footer = new byte[FooterBytes];
        input.ReadBytes(footer, 0, FooterBytes);
        copy?.Write(footer, FooterBytes - 8, 8);
        if (BinaryPrimitives.ReadInt32BigEndian(footer) != FooterMagic || BinaryPrimitives.ReadInt32BigEndian(footer.AsSpan(4)) != 0) return Messages.CheckNoFooter;
        var expected = BinaryPrimitives.ReadInt64BigEndian(footer.AsSpan(8));
        var found = crc.GetCurrentHashAsUInt32();
        return found == expected ? "" : Messages.CheckSum(found, expected);
    }
}

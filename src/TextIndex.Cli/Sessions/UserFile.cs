// SPDX-License-Identifier: MIT
using TextIndex.Primitives;

namespace TextIndex.Cli.Sessions;

/// <summary>Reads a file that was named on the command line.</summary>
internal static class UserFile
{
    /// <exception cref="UsageException">There is no such file, or it cannot be read.</exception>
    public static byte[] ReadAll(Invocation call, string file)
    {
        var path = call.FullPath(file);
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception cause) when (cause is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new UsageException(Messages.NoSuchFile(file));
        }
        catch (Exception cause) when (cause is UnauthorizedAccessException or IOException)
        {
            throw new UsageException(Directory.Exists(path) ? Messages.FolderNotFile(file) : Messages.FileNotReadable(file));
        }
    }
}

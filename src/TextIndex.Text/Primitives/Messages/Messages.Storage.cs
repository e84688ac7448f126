// SPDX-License-Identifier: MIT
namespace TextIndex.Primitives;

internal static partial class Messages
{
    public static string FolderMissing(string folder) => $"{folder}: there is no such folder; check the path.";

    public const string FolderUnreadable = "the folder cannot be read; what was indexed of it is left as it was";

    public const string FileUnreadable = "the file cannot be read; what was indexed of it is left as it was";

    public const string FileGone = "the file went away while it was being indexed";

    public const string FileIsLink = "links are not followed; index the folder it points to";

    public static string FileTooLarge(long sizeBytes, long largestBytes) =>
        $"the file is larger than what is indexed ({Megabytes(sizeBytes)}, limit {Megabytes(largestBytes)})";

    public static string FileDiagnostics(string first, int more) => more == 0 ? first : $"{first} (and {more} more)";

    public static string IndexNotOurs(string index, string found) =>
        $"{index}: holds \"{found}\", which is no part of an index, so nothing was deleted; move it away or delete the folder by hand.";

    public static string FolderNotFlushed(string folder, string reason) =>
        $"{folder}: the folder cannot be flushed to disk ({reason}); what was committed may be lost in a power cut. Look after the disk and commit again.";

    public static string FileNotFlushed(string file) =>
        $"{file}: an earlier flush to disk failed, so its bytes may be gone though a second one would succeed; roll back to the last commit and write again.";

    private static string Megabytes(long bytes) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{bytes / 1048576.0:0.#} MB");
}

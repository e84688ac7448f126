// SPDX-License-Identifier: MIT
namespace TextIndex.Primitives;

internal static partial class Messages
{
    public static string IndexCorrupt(string file, string found) =>
        $"{file}: {found}; run `textindex check`, then rebuild with `textindex index --rebuild`.";

    public static string IndexVersion(string index, string found, string supported) =>
        $"{index}: written with \"{found}\", this version works with \"{supported}\"; rebuild it with `textindex index --rebuild`.";

    public static string IndexLocked(string index) =>
        $"{index}: another process is writing to this index; wait for it, or stop it.";

    public static string IndexMissing(string index) =>
        $"{index}: there is no index here; make one with `textindex index`.";

    public static string KeyTooLong(string key, int longest) =>
        $"{key[..40]}…: the key has {key.Length} code units; at most {longest} are kept.";

    public static string BackupNotEmpty(string path) => $"{path}: there is something here already; a backup needs a folder of its own.";

    public static string NoSuchDocument(string key) => $"{key}: the index holds no document with this key.";

    public static string RollBackFirst(string index, string cause) =>
        $"{index}: writing failed before ({cause}), so changes since the last commit are not whole; call Rollback, then make them again.";

    public const string IndexingFolders = "This index is reading its folders and has one writer; wait until that has ended, then add, delete or commit.";

    public const string IndexReadOnly = "This index was opened for reading; open it for writing to add, delete or commit.";
}

// SPDX-License-Identifier: MIT
using System.Globalization;

namespace TextIndex.Primitives;

// What the command line says: errors as where: what is wrong; what to do, then notices, then the words of the text output.
internal static partial class Messages
{
    public static string NeedsCommand => "textindex: expected a command first; see `textindex --help`.";

    public static string NoSuchCommand(string found) => $"textindex: there is no command \"{found}\"; see `textindex --help`.";

    public static string NoSuchCommandBut(string found, string nearest) => $"textindex: there is no command \"{found}\"; did you mean `textindex {nearest}`?";

    public static string NoSuchOption(string found, string command) =>
        $"{command} {found}: there is no such option; see `textindex {command} --help`, or put -- before a text that begins with a dash.";

    public static string NeedsValue(string option, string value) => $"{option}: needs a value; write {option} {(value.Length == 0 ? "VALUE" : value)}.";

    public static string TakesNoValue(string option) => $"{option}: takes no value; write {option} alone.";

    public static string GivenTwice(string option) => $"{option}: given more than once; give it once.";

    public static string ArgumentMissing(string command, string argument) => $"{command}: {argument} is missing; see `textindex {command} --help`.";

    public static string OneTooMany(string found, string command) => $"{command} {found}: one word too many; put a text with blanks in quotes, or see `textindex {command} --help`.";

    public static string ExpectedNumber(string option, int least, string found) => $"{option}: expected a whole number from {Number(least)}, found \"{found}\".";

    public static string ExpectedOneOf(string option, string choices, string found) => $"{option}: expected one of {choices}, found \"{found}\".";

    public static string ExpectedDay(string option, string found) => $"{option}: expected a date such as 2022, 2022-07 or 2022-07-20, found \"{found}\".";

    public static string NoSuchFormatYet(string command, string format) => $"--format {format}: {command} has no {format} yet; use text or json.";

    public static string NotYet(string option) => $"{option}: this version cannot do that yet; leave it out.";

    public static string NotTogether(string one, string other) => $"{one}: cannot stand together with {other}; leave one out.";

    public static string NoSuchPath(string path) => $"{path}: the index holds no document of this path; paths are relative to the folder, as `search` prints them.";

    public static string SeveralFolders => "several folders: need an index of their own; say where with --index PATH.";

    public static string NoSuchFolder(string path) => $"{path}: there is no such folder; check the name.";

    public static string FileNotFolder(string path) => $"{path}: is a file, not a folder; give the folder that it is in.";

    public static string NoSuchFile(string path) => $"{path}: there is no such file or folder; check the name.";

    public static string FolderNotFile(string path) => $"{path}: is a folder; give a file.";

    public static string FileNotReadable(string path) => $"{path}: cannot be read; check who may read it.";

    public static string FolderNotWritable(string path) => $"{path}: cannot be written; choose another place with --index PATH.";

    public static string IndexNotThere(string path) => $"{path}: there is no index here; make one with `textindex index`.";

    public static string OtherFolders(string index, string folders) =>
        $"{index}: this index is of {folders}; search it without naming folders, or index the others with `textindex index … --index`.";

    public static string CannotRead(string problem) => $"textindex: {problem}";

    public static string Stopped => "textindex: stopped; the index is as it was at its last commit.";

    public static string Unexpected(string problem) => $"textindex: this should not have happened, please report it: {problem}";

    // Notices.
    public static string SearchingLastCommit(string index) => $"{index}: another process is writing to this index; searching its last commit.";

    public static string SearchingUnrefreshed(string index) => $"{index}: cannot be written; searching it as it is.";

    public static string SearchingWithoutFolder(string folder) => $"{folder}: there is no such folder now; searching the index as it is.";

    public static string SearchingInMemory(string index) => $"{(index.Length == 0 ? "cache" : index)}: cannot be written; searching in memory, nothing is kept.";

    public static string Reindexing(string index) => $"{index}: written with another dictionary or version; indexing it anew.";

    public static string Skipped(string path, string reason) => $"{path}: {reason}";

    public static string NothingToIndex(string folder) => $"{folder}: holds no text files; *.txt, *.text, *.md and *.markdown are indexed unless --include says otherwise.";

    public static string SomeWordsFound(int documents) =>
        $"No document holds all the words; {Counted(documents, "document")} {(documents == 1 ? "holds" : "hold")} some of them: --any-word shows {(documents == 1 ? "it" : "them")}.";

    public static string Progress(int done, int total, string path) => $"{Number(done)}/{Number(total)} {path}";

    // Text output.
    public static string Version(string version) => $"textindex {version}";

    public static string SearchSummary(int shown, int total, int indexed, double milliseconds)
    {
        var time = Milliseconds(milliseconds);
        if (total == 0) return $"nothing found among {Counted(indexed, "document")} ({time})";
        var found = $"{Counted(total, "document")} found among {Number(indexed)}";
        return shown == total ? $"{found} ({time})" : $"{found}, {Number(shown)} shown ({time})";
    }

    public static string CountSummary(int documents, long occurrences) => $"{Counted(occurrences, "occurrence")} in {Counted(documents, "document")}";

    public static string KwicSummary(int shown, int total) =>
        total == 0 ? "nothing found" : shown == total ? Counted(total, "occurrence") : $"{Number(shown)} of {Counted(total, "occurrence")}";

    public static string IndexSummary(int documents, int added, int updated, int deleted, int unchanged, double milliseconds) =>
        $"{Counted(documents, "document")}: {Number(added)} added, {Number(updated)} updated, {Number(deleted)} deleted, {Number(unchanged)} unchanged ({Milliseconds(milliseconds)})";

    public static string IndexWritten(string index) => $"index: {index}";

    public static string Purged(string index) => $"{index}: removed";

    public static string NothingToPurge(string index) => $"{index}: there is no index here, nothing was removed";

    public static string CheckSound => "sound";

    public static string CheckAllSound(string index, int files, int documents) => $"{index}: sound, {Counted(files, "file")}, {Counted(documents, "document")}";

    public static string CheckDamaged(string index, int problems) => $"{index}: damaged, {Counted(problems, "problem")}; rebuild it with `textindex index --rebuild`";

    public static string StatsIndex => "index";

    public static string StatsDocuments => "documents";

    public static string StatsWords => "words in bodies";

    public static string StatsText => "code units of text";

    public static string StatsSize => "size on disk";

    public static string StatsSegments => "index segments";

    public static string StatsDates => "dates";

    public static string StatsFingerprint => "fingerprint";

    public static string StatsSources => "sources";

    public static string StatsNoSource => "(not stated)";

    public static string Outline => "Outline";

    public static string Quotations => "Quotations";

    public static string Titles => "Titles";

    public static string Figures => "Figures";

    public static string Dates => "Dates";

    public static string Names => "Names";

    public static string Qualities => "Qualities";

    public static string Exhortations => "Exhortations";

    public static string Allusions => "Classical lines";

    public static string Parallelism => "Parallelism";

    public static string Themes => "Themes";

    public static string NoneFound => "none";

    public static string PartHeading(string name, int count) => $"{name} ({Number(count)})";

    public static string OutlineCouplet(int syllables) => $"couplet {syllables} + {syllables}";

    public static string OutlineGap => "number skipped";

    public static string QuoteMention(string mention) => $" ({mention})";

    public static string QuoteCue(string cue) => $"cue {cue}";

    public static string QuoteUnclosed => "not closed";

    private static string Counted(long count, string noun) => count == 1 ? $"1 {noun}" : $"{Number(count)} {noun}s";

    private static string Number(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);

    private static string Milliseconds(double milliseconds) => milliseconds switch
    {
        < 10 => milliseconds.ToString("0.0", CultureInfo.InvariantCulture) + " ms",
        < 1000 => milliseconds.ToString("0", CultureInfo.InvariantCulture) + " ms",
        _ => (milliseconds / 1000).ToString("0.0", CultureInfo.InvariantCulture) + " s",
    };
}

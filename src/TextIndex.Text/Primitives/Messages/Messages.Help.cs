// SPDX-License-Identifier: MIT
namespace TextIndex.Primitives;

// The words of --help.
internal static partial class Messages
{
    public static string HelpTextIndex => "Full-text search for Chinese study materials: index a folder, search it, read what a document says.";

    public static string HelpUsage => "Usage";

    public static string HelpCommands => "Commands";

    public static string HelpArguments => "Arguments";

    public static string HelpOptions => "Options";

    public static string HelpEverywhere => "Everywhere";

    public static string HelpExamples => "Examples";

    public static string HelpCommandWord => "COMMAND [options]";

    public static string HelpOptionsWord => "[options]";

    public static string HelpFormat => "text for people (default) or json for programs: one object a line";

    public static string HelpColor => "colour on a terminal (auto, default), always or never; NO_COLOR is obeyed";

    public static string HelpQuiet => "no progress and no notices; errors and results stay";

    public static string HelpHelp => "this help";

    public static string HelpVersion => "the version";

    public static string HelpIndex => "Read a folder and write or refresh its index.";

    public static string HelpIndexDetails =>
        "The index is DIR/.textindex unless --index says otherwise. Only new, changed and deleted files are touched. UTF-8, UTF-16, GB18030 and Big5 are told from the bytes.";

    public static string HelpIndexDirs => "folders to index (the current one unless given); several need --index";

    public static string HelpIndexPath => "where the index is";

    public static string HelpRebuild => "read every file again";

    public static string HelpUserDictionary => "words of your own, a line each: word [count [tag]], @join, @split, @remove; kept with the index and used by later searches";

    public static string HelpInclude => "files to take instead of text files, such as '*.html'; may be given several times, and is remembered";

    public static string HelpExclude => "files and folders to leave out, such as 'drafts/'; may be given several times, and is remembered";

    public static string HelpPurge => "remove the index, and nothing else";

    public static string HelpSearch => "Find documents, best first, each with the passage that matches.";

    public static string HelpSearchDetails =>
        "All words are required: 实事求是 作风. Also \"为民服务\" (a phrase), A OR B, -word, NOT, ( ), \"学习 同志\"~5 (near), 忠诚* (prefix), title:学习, source:人民日报, date:2022..2023, ^2 (boost). "
        + "Traditional and simplified, full and half width, upper and lower case are the same. An index is made where there is none and refreshed where it is stale.";

    public static string HelpQuery => "what to look for";

    public static string HelpSearchDirs => "folders to search (the current one unless given); several are searched as one, each with its own index unless --index names one of all";

    public static string HelpNoRefresh => "search the index as it is, without looking for changed files";

    public static string HelpLiteral => "take QUERY as one string, found whatever the word boundaries";

    public static string HelpExact => "compare without folding: case, width, script and blanks as typed";

    public static string HelpIgnorePunctuation => "leave punctuation out on both sides";

    public static string HelpLimit => "how many documents are shown (10 unless told); 0 = all";

    public static string HelpOffset => "how many of the best documents are passed over";

    public static string HelpFrom => "only documents dated on this day, month or year or later";

    public static string HelpTo => "only documents dated on this day, month or year or earlier";

    public static string HelpSource => "only documents from this source";

    public static string HelpSort => "score (default), date (newest first) or path";

    public static string HelpMatches => "how many places of a document are listed in json (100 unless told); 0 = all";

    public static string HelpCount => "only tell how many documents and occurrences there are";

    public static string HelpExplain => "show the parts of each score";

    public static string HelpAnyWord => "one of the words is enough; more of them, and side by side, is better: for titles and sentences";

    public static string HelpWhyNot => "tell clause by clause why one document matches, or why it does not";

    public static string HelpKwic => "List every occurrence in context (concordance, KWIC).";

    public static string HelpWidth => "characters of context on each side (20 unless told)";

    public static string HelpKwicSort => "path (default), left or right: by the text before or after";

    public static string HelpKwicLimit => "how many occurrences are shown; 0 = all, as unless told";

    public static string HelpRead => "Show all that is read from a document: outline, quotations, titles, figures, names, exhortations, themes.";

    public static string HelpOutline => "Show the headings of a document as a tree.";

    public static string HelpQuotes => "List the quotations of a document with their speakers.";

    public static string HelpFigures => "List the figures of a document with their values, and its dates.";

    public static string HelpNames => "List the people, organisations, places and times that a document names.";

    public static string HelpThemes => "Show what a document and its sections are about, and why.";

    public static string HelpNoModel => "find names by rules alone, without the neural model";

    public static string HelpFiles => "files, or folders to walk";

    public static string HelpSegment => "Cut text into words, one line out for each line in.";

    public static string HelpSegmentFile => "a file; - or nothing = standard input";

    public static string HelpModel => "word-graph (default), the more accurate; jieba, as jieba 0.42.1 cuts; lac, a neural model that knows names (PER, LOC, ORG, TIME with --pos)";

    public static string HelpMode => "accurate (default), full (every word that occurs) or search (long words also in parts)";

    public static string HelpNoHmm => "never guess words that are not in the dictionary";

    public static string HelpPos => "each word with its tag: 北京/ns";
    public static string HelpExplainWords => "show what might have been a word: weight, weight after the word before, weight of its best path; * was chosen";

    public static string HelpSegmentUserDictionary => "words of your own, a line each: word [count [tag]], @join, @split, @remove";

    public static string HelpWords => "Find the words that documents use and no dictionary has; what it prints is a user dictionary.";

    public static string HelpWordsDetails => "A word's parts stand together more often than chance has it, beside many different words, in several documents. --format json tells the figures and a place.";

    public static string HelpWordsLimit => "how many words (200); 0 = all";

    public static string HelpMinDocuments => "in how many documents a word must occur (5)";

    public static string HelpWordsUserDictionary => "words that are known already, a line each";

    public static string HelpCheck => "Verify an index byte by byte.";

    public static string HelpCheckDetails => "Exit code 0 = sound, 1 = damaged, 2 = could not look.";

    public static string HelpStats => "Tell what is in an index.";

    public static string HelpInspect => "Show what a file of an index is made of, byte for byte.";

    public static string HelpInspectDetails =>
        "Names are those of docs/index-format.md. Small index segments stand in one compound file (.cfs), larger ones in files of their own. What does not fit is told, with exit code 2.";

    public static string HelpInspectFile => "a file of an index folder: segments_2, _0.cfs, _0_TextIndexBlocks_0.xtd, …";

    public static string HelpInspectPart => "only the first part of this name, with what it is made of";

    public static string HelpOneDir => "the folder that was indexed (the current one unless given)";
}

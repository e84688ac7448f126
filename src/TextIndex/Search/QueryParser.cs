// SPDX-License-Identifier: MIT
using System.Globalization;
using TextIndex.Analysis;
using TextIndex.Documents;
using TextIndex.Indexing;
using TextIndex.Normalization;
using TextIndex.Primitives;

namespace TextIndex.Search;

// query   := any                       any := all ('OR' all)*                all := part ('AND'? part)*
// part    := ('-' | 'NOT') boosted | boosted                                 boosted := primary ('^' number)?
// primary := '(' any ')' | field ':' primary | phrase ('~' number)? | word '*'?
// phrase  := '"' … '"' | '“' … '”' | '「' … '」' | '『' … '』'
// field   := title | body | source | date | a column of the index; full-width （ ） ： are read as their ASCII twins
/// <summary>Reads the query syntax of docs/query-syntax.md. For one query; not safe to share.</summary>
internal sealed class QueryParser
{
    private const int DeepestNesting = 64;
    private const double NeighbourWeight = 0.35;

    private readonly FieldAnalyzer _analyzer;
    private readonly ColumnSet _columns;
    private readonly WordMatching _matching;
    private readonly string _text;
    private int _at;
    private int _depth;

    private QueryParser(string text, FieldAnalyzer analyzer, ColumnSet columns, WordMatching matching) =>
        (_text, _analyzer, _columns, _matching) = (text, analyzer, columns, matching);

    /// <summary>Reads a query.</summary>
    /// <param name="text">The query.</param>
    /// <param name="analyzer">Cuts runs of characters into words.</param>
    /// <param name="columns">The columns whose names are fields.</param>
    /// <param name="matching">What is asked of words that stand side by side.</param>
    /// <exception cref="QuerySyntaxException">It cannot be read.</exception>
    public static Query Parse(string text, FieldAnalyzer analyzer, ColumnSet columns, WordMatching matching)
    {
        var parser = new QueryParser(text, analyzer, columns, matching);
        parser.SkipBlanks();
        if (parser.AtEnd) throw parser.Error(0, Messages.QueryEmpty);
        var query = parser.ReadAny("");
        if (!parser.AtEnd) throw parser.Error(parser._at, Messages.NotOpened(parser._text[parser._at].ToString()));
        return query;
    }

    private bool AtEnd => _at >= _text.Length;

    private Query ReadAny(string field)
    {
        var parts = new List<Query> { ReadAll(field) };
        while (TakeOperator("OR"))
        {
            if (AtEnd || IsClose(_text[_at])) throw Error(_at, Messages.NeedsOperand("OR"));
            parts.Add(ReadAll(field));
        }
        return parts.Count == 1 ? parts[0] : new AnyQuery(parts);
    }

    private Query ReadAll(string field)
    {
        var (required, excluded) = (new List<Query>(), new List<Query>());
        var start = _at;
        var strict = false;
        while (!AtEnd && !IsClose(_text[_at]) && !IsOperator("OR"))
        {
            if (IsOperator("AND"))
            {
                strict = true;
                if (required.Count + excluded.Count == 0) throw Error(_at, Messages.NeedsOperandBefore("AND"));
                TakeOperator("AND");
                if (AtEnd || IsClose(_text[_at]) || IsOperator("OR") || IsOperator("AND")) throw Error(_at, Messages.NeedsOperand("AND"));
            }
            var not = IsOperator("NOT") ? "NOT" : _text[_at] == '-' ? "-" : "";
            if (not == "NOT") TakeOperator("NOT");
            else if (not == "-") { _at++; SkipBlanks(); }
            if (not.Length > 0 && (AtEnd || IsClose(_text[_at]) || IsOperator("OR") || IsOperator("AND"))) throw Error(_at, Messages.NeedsOperand(not));
            (not.Length > 0 ? excluded : required).Add(ReadBoosted(field));
        }
        if (required.Count > 1 && _matching == WordMatching.Any && !strict) required = AnyOf(required);
        if (required.Count > 0) return required.Count == 1 && excluded.Count == 0 ? required[0] : new AllQuery(required, excluded);
        if (excluded.Count > 0) throw Error(start, Messages.QueryOnlyExcludes);
        throw Error(_at, IsOperator("OR") ? Messages.NeedsOperandBefore("OR") : AtEnd || start > 0 ? Messages.QueryEmpty : Messages.NotOpened(_text[_at].ToString()));
    }

    // One of the words is enough; filters are kept as strict as they were written.
    private static List<Query> AnyOf(List<Query> required)
    {
        var words = required.FindAll(query => query is not (FilterQuery or ColumnQuery));
        if (words.Count < 2) return required;
        return [new AnyQuery(words), .. required.FindAll(query => query is FilterQuery or ColumnQuery)];
    }

    private Query ReadBoosted(string field)
    {
        var query = ReadPrimary(field);
        if (!AtEnd && _text[_at] == '^') query = new BoostQuery(query, ReadNumber('^'));
        SkipBlanks();
        return query;
    }

    private Query ReadPrimary(string field)
    {
        if (++_depth > DeepestNesting) throw Error(_at, Messages.QueryTooDeep);
        try
        {
            var c = _text[_at];
            if (IsOpen(c)) return ReadGroup(field);
            if (IsQuote(c)) return ReadPhrase(field);
            if (FieldHere() is { Length: > 0 } named) return ReadField(named);
            return ReadWord(field);
        }
        finally { _depth--; }
    }

    private Query ReadGroup(string field)
    {
        var open = _at++;
        SkipBlanks();
        if (AtEnd) throw Error(open, Messages.NotClosed(_text[open].ToString()));
        var query = ReadAny(field);
        if (AtEnd) throw Error(open, Messages.NotClosed(_text[open].ToString()));
        _at++;
        return query;
    }

    private Query ReadField(string name)
    {
        _at += name.Length + 1;
        if (AtEnd || char.IsWhiteSpace(_text[_at]) || IsClose(_text[_at])) throw Error(_at, Messages.NeedsOperand(name + ":"));
        if (name is "title" or "body") return ReadPrimary(name);
        var start = _at;
        var quoted = IsQuote(_text[_at]);
        var value = quoted ? ReadQuoted() : ReadRun(stopAtStar: false);
        if (value.Trim().Length == 0) throw Error(start, Messages.NeedsOperand(name + ":"));
        if (_columns.TryGet(name, out var column)) return ColumnFilter.Read(column, value, quoted) ?? throw Error(start, ColumnFilter.Expected(column, value));
        if (name == "source") return FilterQuery.Source(value);
        return DateRange.TryParse(value, out var from, out var to) ? FilterQuery.Date(from, to) : throw Error(start, Messages.NeedsDate(value));
    }

    private Query ReadPhrase(string field)
    {
        var start = _at;
        var phrase = ReadQuoted();
        if (phrase.Trim().Length == 0) throw Error(start, Messages.QueryEmpty);
        if (AtEnd || _text[_at] != '~') return new LiteralQuery(phrase, field);
        var number = ReadNumber('~');
        if (number != Math.Floor(number) || number > int.MaxValue) throw Error(_at, Messages.NeedsNumber("~"));
        var words = phrase.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 1) words = [.. Words(words[0], each: true)];
        return words.Length < 2 ? new LiteralQuery(phrase, field) : new NearQuery(words, (int)number, field);
    }

    private Query ReadWord(string field)
    {
        var start = _at;
        var run = ReadRun(stopAtStar: true);
        if (!AtEnd && _text[_at] == '*')
        {
            if (run.Length == 0) throw Error(start, Messages.NeedsOperandBefore("*"));
            _at++;
            return new PrefixQuery(run, field);
        }
        if (run.Length == 0) throw Error(start, Messages.NeedsOperandBefore(_text[start].ToString()));
        return WordsOf(run, field);
    }

    // A run of characters is cut by the analyzer, all its words are required; but one that is a word as it stands (两个, which the cut takes for two) is that
    // word: else its single characters would be looked for all over the texts. A word with Han characters matches wherever it stands; a Latin word or
    // a number as a whole. A run without letters and digits (an emoji, a mark) is looked for as it is.
    private Query WordsOf(string run, string field)
    {
        if (_matching == WordMatching.All && _analyzer.IsIndexedWord(TextNormalizer.Fold(run))) return new LiteralQuery(run, field);
        var parts = new List<Query>();
        foreach (var word in Words(run)) parts.Add(new LiteralQuery(word, field, wholeWords: !FieldAnalyzer.HoldsHan(word)));
        if (parts.Count > 1 && _matching == WordMatching.Any) return new AnyQuery([.. parts, .. Neighbours(run, field)]);
        return parts.Count switch { 0 => new LiteralQuery(run, field), 1 => parts[0], _ => new AllQuery(parts) };
    }

    // Two words that stand side by side in the query as in the text. A third of a word's weight: at all of it the rare pairs outweigh the words (measured
    // on titles and bodies mostly outside the results of --relevance: 0.25 and 0.5 gave alike, 1 little more than none).
    private List<Query> Neighbours(string run, string field)
    {
        var analyzed = _analyzer.Analyze(run);
        var pairs = new List<Query>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 1; i < analyzed.Words.Length; i++)
        {
            var (first, second) = (analyzed.Words[i - 1], analyzed.Words[i]);
            if (first.End != second.Start) continue;
            var pair = analyzed.Normalized.Map.ToSource(TextSpan.FromBounds(first.Start, second.End)).In(run);
            if (seen.Add(pair)) pairs.Add(new BoostQuery(new UnshownQuery(new LiteralQuery(pair, field)), NeighbourWeight));
        }
        return pairs;
    }

    // Each: a word that stands there twice is given twice.
    private List<string> Words(string run, bool each = false)
    {
        var analyzed = _analyzer.Analyze(run);
        var words = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var span in analyzed.Words)
        {
            var source = analyzed.Normalized.Map.ToSource(span);          // as typed, so that an exact search compares what was typed
            var word = source.In(run);
            if (seen.Add(word) || each) words.Add(word);
        }
        return words;
    }

    private string ReadRun(bool stopAtStar)
    {
        var start = _at;
        while (!AtEnd && !char.IsWhiteSpace(_text[_at]) && !IsOpen(_text[_at]) && !IsClose(_text[_at])
               && !IsQuote(_text[_at]) && _text[_at] != '^' && !(stopAtStar && _text[_at] == '*')) _at++;
        return _text[start.._at];
    }

    private string ReadQuoted()
    {
        var open = _at;
        var close = _text.IndexOf(_text[open] switch { '“' => '”', '「' => '」', '『' => '』', var same => same }, open + 1);
        if (close < 0) throw Error(open, Messages.NotClosed(_text[open].ToString()));
        _at = close + 1;
        return _text[(open + 1)..close];
    }

    private double ReadNumber(char mark)
    {
        var start = ++_at;
        while (!AtEnd && (char.IsAsciiDigit(_text[_at]) || _text[_at] == '.')) _at++;
        return double.TryParse(_text.AsSpan(start, _at - start), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number : throw Error(start, Messages.NeedsNumber(mark.ToString()));
    }

    private string FieldHere()
    {
        foreach (var name in (ReadOnlySpan<string>)["title", "body", "source", "date"])
            if (IsField(name)) return name;
        foreach (var column in _columns.All)
            if (IsField(column.Name)) return column.Name;
        return "";
    }

    private bool IsField(string name) => string.CompareOrdinal(_text, _at, name, 0, name.Length) == 0 && _at + name.Length < _text.Length && _text[_at + name.Length] is ':' or '：';

    private bool IsOperator(string word)
    {
        if (string.CompareOrdinal(_text, _at, word, 0, word.Length) != 0) return false;
        var end = _at + word.Length;
        return end == _text.Length || char.IsWhiteSpace(_text[end]) || IsOpen(_text[end]) || IsClose(_text[end]);
    }

    private bool TakeOperator(string word)
    {
        if (AtEnd || !IsOperator(word)) return false;
        _at += word.Length;
        SkipBlanks();
        return true;
    }

    private void SkipBlanks()
    {
        while (!AtEnd && char.IsWhiteSpace(_text[_at])) _at++;
    }

    private static bool IsQuote(char c) => c is '"' or '“' or '「' or '『';

    private static bool IsOpen(char c) => c is '(' or '（';

    private static bool IsClose(char c) => c is ')' or '）';

    private QuerySyntaxException Error(int at, string problem) => new(_text, new TextSpan(Math.Min(at, _text.Length), at < _text.Length ? 1 : 0), problem);
}

// SPDX-License-Identifier: MIT
using System.Buffers;
using TextIndex.Documents;
using TextIndex.Normalization;
using TextIndex.Segmentation;

namespace TextIndex.Extraction;

/// <summary>Finds names with a lexical model, and mends what it is known to get wrong.</summary>
/// <remarks>
/// The model reads the folded text (one script, one width, no line breaks inside a paragraph) clause by clause: it draws names over commas and loses them behind
/// quotation marks. Then rules ask of every name what its shape says: a person has a family name, an organisation ends like one, titles are no
/// part of either; <c>凉山州</c> and <c>办公室</c> with only nouns between them are one name. What was surely a name once is a name wherever it stands.
/// </remarks>
internal sealed class ModelNames
{
    // Every clause ends at one of these; the name of a foreigner keeps its dot.
    private static readonly SearchValues<char> ClauseEnds = SearchValues.Create("，。、；：？！“”‘’（）《》〈〉「」『』【】〔〕…—,;:?!()[]{}<>\"|/*#");

    private const int PartWords = 256;

    private readonly string _text;                                // folded
    private readonly List<Word> _words = [];
    private readonly List<Found> _found = [];
    private int _before;                                          // names of earlier parts

    private ModelNames(string folded) => _text = folded;

    private readonly record struct Word(int Start, int End, string Tag);

    private readonly record struct Found(int Start, int End, string Tag, string Why);

    /// <summary>Finds the names of a text.</summary>
    /// <param name="text">The source text.</param>
    /// <param name="model">The model.</param>
    /// <param name="ordinary">Receives where the model sees a word of the dictionary that is no name, of two to four characters; null for nothing.</param>
    /// <returns>The names, ascending; they do not overlap.</returns>
    public static List<ModelName> Find(string text, ILexicalModel model, HashSet<TextSpan>? ordinary = null)
    {
        var normalized = TextNormalizer.Normalize(text);
        var finder = new ModelNames(normalized.Text);
        var words = finder.Read(model);
        if (ordinary is not null)
        {
            foreach (var word in words)
                if (word.End - word.Start is >= 2 and <= 4 && word.Tag is not (ModelName.Person or ModelName.Place or ModelName.Organisation) && WordDictionary.Default.Contains(finder.TextOf(word.Start, word.End)))
                    ordinary.Add(normalized.Map.ToSource(TextSpan.FromBounds(word.Start, word.End)));
        }
        for (var at = 0; at < words.Count;) at += finder.TakePart(words, at);
        finder.Repeat(words);
        finder.AgreeOnTypes();
        finder.AddKnownPlaces(words);
        finder._found.RemoveAll(name => finder.IsCutFromAChain(name) || IsSmallLatin(normalized.Map.ToSource(TextSpan.FromBounds(name.Start, name.End)).In(text)));
        finder._found.Sort(static (a, b) => a.Start.CompareTo(b.Start));
        return finder._found.ConvertAll(name => new ModelName(normalized.Map.ToSource(TextSpan.FromBounds(name.Start, name.End)), name.Tag, name.Why));
    }

    // multiple, Overture: a single Latin word that is no abbreviation is a name too seldom.
    private static bool IsSmallLatin(string name) => name.Length == 0 || char.IsAsciiLetterLower(name[0]) || char.IsAsciiLetter(name[0]) && name.Skip(1).All(char.IsAsciiLetterLower);

    // 爱党信党|跟党走: a chain of verbs with one object is no body.
    private bool IsCutFromAChain(Found name) => name.Tag == ModelName.Organisation && name.End - name.Start is 3 or 4 && _text[name.End - 3] == _text[name.End - 1];

    private ReadOnlySpan<char> TextOf(int start, int end) => _text.AsSpan(start, end - start);

    private List<Word> Read(ILexicalModel model)
    {
        var read = new List<Word>();
        var clauses = _text.ToCharArray();
        for (var i = 0; i < clauses.Length; i++)
            if (ClauseEnds.Contains(clauses[i])) clauses[i] = '\n';
        var words = ArrayPool<TaggedWord>.Shared.Rent(clauses.Length);
        var count = model.Tag(clauses, words);
        foreach (var word in words.AsSpan(0, count))
            if (!char.IsWhiteSpace(clauses[word.Span.Start]))
                read.Add(new Word(word.Span.Start, word.Span.End, word.Tag switch { "nr" => ModelName.Person, "ns" => ModelName.Place, "nt" => ModelName.Organisation, var tag => tag }));
        ArrayPool<TaggedWord>.Shared.Return(words, clearArray: true);
        return read;
    }

    // Clauses of some hundred words together: the rules join words and take names back, which would be slow in one long list.
    private int TakePart(List<Word> words, int first)
    {
        var end = Math.Min(first + PartWords, words.Count);
        while (end < words.Count && end - first < 4 * PartWords && words[end].Start == words[end - 1].End) end++;
        _words.Clear();
        _words.AddRange(words[first..end]);
        _before = _found.Count;
        JoinForeignNames();
        Judge();
        JoinPlaces();
        JoinOrganisations();
        return end - first;
    }

    // 诺曼·白求恩: one person, however the model cut it.
    private void JoinForeignNames()
    {
        for (var i = 0; i < _words.Count; i++)
        {
            var last = i;
            while (last + 1 < _words.Count && _words[last + 1].Start == _words[last].End && (IsDot(_text[_words[last].End - 1]) || IsDot(_text[_words[last + 1].Start]))
                && (IsDot(_text[_words[last + 1].Start]) && _words[last + 1].End - _words[last + 1].Start == 1 || IsForeign(_words[last + 1]))) last++;
            if (last == i) continue;
            var (start, end) = (_words[i].Start, _words[last].End);
            if (!IsForeign(_words[i]) || IsDot(_text[end - 1]) || !TextOf(start, end).ContainsAny('·', '•')) continue;
            _words[i] = new Word(start, end, ModelName.Person);
            _words.RemoveRange(i + 1, last - i);
        }

        bool IsForeign(Word word) => word.Tag == ModelName.Person || NameShapes.IsTranscription(TextOf(word.Start, word.End).Trim("·•"));
    }

    private static bool IsDot(char c) => c is '·' or '•';

    // Asks every name for its shape, and takes from it what is none of it.
    private void Judge()
    {
        for (var i = 0; i < _words.Count; i++)
        {
            var word = _words[i];
            var (start, end) = (word.Start, word.End);
            switch (word.Tag)
            {
                case ModelName.Person:
                    // 赖松|家|教授: a title behind the next character says that it is the name's.
                    if (end - start == 2 && i + 1 < _words.Count && _words[i + 1] is var next && next.Start == end && next.End == end + 1 && Surnames.LengthAt(TextOf(start, end), 0) == 1
                        && next.Tag is not ("u" or "p" or "c" or "d" or "v" or "m" or "r") && CharacterClass.IsHan(_text[end]) && TitleAt(end + 1))
                    {
                        _words[i] = word with { End = ++end };
                        _words.RemoveAt(i + 1);
                    }
                    else if (TitleEnding(start, end) is var title and > 0 && end - start - title >= 2) end -= title;
                    // 尼尼微|省: a place after all.
                    if (end - start >= 3 && "省市县州镇乡村".Contains(_text[end - 1]) && NameShapes.IsTranscription(TextOf(start, end - 1)))
                    {
                        _words[i] = word with { Tag = ModelName.Place };
                        _found.Add(new Found(start, end, ModelName.Place, "shape"));
                        break;
                    }
                    // 罗富|和|出席: who has no partner behind 和 is called so.
                    if (end - start == 2 && i + 2 < _words.Count && _text[end] == '和' && _words[i + 1].Start == end && _words[i + 1].End == end + 1 && _words[i + 2].Start == end + 1 && _words[i + 2].Tag == "v" && !ClauseHolds(i + 2, '的'))
                    {
                        _words[i] = _words[i] with { End = ++end };
                        _words.RemoveAt(i + 1);
                    }
                    var before = _text.AsSpan(Math.Max(0, start - 8), start - Math.Max(0, start - 8));
                    var titled = TitleAt(end) || People.TitleBefore(before) > 0 || NameShapes.ForeignOffices.EndingAt(before, before.Length) > 0;
                    if (!NameShapes.IsPerson(TextOf(start, end), titled) || IsAct(TextOf(start, end)) && People.Honorifics.StartingAt(_text, end) == 0 || People.IsInsideAnotherName(_text.AsSpan(end))) _words[i] = _words[i] with { Tag = "n" };
                    else _found.Add(new Found(start, end, ModelName.Person, "model"));
                    break;
                case ModelName.Place when end - start is 2 or 3 && Surnames.LengthAt(TextOf(start, end), 0) == 1 && People.Honorifics.StartingAt(_text, end) > 0 && !IsPlace(TextOf(start, end)):
                    // 罗阳同志 is nobody's place.
                    _words[i] = word with { Tag = ModelName.Person };
                    _found.Add(new Found(start, end, ModelName.Person, "shape"));
                    break;
                case ModelName.Place:
                    while (NameShapes.Directions.EndingAt(TextOf(start, end), end - start) is var direction and > 0 && direction < end - start && !WordDictionary.Default.Contains(TextOf(start, end))) end -= direction;
                    if (end - start < 2 || IsGenericPlace(TextOf(start, end))) { _words[i] = word with { Tag = "n" }; break; }
                    _words[i] = word with { End = end };
                    _found.Add(new Found(start, end, ModelName.Place, "model"));
                    break;
                case ModelName.Organisation:
                    JudgeOrganisation(i);
                    break;
            }
        }
    }

    // 代表|荣获: a verb behind an office.
    private static bool IsAct(ReadOnlySpan<char> name) => WordDictionary.Default.TagOf(name) is ['v' or 'd', ..];

    private bool ClauseHolds(int word, char c)
    {
        for (var i = word; i < _words.Count && (i == word || _words[i].Start == _words[i - 1].End); i++)
            if (_text[_words[i].Start] == c) return true;
        return false;
    }

    private bool TitleAt(int at) => at < _text.Length && (People.Honorifics.StartingAt(_text, at) > 0 || People.Offices.StartingAt(_text, at) > 0);

    private int TitleEnding(int start, int end) => Math.Max(People.Honorifics.EndingAt(TextOf(start, end), end - start), People.Offices.EndingAt(TextOf(start, end), end - start));

    // 涉农街道: an adjective and a kind of place.
    private static bool IsGenericPlace(ReadOnlySpan<char> name) =>
        WordDictionary.Default.TagOf(name) == "n" || NameShapes.NotInNames.Contains(name) || NameShapes.NotInNames.StartingAt(name, 0) > 1 || NameShapes.PlaceHeads.EndingAt(name, name.Length) is var head and > 0 && NameShapes.IsDescription(name[..^head]) || NameShapes.PlaceHeads.Contains(name) || name.Length == 2 && "一二两三四五六七八九十各几数".Contains(name[0]) && NameShapes.PlaceHeads.Contains(name[1..]) || (name[0] is '涉' or '示' or '贫' or '重' or '试' && NameShapes.PlaceHeads.EndingAt(name, name.Length) > 0);

    private void JudgeOrganisation(int i)
    {
        var (start, end) = (_words[i].Start, _words[i].End);
        while (NameShapes.OfficesAfter.EndingAt(TextOf(start, end), end - start) is var office and > 0 && office < end - start) end -= office;
        while (NameShapes.NotInNames.StartingAt(TextOf(start, end), 0) is var extra and > 0 && extra < end - start && extra > 1) start += extra;
        // 五月五日向人民解放军: what stands before a preposition is not the name.
        if (TextOf(start, end).LastIndexOfAny("向于对给被与从") is var preposition and > 0 && WordDictionary.Default.TagOf(TextOf(start + preposition + 1, end)) == "nt" ||
            (preposition = TextOf(start, end).LastIndexOfAny("向于对给被从")) > 0 && NameShapes.OrganisationHeads.EndingAt(_text.AsSpan(0, end), end) is var army and > 0 && army < end - start - preposition) start += preposition + 1;
        // 政协|党: one character too many.
        if (end - start >= 3 && !WordDictionary.Default.Contains(TextOf(start, end)) && WordDictionary.Default.TagOf(TextOf(start, end - 1)) == "nt") end--;
        // 育种团|队: the next character finishes another word.
        if (i + 1 < _words.Count && _words[i + 1].Start == end && _words[i + 1].End == end + 1 && WordDictionary.Default.Contains(TextOf(end - 1, end + 1))) end++;
        var name = TextOf(start, end);
        // 新乡|国民党: the place and the party, but 中国国民党 is one.
        if (NameShapes.Bodies.EndingAt(name, name.Length) is var body and > 0 && body < name.Length && IsPlace(name[..^body]) && name[0] != '中')
        {
            _words[i] = new Word(start, end, ModelName.Organisation);
            _found.Add(new Found(start, end - body, ModelName.Place, "shape"));
            _found.Add(new Found(end - body, end, ModelName.Organisation, "shape"));
            return;
        }
        if (end - start >= 2 && (NameShapes.OrganisationEnds.EndingAt(name, name.Length) > 0 || NameShapes.OrganisationHeads.EndingAt(name, name.Length) is var head and > 0 && head < name.Length
            || WordDictionary.Default.TagOf(name) == "nt" || NameShapes.IsTranscription(name) && name.Length <= 4 || !CharacterClass.IsHan(name[0]))
            && (!NameShapes.OrganisationHeads.Contains(name) || NameShapes.Bodies.Contains(name)) && !IsOrdinary(name) && !(name[0] == '校' && NameShapes.Parts.Contains(name[1..])))
        {
            _words[i] = new Word(start, end, ModelName.Organisation);
            _found.Add(new Found(start, end, ModelName.Organisation, "model"));
            return;
        }
        // 中国经济行稳致远: the place at its head is all that is a name.
        var place = NameShapes.KnownPlaces.StartingAt(name, 0);
        _words[i] = new Word(start, end, "n");
        if (place > 0) _found.Add(new Found(start, start + place, ModelName.Place, "known"));
    }

    private static bool IsPlace(ReadOnlySpan<char> name) => NameShapes.IsPlace(name) || WordDictionary.Default.TagOf(name) == "ns";

    // A country or province, or a place of China by its whole name.
    private int KnownPlaceAt(int at) => Math.Max(PlaceTable.Default.WholeAt(_text, at), NameShapes.KnownPlaces.StartingAt(_text, at));

    // 聚焦学院: a verb and a kind of organisation. 仪仗队, 加大: a word of the dictionary that names nobody.
    private static bool IsOrdinary(ReadOnlySpan<char> name) =>
        NameShapes.OrganisationHeads.EndingAt(name, name.Length) is var head and > 0 && name.Length - head == 2 && WordDictionary.Default.TagOf(name[..2]) == "v" ||
        "队大团组班站馆台校党场网报科室".Contains(name[^1]) && !NameShapes.Bodies.Contains(name) && WordDictionary.Default.TagOf(name) is "n" or "v" or "vn" or "l" or "i" or "a" or "d" or "m";

    // 额济纳|绿洲, 皖江|抗日|根据地: the kind of place behind the name is a part of it.
    private void JoinPlaces()
    {
        for (var i = 0; i + 1 < _words.Count; i++)
        {
            if (_words[i].Tag != ModelName.Place || _words[i + 1].Start != _words[i].End) continue;
            var last = NameShapes.LargePlaces.Contains(TextOf(_words[i + 1].Start, _words[i + 1].End)) ? i + 1
                : i + 2 < _words.Count && _words[i + 2].Start == _words[i + 1].End && _words[i + 1].Tag == "vn" && NameShapes.LargePlaces.Contains(TextOf(_words[i + 2].Start, _words[i + 2].End)) ? i + 2 : i;
            if (last > i) Replace(i, last, ModelName.Place);
        }
    }

    // From a head (办公室, 学会) back over the nouns before it to the place or organisation that begins the name; from an organisation on to its parts.
    private void JoinOrganisations()
    {
        for (var i = 0; i < _words.Count; i++)
        {
            var (start, end) = (_words[i].Start, _words[i].End);
            if (_words[i].Tag is not ("n" or "vn" or "nz" or ModelName.Organisation)) continue;
            var head = NameShapes.OrganisationHeads.EndingAt(_text.AsSpan(0, end), end);
            if (head == 0 && _words[i].Tag != ModelName.Organisation) continue;
            var first = i;
            var weight = 0;
            while (first > 0 && _words[first - 1].End == _words[first].Start && i - first < 8 && IsNoun(_words[first - 1], first - 1))
            {
                first--;
                if (_words[first].Tag is ModelName.Place or ModelName.Organisation) weight = i - first;
            }
            // The name begins with a place or an organisation; without one, a noun or two before 学院.
            var begin = weight > 0 ? i - weight : IsFaculty(end, head) ? Math.Max(first, i - (IsAnd(first, i) ? 4 : 3)) : i;
            while (begin > 0 && _words[begin - 1].End == _words[begin].Start && _words[begin - 1].Tag is ModelName.Place or ModelName.Organisation && begin < i) begin--;
            while (begin < i && (_words[begin].Tag == "c" || NameShapes.NotInNames.Contains(TextOf(_words[begin].Start, _words[begin].End)))) begin++;
            if (begin == i && _words[i].Tag != ModelName.Organisation && !(end - start > head && IsFaculty(end, head))) continue;
            if (NameShapes.OrganisationHeads.Contains(TextOf(_words[begin].Start, end))) continue;
            var last = GoOn(i);
            Replace(begin, last, ModelName.Organisation);
            i = begin;
        }
    }

    private bool IsNoun(Word word, int at) => word.Tag switch
    {
        ModelName.Place => true,
        "n" or "nz" or "vn" or "an" => NameShapes.NotInNames.StartingAt(TextOf(word.Start, word.End), 0) is var length && (length == 0 || length == 1 && word.End - word.Start > 1),
        ModelName.Organisation => true,
        "c" => TextOf(word.Start, word.End) is "与" && at > 0 && _words[at - 1].Tag is "n" or "vn" or "nz" && !NameShapes.OrganisationHeads.Contains(TextOf(_words[at - 1].Start, _words[at - 1].End)),
        _ => false,
    };

    private bool IsAnd(int first, int last)
    {
        for (var i = first; i < last; i++)
            if (_words[i].Tag == "c") return true;
        return false;
    }

    private bool IsFaculty(int end, int head) => head > 0 && TextOf(end - head, end) is "学院" or "学会" or "协会" or "研究院" or "研究所" or "联谊会" or "基金会" or "党支部" or "党委";

    // 经济学院|党委|经济与社会发展研究院|教工|党支部.
    private int GoOn(int i)
    {
        var last = i;
        for (var k = i + 1; k < _words.Count && k <= last + 5 && _words[k].Start == _words[k - 1].End; k++)
        {
            var (start, end) = (_words[k].Start, _words[k].End);
            if (_words[k].Tag is not ("n" or "vn" or "nz" or "m" or "an" or "c" or ModelName.Organisation or ModelName.Person) || NameShapes.NotInNames.Contains(TextOf(start, end)) || People.Offices.Contains(TextOf(start, end)) && !IsPart(k + 1)) break;
            if (_words[k].Tag == "c" && TextOf(start, end) is not "与" || _words[k].Tag == "m" && _text[start] != '第') break;
            if (NameShapes.Parts.EndingAt(_text.AsSpan(0, end), end) is var part and > 0 && part >= end - start) last = k;
            else if (NameShapes.Parts.EndingAt(_text.AsSpan(0, end), end) > 0 && _words[k].Tag == ModelName.Organisation && NameShapes.KnownPlaces.StartingAt(_text, start) == 0) last = k;
        }
        return last;

        bool IsPart(int k) => k < _words.Count && NameShapes.Parts.Contains(TextOf(_words[k].Start, _words[k].End));
    }

    private void Replace(int first, int last, string tag)
    {
        var (start, end) = (_words[first].Start, _words[last].End);
        if (first == last && _words[first].Tag == tag) return;
        for (var i = _found.Count - 1; i >= _before; i--)
            if (_found[i].Start < end && _found[i].End > start) _found.RemoveAt(i);
        _words[first] = new Word(start, end, tag);
        _words.RemoveRange(first + 1, last - first);
        _found.Add(new Found(start, end, tag, "shape"));
    }

    // What was a name once, and is long enough, stands over what the model made of the same characters elsewhere.
    private void Repeat(List<Word> words)
    {
        var word = 0;
        var tags = CommonestTags();
        var lookup = tags.GetAlternateLookup<ReadOnlySpan<char>>();
        var longest = new Dictionary<char, int>();
        foreach (var name in tags.Keys) longest[name[0]] = Math.Max(longest.GetValueOrDefault(name[0]), name.Length);
        var owner = new int[_text.Length];                        // the name that holds a character, counted from 1
        for (var i = 0; i < _found.Count; i++) Array.Fill(owner, i + 1, _found[i].Start, _found[i].End - _found[i].Start);
        var gone = new bool[_found.Count];
        var count = _found.Count;
        for (var at = 0; at < _text.Length; at++)
        {
            while (word < words.Count && words[word].End <= at) word++;
            for (var length = longest.GetValueOrDefault(_text[at]); length >= 2; length--)
            {
                var end = at + length;
                if (end > _text.Length || !lookup.TryGetValue(TextOf(at, end), out var tag)) continue;
                if (owner[at] > 0 && owner[at] == owner[end - 1]) break;                    // it is one already, or inside one
                // 共产党|员: inside a longer word.
                if (word < words.Count && words[word].Start <= at && words[word].End >= end && words[word].End - words[word].Start > length && WordDictionary.Default.Contains(TextOf(words[word].Start, words[word].End))) break;
                // 屈敏 must not be the end of one word and the beginning of another.
                if (length == 2 && (at > 0 && WordDictionary.Default.Contains(TextOf(at - 1, at + 1)) || end < _text.Length && WordDictionary.Default.Contains(TextOf(end - 1, end + 1)))) continue;
                if (tag == ModelName.Person && People.IsInsideAnotherName(_text.AsSpan(end))) continue;
                for (var k = at; k < end; k++)
                    if (owner[k] > 0 && owner[k] <= count && !gone[owner[k] - 1])
                    {
                        gone[owner[k] - 1] = true;
                        if (_found[owner[k] - 1].End > end) KeepPlacesIn(end, _found[owner[k] - 1].End);
                    }
                _found.Add(new Found(at, end, tag, "repeated"));
                Array.Fill(owner, _found.Count, at, length);
                at = end - 1;
                break;
            }
        }
        var index = 0;
        _found.RemoveAll(_ => index < gone.Length && gone[index++]);
    }

    // Every name that is long enough to be known again, with the tag that it has most often.
    private Dictionary<string, string> CommonestTags()
    {
        var counts = new Dictionary<(string Name, string Tag), int>();
        foreach (var name in _found)
        {
            var text = _text[name.Start..name.End];
            if (text.Length == 2 && (name.Tag != ModelName.Person || WordDictionary.Default.Contains(text))) continue;
            counts[(text, name.Tag)] = counts.GetValueOrDefault((text, name.Tag)) + 1;
        }
        var tags = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var ((name, tag), count) in counts)
            if (!tags.TryGetValue(name, out var other) || count > counts[(name, other)] || count == counts[(name, other)] && other == ModelName.Person) tags[name] = tag;
        return tags;
    }

    // 白石渠 is no person here and a place there: the commonest type is right, and of two that are as common the one that is no person.
    private void AgreeOnTypes()
    {
        var tags = CommonestTags();
        var lookup = tags.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var i = 0; i < _found.Count; i++)
            if (lookup.TryGetValue(TextOf(_found[i].Start, _found[i].End), out var tag) && tag != _found[i].Tag) _found[i] = _found[i] with { Tag = tag, Why = "repeated" };
    }

    // 莫尔兹|比|港同巴布亚新几内亚: what was cut wrong may hold another name.
    private void KeepPlacesIn(int start, int end)
    {
        for (var at = start; at < end; at++)
        {
            var length = NameShapes.KnownPlaces.StartingAt(_text, at);
            if (length == 0 || at + length > end) continue;
            _found.Add(new Found(at, at + length, ModelName.Place, "known"));
            at += length - 1;
        }
    }

    private void AddKnownPlaces(List<Word> words)
    {
        var covered = new bool[_text.Length];
        foreach (var name in _found) Array.Fill(covered, true, name.Start, name.End - name.Start);
        foreach (var word in words)
        {
            // Inside what was taken back, and at the head of a word; never inside another word.
            var length = KnownPlaceAt(word.Start);
            if (length < 2 || covered[word.Start] || word.End - word.Start != length && word.Tag != ModelName.Place) continue;
            _found.Add(new Found(word.Start, word.Start + length, ModelName.Place, "known"));
        }
    }
}

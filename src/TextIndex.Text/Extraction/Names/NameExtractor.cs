// SPDX-License-Identifier: MIT
using TextIndex.Documents;
using TextIndex.Primitives;

namespace TextIndex.Extraction.Names;

/// <summary>Finds the people, organisations and places that a text names, by rule.</summary>
/// <remarks>
/// A person needs evidence in the document: a title, a reporting verb, repetition. A name inside the name of a doctrine, a prize or a school is no person there.
/// Generic groups (组织部门, 各级党组织) and regions (全省) are no names. Deterministic, linear in the length of the text, never fails on text. Safe to share between threads.
/// </remarks>
/// <example><code>
/// foreach (var name in NameExtractor.Extract(DocumentReader.Read("a.txt", "林小满教授在青海省委组织部工作。")))
///     Console.WriteLine($"{name.Type} {name.Canonical}");   // Person 林小满, Organization 青海省委组织部, Place 青海
/// </code></example>
public static class NameExtractor
{
    /// <summary>Finds the names of a document by rules alone.</summary>
    /// <param name="document">Any document.</param>
    /// <returns>People, then organisations, then places, each by first mention.</returns>
    public static IReadOnlyList<NamedEntity> Extract(Document document) => Extract(document, new NameOptions());

    /// <summary>Finds the names of a document, and those of a list wherever they stand.</summary>
    /// <param name="document">Any document.</param>
    /// <param name="known">Names that the user knows.</param>
    /// <returns>People, then organisations, then places, each by first mention.</returns>
    public static IReadOnlyList<NamedEntity> Extract(Document document, NameList known) => Extract(document, new NameOptions { Known = known ?? throw new ArgumentNullException(nameof(known)) });

    /// <summary>Finds the names of a document.</summary>
    /// <param name="document">Any document.</param>
    /// <param name="options">What helps: a trained model, names that the user knows.</param>
    /// <returns>People, then organisations, then places, each by first mention.</returns>
    public static IReadOnlyList<NamedEntity> Extract(Document document, NameOptions options)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(options);
        return Extract(new StudyText(document, options.Model), options);
    }

    /// <summary>Resolves the pronouns 他 and 她 of a document; those that no person surely stands behind are left out.</summary>
    /// <param name="document">Any document.</param>
    public static IReadOnlyList<PronounMention> ExtractPronouns(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var text = new StudyText(document);
        return Pronouns.Resolve(text, PairedMarkScanner.Scan(text));
    }

    internal static IReadOnlyList<NamedEntity> Extract(StudyText text, NameOptions options)
    {
        var entities = new List<NamedEntity>();
        var given = new List<(TextSpan Span, NameType Type)>();
        for (var i = 0; i < text.Folded.Length; i++)
            if (options.Known.LengthAt(text.Folded, i, out var type) is var length and > 0) { given.Add((new TextSpan(i, length), type)); i += length - 1; }
        bool IsGiven(TextSpan span) => given.Exists(g => g.Span.Overlaps(span));

        var people = new MentionTable(text.Text);
        foreach (var person in text.People.Mentions)
            if (!person.IsNested && !IsGiven(person.Span) && !People.Offices.Contains(text.Folded.AsSpan(person.Span.Start, person.Span.Length))) people.Add(person.Canonical, person.Span, WhyPerson(text, person));
        var (organizations, places) = (new MentionTable(text.Text), new MentionTable(text.Text));
        if (text.Model is null) PlaceFinder.Find(text, IsGiven, organizations, places);
        else AddSeen(text, IsGiven, organizations, places);
        foreach (var (span, type) in given)
            (type == NameType.Person ? people : type == NameType.Organization ? organizations : places).Add(span.In(text.Text), span, options.Known.Why);
        AddCollection(text, options.Collection, people, organizations, places);
        people.AddTo(entities, NameType.Person, "PER");
        organizations.AddTo(entities, NameType.Organization, "ORG");
        places.AddTo(entities, NameType.Place, "LOC");
        return entities;
    }

    // What the model sees, mended by ModelNames; the place that begins the name of an organisation is a name itself.
    private static void AddSeen(StudyText text, Func<TextSpan, bool> isGiven, MentionTable organizations, MentionTable places)
    {
        foreach (var name in text.People.Seen)
        {
            if (name.Tag == ModelName.Person || isGiven(name.Span)) continue;
            if (name.Tag == ModelName.Place) places.Add(PlaceFinder.Canonical(text, name.Span), name.Span, WhySeen(name));
            else
            {
                organizations.Add(name.Span.In(text.Text), name.Span, WhySeen(name));
                if (PlaceFinder.PlaceAtHead(text.Folded, name.Span) is { Length: > 0 } place) places.Add(PlaceFinder.Canonical(text, place), place, Messages.NameNested);
            }
        }
    }

    private static string WhySeen(ModelName name) => name.Why switch
    {
        "shape" => Messages.NameShape,
        "repeated" => Messages.NameRepeated,
        "known" => Messages.NameKnownPlace,
        _ => Messages.NameSeen,
    };

    // Names that other documents have, where this one shows none.
    private static void AddCollection(StudyText text, NameList collection, MentionTable people, MentionTable organizations, MentionTable places)
    {
        if (collection.IsEmpty) return;
        var taken = new bool[text.Folded.Length];
        foreach (var span in people.Spans.Concat(organizations.Spans).Concat(places.Spans)) Array.Fill(taken, true, span.Start, span.Length);
        for (var i = 0; i < taken.Length; i++)
        {
            if (taken[i] || collection.LengthAt(text.Folded, i, out var type) is var length && length == 0 || Array.IndexOf(taken, true, i, length) >= 0) continue;
            var span = new TextSpan(i, length);
            if (type != NameType.Person || !People.IsInsideAnotherName(text.Folded.AsSpan(span.End)))
                (type == NameType.Person ? people : type == NameType.Organization ? organizations : places).Add(span.In(text.Text), span, collection.Why);
            i += length - 1;
        }
    }

    private static string WhyPerson(StudyText text, PersonMention person)
    {
        if (person.FullSpan.Length > person.Span.Length) return Messages.NameTitle(TextSpan.FromBounds(person.Span.End, person.FullSpan.End).In(text.Text));
        var before = text.Folded.AsSpan(Math.Max(0, person.Span.Start - 8), Math.Min(8, person.Span.Start));
        if (People.TitleBefore(before) is var title and > 0) return Messages.NameTitle(new TextSpan(person.Span.Start - title, title).In(text.Text));
        return text.Model is not null && text.People.IsSeen(person.Span) ? Messages.NameSeen : Messages.NameSurname;
    }
}

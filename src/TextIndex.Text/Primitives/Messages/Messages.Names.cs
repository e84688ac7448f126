// SPDX-License-Identifier: MIT
namespace TextIndex.Primitives;

// Why something is a name.
internal static partial class Messages
{
    public static string NameGiven => "listed by the user";

    public static string NameElsewhere => "named in other documents";

    public static string NameSeen => "seen by the model";

    public static string NameShape => "seen by the model, mended by its shape";

    public static string NameRepeated => "named so elsewhere in the document";

    public static string NameKnownPlace => "on the map";

    public static string NameNested => "begins the name of an organisation";

    public static string NameSurname => "surname and given name";

    public static string NamePlace => "place name";

    public static string NameOrganization => "place or head with the ending of an office";

    public static string NameDate => "date";

    public static string NameClock => "time of the day";

    public static string NameTitle(string title) => $"title {title}";

    public static string NameWhy(string why, int mentions) => mentions == 1 ? $"{why}; 1 mention" : $"{why}; {mentions} mentions";

    public static string NameAlso(string names) => $"also {names}";

    public static string NameWithin(string place) => $"in {place}";

    public static string NameAt(string offsets) => $"at {offsets}";

    public static string NameAndType => "\"name PER\", \"name ORG\" or \"name LOC\"";
}

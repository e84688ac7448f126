// SPDX-License-Identifier: MIT
using System.Text;

namespace TextIndex.Cli.Output;

/// <summary>Names of the contract for values of our enumerations.</summary>
internal static class JsonName
{
    /// <summary>ExplicitViaWork → explicit-via-work.</summary>
    public static string Of<T>(T value) where T : struct, Enum => Joined(value.ToString(), '-');

    /// <summary>SelfQuestion → self_question, as the classes of quotations are written.</summary>
    public static string WithUnderscores<T>(T value) where T : struct, Enum => Joined(value.ToString(), '_');

    private static string Joined(string name, char mark)
    {
        var joined = new StringBuilder(name.Length + 4);
        foreach (var c in name)
        {
            if (char.IsAsciiLetterUpper(c) && joined.Length > 0) joined.Append(mark);
            joined.Append(char.ToLowerInvariant(c));
        }
        return joined.ToString();
    }
}

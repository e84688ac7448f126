// SPDX-License-Identifier: MIT
namespace TextIndex.Cli.Terminal;

internal static class TerminalSize
{
    public const int Usual = 80;

    /// <summary>Width of the terminal that standard output is, in columns; 80 where it is none or does not say.</summary>
    public static int Columns()
    {
        if (Console.IsOutputRedirected) return Usual;
        try
        {
            return Console.WindowWidth is > 0 and var columns ? columns : Usual;
        }
        catch (Exception problem) when (problem is IOException or PlatformNotSupportedException)
        {
            return Usual;
        }
    }
}

// SPDX-License-Identifier: MIT
namespace TextIndex.Storage;

// glob := piece*      piece := "**/" | "**" | "*" | "?" | any other character, which stands for itself
/// <summary>A pattern of paths: <c>*</c> and <c>?</c> stay inside one name, <c>**</c> crosses folders. Safe to share between threads.</summary>
/// <remarks>
/// A pattern without <c>/</c> is held to the last name of a path, at any depth; one that ends with <c>/</c> takes all below that folder.
/// Case is ignored, as on the file systems where most files are named by hand. No sets, no braces, no escapes.
/// </remarks>
internal sealed class Glob
{
    private const char AnyFolders = '\uE000';   // "**/": nothing, or whole names with the slashes after them
    private const char Anything = '\uE001';     // "**"
    private const char AnyName = '\uE002';      // "*"
    private const char AnyOne = '\uE003';       // "?"

    private readonly string _pattern;
    private readonly bool _nameOnly;

    public Glob(string pattern)
    {
        pattern = pattern.Replace('\\', '/');
        if (pattern.StartsWith("./", StringComparison.Ordinal)) pattern = pattern[2..];
        if (pattern.EndsWith('/')) pattern += "**";
        _nameOnly = !pattern.Contains('/');
        pattern = pattern.TrimStart('/');
        var pieces = new System.Text.StringBuilder(pattern.Length);
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == '?') { pieces.Append(AnyOne); continue; }
            if (pattern[i] != '*') { pieces.Append(char.ToUpperInvariant(pattern[i])); continue; }
            var end = i + 1;
            while (end < pattern.Length && pattern[end] == '*') end++;
            if (end - i == 1) pieces.Append(AnyName);
            else if (end < pattern.Length && pattern[end] == '/' && (i == 0 || pattern[i - 1] == '/')) { pieces.Append(AnyFolders); end++; }
            else pieces.Append(Anything);
            i = end - 1;
        }
        _pattern = pieces.ToString();
    }

    /// <summary>Tells whether a path matches.</summary>
    /// <param name="path">Relative to the folder, with <c>/</c>.</param>
    public bool Matches(ReadOnlySpan<char> path)
    {
        if (_nameOnly) path = path[(path.LastIndexOf('/') + 1)..];
        // All states at once, so that no pattern can take more than pattern × path steps.
        Span<bool> now = _pattern.Length < 256 ? stackalloc bool[_pattern.Length + 1] : new bool[_pattern.Length + 1];
        Span<bool> next = _pattern.Length < 256 ? stackalloc bool[_pattern.Length + 1] : new bool[_pattern.Length + 1];
        now.Clear();
        now[0] = true;
        PassEmpty(now);
        for (var i = 0; i < path.Length; i++)
        {
            next.Clear();
            var c = char.ToUpperInvariant(path[i]);
            for (var state = 0; state < _pattern.Length; state++)
            {
                if (!now[state]) continue;
                switch (_pattern[state])
                {
                    case Anything: next[state] = true; break;
                    case AnyName: if (c != '/') next[state] = true; break;
                    case AnyOne: if (c != '/') next[state + 1] = true; break;
                    case AnyFolders: next[state] = true; break;
                    case var own: if (own == c) next[state + 1] = true; break;
                }
            }
            PassEmpty(next, afterSlash: c == '/');
            var swap = now;
            now = next;
            next = swap;
        }
        return now[_pattern.Length];
    }

    // What may stand for nothing is passed without a character; folders only where a name begins.
    private void PassEmpty(Span<bool> states, bool afterSlash = true)
    {
        for (var state = 0; state < _pattern.Length; state++)
            if (states[state] && (_pattern[state] is Anything or AnyName || (_pattern[state] == AnyFolders && afterSlash))) states[state + 1] = true;
    }
}

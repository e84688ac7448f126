// SPDX-License-Identifier: MIT
namespace TextIndex.Jieba;

/// <summary>A word and where it stands.</summary>
/// <example><code>
/// var token = new Token("网易", 4, 6);   // [网易, (4, 6)]
/// </code></example>
public class Token
{
    /// <summary>Makes a token.</summary>
    public Token(string word, int startIndex, int endIndex) => (Word, StartIndex, EndIndex) = (word, startIndex, endIndex);

    /// <summary>The word.</summary>
    public string Word { get; set; }

    /// <summary>Offset of its first UTF-16 code unit in the text.</summary>
    public int StartIndex { get; set; }

    /// <summary>Offset just past its last UTF-16 code unit.</summary>
    public int EndIndex { get; set; }

    /// <inheritdoc/>
    public override string ToString() => $"[{Word}, ({StartIndex}, {EndIndex})]";
}

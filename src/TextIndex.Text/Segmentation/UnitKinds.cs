// SPDX-License-Identifier: MIT
namespace TextIndex.Segmentation;

/// <summary>What the word graph knows of a code unit; the values stand in Data/word-graph.bin.</summary>
[Flags]
internal enum UnitKinds : ushort
{
    None = 0,
    Digit = 1,
    Latin = 2,
    Space = 4,

    /// <summary>Many of the same are one word: —— …… ----.</summary>
    Repeats = 8,

    ChineseNumber = 16,

    /// <summary>Han that is seldom a word of its own; the hidden Markov model may join it.</summary>
    Rare = 32,

    Surname = 64,
    Foreign = 128,

    /// <summary>Ends a sentence: what follows is cut as if nothing stood before.</summary>
    SentenceEnd = 256,

    /// <summary>Punctuation at which a very long sentence may be parted.</summary>
    Pause = 512,

    /// <summary>万 亿 千 百 after digits.</summary>
    Magnitude = 1024,

    /// <summary>Joins Latin letters or digits on both sides: - ' &amp; _ +.</summary>
    Joiner = 2048,

    /// <summary>Joins digits on both sides: . , : / ·</summary>
    DigitJoiner = 4096,

    HighSurrogate = 8192,

    /// <summary>第, which makes an ordinal of the number after it.</summary>
    Ordinal = 16384,
}

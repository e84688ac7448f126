// SPDX-License-Identifier: MIT
using TextIndex.Documents;

namespace TextIndex.Extraction.Themes;

/// <summary>A string of the text that may be a key phrase, with all that was seen of it.</summary>
internal sealed class CandidatePhrase(string folded, int words, double weight)
{
    public string Folded { get; } = folded;

    /// <summary>How many words of the segmentation it has.</summary>
    public int Words { get; } = words;

    /// <summary>How rare its words are: the mean of their negative log frequencies, in nats.</summary>
    public double Weight { get; } = weight;

    public List<TextSpan> Spans { get; } = [];

    /// <summary>Occurrences that fill the room between two marks or function words: a whole phrase, no piece of one.</summary>
    public int Whole { get; set; }

    /// <summary>Number of the first heading that holds it, from 1; 0 for none.</summary>
    public int Heading { get; set; }

    public bool InTitle { get; set; }

    /// <summary>A member of 学习…的品格: the text itself holds it up as a quality.</summary>
    public bool IsQuality { get; set; }

    public bool IsName { get; set; }

    /// <summary>Number of the first paragraph that holds it, from 1.</summary>
    public int Paragraph { get; set; }
}

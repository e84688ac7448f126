// SPDX-License-Identifier: MIT
using TextIndex.Documents;

namespace TextIndex.Discovery;

/// <summary>A word or set phrase that a collection uses and the dictionary does not have.</summary>
/// <param name="Text">The word, folded: simplified, lower case, half width.</param>
/// <param name="Count">How often it occurs; a sentence that stands there twice counts once.</param>
/// <param name="Documents">In how many documents.</param>
/// <param name="Score">What it was ranked by, in bits: cohesion (at most 12), the smaller freedom (at most 6), and 0.7 for each doubling of the documents.</param>
/// <param name="Cohesion">Mutual information: how many bits its parts stand together more often than chance has it; 0 for a word of one part.</param>
/// <param name="LeftFreedom">Entropy in bits of what stands before it; a mark counts with the word beyond it.</param>
/// <param name="RightFreedom">Entropy in bits of what stands behind it.</param>
/// <param name="ExampleDocument">The document of its first place, counted from 0 in the order they were given.</param>
/// <param name="Example">That place, in the source text of the document.</param>
public sealed record NewWord(
    string Text, int Count, int Documents, double Score, double Cohesion, double LeftFreedom, double RightFreedom, int ExampleDocument, TextSpan Example);

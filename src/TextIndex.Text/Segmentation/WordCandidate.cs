// SPDX-License-Identifier: MIT
using TextIndex.Documents;

namespace TextIndex.Segmentation;

/// <summary>A stretch of text that might have been a word.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Kind">Why it may be a word.</param>
/// <param name="Weight">Natural logarithm of its probability, whatever stands before it.</param>
/// <param name="WeightAfter">The same after the best word before it; jieba's model does not look there, and both are the same.</param>
/// <param name="PathWeight">Weight of the best path that holds it: word graph: from the sentence's start to its end; jieba: from it to the end of the block.</param>
/// <param name="IsChosen">True if it is on the path that was taken; the hidden Markov model may have joined it afterwards.</param>
public readonly record struct WordCandidate(TextSpan Span, CandidateKind Kind, double Weight, double WeightAfter, double PathWeight, bool IsChosen);

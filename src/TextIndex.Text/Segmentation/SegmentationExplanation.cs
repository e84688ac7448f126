// SPDX-License-Identifier: MIT
using TextIndex.Documents;

namespace TextIndex.Segmentation;

/// <summary>Tells why a text was cut as it was: what might have been a word, what was chosen, where the hidden Markov model spoke.</summary>
/// <param name="Model">The model that decided.</param>
/// <param name="Words">The words of the accurate cut.</param>
/// <param name="Candidates">Everything that might have been a word, by start, then by length.</param>
/// <param name="JoinedByHmm">The runs of single characters that the hidden Markov model was asked about, ascending.</param>
public sealed record SegmentationExplanation(
    SegmentationModel Model, IReadOnlyList<TextSpan> Words, IReadOnlyList<WordCandidate> Candidates, IReadOnlyList<TextSpan> JoinedByHmm);

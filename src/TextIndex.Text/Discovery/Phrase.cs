// SPDX-License-Identifier: MIT
namespace TextIndex.Discovery;

/// <summary>A frequent sequence of words with what was measured of it.</summary>
/// <param name="Text">The words joined.</param>
/// <param name="Place">The first word of its first place in the stream.</param>
/// <param name="Parts">How many words it is of; 1 for a word that no dictionary has.</param>
/// <param name="Count">How often it occurs.</param>
/// <param name="Documents">In how many documents.</param>
/// <param name="Cohesion">Mutual information in bits.</param>
/// <param name="LeftFreedom">Entropy in bits of what stands before it.</param>
/// <param name="RightFreedom">Entropy in bits of what stands behind it.</param>
internal sealed record Phrase(string Text, int Place, int Parts, int Count, int Documents, double Cohesion, double LeftFreedom, double RightFreedom);

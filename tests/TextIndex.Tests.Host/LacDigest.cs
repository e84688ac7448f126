// SPDX-License-Identifier: MIT
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using TextIndex.Lac;

namespace TextIndex.Tests.Host;

/// <summary>Tells in a few letters what the lexical analyser makes of a text: every score of every label, to the last bit.</summary>
internal static class LacDigest
{
    public static unsafe string Of(string text)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var scratch = LacScratch.Take();
        for (var at = 0; SentenceCutter.TryNext(text, ref at, out var sentence);)
        {
            scratch.SentenceCount = 1;
            scratch.Sentences[0] = sentence;
            LacModel.Default.LabelSentences(text.AsSpan(0, at), sentence.Start, scratch);
            hash.AppendData(new ReadOnlySpan<byte>(scratch.Products, sentence.Characters * LacWeights.Outputs * sizeof(float)));
        }
        scratch.GiveBack();
        var words = LacModel.Default.Tag(text);
        hash.AppendData(MemoryMarshal.AsBytes(string.Join(' ', words.Select(word => $"{word.Span.Start}/{word.Tag}")).AsSpan()));
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..32];
    }
}

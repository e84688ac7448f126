// SPDX-License-Identifier: MIT
using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TextIndex.Primitives;

namespace TextIndex.Segmentation;

// Data/jieba-hmm.bin, little-endian, used where it lies:
//   file := magic:u32 fingerprint:u64 start:f64[4] transitions:f64[16] emissions:f64[4 * 20950]
// States stand in the order B E M S (begin, end, middle of a word, single character), log probabilities as jieba has them in full
// precision; what jieba does not list is -3.14e100. transitions[4 * from + to]. emissions[4 * (unit - U+4E00) + state], for 一 to 鿕.
// fingerprint is the low half of the one of what follows it.
/// <summary>jieba's model of words that no dictionary has.</summary>
internal static unsafe class HiddenMarkovModel
{
    public const uint Magic = 0x314D4D48; // "HMM1"
    public const int HeaderBytes = 12;
    public const int EmissionRows = 0x9FD5 - 0x4E00 + 1;
    public const double Never = -3.14e100;

    private const int B = 0, E = 1, M = 2, S = 3;

    private static readonly double* Start = Load();
    private static readonly double* Transitions = Start + 4;
    private static readonly double* Emissions = Start + 20;

    /// <summary>Names the content.</summary>
    public static ulong Fingerprint => *((ulong*)Start - 1);

    /// <summary>Computes what stands in the header of a file as its fingerprint.</summary>
    public static ulong FingerprintOf(ReadOnlySpan<byte> file)
    {
        var fingerprint = new Fingerprint128();
        fingerprint.Add(file[HeaderBytes..]);
        return (ulong)fingerprint.Value;
    }

    /// <summary>Makes sure that the model is there; the first use would do it as well.</summary>
    public static void Touch() => _ = Emissions;

    /// <summary>Finds the ends of the words in a run of Han.</summary>
    /// <param name="text">The run; every unit is between 一 and 鿕.</param>
    /// <param name="length">Its length, at least 1.</param>
    /// <param name="choices">Room for <paramref name="length"/> bytes.</param>
    /// <param name="isEnd">Receives 1 where a word's last character stands; else 0. The last is always 1.</param>
    public static void FindEnds(char* text, int length, byte* choices, byte* isEnd)
    {
        double* t = Transitions;
        double startToE = Start[E], startToM = Start[M];
        double bToE = t[4 * B + E], bToM = t[4 * B + M], mToE = t[4 * M + E], mToM = t[4 * M + M];
        double eToB = t[4 * E + B], eToS = t[4 * E + S], sToB = t[4 * S + B], sToS = t[4 * S + S];
        var row = Emissions + 4 * (text[0] - 0x4E00);
        double b = Start[B] + row[B], e = startToE + row[E], m = startToM + row[M], s = Start[S] + row[S];
        for (var i = 1; i < length; i++)
        {
            // Sums from left to right and ties to the letter that sorts last (S over E, M over B), as python's max of tuples has it.
            row = Emissions + 4 * (text[i] - 0x4E00);
            double eb = e + eToB + row[B], sb = s + sToB + row[B];
            double be = b + bToE + row[E], me = m + mToE + row[E];
            double bm = b + bToM + row[M], mm = m + mToM + row[M];
            double es = e + eToS + row[S], ss = s + sToS + row[S];
            var choice = 0;
            if (eb > sb) { b = eb; choice = 1; } else b = sb;
            if (be > me) { e = be; choice |= 2; } else e = me;
            if (bm > mm) { m = bm; choice |= 4; } else m = mm;
            if (es > ss) { s = es; choice |= 8; } else s = ss;
            choices[i] = (byte)choice;
        }
        var state = e > s ? E : S;
        for (var i = length - 1; i >= 0; i--)
        {
            isEnd[i] = (byte)(state & 1);                      // E and S are odd
            int choice = choices[i];
            state = state switch
            {
                B => (choice & 1) != 0 ? E : S,
                E => (choice & 2) != 0 ? B : M,
                M => (choice & 4) != 0 ? B : M,
                _ => (choice & 8) != 0 ? E : S,
            };
        }
    }

    private static double* Load()
    {
        var bytes = EmbeddedData.Read("jieba-hmm");
        if (bytes.Length != HeaderBytes + 8 * (20 + 4 * EmissionRows) || BinaryPrimitives.ReadUInt32LittleEndian(bytes) != Magic)
            throw new InvalidOperationException("The embedded hidden Markov model is not the one this version was built with.");
        return (double*)((byte*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(bytes)) + HeaderBytes);
    }
}

// SPDX-License-Identifier: MIT
using System.Runtime.InteropServices;

namespace TextIndex.Codecs;

/// <summary>Where the parts of a field lie in the files of its index segment; written as it lies in memory, little-endian.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 8)]
internal struct FieldRecord
{
    /// <summary>Lucene's number of the field.</summary>
    public long Number;

    /// <summary>1 = frequencies, 2 = positions, 4 = the field is written by Lucene.Net's own format and all else is 0.</summary>
    public long Kinds;

    public long Terms;
    public long SumTotalFrequency;
    public long SumDocumentFrequency;
    public long Documents;

    /// <summary>In the dictionary: blocks of 16 terms, then for each where it begins and the first eight bytes of its first term.</summary>
    public long Blocks;
    public long BlockCount;
    public long BlockStarts;
    public long BlockPrefixes;

    /// <summary>In the lists: the length of the field in each document, in bytes each; 0 = none are kept.</summary>
    public long Lengths;
    public long LengthBytes;

    /// <summary>Average length that the bounds were computed with; bits of a double.</summary>
    public long AverageLength;

    /// <summary>In the dictionary: lists of neighbours among the frequent terms, sorted by first and second number.</summary>
    public long FrequentTerms;
    public long PairCount;
    public long PairKeys;
    public long PairStarts;
    public long Pairs;

    public const int Frequencies = 1, Positions = 2, Stock = 4;

    public readonly bool HasFrequencies => (Kinds & Frequencies) != 0;

    public readonly bool HasPositions => (Kinds & Positions) != 0;
}

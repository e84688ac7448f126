// SPDX-License-Identifier: MIT
using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using TextIndex.Primitives;

namespace TextIndex.Segmentation;

// Data/jieba-posseg.bin, little-endian, used where it lies:
//   file  := magic:u32 entryCount:i32 tagBytes:i32
//            start:f64[256] inWord:f64[4 * 64] nextWord:f64[128 * 128] emissions:f64[entryCount]
//            rows:i32[20951] allowed:u8[20950] states:u8[entryCount] tagNames:tagBytes
// A state is 64 * letter + tag, letters in the order B E M S, tags sorted, as python sorts its pairs (letter, tag). tagNames are parted by
// spaces. inWord: B to E, M to E, B to M, M to M, a tag each; a word has one tag. nextWord[128 * to + from]: to is B or S (64 + tag), from
// is E or S (64 + tag). What jieba does not list is minus infinity. Row r is the character 一 + r: its entries are rows[r] to rows[r + 1],
// first the allowed[r] states that char_state_tab names, ascending, then the others that have an emission.
/// <summary>jieba's hidden Markov model of words and their tags (posseg).</summary>
internal static unsafe partial class TagModel
{
    public const uint Magic = 0x31534F50; // "POS1"
    public const int HeaderBytes = 12, TagCount = 64, StateCount = 4 * TagCount;

    private const int B = 0, E = 64, M = 128, S = 192;
    private const double Unreachable = double.NegativeInfinity;

    private static readonly byte* Data = Load();
    private static readonly int EntryCount = ((int*)Data)[1];
    private static readonly double* Start = (double*)(Data + HeaderBytes);
    private static readonly double* InWord = Start + StateCount;
    private static readonly double* NextWord = InWord + 4 * TagCount;
    private static readonly double* Emissions = NextWord + 4 * TagCount * TagCount;
    private static readonly int* Rows = (int*)(Emissions + EntryCount);
    private static readonly byte* Allowed = (byte*)(Rows + HiddenMarkovModel.EmissionRows + 1);
    private static readonly byte* States = Allowed + HiddenMarkovModel.EmissionRows;
    private static readonly string[] Names = Encoding.ASCII.GetString(States + EntryCount, ((int*)Data)[2]).Split(' ');

    // For every state that begins a word, the tags of the E (2 * to) and of the S (2 * to + 1) that it may follow.
    private static readonly ulong* Sources = FindSources();
    private static ulong[]? _sourcesOwner;

    /// <summary>The tag of a state.</summary>
    public static string TagOf(int state) => Names[state & (TagCount - 1)];

    /// <summary>Tells whether a word ends in this state.</summary>
    public static bool IsEnd(int state) => (state & E) != 0;          // E and S have this bit, B and M have not

    /// <summary>Finds the most probable state of every character of a run of Han, as posseg's viterbi finds it, ties included.</summary>
    /// <param name="run">The run, not empty; every unit is between 一 and 鿕.</param>
    /// <param name="route">Receives a state a character.</param>
    /// <param name="scratch">Working memory.</param>
    [SkipLocalsInit]
    public static void FindStates(ReadOnlySpan<char> run, Span<byte> route, TaggerScratch scratch)
    {
        var values = stackalloc double[2 * StateCount];
        var bytes = stackalloc byte[4 * StateCount];
        var step = new Step(values, bytes);
        var next = new Step(values + StateCount, bytes + 2 * StateCount);
        var dense = stackalloc double[StateCount];       // value of a state now, -infinity for those that cannot be
        var place = stackalloc byte[StateCount];         // and where it stands in the step
        new Span<double>(dense, StateCount).Fill(Unreachable);

        Begin(run[0], ref step);
        scratch.Steps[0] = 0;
        var used = 0;
        for (var t = 1; t < run.Length; t++)
        {
            for (var i = 0; i < step.Count; i++)
            {
                dense[step.States[i]] = step.Values[i];
                place[step.States[i]] = (byte)i;
            }
            Advance(run[t], in step, ref next, dense, place);
            for (var i = 0; i < step.Count; i++) dense[step.States[i]] = Unreachable;
            used = scratch.Keep(t, used, step.States, step.Count, next.From, next.Count);
            (step, next) = (next, step);
        }
        var best = 0;
        for (var i = 1; i < step.Count; i++)
            if (step.Values[i] >= step.Values[best]) best = i;                 // states ascend, so a tie goes to the larger, as python's max of pairs
        route[^1] = step.States[best];
        for (var t = run.Length - 1; t > 0; t--)
        {
            best = scratch.Before(t, best, out var state);
            route[t - 1] = state;
        }
    }

    /// <summary>The states one character may be in, ascending, the value of the best path to each and where that path came from.</summary>
    private struct Step(double* values, byte* bytes)
    {
        public readonly double* Values = values;
        public readonly byte* States = bytes;
        public readonly byte* From = bytes + StateCount;
        public int Count = 0;
    }

    [SkipLocalsInit]
    private static void Begin(char unit, ref Step step)
    {
        var row = unit - 0x4E00;
        step.Count = 0;
        if (Allowed[row] > 0)
        {
            for (var i = Rows[row]; i < Rows[row] + Allowed[row]; i++)
            {
                step.States[step.Count] = States[i];
                step.Values[step.Count++] = Start[States[i]] + Emissions[i];
            }
            return;
        }
        var emissions = stackalloc double[StateCount];
        SpreadEmissions(row, emissions);
        for (step.Count = 0; step.Count < StateCount; step.Count++)
        {
            step.States[step.Count] = (byte)step.Count;
            step.Values[step.Count] = Start[step.Count] + emissions[step.Count];
        }
    }

    [SkipLocalsInit]
    private static void Advance(char unit, in Step step, ref Step next, double* dense, byte* place)
    {
        // What ended a word, as sets of tags. An impossible emission (-3.14e100) lies so far below everything else that a state that has had one
        // more of them never wins over a state with one less that can go on to the same one. So the best level is asked first, and mostly alone.
        var top = Unreachable;
        for (var i = 0; i < step.Count; i++)
            if (IsEnd(step.States[i]) && step.Values[i] > top) top = step.Values[i];
        var isLevel = top < -1e100;              // what is added to such a value is lost
        top -= 1e100;
        Ended all = default;
        Ended best = default;
        for (var i = 0; i < step.Count; i++)
        {
            if (!IsEnd(step.States[i])) continue;
            all.Add(step.States[i]);
            if (step.Values[i] >= top) best.Add(step.States[i]);
        }

        var row = unit - 0x4E00;
        next.Count = 0;
        var allowed = Rows[row] + Allowed[row];
        for (var i = Rows[row]; i < allowed; i++) Reach(States[i], Emissions[i], isLevel, dense, place, best, all, ref next);
        if (next.Count > 0) return;

        // No state of the table can follow, or the table does not know the character: every state that can follow is asked.
        var emissions = stackalloc double[StateCount];
        SpreadEmissions(row, emissions);
        for (var state = 0; state < StateCount; state++) Reach(state, emissions[state], isLevel, dense, place, best, all, ref next);
    }

    private struct Ended
    {
        public ulong E, S;

        public void Add(int state)
        {
            if (state >= TagModel.S) S |= 1UL << (state - TagModel.S);
            else E |= 1UL << (state - TagModel.E);
        }
    }

    private static void Reach(int state, double emission, bool isLevel, double* dense, byte* place, in Ended best, in Ended all, ref Step next)
    {
        var tag = state & (TagCount - 1);
        var value = Unreachable;
        var from = 0;
        if ((state & M) == 0 == IsEnd(state))            // E or M: from B or M, tag unchanged; a tie goes to M
        {
            var pair = InWord + (IsEnd(state) ? 0 : 2 * TagCount);
            value = dense[B + tag] + pair[tag] + emission;
            from = B + tag;
            if (dense[M + tag] + pair[TagCount + tag] + emission is var other && other >= value) (value, from) = (other, M + tag);
            if (value == Unreachable) return;
        }
        else
        {
            var to = state >= S ? TagCount + tag : tag;
            var transitions = NextWord + 2 * TagCount * to;
            var (e, s) = (Sources[2 * to] & best.E, Sources[2 * to + 1] & best.S);
            if ((e | s) == 0)
            {
                (e, s) = (Sources[2 * to] & all.E, Sources[2 * to + 1] & all.S);
                if ((e | s) == 0) return;
            }
            else if (isLevel || emission == HiddenMarkovModel.Never)
            {
                // An impossible emission swallows what it is added to, now or before: all of one level tie, and the last one wins.
                if (s != 0) (e, s) = (0, 1UL << (63 - BitOperations.LeadingZeroCount(s)));
                else e = 1UL << (63 - BitOperations.LeadingZeroCount(e));
            }
            for (; e != 0; e &= e - 1)
            {
                var one = BitOperations.TrailingZeroCount(e);
                if (dense[E + one] + transitions[one] + emission is var other && other >= value) (value, from) = (other, E + one);
            }
            for (; s != 0; s &= s - 1)
            {
                var one = BitOperations.TrailingZeroCount(s);
                if (dense[S + one] + transitions[TagCount + one] + emission is var other && other >= value) (value, from) = (other, S + one);
            }
        }
        next.Values[next.Count] = value;
        next.States[next.Count] = (byte)state;
        next.From[next.Count++] = place[from];
    }

    private static void SpreadEmissions(int row, double* emissions)
    {
        new Span<double>(emissions, StateCount).Fill(HiddenMarkovModel.Never);
        for (var i = Rows[row]; i < Rows[row + 1]; i++) emissions[States[i]] = Emissions[i];
    }

    private static ulong* FindSources()
    {
        var sources = GC.AllocateArray<ulong>(4 * TagCount, pinned: true);
        _sourcesOwner = sources;
        for (var i = 0; i < 4 * TagCount * TagCount; i++)
            if (NextWord[i] != Unreachable) sources[i / TagCount] |= 1UL << (i % TagCount);
        fixed (ulong* first = sources) return first;
    }

    private static byte* Load()
    {
        var bytes = EmbeddedData.Read("jieba-posseg");
        if (bytes.Length < HeaderBytes || BinaryPrimitives.ReadUInt32LittleEndian(bytes) != Magic || bytes.Length != HeaderBytes
            + 8 * (StateCount + 4 * TagCount + 4 * TagCount * TagCount) + 5 * HiddenMarkovModel.EmissionRows + 4
            + 9 * BinaryPrimitives.ReadInt32LittleEndian(bytes[4..]) + BinaryPrimitives.ReadInt32LittleEndian(bytes[8..]))
            throw new InvalidOperationException("The embedded model of tags is not the one this version was built with.");
        return (byte*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(bytes));
    }
}

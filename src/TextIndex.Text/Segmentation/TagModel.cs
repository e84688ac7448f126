// SPDX-License-Identifier: MIT
using System.Buffers.Binary;
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
        // What ended a word, best level first: an impossible emission (-3.14e100) lies so far below everything else that a state that has had
        // one more of them never wins over a state with one less that can go on to the same one. So the others are asked only if need be.
        var ended = stackalloc double[2 * TagCount];
        var endedCode = stackalloc byte[2 * TagCount];
        var endedPlace = stackalloc byte[2 * TagCount];
        var top = Unreachable;
        for (var i = 0; i < step.Count; i++)
            if (IsEnd(step.States[i]) && step.Values[i] > top) top = step.Values[i];
        var (count, topCount) = (0, 0);
        for (var level = 0; level < 2; level++)
        {
            for (var i = 0; i < step.Count; i++)
            {
                if (!IsEnd(step.States[i]) || step.Values[i] >= top - 1e100 != (level == 0)) continue;
                ended[count] = step.Values[i];
                endedCode[count] = (byte)(step.States[i] < M ? step.States[i] - E : step.States[i] - S + TagCount);
                endedPlace[count++] = (byte)i;
            }
            if (level == 0) topCount = count;
        }

        var row = unit - 0x4E00;
        next.Count = 0;
        var allowed = Rows[row] + Allowed[row];
        for (var i = Rows[row]; i < allowed; i++) Reach(States[i], Emissions[i], ref next);
        if (next.Count > 0) return;

        // No state of the table can follow, or the table does not know the character: every state that can follow is asked.
        var emissions = stackalloc double[StateCount];
        SpreadEmissions(row, emissions);
        for (var state = 0; state < StateCount; state++) Reach(state, emissions[state], ref next);

        void Reach(int state, double emission, ref Step next)
        {
            var tag = state & (TagCount - 1);
            var best = Unreachable;
            var from = 0;
            if ((state & M) == 0 == IsEnd(state))            // E or M: from B or M, tag unchanged; a tie goes to M
            {
                var pair = InWord + (IsEnd(state) ? 0 : 2 * TagCount);
                best = dense[B + tag] + pair[tag] + emission;
                from = B + tag;
                if (dense[M + tag] + pair[TagCount + tag] + emission is var other && other >= best) (best, from) = (other, M + tag);
                from = place[from];
            }
            else
            {
                var transitions = NextWord + 2 * TagCount * (state >= S ? TagCount + tag : tag);
                for (var i = 0; i < topCount; i++)
                    if (ended[i] + transitions[endedCode[i]] + emission is var value && value >= best) (best, from) = (value, endedPlace[i]);
                if (best == Unreachable)
                    for (var i = topCount; i < count; i++)
                        if (ended[i] + transitions[endedCode[i]] + emission is var value && value >= best) (best, from) = (value, endedPlace[i]);
            }
            if (best == Unreachable) return;
            next.Values[next.Count] = best;
            next.States[next.Count] = (byte)state;
            next.From[next.Count++] = (byte)from;
        }
    }

    private static void SpreadEmissions(int row, double* emissions)
    {
        new Span<double>(emissions, StateCount).Fill(HiddenMarkovModel.Never);
        for (var i = Rows[row]; i < Rows[row + 1]; i++) emissions[States[i]] = Emissions[i];
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

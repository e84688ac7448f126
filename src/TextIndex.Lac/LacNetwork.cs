// SPDX-License-Identifier: MIT
using System.Numerics;
using System.Runtime.CompilerServices;

namespace TextIndex.Lac;

/// <summary>The network up to the scores of the labels of every character.</summary>
internal abstract class LacNetwork
{
    /// <summary>Scores the batch that <paramref name="scratch"/> holds: afterwards its products are a row of 64 floats a character.</summary>
    public abstract void Score(LacScratch scratch);

    public static LacNetwork For(LacWeights weights) =>
        weights.Bits == 16 ? new LacNetwork<short, IntegerNumbers>(weights) : new LacNetwork<float, SingleNumbers>(weights);
}

/// <summary>The network, counting in one kind of numbers.</summary>
/// <remarks>
/// Two layers of gated recurrent units, each read forward and backward. What a unit takes from its input does not depend on other characters, so it is
/// one product over all characters of the batch; what it takes from its state is one product a step over the sentences that have that character.
/// u = sigmoid(x + h U), r = sigmoid(x + h R), c = tanh(x + (r h) C), h = (1 - u) h + u c.
/// </remarks>
internal sealed unsafe class LacNetwork<T, TNumbers>(LacWeights weights) : LacNetwork
    where T : unmanaged
    where TNumbers : INumbers<T>
{
    private const int Width = LacWeights.Width, Gates = LacWeights.Gates, Columns = LacWeights.Columns;

    public override void Score(LacScratch scratch)
    {
        var embedded = (T*)scratch.Embedded;
        for (var row = 0; row < scratch.Rows; row++)
        {
            var id = scratch.Ids[row];
            Unsafe.CopyBlockUnaligned(embedded + row * Width, (T*)weights.Embeddings + id * Width, (uint)(Width * sizeof(T)));
            scratch.RowScale[row] = weights.RowScale[id];
        }
        Layer(scratch, 0, embedded, Width, (T*)scratch.FirstLayer);
        new Span<float>(scratch.RowScale, scratch.Rows).Fill(1f);
        Layer(scratch, 2, (T*)scratch.FirstLayer, 2 * Width, (T*)scratch.SecondLayer);

        var products = scratch.Products;
        TNumbers.Multiply((T*)scratch.SecondLayer, scratch.Rows, (T*)weights.Emission, 2 * Width, LacWeights.Outputs, products);
        for (var row = 0; row < scratch.Rows; row++, products += LacWeights.Outputs)
            for (var c = 0; c < LacWeights.Outputs; c += Vector<float>.Count)
                Vector.Store(TNumbers.Read(products + c) * Vector.Load(weights.EmissionScale + c) + Vector.Load(weights.EmissionBias + c), (float*)products + c);
    }

    private void Layer(LacScratch scratch, int direction, T* inputs, int depth, T* outputs)
    {
        for (var backward = 0; backward < 2; backward++)
        {
            TNumbers.Multiply(inputs, scratch.Rows, (T*)weights.Input(direction + backward), depth, Columns, scratch.Products);
            new Span<byte>(scratch.State, SentenceBytes).Clear();
            new Span<byte>(scratch.StateInput, SentenceBytes).Clear();
            if (backward == 0) for (var step = 0; step < scratch.Steps; step++) Step(scratch, direction, step, outputs);
            else for (var step = scratch.Steps - 1; step >= 0; step--) Step(scratch, direction + 1, step, outputs + Width);
        }
    }

    private static int SentenceBytes => LacScratch.SentencesInBatch * Width * sizeof(float);

    private void Step(LacScratch scratch, int direction, int step, T* outputs)
    {
        var (active, first) = (scratch.Active[step], scratch.Offsets[step]);
        TNumbers.Multiply((T*)scratch.StateInput, active, (T*)weights.GateMatrix(direction), Width, Gates, scratch.StateProducts);
        var sources = new Sources(weights, direction);
        for (var s = 0; s < active; s++)
        {
            var products = scratch.Products + (first + s) * Columns;
            OpenGates(sources, products, scratch.RowScale[first + s], scratch.StateProducts + s * Gates, scratch.State + s * Width, scratch.Update + s * Width, (T*)scratch.ResetInput + s * Width);
        }
        TNumbers.Multiply((T*)scratch.ResetInput, active, (T*)weights.CandidateMatrix(direction), Width, Width, scratch.StateProducts);
        for (var s = 0; s < active; s++)
        {
            var products = scratch.Products + (first + s) * Columns;
            var state = (T*)scratch.StateInput + s * Width;
            MoveState(sources, products, scratch.RowScale[first + s], scratch.StateProducts + s * Width, scratch.Update + s * Width, scratch.State + s * Width, state);
            Unsafe.CopyBlockUnaligned(outputs + (first + s) * 2 * Width, state, (uint)(Width * sizeof(T)));
        }
    }

    private readonly struct Sources(LacWeights weights, int direction)
    {
        public readonly float* Bias = weights.Bias(direction), InputScale = weights.InputScale(direction), StateScale = weights.StateScale(direction);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector<float> Sum(int* fromInput, Vector<float> rowScale, int* fromState, int column) =>
            TNumbers.Read(fromInput + column) * Vector.Load(InputScale + column) * rowScale + Vector.Load(Bias + column) + TNumbers.Read(fromState) * Vector.Load(StateScale + column);
    }

    private static void OpenGates(Sources sources, int* products, float rowScale, int* stateProducts, float* state, float* update, T* resetInput)
    {
        var scale = new Vector<float>(rowScale);
        for (var c = 0; c < Width; c += 2 * Vector<float>.Count)
        {
            var d = c + Vector<float>.Count;
            Vector.Store(Activation.Sigmoid(sources.Sum(products, scale, stateProducts + c, c)), update + c);
            Vector.Store(Activation.Sigmoid(sources.Sum(products, scale, stateProducts + d, d)), update + d);
            var first = Activation.Sigmoid(sources.Sum(products, scale, stateProducts + Width + c, Width + c)) * Vector.Load(state + c);
            var second = Activation.Sigmoid(sources.Sum(products, scale, stateProducts + Width + d, Width + d)) * Vector.Load(state + d);
            TNumbers.Write(first, second, resetInput + c);
        }
    }

    private static void MoveState(Sources sources, int* products, float rowScale, int* candidateProducts, float* update, float* state, T* stateInput)
    {
        var scale = new Vector<float>(rowScale);
        for (var c = 0; c < Width; c += 2 * Vector<float>.Count)
        {
            var d = c + Vector<float>.Count;
            var first = Move(Activation.Tanh(sources.Sum(products, scale, candidateProducts + c, Gates + c)), Vector.Load(update + c), Vector.Load(state + c));
            var second = Move(Activation.Tanh(sources.Sum(products, scale, candidateProducts + d, Gates + d)), Vector.Load(update + d), Vector.Load(state + d));
            Vector.Store(first, state + c);
            Vector.Store(second, state + d);
            TNumbers.Write(first, second, stateInput + c);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> Move(Vector<float> candidate, Vector<float> update, Vector<float> state) => (Vector<float>.One - update) * state + update * candidate;
}

// SPDX-License-Identifier: MIT
using System.Numerics;

namespace TextIndex.Lac;

/// <summary>How the network counts: what a weight is, and how rows of inputs are multiplied with a matrix.</summary>
/// <typeparam name="T">The type of inputs and weights. Products are four bytes wide.</typeparam>
internal unsafe interface INumbers<T> where T : unmanaged
{
    /// <summary>Multiplies rows with a matrix.</summary>
    /// <param name="inputs">The rows, one after the other.</param>
    /// <param name="rows">How many.</param>
    /// <param name="matrix">The matrix in blocks of 64 columns, see <see cref="LacWeights"/>.</param>
    /// <param name="depth">Length of a row of inputs; even.</param>
    /// <param name="columns">Columns of the matrix; a multiple of 64.</param>
    /// <param name="products">Receives the rows of products.</param>
    static abstract void Multiply(T* inputs, int rows, T* matrix, int depth, int columns, int* products);

    /// <summary>Reads a vector of products.</summary>
    static abstract Vector<float> Read(int* products);

    /// <summary>Writes two vectors of numbers between -1 and 1 as inputs of a product.</summary>
    static abstract void Write(Vector<float> first, Vector<float> second, T* inputs);
}

// SPDX-License-Identifier: MIT
namespace TextIndex.Codecs.Columns;

/// <summary>Receives bytes one after another.</summary>
internal interface IByteSink
{
    /// <summary>Takes bytes; they may change afterwards.</summary>
    void Write(ReadOnlySpan<byte> bytes);
}

// SPDX-License-Identifier: MIT
using Lucene.Net.Util;
using Lucene.Net.Analysis.TokenAttributes;
using Attribute = Lucene.Net.Util.Attribute;

namespace TextIndex.Indexing;

/// <summary>The bytes of the term at hand, without the way over a buffer of characters. For one token stream.</summary>
internal sealed class TermBytes : Attribute, ITermToBytesRefAttribute
{
    public BytesRef BytesRef { get; private set; } = new();

    /// <summary>Points to the bytes; they are not copied.</summary>
    public void Set(byte[] bytes, int start, int length) => (BytesRef.Bytes, BytesRef.Offset, BytesRef.Length) = (bytes, start, length);

    public void FillBytesRef() { }

    public override void Clear() => BytesRef.Length = 0;

    public override void CopyTo(IAttribute target) => ((TermBytes)target).BytesRef = BytesRef.DeepCopyOf(BytesRef);
}

// SPDX-License-Identifier: MIT
using Lucene.Net.Codecs;
using Lucene.Net.Index;
using TextIndex.Codecs.Buffering;

namespace TextIndex.Codecs.Columns;

// columns   := header data slack directory directoryLength:i32 directoryHash:u64 footer          _n_TextIndexColumns_n.tic
// header, footer are Lucene's; data is hashed in pages of 65,536 bytes; slack := 128 zeros; everything else little-endian, offsets counted in data
// directory := dataLength:i64 documents:i32 fields:i32 field* pageHash:u64 × ⌈dataLength / 65,536⌉
// field     := number:i32 kind:u8 body                                                        kind: 0 numbers, 1 bytes, 2 text
// numbers   := least:i64 sum:i64 width:u8 at:i64 missingAt:i64           value = least + width bytes; missingAt -1 = every document has a value
// bytes     := width:u8 offsetsAt:i64 at:i64 length:i64 missingAt:i64    offsets: for every 64 documents base:i64 and 64 distances of width bytes
// text      := chunks:i32 (firstDocument:i32 documents:i32 units:i32 textAt:i64 cutsAt:i64 startsAt:i64 blockDocumentsAt:i64 pairsAt:i64 pairsLength:i64)*
/// <summary>Writes columns so that they are read where they lie: numbers in fixed width, bytes, and folded text that is scanned and looked up in place.</summary>
/// <remarks>Immutable; safe to share between threads.</remarks>
[DocValuesFormatName("TextIndexColumns")]
internal sealed class ColumnsFormat(PairFilter? leavesPlacesOut, ChunkSizes sizes, BufferedColumns? buffered = null) : DocValuesFormat
{
    /// <summary>Extension of the file.</summary>
    public const string Extension = "tic";

    /// <summary>Name in the header.</summary>
    public const string HeaderName = "TextIndexColumns";

    /// <summary>Version of the layout.</summary>
    public const int Version = 1;

    /// <summary>Reads columns; written with it, all frequent pairs have their places listed.</summary>
    public ColumnsFormat() : this(null, ChunkSizes.Default) { }

    /// <summary>Tells whether a column holds folded text: its name ends so.</summary>
    public static bool IsText(string field) => field.EndsWith(".folded", StringComparison.Ordinal);

    /// <inheritdoc/>
    public override DocValuesConsumer FieldsConsumer(SegmentWriteState state) => new ColumnsWriter(state, leavesPlacesOut, sizes, buffered);

    /// <inheritdoc/>
    public override DocValuesProducer FieldsProducer(SegmentReadState state) => new ColumnsReader(state);
}

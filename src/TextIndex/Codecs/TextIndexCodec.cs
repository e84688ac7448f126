// SPDX-License-Identifier: MIT
using Lucene.Net.Codecs;
using Lucene.Net.Codecs.Lucene46;

namespace TextIndex.Codecs;

/// <summary>Lucene.Net's codec with postings of ours: blocks, impacts and positions that are read where they lie.</summary>
/// <example><code>
/// var config = new IndexWriterConfig(LuceneVersion.LUCENE_48, analyzer) { Codec = TextIndexCodec.Instance };
/// </code></example>
/// <remarks>
/// Every Lucene.Net query reads such an index. A program that only reads one calls <see cref="Register"/> before it opens it: Lucene.Net finds codecs by the
/// name that stands in the index. Immutable; safe to share between threads.
/// </remarks>
[CodecName("TextIndex46")]
public sealed class TextIndexCodec : Lucene46Codec
{
    private static readonly TextIndexCodec Only = new(FormatTable.Default);

    private readonly FormatTable _formats;

    // Lucene.Net's factory makes no second one: ours answers for the name. What is written through another instance is read through that one.
    private TextIndexCodec(FormatTable formats) => _formats = formats;

    /// <summary>The codec, registered with Lucene.Net's process-wide factories.</summary>
    public static TextIndexCodec Instance
    {
        get
        {
            Register();
            return Only;
        }
    }

    /// <summary>Makes the codec that writes an index of ours: its columns are written by a format of ours as well.</summary>
    internal static TextIndexCodec For(FormatTable formats)
    {
        Register();
        return new TextIndexCodec(formats);
    }

    /// <summary>Makes Lucene.Net find this codec by its name; all other names go on to the factories that are there. May be called again and again.</summary>
    public static void Register() => CodecFactories.Register(Only, FormatTable.Postings, FormatTable.DocValues);

    /// <inheritdoc/>
    public override PostingsFormat GetPostingsFormatForField(string field) => _formats.PostingsFor(field) ?? base.GetPostingsFormatForField(field);

    /// <inheritdoc/>
    public override DocValuesFormat GetDocValuesFormatForField(string field) => _formats.DocValuesFor(field) ?? base.GetDocValuesFormatForField(field);
}

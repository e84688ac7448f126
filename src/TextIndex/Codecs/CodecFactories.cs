// SPDX-License-Identifier: MIT
using Lucene.Net.Codecs;
using Lucene.Net.Util;

namespace TextIndex.Codecs;

/// <summary>Puts our names beside those that Lucene.Net's process-wide factories know; whoever set them before keeps answering for all others.</summary>
/// <remarks>The interfaces are implemented here and not derived from Lucene.Net's own factories, which find their classes by reflection.</remarks>
internal static class CodecFactories
{
    private static readonly object Gate = new();

    /// <summary>Wraps the factories that are there unless they answer for our names already: a host may have replaced or wrapped ours in the meantime.</summary>
    public static void Register(Codec codec, PostingsFormat[] postings, DocValuesFormat[] docValues)
    {
        lock (Gate)
        {
            var codecs = Codec.GetCodecFactory();
            if (!Answers(() => codecs.GetCodec(codec.Name), codec)) Codec.SetCodecFactory(new Codecs(codecs, codec));
            var postingsFormats = PostingsFormat.GetPostingsFormatFactory();
            if (!postings.All(format => Answers(() => postingsFormats.GetPostingsFormat(format.Name), format)))
                PostingsFormat.SetPostingsFormatFactory(new PostingsFormats(postingsFormats, postings));
            var docValuesFormats = DocValuesFormat.GetDocValuesFormatFactory();
            if (!docValues.All(format => Answers(() => docValuesFormats.GetDocValuesFormat(format.Name), format)))
                DocValuesFormat.SetDocValuesFormatFactory(new DocValuesFormats(docValuesFormats, docValues));
        }
    }

    // A factory throws for a name that it does not know; which exception, each decides for itself.
    private static bool Answers(Func<object?> ask, object expected)
    {
        try
        {
            return ReferenceEquals(ask(), expected);
        }
        catch (Exception)
        {
            return false;
        }
    }

    private static List<string> Names(object inner, IEnumerable<string> ours) =>
        [.. (inner is IServiceListable listable ? listable.AvailableServices : []).Union(ours)];

    private sealed class Codecs(ICodecFactory inner, Codec codec) : ICodecFactory, IServiceListable
    {
        public ICollection<string> AvailableServices => Names(inner, [codec.Name]);

        public Codec GetCodec(string name) => name == codec.Name ? codec : inner.GetCodec(name);
    }

    private sealed class PostingsFormats(IPostingsFormatFactory inner, PostingsFormat[] formats) : IPostingsFormatFactory, IServiceListable
    {
        public ICollection<string> AvailableServices => Names(inner, formats.Select(format => format.Name));

        public PostingsFormat GetPostingsFormat(string name) => Array.Find(formats, format => format.Name == name) ?? inner.GetPostingsFormat(name);
    }

    private sealed class DocValuesFormats(IDocValuesFormatFactory inner, DocValuesFormat[] formats) : IDocValuesFormatFactory, IServiceListable
    {
        public ICollection<string> AvailableServices => Names(inner, formats.Select(format => format.Name));

        public DocValuesFormat GetDocValuesFormat(string name) => Array.Find(formats, format => format.Name == name) ?? inner.GetDocValuesFormat(name);
    }
}

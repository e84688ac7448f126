// SPDX-License-Identifier: MIT
using System.Security.Cryptography;
using TextIndex.Primitives;
using TextIndex.Segmentation;
using TextIndex.Tests;
using Xunit;

namespace TextIndex.Text.Tests;

public class EmbeddedDataTests
{
    [Fact]
    public void Every_blob_is_the_one_that_data_sources_md_names()
    {
        var page = File.ReadAllText(Repository.File("docs/data-sources.md"));
        var blobs = Directory.GetFiles(Repository.File("src/TextIndex.Text/Data"), "*.bin");
        Assert.NotEmpty(blobs);
        foreach (var path in blobs)
        {
            var name = Path.GetFileNameWithoutExtension(path);
            var bytes = EmbeddedData.Read(name);
            var section = page[page.IndexOf($"## `{name}.bin`", StringComparison.Ordinal)..];
            Assert.True(section.Contains($"{bytes.Length:N0} bytes `{Convert.ToHexStringLower(SHA256.HashData(bytes))}`", StringComparison.Ordinal),
                $"{name}.bin: {bytes.Length:N0} bytes {Convert.ToHexStringLower(SHA256.HashData(bytes))} is not what docs/data-sources.md says");
        }
    }

    [Fact]
    public void The_models_name_their_content()
    {
        Assert.Equal(Fingerprint128.Format(WordGraph.FingerprintOf(EmbeddedData.Read("word-graph"))), WordGraph.Default.Fingerprint);
        Assert.Equal(HiddenMarkovModel.FingerprintOf(EmbeddedData.Read("jieba-hmm")), HiddenMarkovModel.Fingerprint);
    }
}

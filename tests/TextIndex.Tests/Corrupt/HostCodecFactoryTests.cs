// SPDX-License-Identifier: MIT
using TextIndex.Tests.Storage;
using Xunit;

namespace TextIndex.Tests.Corrupt;

public sealed class HostCodecFactoryTests
{
    [Fact]
    public void A_host_application_keeps_its_codecs_and_ours_stand_beside_them()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal((0, "kept"), HostProcess.Run("codec", folder.Full("ours"), folder.Full("theirs")));

        // Written in that process, read in this one, which has never heard of the host's codec.
        using var index = SearchIndex.Open(folder.Full("ours"), new SearchIndexOptions { ReadOnly = true });
        Assert.Equal("a.txt", Assert.Single(index.Search("实事求是").Hits).Key);
    }
}

// SPDX-License-Identifier: MIT
using System.Text.RegularExpressions;
using Xunit;

namespace TextIndex.Tests.Architecture;

/// <summary>What is delivered is whole: nothing left for later in the source, every project locked.</summary>
public partial class FinishedTests
{
    [Fact]
    public void Nothing_is_left_unfinished() =>
        Nothing.In(SourceFile.All("src").Where(file => Unfinished().IsMatch(file.Text)).Select(file => file.Path));

    [Fact]
    public void Every_project_commits_its_lock_file()
    {
        var wrong = HouseRulesTests.Projects().Where(project => !File.Exists(Path.Combine(Path.GetDirectoryName(project)!, "packages.lock.json"))).ToList();
        Nothing.In(wrong);
    }

    [GeneratedRegex("NotImplemented" + "Exception|\\bTO" + "DO\\b|\\bFIX" + "ME\\b|\\bHA" + "CK\\b")]
    private static partial Regex Unfinished();
}

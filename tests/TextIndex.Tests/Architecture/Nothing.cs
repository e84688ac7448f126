// SPDX-License-Identifier: MIT
using Xunit;

namespace TextIndex.Tests.Architecture;

/// <summary>Asserts that a guard has found nothing, and shows all that it found.</summary>
internal static class Nothing
{
    public static void In<T>(IEnumerable<T> found)
    {
        var lines = found.Select(one => one?.ToString()).ToList();
        Assert.True(lines.Count == 0, string.Join('\n', lines));
    }
}

// SPDX-License-Identifier: MIT
using System.Globalization;

namespace TextIndex.Cli.Output;

internal static class IsoDate
{
    public static string Of(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

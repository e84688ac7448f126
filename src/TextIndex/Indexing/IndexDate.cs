// SPDX-License-Identifier: MIT
namespace TextIndex.Indexing;

/// <summary>Writes a day as the number yyyymmdd; 0 stands for no date.</summary>
internal static class IndexDate
{
    public static long ToNumber(DateOnly? date) => date is { } day ? day.Year * 10000L + day.Month * 100 + day.Day : 0;

    public static DateOnly? FromNumber(long number)
    {
        int year = (int)(number / 10000), month = (int)(number / 100 % 100), day = (int)(number % 100);
        return number > 0 && year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
    }
}

// SPDX-License-Identifier: MIT
using System.Text;

namespace TextIndex.Jieba;

/// <summary>Opens the files that a caller of jieba.NET names by path. Nothing else in this assembly knows paths; every method has a twin with a reader.</summary>
internal static class UserFile
{
    /// <summary>Opens a file in UTF-8; bytes that are not UTF-8 throw when they are read.</summary>
    public static TextReader Open(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return new StreamReader(path, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true));
    }
}

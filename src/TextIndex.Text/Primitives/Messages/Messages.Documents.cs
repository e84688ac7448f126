// SPDX-License-Identifier: MIT
namespace TextIndex.Primitives;

internal static partial class Messages
{
    public static string BytesNotDecoded(int byteOffset, int byteCount, string encodingName) => byteCount == 1
        ? $"byte {byteOffset}: not {encodingName} text; shown as U+FFFD."
        : $"byte {byteOffset}: {byteCount} bytes are not {encodingName} text; shown as U+FFFD.";

    public static string BytesNotDecodedInManyPlaces(int byteOffset, int byteCount, int places, string encodingName) =>
        $"from byte {byteOffset}: {byteCount} bytes in {places} more places are not {encodingName} text; shown as U+FFFD.";

    public static string FrontMatterNotClosed => "front matter: no closing line ---; read as text.";
}

// SPDX-License-Identifier: MIT
using TextIndex.Documents;
using TextIndex.Segmentation;

namespace TextIndex.Cli.Sessions;

/// <summary>Words of the user's own, on top of the embedded dictionary.</summary>
/// <param name="Text">The dictionary file as it was written, to be kept with an index.</param>
/// <param name="Dictionary">What it gives.</param>
internal sealed record UserDictionary(string Text, WordDictionary Dictionary)
{
    /// <summary>Reads a file that was named on the command line, in any encoding that documents may have.</summary>
    /// <exception cref="UsageException">There is no such file.</exception>
    /// <exception cref="Primitives.DictionaryFormatException">A line of it cannot be read.</exception>
    public static UserDictionary Read(Invocation call, string file)
    {
        var text = SourceText.Decode(UserFile.ReadAll(call, file)).Text;
        return new(text, WordDictionary.Default.WithWords(new StringReader(text), file));
    }
}

// SPDX-License-Identifier: MIT
namespace TextIndex.Cli.Terminal;

/// <summary>Tells that whoever read the output has gone (<c>textindex … | head</c>): no error, only the end of the work.</summary>
internal sealed class BrokenPipeException : IOException;

// SPDX-License-Identifier: MIT
namespace TextIndex.Cli.Terminal;

/// <summary>A piece of a paragraph and how it is shown.</summary>
internal readonly record struct Piece(string Text, Ink Ink = Ink.Plain);

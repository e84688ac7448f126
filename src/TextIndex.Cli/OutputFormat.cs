// SPDX-License-Identifier: MIT
namespace TextIndex.Cli;

/// <summary>Who the output is for: people (text) or programs (json, one object a line).</summary>
internal enum OutputFormat
{
    Text,
    Json,
}

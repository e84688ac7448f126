// SPDX-License-Identifier: MIT
namespace TextIndex.Cli;

/// <summary>Ends a command with exit code 2 and this message: where: what is wrong; what to do.</summary>
internal sealed class UsageException(string message) : Exception(message);

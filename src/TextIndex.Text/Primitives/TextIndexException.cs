// SPDX-License-Identifier: MIT
namespace TextIndex.Primitives;

/// <summary>The base of every exception that TextIndex itself throws; misuse and IO keep the framework's own types.</summary>
/// <remarks>The message reads <c>where: what is wrong; what to do</c>, and the facts stand as properties of the derived types.</remarks>
public abstract class TextIndexException : Exception
{
    /// <summary>Creates the exception with its message and, where there is one, its cause.</summary>
    private protected TextIndexException(string message, Exception? cause = null) : base(message, cause) { }
}

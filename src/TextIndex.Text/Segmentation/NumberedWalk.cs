// SPDX-License-Identifier: MIT
using TextIndex.Primitives;

namespace TextIndex.Segmentation;

/// <summary>Walks everything that a dictionary has at one place, unit by unit, words and beginnings of words, each with a number that no other string has.</summary>
/// <remarks>Its words are those of <see cref="WordDictionary.WordsAt"/>. A number is a cell of the base's trie or, behind those, of the user's.</remarks>
internal unsafe ref struct NumberedWalk
{
    private readonly char* _text;
    private readonly int _length;
    private readonly WordTrie _trie;
    private readonly WordTrie? _userTrie;
    private readonly int _removedValues;
    private int _cell;
    private int _userCell;
    private bool _inBase;
    private bool _inUser;

    public NumberedWalk(WordDictionary dictionary, char* text, int length)
    {
        _text = text;
        (_length, _trie, _userTrie, _removedValues) = (length, dictionary.Trie, dictionary.UserTrie, dictionary.UserRemovedValues);
        _inBase = true;
        _inUser = _userTrie is not null;
    }

    /// <summary>How many numbers there are.</summary>
    public static int CountOf(WordDictionary dictionary) => dictionary.Trie.NodeCount + (dictionary.UserTrie?.NodeCount ?? 0);

    /// <summary>Code units walked.</summary>
    public int Length { get; private set; }

    /// <summary>The number of what was walked.</summary>
    public readonly int Number => _inBase ? _cell : _trie.NodeCount + _userCell;

    /// <summary>Whether what was walked is a word.</summary>
    public bool IsWord { get; private set; }

    /// <summary>Goes one unit on; false where nothing begins so.</summary>
    public bool MoveNext()
    {
        if (Length == _length) return false;
        var unit = _text[Length];
        IsWord = false;
        if (_inBase)
        {
            uint code = _trie.Codes[unit];
            _cell = WordTrie.ChildIndex(_trie.Nodes[_cell], code);
            var node = _trie.Nodes[_cell];
            _inBase = (ushort)node == code;
            IsWord = _inBase && (int)(node >> 40) != 0;
        }
        if (_inUser)
        {
            uint code = _userTrie!.Codes[unit];
            _userCell = WordTrie.ChildIndex(_userTrie.Nodes[_userCell], code);
            var node = _userTrie.Nodes[_userCell];
            _inUser = (ushort)node == code;
            if (_inUser && (int)(node >> 40) is var own and > 0) IsWord = own > _removedValues;
        }
        if (!_inBase && !_inUser) return false;
        Length++;
        return true;
    }
}

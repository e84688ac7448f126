// SPDX-License-Identifier: MIT
using TextIndex.Primitives;

namespace TextIndex.Segmentation;

/// <summary>Walks the words that begin at one place, shortest first; the words of a user lie over those of the base.</summary>
internal unsafe ref struct WordWalk
{
    private readonly char* _text;
    private readonly int _length;
    private readonly WordTrie _trie;
    private readonly WordTrie? _userTrie;
    private readonly double* _weights;
    private readonly double* _userWeights;
    private readonly int _removedValues;
    private readonly bool _keepsLatin;
    private readonly bool _startParts;
    private ulong _node;
    private ulong _userNode;
    private bool _inBase;
    private bool _inUser;

    public WordWalk(WordDictionary dictionary, char* text, int length) : this(dictionary, text, length, hasBefore: false, keepsLatin: false) { }

    /// <summary>Begins to walk.</summary>
    /// <param name="dictionary">The words.</param>
    /// <param name="text">Where they begin.</param>
    /// <param name="length">How many units there are.</param>
    /// <param name="hasBefore">Whether a unit stands before the first.</param>
    /// <param name="keepsLatin">Whether a user's word must not break a Latin one.</param>
    public WordWalk(WordDictionary dictionary, char* text, int length, bool hasBefore, bool keepsLatin)
    {
        _text = text;
        _weights = dictionary.Weights;
        _userWeights = dictionary.UserWeights;
        _removedValues = dictionary.UserRemovedValues;
        (_length, _trie, _userTrie) = (length, dictionary.Trie, dictionary.UserTrie);
        _node = _trie.Nodes[0];
        _inBase = true;
        if (_userTrie is null) return;
        _keepsLatin = keepsLatin;
        _startParts = keepsLatin && hasBefore && WordEdge.Parts(text, length > 1);
        _userNode = _userTrie.Nodes[0];
        _inUser = true;
    }

    /// <summary>Length of the word in code units.</summary>
    public int Length { get; private set; }

    /// <summary>Weight of the word: log(frequency) - log(total).</summary>
    public double Weight { get; private set; }

    public bool MoveNext()
    {
        while (Length < _length && (_inBase || _inUser))
        {
            var unit = _text[Length++];
            var value = 0;
            if (_inBase)
            {
                uint code = _trie.Codes[unit];
                _node = _trie.Nodes[WordTrie.ChildIndex(_node, code)];
                _inBase = (ushort)_node == code;
                if (_inBase && (value = (int)(_node >> 40)) != 0) Weight = _weights[value];
            }
            if (_inUser)
            {
                uint code = _userTrie!.Codes[unit];
                _userNode = _userTrie.Nodes[WordTrie.ChildIndex(_userNode, code)];
                _inUser = (ushort)_userNode == code;
                if (_inUser && (int)(_userNode >> 40) is var own and > 0 && (own <= _removedValues || !BreaksLatin()))
                {
                    Weight = _userWeights[own];
                    value = own <= _removedValues ? 0 : own;
                }
            }
            if (value != 0) return true;
        }
        return false;
    }

    private readonly bool BreaksLatin() => _startParts || (_keepsLatin && Length < _length && WordEdge.Parts(_text + Length, Length + 1 < _length));
}

// SPDX-License-Identifier: MIT
namespace TextIndex.Cli.Sessions;

/// <summary>Reads lines with their places: a line ends at LF or CR LF, and knows where in the whole text it began.</summary>
// Not TextReader.ReadLine: it also breaks at a lone CR, allocates a string a line, and loses how long the line end was.
internal sealed class LineReader(TextReader input)
{
    private char[] _block = new char[32 * 1024];
    private int _start;              // of what is not yet given
    private int _end;                // of what is read
    private long _blockOffset;       // of _block[0] in the whole text
    private bool _ended;

    /// <summary>Reads the next line.</summary>
    /// <param name="line">The line without its end; valid until the next call.</param>
    /// <param name="offset">Where it begins, in UTF-16 code units of the whole text.</param>
    /// <returns>False at the end of the text.</returns>
    public bool TryRead(out ReadOnlyMemory<char> line, out long offset)
    {
        var searched = 0;
        while (true)
        {
            var at = _block.AsSpan(_start + searched, _end - _start - searched).IndexOf('\n');
            if (at >= 0)
            {
                var length = searched + at;
                (line, offset) = (Without(_start, length), _blockOffset + _start);
                _start += length + 1;
                return true;
            }
            if (_ended)
            {
                (line, offset) = (Without(_start, _end - _start), _blockOffset + _start);
                var any = _end > _start;
                _start = _end;
                return any;
            }
            searched = _end - _start;
            ReadMore();
        }
    }

    private ReadOnlyMemory<char> Without(int start, int length) =>
        _block.AsMemory(start, length > 0 && _block[start + length - 1] == '\r' ? length - 1 : length);

    private void ReadMore()
    {
        if (_start > 0)
        {
            _block.AsSpan(_start, _end - _start).CopyTo(_block);
            _blockOffset += _start;
            (_start, _end) = (0, _end - _start);
        }
        if (_end == _block.Length) Array.Resize(ref _block, checked(2 * _block.Length));
        var read = input.Read(_block, _end, _block.Length - _end);
        _end += read;
        _ended = read == 0;
    }
}

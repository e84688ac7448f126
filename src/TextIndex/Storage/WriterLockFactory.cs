// SPDX-License-Identifier: MIT
using Lucene.Net.Store;

namespace TextIndex.Storage;

/// <summary>Makes locks that hold between processes and end with the process, however it ends.</summary>
/// <remarks>
/// Lucene.Net's own NativeFSLockFactory keeps two writers of one process apart and, on Linux, lets a second process in (4.8.0-beta00017; a test of ours
/// starts one). A file opened for one alone is refused to any other program of .NET, and by the system itself on Windows.
/// </remarks>
internal sealed class WriterLockFactory(string folder) : LockFactory
{
    /// <inheritdoc/>
    public override Lucene.Net.Store.Lock MakeLock(string lockName) => new WriterLock(Path.Combine(folder, lockName));

    /// <summary>Does nothing: a lock without its process is no lock.</summary>
    public override void ClearLock(string lockName) { }

    // The file stays when the lock is given back: deleting it could take the name from under another writer that has just opened it.
    private sealed class WriterLock(string file) : Lucene.Net.Store.Lock
    {
        private FileStream? _held;

        public override bool Obtain()
        {
            if (_held is not null) return false;
            try
            {
                _held = new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1);
                return true;
            }
            catch (Exception cause) when (IsTaken(cause))
            {
                FailureReason = cause;
                return false;
            }
        }

        public override bool IsLocked()
        {
            if (_held is not null) return true;
            if (!File.Exists(file) || !Obtain()) return File.Exists(file);
            Release();
            return false;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing) Release();
        }

        private void Release()
        {
            _held?.Dispose();
            _held = null;
        }

        // Sharing and lock violation of Windows, EAGAIN of Linux and of macOS. The many other ways in which a file cannot be opened are told as what they are.
        private static bool IsTaken(Exception cause) => cause is IOException && (cause.HResult & 0xFFFF) is 32 or 33 or 11 or 35;
    }
}

// SPDX-License-Identifier: MIT
using System.Runtime.InteropServices;
using System.Text;
using TextIndex.Cli;
using TextIndex.Cli.Terminal;

// The process itself: its streams, its signals, its exit code. Everything else is CommandLine.Run, which tests call too.
using var stopping = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);

var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
using var output = new StreamWriter(StandardOutput.Open(), utf8, bufferSize: 16 * 1024) { NewLine = "\n" };
using var error = new StreamWriter(Console.OpenStandardError(), utf8, bufferSize: 1024) { NewLine = "\n", AutoFlush = true };
using var input = new StreamReader(new FlushingInput(Console.OpenStandardInput(), output), utf8, detectEncodingFromByteOrderMarks: true, bufferSize: 64 * 1024);

return CommandLine.Run(args, new ConsoleHost
{
    Input = input,
    Output = output,
    Error = error,
    InputIsTerminal = !Console.IsInputRedirected,
    OutputIsTerminal = !Console.IsOutputRedirected,
    ErrorIsTerminal = !Console.IsErrorRedirected,
    Columns = TerminalSize.Columns(),
    Environment = Environment.GetEnvironmentVariable,
    CurrentFolder = Environment.CurrentDirectory,
    Stopping = stopping.Token,
});

void Stop(PosixSignalContext signal)
{
    if (stopping.IsCancellationRequested) return;    // the second Ctrl-C ends the process where it stands
    signal.Cancel = true;
    stopping.Cancel();

    // Work looks at the token between two files. A file that takes longer than this is left: an index is whole at every commit.
    _ = Task.Delay(700).ContinueWith(_ => Environment.Exit(CommandLine.Failed), TaskScheduler.Default);
}

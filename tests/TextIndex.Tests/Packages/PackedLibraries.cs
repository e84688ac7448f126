// SPDX-License-Identifier: MIT
using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using System.Xml.Linq;

namespace TextIndex.Tests.Packages;

/// <summary>The library packages, packed once into a folder that serves as a feed, and apps that restore from it.</summary>
public sealed class PackedLibraries : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("textindex-packages-").FullName;

    public PackedLibraries()
    {
        Feed = Path.Combine(_root, "feed");
        // What is packed is what these tests were built with.
        var configuration = AppContext.BaseDirectory.Split(Path.DirectorySeparatorChar).Contains("Debug") ? "Debug" : "Release";
        foreach (var project in new[] { "src/TextIndex.Text/TextIndex.Text.csproj", "src/TextIndex/TextIndex.csproj", "src/TextIndex.Lac/TextIndex.Lac.csproj" })
            Dotnet(Repository.Root, "pack", Repository.File(project), "-c", configuration, "--no-build", "--no-restore", "-o", Feed, "-nodereuse:false");
        Version = Path.GetFileNameWithoutExtension(Directory.EnumerateFiles(Feed, "TextIndex.Text.*.nupkg").Single())["TextIndex.Text.".Length..];
    }

    /// <summary>The folder that holds the packages.</summary>
    public string Feed { get; }

    public string Version { get; }

    public string PathOf(string id) => Path.Combine(Feed, $"{id}.{Version}.nupkg");

    public IReadOnlyList<string> EntriesOf(string id)
    {
        using var package = ZipFile.OpenRead(PathOf(id));
        return [.. package.Entries.Select(entry => entry.FullName)];
    }

    /// <summary>Ids of the packages that a package asks for.</summary>
    public IReadOnlyList<string> DependenciesOf(string id)
    {
        using var package = ZipFile.OpenRead(PathOf(id));
        using var nuspec = package.GetEntry(id + ".nuspec")!.Open();
        return [.. XDocument.Load(nuspec).Descendants().Where(one => one.Name.LocalName == "dependency").Select(one => one.Attribute("id")!.Value)];
    }

    /// <summary>Makes a console app that knows nothing of the repository, restores it from the feed, runs it, and gives what it prints.</summary>
    /// <param name="name">Name of the app.</param>
    /// <param name="program">Its Program.cs.</param>
    /// <param name="packages">Its <c>PackageReference</c> elements.</param>
    public string Run(string name, string program, string packages)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_root, name)).FullName;
        // Our packages go to a cache of their own, so that an older one of the same version is never taken; the others come from the machine's
        // cache where they are, and else from the machine's ordinary sources, which this file adds to.
        File.WriteAllText(Path.Combine(folder, "nuget.config"), $"""
            <configuration>
              <packageSources><add key="packed" value="{Feed}" /></packageSources>
              <fallbackPackageFolders><add key="machine" value="{MachineCache()}" /></fallbackPackageFolders>
            </configuration>
            """);
        File.WriteAllText(Path.Combine(folder, $"{name}.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
                <NuGetAudit>false</NuGetAudit>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
              </PropertyGroup>
              <ItemGroup>
                {packages.Replace("VERSION", Version)}
              </ItemGroup>
            </Project>
            """);
        File.WriteAllText(Path.Combine(folder, "Program.cs"), program);
        Dotnet(folder, "build", "-c", "Release", "-o", "out", "-nodereuse:false", "--nologo");
        return Dotnet(folder, Path.Combine("out", name + ".dll"));
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private static string MachineCache() =>
        Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } told ? told
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    private string Dotnet(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, StandardOutputEncoding = Encoding.UTF8,
        };
        // The test host's own MSBuild settings are not those of a person at a prompt.
        foreach (var variable in start.Environment.Keys.Where(key => key.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList()) start.Environment.Remove(variable);
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_NOLOGO"] = "1";
        if (folder != Repository.Root) start.Environment["NUGET_PACKAGES"] = Path.Combine(_root, "cache");
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"dotnet {string.Join(' ', arguments)} ended with {process.ExitCode}:\n{output}\n{error.Result}");
    }
}

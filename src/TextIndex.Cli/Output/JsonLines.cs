// SPDX-License-Identifier: MIT
using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using TextIndex.Documents;

namespace TextIndex.Cli.Output;

/// <summary>Writes JSON Lines: one object a line, Chinese as itself.</summary>
internal sealed class JsonLines(TextWriter output) : IDisposable
{
    private readonly ArrayBufferWriter<byte> _line = new(1024);
    private Utf8JsonWriter? _json;

    /// <summary>Begins an object; its fields are written with what this returns.</summary>
    public Utf8JsonWriter Begin()
    {
        _line.ResetWrittenCount();
        _json ??= new Utf8JsonWriter(_line, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });
        _json.Reset(_line);
        _json.WriteStartObject();
        return _json;
    }

    /// <summary>Begins an object that tells its type.</summary>
    public Utf8JsonWriter Begin(string type)
    {
        var json = Begin();
        json.WriteString("type", type);
        return json;
    }

    /// <summary>Ends the object and its line.</summary>
    public void End()
    {
        _json!.WriteEndObject();
        _json.Flush();
        output.Write(Encoding.UTF8.GetString(_line.WrittenSpan));
        output.Write('\n');
    }

    public void Dispose() => _json?.Dispose();
}

/// <summary>The values that several writers share.</summary>
internal static class JsonValues
{
    /// <summary>Writes a span as <c>[start, end]</c>.</summary>
    public static void WriteSpan(this Utf8JsonWriter json, TextSpan span)
    {
        json.WriteStartArray();
        json.WriteNumberValue(span.Start);
        json.WriteNumberValue(span.End);
        json.WriteEndArray();
    }

    public static void WriteSpan(this Utf8JsonWriter json, string name, TextSpan span)
    {
        json.WritePropertyName(name);
        json.WriteSpan(span);
    }

    public static void WriteSpans(this Utf8JsonWriter json, string name, IReadOnlyList<TextSpan> spans)
    {
        json.WriteStartArray(name);
        foreach (var span in spans) json.WriteSpan(span);
        json.WriteEndArray();
    }

    public static void WriteDate(this Utf8JsonWriter json, string name, DateOnly? date)
    {
        if (date is { } day) json.WriteString(name, IsoDate.Of(day));
        else json.WriteNull(name);
    }

    public static void WriteStrings(this Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values) json.WriteStringValue(value);
        json.WriteEndArray();
    }

    /// <summary>Milliseconds with one digit after the point.</summary>
    public static void WriteElapsed(this Utf8JsonWriter json, TimeSpan elapsed) =>
        json.WriteNumber("elapsedMilliseconds", Math.Round((decimal)elapsed.TotalMilliseconds, 1));
}

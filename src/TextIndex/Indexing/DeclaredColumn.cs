// SPDX-License-Identifier: MIT
using Lucene.Net.Analysis;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace TextIndex.Indexing;

/// <summary>A column that Lucene.Net gets to know of, and whose values it does not keep: they wait in our buffer. For one thread; used for one document after another.</summary>
/// <remarks>
/// For each value of a column Lucene.Net measures what it keeps by walking objects through reflection: with 14 columns a third of all that was allocated. For each
/// field of a document it asks for the type twice: first to note the field (is it indexed? what column is it?), then to keep its value (is it stored? what
/// column is it?). The second time this one is no column. Should another version ask in another order, the value is asked for, and there is none to give.
/// </remarks>
internal sealed class DeclaredColumn(string name, DocValuesType type) : IIndexableField, IIndexableFieldType
{
    private bool _isNoted;

    public string Name => name;

    public IIndexableFieldType IndexableFieldType => this;

    public bool IsIndexed
    {
        get
        {
            _isNoted = false;
            return false;
        }
    }

    public bool IsStored
    {
        get
        {
            _isNoted = true;
            return false;
        }
    }

    public DocValuesType DocValueType => _isNoted ? DocValuesType.NONE : type;

    public bool IsTokenized => false;

    public bool StoreTermVectors => false;

    public bool StoreTermVectorOffsets => false;

    public bool StoreTermVectorPositions => false;

    public bool StoreTermVectorPayloads => false;

    public bool OmitNorms => true;

    public IndexOptions IndexOptions => IndexOptions.NONE;

    public float Boost => 1;

    public NumericFieldType NumericType => throw IsElsewhere();

    public BytesRef GetBinaryValue() => throw IsElsewhere();

    public string GetStringValue() => throw IsElsewhere();

    public string GetStringValue(IFormatProvider? provider) => throw IsElsewhere();

    public string GetStringValue(string? format) => throw IsElsewhere();

    public string GetStringValue(string? format, IFormatProvider? provider) => throw IsElsewhere();

    public TextReader GetReaderValue() => throw IsElsewhere();

    public object GetNumericValue() => throw IsElsewhere();

    public byte? GetByteValue() => throw IsElsewhere();

    public short? GetInt16Value() => throw IsElsewhere();

    public int? GetInt32Value() => throw IsElsewhere();

    public long? GetInt64Value() => throw IsElsewhere();

    public float? GetSingleValue() => throw IsElsewhere();

    public double? GetDoubleValue() => throw IsElsewhere();

    public TokenStream GetTokenStream(Analyzer analyzer) => throw IsElsewhere();

    private InvalidOperationException IsElsewhere() => new($"{name}: its values wait elsewhere");
}

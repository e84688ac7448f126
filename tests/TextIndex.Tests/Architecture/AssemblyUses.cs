// SPDX-License-Identifier: MIT
using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace TextIndex.Tests.Architecture;

/// <summary>One use of a type by a type of ours, as the compiled assembly has it.</summary>
/// <param name="User">Full name of the outermost type that uses it.</param>
/// <param name="Used">Full name of the outermost type that is used.</param>
/// <param name="Member">Name of the member that is used; empty where the type alone is named.</param>
internal sealed record TypeUse(string User, string Used, string Member);

/// <summary>Reads what every type of a compiled assembly uses: signatures, bases, attributes, and the instructions of its methods.</summary>
/// <remarks>
/// Metadata and not source text: a name that is written relatively, through an alias or not at all (<c>var</c>) is the same to it. What the compiler
/// makes (closures, iterators, async machines) is nested in the type that it was made for. Constants are copied by the compiler and leave no trace.
/// </remarks>
internal sealed class AssemblyUses : ISignatureTypeProvider<ImmutableHashSet<string>, object?>
{
    private static readonly Dictionary<int, OperandType> Operands = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => (int)(ushort)code.Value, code => code.OperandType);

    private readonly MetadataReader _metadata;
    private readonly PEReader _image;
    private readonly HashSet<TypeUse> _uses = [];
    private string _user = "";

    private AssemblyUses(PEReader image) => (_image, _metadata) = (image, image.GetMetadataReader());

    /// <summary>Every use that the assembly's own types make; compiler-made types outside our namespaces are left out.</summary>
    public static IReadOnlyCollection<TypeUse> Of(Assembly assembly)
    {
        using var image = new PEReader(File.OpenRead(assembly.Location));
        var walk = new AssemblyUses(image);
        foreach (var handle in walk._metadata.TypeDefinitions) walk.Type(handle);
        return walk._uses;
    }

    /// <summary>Names of the assemblies that the assembly refers to.</summary>
    public static IReadOnlyList<string> References(Assembly assembly)
    {
        using var image = new PEReader(File.OpenRead(assembly.Location));
        var metadata = image.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))];
    }

    private void Type(TypeDefinitionHandle handle)
    {
        _user = Outermost(handle);
        if (!_user.StartsWith("TextIndex.", StringComparison.Ordinal)) return;

        var type = _metadata.GetTypeDefinition(handle);
        Use(type.BaseType);
        foreach (var one in type.GetInterfaceImplementations()) Use(_metadata.GetInterfaceImplementation(one).Interface);
        Attributes(type.GetCustomAttributes());
        Parameters(type.GetGenericParameters());
        foreach (var one in type.GetFields())
        {
            var field = _metadata.GetFieldDefinition(one);
            Use(field.DecodeSignature(this, null));
            Attributes(field.GetCustomAttributes());
        }
        foreach (var one in type.GetProperties()) Attributes(_metadata.GetPropertyDefinition(one).GetCustomAttributes());
        foreach (var one in type.GetEvents()) Use(_metadata.GetEventDefinition(one).Type);
        foreach (var one in type.GetMethods()) Method(_metadata.GetMethodDefinition(one));
    }

    private void Method(MethodDefinition method)
    {
        var signature = method.DecodeSignature(this, null);
        Use(signature.ReturnType);
        foreach (var parameter in signature.ParameterTypes) Use(parameter);
        Parameters(method.GetGenericParameters());
        Attributes(method.GetCustomAttributes());
        if (method.RelativeVirtualAddress == 0) return;

        var body = _image.GetMethodBody(method.RelativeVirtualAddress);
        if (!body.LocalSignature.IsNil)
            foreach (var local in _metadata.GetStandaloneSignature(body.LocalSignature).DecodeLocalSignature(this, null)) Use(local);
        foreach (var region in body.ExceptionRegions) Use(region.CatchType);
        Instructions(body.GetILReader());
    }

    private void Instructions(BlobReader code)
    {
        while (code.RemainingBytes > 0)
        {
            int value = code.ReadByte();
            if (value == 0xFE) value = 0xFE00 | code.ReadByte();
            switch (Operands[value])
            {
                case OperandType.InlineNone: break;
                case OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar: code.ReadByte(); break;
                case OperandType.InlineVar: code.ReadInt16(); break;
                case OperandType.InlineI8 or OperandType.InlineR: code.ReadInt64(); break;
                case OperandType.InlineSwitch:
                    var targets = code.ReadInt32();     // read first: += would take the offset from before the count
                    code.Offset += 4 * targets;
                    break;
                case OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType or OperandType.InlineSig:
                    Use(MetadataTokens.EntityHandle(code.ReadInt32()));
                    break;
                default: code.ReadInt32(); break;
            }
        }
    }

    private void Attributes(CustomAttributeHandleCollection attributes)
    {
        foreach (var handle in attributes) Use(_metadata.GetCustomAttribute(handle).Constructor);
    }

    private void Parameters(GenericParameterHandleCollection parameters)
    {
        foreach (var parameter in parameters)
        foreach (var constraint in _metadata.GetGenericParameter(parameter).GetConstraints())
            Use(_metadata.GetGenericParameterConstraint(constraint).Type);
    }

    private void Use(ImmutableHashSet<string> types, string member = "")
    {
        foreach (var used in types)
            if (used != _user) _uses.Add(new TypeUse(_user, used, member));
    }

    private void Use(EntityHandle handle, string member = "")
    {
        if (handle.IsNil) return;
        switch (handle.Kind)
        {
            case HandleKind.TypeDefinition or HandleKind.TypeReference or HandleKind.TypeSpecification:
                Use(Named(handle), member);
                break;
            case HandleKind.MemberReference:
                var reference = _metadata.GetMemberReference((MemberReferenceHandle)handle);
                Use(reference.Parent, _metadata.GetString(reference.Name));
                break;
            case HandleKind.MethodDefinition:
                var method = _metadata.GetMethodDefinition((MethodDefinitionHandle)handle);
                Use(method.GetDeclaringType(), _metadata.GetString(method.Name));
                break;
            case HandleKind.FieldDefinition:
                var field = _metadata.GetFieldDefinition((FieldDefinitionHandle)handle);
                Use(field.GetDeclaringType(), _metadata.GetString(field.Name));
                break;
            case HandleKind.MethodSpecification:
                var generic = _metadata.GetMethodSpecification((MethodSpecificationHandle)handle);
                Use(generic.Method);
                foreach (var argument in generic.DecodeSignature(this, null)) Use(argument);
                break;
        }
    }

    private ImmutableHashSet<string> Named(EntityHandle handle) => handle.Kind switch
    {
        HandleKind.TypeDefinition => [Outermost((TypeDefinitionHandle)handle)],
        HandleKind.TypeReference => [Outermost((TypeReferenceHandle)handle)],
        _ => _metadata.GetTypeSpecification((TypeSpecificationHandle)handle).DecodeSignature(this, null),
    };

    private string Outermost(TypeDefinitionHandle handle)
    {
        var type = _metadata.GetTypeDefinition(handle);
        while (type.GetDeclaringType() is { IsNil: false } outer) type = _metadata.GetTypeDefinition(outer);
        return FullName(type.Namespace, type.Name);
    }

    private string Outermost(TypeReferenceHandle handle)
    {
        var type = _metadata.GetTypeReference(handle);
        while (type.ResolutionScope.Kind == HandleKind.TypeReference) type = _metadata.GetTypeReference((TypeReferenceHandle)type.ResolutionScope);
        return FullName(type.Namespace, type.Name);
    }

    private string FullName(StringHandle space, StringHandle name) => $"{_metadata.GetString(space)}.{_metadata.GetString(name)}";

    // What a signature names: a set, because List<Hit[]> names three types.
    public ImmutableHashSet<string> GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) => [Outermost(handle)];
    public ImmutableHashSet<string> GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) => [Outermost(handle)];
    public ImmutableHashSet<string> GetTypeFromSpecification(MetadataReader reader, object? context, TypeSpecificationHandle handle, byte rawTypeKind) => Named(handle);
    public ImmutableHashSet<string> GetGenericInstantiation(ImmutableHashSet<string> type, ImmutableArray<ImmutableHashSet<string>> arguments) => arguments.Aggregate(type, (all, one) => all.Union(one));
    public ImmutableHashSet<string> GetFunctionPointerType(MethodSignature<ImmutableHashSet<string>> signature) => signature.ParameterTypes.Aggregate(signature.ReturnType, (all, one) => all.Union(one));
    public ImmutableHashSet<string> GetModifiedType(ImmutableHashSet<string> modifier, ImmutableHashSet<string> type, bool isRequired) => type;
    public ImmutableHashSet<string> GetArrayType(ImmutableHashSet<string> element, ArrayShape shape) => element;
    public ImmutableHashSet<string> GetByReferenceType(ImmutableHashSet<string> element) => element;
    public ImmutableHashSet<string> GetPinnedType(ImmutableHashSet<string> element) => element;
    public ImmutableHashSet<string> GetPointerType(ImmutableHashSet<string> element) => element;
    public ImmutableHashSet<string> GetSZArrayType(ImmutableHashSet<string> element) => element;
    public ImmutableHashSet<string> GetGenericMethodParameter(object? context, int index) => [];
    public ImmutableHashSet<string> GetGenericTypeParameter(object? context, int index) => [];
    public ImmutableHashSet<string> GetPrimitiveType(PrimitiveTypeCode code) => [];
}

// SPDX-License-Identifier: MIT
using System.Text;
using TextIndex.Extraction;

namespace TextIndex.DataBuilder;

/// <summary>Writes Data/places.bin: provinces, cities and counties with what they lie in.</summary>
internal static class PlacesBuilder
{
    private sealed record Place(string Name, byte Level, Place? Parent, Place? Whole);

    // 自治 and the peoples before it are no part of the short form: 凉山彝族自治州 is 凉山.
    private static readonly string[] Kinds = ["特别行政区", "自治区", "自治州", "自治县", "自治旗", "地区", "新区", "矿区", "林区", "特区", "群岛", "省", "市", "县", "区", "州", "盟", "旗"];
    private static readonly string[] Peoples = ("维吾尔 哈萨克 柯尔克孜 蒙古 锡伯 塔吉克 壮族 回族 满族 苗族 彝族 藏族 土家族 侗族 布依族 瑶族 白族 哈尼族 黎族 傣族 畲族 傈僳族 东乡族 仡佬族 拉祜族 佤族 水族 纳西族 羌族 土族 仫佬族 "
        + "景颇族 达斡尔族 撒拉族 布朗族 毛南族 普米族 阿昌族 怒族 鄂温克族 基诺族 德昂族 保安族 俄罗斯族 裕固族 独龙族 朝鲜族 各族").Split(' ');

    // Zones that statistics count beside the counties.
    private static readonly string[] Zones = ["开发区", "开发", "管理区", "示范区", "园区", "实验区", "聚集区", "名胜区", "食品区"];

    public static void Build(string division, string output)
    {
        var dist = Path.Combine(division, "dist");
        var provinces = Rows(Path.Combine(dist, "provinces.csv")).ToDictionary(row => row[0], row => new Place(Fold(row[1]), 1, null, null));
        // A city that is no place of its own (市辖区, 县 under a municipality) hands its counties on to the province.
        var cities = Rows(Path.Combine(dist, "cities.csv")).ToDictionary(row => row[0], row => IsName(row[1]) ? new Place(Fold(row[1]), 2, provinces[row[2]], null) : provinces[row[2]]);
        var areas = Rows(Path.Combine(dist, "areas.csv")).Where(row => IsName(row[1])).Select(row => new Place(Fold(row[1]), 3, cities[row[2]], null));
        var others = new[] { "香港特别行政区", "澳门特别行政区", "台湾省" }.Select(name => new Place(Fold(name), 1, null, null));
        var whole = provinces.Values.Concat(others).Concat(cities.Values.Where(city => city.Level == 2)).Concat(areas).Distinct().ToList();
        var all = whole.Concat(whole.Select(Short).OfType<Place>()).OrderBy(place => place.Name, StringComparer.Ordinal).ThenBy(place => place.Level).ThenBy(place => place.Parent?.Name, StringComparer.Ordinal).ThenBy(place => place.Whole?.Name, StringComparer.Ordinal).ToList();
        var at = new Dictionary<Place, ushort>(ReferenceEqualityComparer.Instance);
        for (var i = 0; i < all.Count; i++) at[all[i]] = (ushort)i;

        var starts = new Dictionary<string, ushort>(StringComparer.Ordinal);
        var names = new StringBuilder();
        foreach (var place in all)
            if (starts.TryAdd(place.Name, checked((ushort)names.Length))) names.Append(place.Name);
        using var file = new BinaryWriter(File.Create(output));
        file.Write(PlaceTable.Magic);
        file.Write(all.Count);
        file.Write(names.Length);
        foreach (var place in all)
        {
            file.Write(starts[place.Name]);
            file.Write((byte)place.Name.Length);
            file.Write((byte)(place.Level | (place.Whole is null ? 0 : PlaceTable.ShortForm)));
            file.Write(place.Parent is null ? (ushort)PlaceTable.None : at[place.Parent]);
            file.Write(at[place.Whole ?? place]);
        }
        foreach (var unit in names.ToString()) file.Write((ushort)unit);
        Console.WriteLine($"{output}: {whole.Count} places, {all.Count - whole.Count} short forms");
    }

    private static string Fold(string name) => StudyText.Fold(name);

    // 市辖区, 省直辖县级行政区划, 管委会: offices' words for what has no name.
    private static bool IsName(string name) => name.Length is >= 2 and <= 12 && !name.Contains("直辖", StringComparison.Ordinal) && !name.Contains("委员会", StringComparison.Ordinal) && !name.Contains("管委会", StringComparison.Ordinal)
        && !name.Contains("及其", StringComparison.Ordinal) && !Array.Exists(Zones, zone => name.EndsWith(zone, StringComparison.Ordinal)) && name is not ("市辖区" or "县" or "城区" or "郊区" or "矿区" or "东区" or "西区" or "南区" or "北区" or "市中区");

    private static Place? Short(Place place)
    {
        var kind = Array.Find(Kinds, kind => place.Name.EndsWith(kind, StringComparison.Ordinal));
        if (kind is null) return null;
        var name = place.Name[..^kind.Length];
        if (kind.StartsWith("自治", StringComparison.Ordinal))
        {
            // 内蒙古 itself is no place of the Mongols' of 内.
            var end = name.Length;
            foreach (var people in Peoples)
                if (name.IndexOf(people, StringComparison.Ordinal) is var found and >= 2) end = Math.Min(end, found);
            name = name[..end];
        }
        return name.Length >= 2 ? place with { Name = name, Whole = place } : null;
    }

    private static IEnumerable<string[]> Rows(string path)
    {
        foreach (var line in File.ReadLines(path).Skip(1))
            if (line.Length > 0) yield return line.Split(',').Select(cell => cell.Trim('"')).ToArray();
    }
}

// SPDX-License-Identifier: MIT
using System.Globalization;
using System.Text;

namespace TextIndex.Documents;

/// <summary>The encodings that a file of Chinese text comes in.</summary>
internal enum TextEncoding
{
    Utf8,
    Gb18030,
    Big5,
    Utf16LittleEndian,
    Utf16BigEndian,
}

/// <summary>Finds the encoding of a file from its bytes.</summary>
/// <remarks>
/// A byte order mark decides. Then text that is sound UTF-8 in a way that hardly happens by accident is UTF-8. What is left is read in all five
/// encodings, and the reading that Chinese text would most likely give wins: a cost for each character (a rounded −ln p of meeting it), summed over
/// the same bytes, so that readings of two bytes as one Han character and as two Latin letters compare fairly.
/// </remarks>
internal static class EncodingDetector
{
    // Enough characters for any doubt to go; a larger file is judged by its first stretch that is not ASCII.
    private const int SampleBytes = 32 * 1024;

    // The encodings are not equally common where the costs are close, and sound UTF-8 is rarely an accident even in sequences of two bytes; a larger
    // bonus reads 约300 in GB18030 as Լ300.
    private const int Gb18030Prior = 1, Big5Prior = 3, Utf16Prior = 6, SoundUtf8Bonus = 3;

    private static readonly Lazy<byte[]> Costs = new(BuildCosts);

    public static TextEncoding Detect(ReadOnlySpan<byte> bytes, out int byteOrderMarkBytes)
    {
        byteOrderMarkBytes = 3;
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) return TextEncoding.Utf8;
        byteOrderMarkBytes = 4;
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0x84, 0x31, 0x95, 0x33])) return TextEncoding.Gb18030;
        byteOrderMarkBytes = 2;
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])) return TextEncoding.Utf16LittleEndian;
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return TextEncoding.Utf16BigEndian;
        byteOrderMarkBytes = 0;

        var plain = PlainAsciiLength(bytes);
        if (plain == bytes.Length) return TextEncoding.Utf8;
        var sound = System.Text.Unicode.Utf8.IsValid(bytes);
        if (sound && HasLongSequence(bytes) && !HasControl(bytes)) return TextEncoding.Utf8;
        return Likeliest(Sample(bytes, plain), sound);
    }

    private static TextEncoding Likeliest(ReadOnlySpan<byte> sample, bool soundUtf8)
    {
        var best = TextEncoding.Utf8;
        var least = Cost(sample, TextEncoding.Utf8) - (soundUtf8 ? SoundUtf8Bonus : 0);
        Consider(TextEncoding.Gb18030, Gb18030Prior, sample);
        Consider(TextEncoding.Big5, Big5Prior, sample);
        Consider(TextEncoding.Utf16LittleEndian, Utf16Prior, sample);
        Consider(TextEncoding.Utf16BigEndian, Utf16Prior, sample);
        return best;

        void Consider(TextEncoding encoding, int prior, ReadOnlySpan<byte> bytes)
        {
            var cost = Cost(bytes, encoding) + prior;
            if (cost < least) (best, least) = (encoding, cost);
        }
    }

    private static long Cost(ReadOnlySpan<byte> sample, TextEncoding encoding)
    {
        var text = new StringBuilder(sample.Length);
        ByteDecoder.Decode(sample, encoding, text, null);
        var costs = Costs.Value;
        var cost = 0L;
        foreach (var chunk in text.GetChunks())
            foreach (var c in chunk.Span) cost += costs[c];
        return cost;
    }

    /// <summary>Length of the head that is ASCII without controls that no text has.</summary>
    private static int PlainAsciiLength(ReadOnlySpan<byte> bytes)
    {
        var i = 0;
        while (i < bytes.Length && bytes[i] < 0x80 && !IsControl(bytes[i])) i++;
        return i;
    }

    // A lead byte of a two-byte sequence and a byte after it are often a character of GB18030 ("学习" is ѧϰ); three bytes in a row that fit are not.
    private static bool HasLongSequence(ReadOnlySpan<byte> bytes) => bytes.IndexOfAnyInRange((byte)0xE0, (byte)0xF4) >= 0;

    private static bool HasControl(ReadOnlySpan<byte> bytes)
    {
        foreach (var b in bytes)
            if (IsControl(b)) return true;
        return false;
    }

    private static bool IsControl(byte b) => b is < 0x09 or 0x0B or (> 0x0D and < 0x20) or 0x7F;

    // The first byte that is not ASCII begins a character in every multi-byte encoding here; UTF-16 needs an even start.
    private static ReadOnlySpan<byte> Sample(ReadOnlySpan<byte> bytes, int plain)
    {
        var start = plain <= SampleBytes / 2 ? 0 : plain & ~1;
        return bytes.Slice(start, Math.Min(SampleBytes, bytes.Length - start));
    }

    private static byte[] BuildCosts()
    {
        var costs = new byte[0x10000];
        for (var c = 0; c < costs.Length; c++) costs[c] = CostOfBlock((char)c);
        foreach (var c in Common) costs[c] = 8;
        foreach (var c in Commonest) costs[c] = 6;
        foreach (var c in "，。、：；！？“”‘’《》「」『』（）—…·\u3000") costs[c] = 6;
        return costs;
    }

    private static byte CostOfBlock(char c) => c switch
    {
        '\t' or '\n' or '\r' or '\f' => 5,
        '\0' => 25,
        < ' ' or (>= '\u007F' and < '\u00A0') => 22,
        < '\u007F' => 5,
        < '\u00C0' => 10,
        < '\u0100' => 7,
        (>= '\u0384' and <= '\u03CE') or (>= '\u0410' and <= '\u044F') => 9,
        >= '\u4E00' and <= '\u9FFF' => 12,
        >= '\u3000' and < '\u3040' => 11,
        >= '\u3040' and < '\u3100' => 12,
        >= '\u3400' and < '\u4DC0' => 16,
        >= '\uAC00' and < '\uD7A4' => 15,
        >= '\uD800' and < '\uE000' => 8,                   // each half of a pair: 16 for the two
        >= '\uE000' and < '\uF900' => 20,
        >= '\uFF00' and < '\uFFF0' => 11,
        '\uFFFD' => 30,
        _ => char.GetUnicodeCategory(c) == UnicodeCategory.OtherNotAssigned ? (byte)22 : (byte)17,
    };

    // The 250 commonest characters and the 750 after them by jieba's word counts, each with its traditional form: 87 % of running text.
    // Written by the DataBuilder: characters FOLDER-OF-python3-jieba FOLDER-OF-opencc-data.
    private const string Commonest =
        "一是人了不在有大中国國和为爲这這上他个個地年来來我会會以到时時要出的生学學说說道民家子也成行下于於们們后後就发發自之对對" +
        "得主长長可过過天作分方用多你着部能市等业業全里裏工公经經本都而高政法面门門动動日进進区區事代那去心小同北定开開产產前其军" +
        "軍还還然起种種所如现現理机機体體表力好外与與当當文两兩实實重新三么麼只山水关關明从從化平建又制南内內西没沒此将將员員名手" +
        "最东東头頭者月间間无無安看见見各城十相但已些正口通想度加第她合院物性战戰由位常点點海意场場武使次向二治因立数數样樣身情入" +
        "原问問把路被并並利石老教万萬知级級量任江及应應省资資委务務元美特期世湖回系比气氣汉漢总總展电電科金先声聲提品设設或义義王" +
        "社很统統处處四首共马馬形己儿兒司太目基领領";

    private const string Common =
        "队隊直计計别別女权權话話少流命至报報米给給打变變果书書清活几幾州华華解议議更称稱程今张張决決导導术術府才保交放管结結师師" +
        "便走达達族反再题題色五京河接条條规規县縣式白它改风風光运運信受什组組听聽布百济濟党黨指论論强強做干幹取技黄黃神选選记記斯" +
        "真却卻职職号號界件花类類何眼兵传傳带帶空农農边邊据據集联聯古广廣完质質阳陽难難增历歷史专專官每住商即步台臺认認车車林必死" +
        "游遊举舉线線备備言皇土团團收考求德叫近争爭研非具李众衆连連调調感转轉笑革该該持始英克士尔爾让讓拉思根格造较較际際亲親单單" +
        "朝红紅型价價校约約器字段周亚亞深候则則属屬功积積快图圖火准準千究往极極育装裝许許参參半令吃喫观觀鱼魚精办辦像帝八复復影告" +
        "随隨远遠群羣包整构構料划劃算象容示投势勢热熱值网網夫望源息语語股铁鐵断斷派速怎需片爱愛律纪紀支早况況病境证證编編越局推满" +
        "滿且列觉覺服双雙未居除织織乐樂企引标標确確初青志项項率飞飛节節球察龙龍响響药藥站施均消客失轻輕存低甚般击擊曾防请請离離落" +
        "显顯罗羅营營足素视視护護副食创創余餘照兴興占佔巴虽雖洲村费費易试試星木宝寶黑左置跟央识識采採维維六环環底宫宮房音案批切斗" +
        "鬥富乡鄉另倒若查按故突责責严嚴桥橋模仅僅胜勝杀殺围圍席态態破承招杨楊负負层層须須父供续續状狀域细細似依银銀范範修找九致密" +
        "终終血旅钱錢赛賽独獨效玉冲衝获獲习習医醫演镇鎮毛尽盡弹彈脸臉楼樓艺藝航陆陸右协協七攻检檢写寫苏蘇宗章注阿抗弟坐验驗封紧緊" +
        "劳勞户戶优優财財养養适適陈陳喜卫衛排射哥油刻留急降念云雲微伤傷例景拿绝絕阶階座刘劉刚剛害印亿億沙母酒助闻聞超审審升待压壓" +
        "送监監策略限竟香配藏敌敵树樹呢差仍兰蘭征徵温溫园園简簡善波哪词詞岛島止预預怕继繼皮执執味份角草男普答谁誰益船惊驚核街夏辑" +
        "輯宣掌画畫剑劍田久著奇尼吧谈談背免孩礼禮材愿願洋春架筑築括晚乱亂讲講乎尚良友临臨激板刀夜室既敢邦挥揮昌胡欧歐叶葉福港苦担" +
        "擔句岁歲荆荊娘贵貴守辖轄威宜衣错錯帮幫块塊堂额額剧劇充欢歡够夠孙孫班呼阵陣销銷坚堅练練脚腳退读讀测測吴吳希宁寧换換版异異" +
        "某顾顧曲楚朱典毒菜判救宋茶洪含顺順啊败敗鲜鮮货貨矿礦端兄归歸冷忙买買险險康评評肉吗嗎厂廠永哈沉散遗遺停笔筆假输輸牛洞松渐" +
        "漸顶頂录錄训訓否述毕畢丰豐督控献獻姑爷爺忽钟鍾互亮纳納襄登咱伯臣雄季脑腦暗介鄂召饭飯扩擴祖蒙齐齊短烈赶趕牌恩诉訴移诗詩础" +
        "礎露届屆静靜喝盘盤卖賣植授伊湾灣博痛减減穿逐秘祕庭陵固禁票灵靈杂雜姓泽澤吸侧側庆慶妈媽遇追甲馆館补補唐炮沿殿刺怪彩俄旧舊" +
        "警索岸轮輪妇婦载載靠附毫怀懷软軟骨探雷旁罪枪槍牙迎序慢盛恶惡雨墙牆谷顿頓危折稳穩";
}

using System.Globalization;
using System.Text;

namespace KnowledgeBase.Fuzz;

/// <summary>Texts that are written to break readers: nothing in them is rare on the open web but their size.</summary>
internal static class HostileText
{
    private const int Many = 20_000;

    /// <summary>Marks of markup and of Chinese and English text, each of which is also repeated without end.</summary>
    public static readonly string[] Marks =
    [
        "（", "）", "(", ")", "[", "]", "{", "“", "”", "「", "『", "《", "》", "【", "\"", "'", "、", "，", "。", "；", "：", "·", "…", "—", "|", "| ", "*", "**", "_", "`", "~", "# ", "## ", "> ", "- ", "1. ", "一、", "（一）", "第一，",
        "<", "<b>", "<!--", "</", "&amp;", "&#", "![", "[a](", "](http://b)", "\\", "\t", " ", "\u3000", "\n", "\n\n", "\r", "---\n", "http://", "1", "1,", "3.5%", "年", "a", "A.", "a.b", "a-", "字", "的", "张", "欧阳", "温·",
        "\0", "\uFEFF", "\u200B", "\u202E", "\u2066", "\u0301", "\u3099", "\uFE0F", "\uD800", "\uDC00", "😀", "𠮷", "\uFFFD", "ﬁ", "Ａ", "①",
    ];

    /// <summary>Pieces of sentences that segmentation looks for.</summary>
    public static readonly string[] Pieces =
    [
        "嘉宾名单", "论坛成果", "主论坛 I", "目录", "中方嘉宾", "清华大学", "教授", "院长", "主席", "前", "兼", "薛澜", "李 萌", "温德尔·瓦拉赫", "R.S. 潘瓦尔", "指出", "认为", "表示", "在发言中", "与会专家", "一致", "一直", "上述", "专家", "围绕", "主持", "出席", "一是", "二是",
        "人工智能", "治理", "可解释性", "他", "她", "记者", "问：", "答：", "主持人：", "张三：", "——张三", "张三（清华大学教授）", "王女士", "据介绍", "所说的", "“我们", "说。", "Prof. ", "Dr. ", "Mr. ", "said ", "said that ", "according to ", "John Smith", "University of ", "he ", "“We ", "AI ", "2021", "2021年12月4日", "| 姓名 | 观点 |\n|---|---|\n",
    ];

    /// <summary>What one mark, piece or sentence makes without end, what nests, and what is one line.</summary>
    public static IEnumerable<string> All() =>
    [
        "",
        .. Marks.Select(mark => Repeat(mark, Many)),
        .. Pieces.Select(piece => Repeat(piece, Many / 4)),
        .. new[] { ("（", "）"), ("“", "”"), ("《", "》"), ("[", "](b)"), ("**", "**"), ("<div>", "</div>"), ("> ", "\n") }.Select(pair => Repeat(pair.Item1, Many) + "字" + Repeat(pair.Item2, Many)),
        Repeat("字", 200_000),
        Repeat("人工智能治理", 30_000),
        "e" + Repeat("\u0301", 100_000),
        Repeat("e\u0301\u0323", 50_000),
        Repeat("\u202Ea\u2066b", 40_000),
        string.Concat(Enumerable.Range(0, 40).Select(depth => new string(' ', depth * 2) + "- 第" + depth + "层。\n")),
        string.Concat(Enumerable.Range(0, 40).Select(depth => Repeat("> ", depth) + depth + ". 引用。\n")),
        Lines(4000, i => $"# 第{i}章 数据\n\n清华大学教授张三指出，数据应当共享。\n"),
        Lines(4000, i => $"{Name(i)}认为，数据应当共享。\n"),
        Lines(4000, i => $"{Name(i)}：数据应当共享。\n"),
        Lines(4000, i => $"**{Name(i)}**\n\n清华大学教授\n\n数据应当共享，算法应当透明。\n"),
        Lines(4000, i => $"- {Name(i)}，清华大学教授\n"),
        "## 嘉宾名单\n\n" + Lines(4000, i => $"{Name(i)} 清华大学教授\n"),
        Lines(2000, i => $"{Name(i)}说，“数据应当共享。”他还说，“算法应当透明。”王女士也表示同意。"),
        Lines(2000, i => $"与会专家一致认为，数据{i}应当共享；上述专家表示，第一，算法应当透明，第二，标准应当先行。\n\n"),
        Lines(2000, i => $"Prof. {EnglishName(i)} of the University of Data said that data {i} should be shared. He added that algorithms should be open. "),
        Lines(2000, i => $"{EnglishName(i)}: Data should be shared.\n\n"),
        "| 姓名 | 单位 | 观点 |\n|---|---|---|\n" + Lines(4000, i => $"| {Name(i)} | 清华大学 | 数据应当共享。 |\n"),
        "|" + Repeat(" 张三 |", 40_000),
        Lines(4000, i => $"《第{i}号法》"),
        Lines(4000, i => $"“数据应当共享，算法应当透明。”\n\n——{Name(i)}（清华大学教授）\n\n"),
        Lines(10_000, i => $"{i}.{i}.{i} "),
        Lines(4000, i => $"清华大学{Name(i)}、"),
    ];

    /// <summary>Something many times over.</summary>
    public static string Repeat(string what, int times) => new StringBuilder(what.Length * times).Insert(0, what, times).ToString();

    private static string Lines(int count, Func<int, string> line) => string.Concat(Enumerable.Range(0, count).Select(line));

    // 4,096 names of three characters.
    private static string Name(int i) => string.Create(CultureInfo.InvariantCulture, $"{"王李张刘陈杨赵黄周吴徐孙胡朱高林"[i % 16]}{"伟芳娜敏静丽强磊军洋勇艳杰娟涛明"[i / 16 % 16]}{"华国建文志海春玉秀兰英平东红宁波"[i / 256 % 16]}");

    private static string EnglishName(int i) => $"Jo{(char)('a' + (i % 26))}n Sm{(char)('a' + (i / 26 % 26))}t{(char)('a' + (i / 676 % 26))}";
}

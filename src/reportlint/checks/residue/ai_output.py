"""What a language model says around the text it was asked for."""

from __future__ import annotations

from reportlint.api import MULTILINE, Check, Confidence, Document, Finding, Meta, Pattern, Severity, Span, Text
from reportlint.facts.residue_lines import line_begins, matches

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_INDENT = r"[ \t\u3000>*#-]{0,12}"
_BRACKETS = "（(【["
# Said at the begin of a line.
_REMARKS = (
    # 好的，以下是… : the answer begins by answering.
    Pattern(
        _INDENT + r"(?:好的|当然(?:可以)?|没问题|可以的|收到)[，,！!。：:][ ]?"
        r"(?:(?:以下|下面|这|这里)(?:就)?(?:是(?:一[份篇]|为[您你]|根据|按照|[您你]|我为|关于)|为[您你])"
        r"|我(?:来|将为|会为|为[您你]|可以|很乐意)|[为给帮][您你]|(?:根据|按照)[您你]的)[^\n]{0,80}",
        ("好的", "当然", "没问题", "可以的", "收到"),
    ),
    Pattern(
        _INDENT + r"(?:以下|下面|这)(?:就)?(?:是|为)(?:"
        r"(?:我)?(?:[为给帮应]|根据|按照|基于)?[您你](?!们)[^。\n]{0,60}"
        r"|一[份篇](?!满意)[^。\n]{0,40}(?:报告|总结|讲话|发言|材料|范文|稿|方案|体会)[^。\n]{0,20}"
        r"|(?:优化|修改|润色|改写|扩写|精简|调整|完善)后的[^。\n]{0,40}"
        r"|(?:根据|按照|基于)[^。\n]{0,20}(?:要求|提供的|需求|主题|信息|提示)[^。\n]{0,12}(?:撰写|生成|写|"
        r"起草|拟写|拟定|创作)的[^。\n]{0,30}"
        r")(?:[：:]|(?<=参考)[。]?)[ \t*]{0,4}$",
        ("以下", "下面", "这是", "这为", "这就"),
        MULTILINE,
    ),
    Pattern(
        _INDENT + r"以上(?:就)?(?:是|为)(?:(?:我)?[为给帮][您你]|(?:根据|按照|基于)[您你]|一[份篇][^。\n]{0,30}"
        r"(?:范文|模板|示例|初稿|框架))[^\n]{0,80}",
        ("以上",),
    ),
    Pattern(
        _INDENT + r"(?:注|说明|提示|备注|温馨提示|注意)[：:][^。\n]{0,40}(?:仅供参考|仅为(?:示例|模板|参考)|(?:您|你|"
        r"请)[^。\n]{0,8}(?:根据|结合)[^。\n]{0,10}(?:实际|具体))[^\n]{0,60}",
        tuple(f"{word}{mark}" for word in ("注", "说明", "提示", "备注", "注意") for mark in "：:"),
    ),
    Pattern(
        _INDENT + r"(?:[（(【])?(?:注|说明|提示|备注|温馨提示|注意)[：:][^。\n]{0,24}"
        r"(?:(?:方括号|括号|【】|\[\]|[XxＸ]{2,4}|占位)[^。\n]{0,12}(?:请|需|可|应)[^。\n]{0,6}(?:替换|填写|补充|修改)"
        r"|(?:数据|内容|案例|姓名|人名|信息)[^。\n]{0,6}(?:为|系|属)(?:虚构|虚拟|假设|示例|模拟))[^\n]{0,60}",
        tuple(f"{word}{mark}" for word in ("注", "说明", "提示", "备注", "注意") for mark in "：:"),
    ),
    # Transitions of a model that talks about the text it is writing.
    Pattern(
        _INDENT + r"(?:总之|最后|此外|接下来|首先|其次|同时)?[，,]?作为一[份篇](?:完整|优秀|合格|规范|高质量|好|标准)的"
        r"[^。\n]{0,10}(?:报告|总结|讲话稿?|发言稿?|材料|述职)[^\n]{0,60}",
        ("作为一份", "作为一篇"),
    ),
    Pattern(
        _INDENT
        + r"(?:接下来|下面|现在|然后|最后)[，,]?(?:让?我们?(?:来|将|再|继续|开始)?)(?:撰写|写|续写|完善|扩写|润色)"
        r"[^。\n]{0,4}(?:报告|总结|正文|讲话稿|材料|第[一二三四五六七八九十\d]{1,2}部分|结尾|开头)[^\n]{0,40}",
        ("接下来", "下面", "现在", "然后", "最后"),
    ),
    Pattern(
        _INDENT + r"(?:(?:您|你)看(?:看)?(?:是否|这样|还)|(?:是否)?需要我(?:再|继续|进一步|帮|为|把|对)|要不要我)"
        r"[^。\n]{0,60}[？?吗]",
        ("您看", "你看", "需要我", "要不要我"),
    ),
    Pattern(
        _INDENT + r"[（(]?(?:本(?:回答|文|内容|报告|文档)|(?:以上|部分)?内容)由[ ]?(?:AI|人工智能|大模型|DeepSeek|"
        r"ChatGPT|豆包|文心一言|通义千问|Kimi|讯飞星火|腾讯元宝|智谱清言)[^。\n]{0,8}(?:生成|撰写|创作|提供)[^\n]{0,40}",
        (
            "由AI",
            "由 AI",
            "由人工",
            "由大模型",
            "由 人工",
            "由 大模型",
            "DeepSeek",
            "ChatGPT",
            "豆包",
            "文心",
            "通义",
            "Kimi",
            "讯飞",
            "元宝",
            "智谱",
        ),
    ),
    Pattern(
        _INDENT
        + r"(?:已(?:深度)?思考|思考(?:已)?完成|已完成思考|深度思考中)[ ]?(?:[（(][^）)\n]{0,16}[）)])?[ \t]{0,4}$"
        r"|" + _INDENT + r"(?:Sure|Certainly|Of course)[,!][^\n]{0,120}",
        ("思考", "Sure", "Certainly", "Of course"),
        MULTILINE,
    ),
    Pattern(
        _INDENT + r"(?:全文|正文|本文|总)?(?:字数(?:统计)?[：:]?[ ]?(?:共|约)?|共计?|约)[ ]?\d{3,5}[ ]?(?:余|"
        r"多)?字(?:左右)?[。]?[ \t]{0,8}$",
        ("字数", "共", "约"),
        MULTILINE,
    ),
)
# Said anywhere.
_PATTERNS = (
    Pattern(
        r"(?:希望|以上|愿)[^。\n]{0,24}(?:对您|对你|能帮到您|能帮到你|符合您|符合你|满足您|"
        r"满足你)[^。\n]{0,16}(?:[。！!]|(?m:$))",
        ("对您", "对你", "帮到您", "帮到你", "符合您", "符合你", "满足您", "满足你"),
    ),
    Pattern(
        r"希望(?:这[份篇]|以上|本|上述)(?:工作)?(?:报告|总结|内容|范文|回答|建议|模板|材料|讲话稿|述职)[^。\n]{0,16}"
        r"(?:有所?帮助|帮到|满足[^。\n]{0,6}(?:需求|要求)|有参考价值|供[^。\n]{0,4}参考)[^。\n]{0,10}[。！!]?",
        ("希望这", "希望以上", "希望本", "希望上述"),
    ),
    Pattern(
        r"如(?:果|需|有|您|你)?(?:您|你)?[^。，\n]{0,10}(?:需要?|想|有)?[^。，\n]{0,16}(?:调整|修改|补充|"
        r"进一步|完善|扩展|优化|润色|细化|问题|要求|更详细|更具体|更多)"
        r"[^。\n]{0,24}(?:请?(?:您|你)?随时(?:告诉我?|告知我|(?:联系|与|跟|让)我(?![们办局委市县区镇乡]))|"
        r"请(?:直接)?告(?:诉|"
        r"知)我(?![们办局委市县区镇乡])|我(?:可以|会|将|很乐意|再)[^。\n]{0,12}[为帮][您你])"
        r"[^。\n]{0,20}[。！!]?",
        ("随时", "告诉我", "告知我", "为您", "为你", "帮您", "帮你"),
    ),
    Pattern(
        r"(?:您|你)(?:可以|可)(?:根据|结合|按照)[^。\n]{0,20}(?:实际|具体|需要|需求)[^。\n]{0,24}(?:调整|"
        r"修改|补充|填|增删|完善|"
        r"替换)[^。\n]{0,12}[。！!]?",
        ("您可", "你可"),
    ),
    Pattern(
        r"作为(?:一个|一名|一款)?[ ]?(?:AI|人工智能|大型?语言模型|智能(?:写作)?助手)(?:语言)?(?:模型|助手|程序)?[，,]"
        r"|(?:我是|我只是|我作为)(?:一个|一款|由)?[^。\n]{0,10}(?:语言模型|AI助手|人工智能助手)|"
        r"(?:我的)?(?:知识|训练数据)(?:库)?(?:更新)?截[止至]",
        ("AI", "人工智能", "语言模型", "智能助手", "智能写作", "知识截", "知识库截", "数据截", "数据库截", "更新截"),
    ),
    Pattern(
        r"[（(【\[](?:注|说明|提示|备注|注意)[：:][^）)】\]\n]{0,60}(?:根据|按照|结合|"
        r"依据)[^）)】\]\n]{0,12}(?:实际|具体)[^）)】\]\n]{0,60}[）)】\]]"
        r"|[（(【\[]请(?:根据|按照|结合)[^）)】\]\n]{0,12}(?:实际|具体|本地|当地|单位)[^）)】\]\n]{0,40}[）)】\]]",
        tuple(left + word for left in _BRACKETS for word in ("注", "说明", "提示", "备注", "请根", "请按", "请结")),
    ),
    # A count of characters is said to the one who asked for it.
    Pattern(
        r"[（(【\[](?:全文|正文|总|本文|本报告|以上)?[ ]?(?:共计?|约|字数)?[：:]?[ ]?(?:共|约|"
        r"总计)?[ ]?\d{3,5}[ ]?(?:余|多)?字(?:左右|以内|以上)?[）)】\]]",
        tuple("字" + end + right for end in ("", "左右", "以内", "以上") for right in "）)】]"),
    ),
    Pattern(
        r"</?think>|<\|[a-z_]{2,16}\|>|【\d{1,3}†[^】\n]{0,20}】|\[\^?citation[:：]\d{1,3}\]|(?:contentReference|"
        r"oaicite)",
        ("think>", "<|", "†", "citation", "oaicite", "contentReference"),
    ),
)


class AiOutput(Check):
    """留有大模型对提问人说的话。

    ## 为什么
    让大模型代拟稿子后整段复制，容易带上“以下是根据您的要求撰写的报告：”“希望以上内容对您有帮助”“（全文共1500字）”等
    对提问人的应答和说明。这些不是报告内容，宣读出来十分难堪。
    依据：实务。

    ## 反例

        以下是根据您的要求撰写的镇人大工作报告：
        各位代表：

    ## 正例

        现将有关情况报告如下：
        以下是今年要抓好的几项工作：一是抓监督。

    ## English
    Phrases a language model addresses to the person who asked: introductions, offers to revise, remarks that details
    must be adapted, counts of characters. They are no part of the report; delete them.
    """

    meta = Meta(
        title=Text("大模型输出残留", "leftovers of a language model"),
        severity=Severity.ERROR,
        confidence=Confidence.HIGH,
        since="0.1",
    )

    def run(self, document: Document) -> Iterator[Finding]:
        """Yield each remark; two patterns that meet in one remark are one finding."""
        begins = line_begins(document)
        found = [match.span() for pattern in _REMARKS for match in begins.beginning(pattern)]
        found += [match.span() for pattern in _PATTERNS for match in matches(document, pattern)]
        spans = sorted(_trimmed(document.text, *place) for place in found)
        last = -1
        for span in spans:
            if span.start < last:
                continue
            last = span.end
            quote = document.slice(span)[:20]
            yield Finding(
                span,
                Text(
                    f"“{quote}…”像是大模型对提问人说的话，不是报告内容，请删去。",
                    f"“{quote}…” reads like a language model talking to the one who asked; delete it.",
                ),
            )


def _trimmed(text: str, start: int, end: int) -> Span:
    """The words of a match, without white space and marks of lists or headings before them."""
    words = text[start:end]
    return Span(start + len(words) - len(words.lstrip(" \t\u3000>*#-\n")), start + len(words.rstrip()))

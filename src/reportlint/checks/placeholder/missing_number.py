"""placeholder.missing-number."""

from __future__ import annotations

from reportlint.api import Check, Confidence, Document, Finding, Meta, Pattern, Severity, Span, Text
from reportlint.facts.residue import in_residue

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_BLANK = "[ \\u3000\\u00a0]"
_WORDS_LIKE_UNITS = (
    "名(?![单额称师城品牌企义优])|个(?![人性别体])|次(?![要数日生序级])|项(?!目)|件(?!数)|条(?![例件款线目文])"
    "|人(?![大民才员口均们事社类文工力数])|户(?![外籍均主])|家(?![庭园长居电乡政校])|亩(?!均)|元(?![旦素宵件首])|场(?![所地景馆次])"
)
_PATTERNS = (
    # 缺席 名: a blank where the number was.
    Pattern(
        rf"(?:达到|总计|共计|共有|共|实到|应到|缺席|出席|完成|增长|下降|收到|办理|办结|召开|开展|组织|收入|支出|投资|提出)"
        rf"{_BLANK}{{1,8}}(?:{_WORDS_LIKE_UNITS}|万元|亿元|万人|公里|[%％])",
        tuple(verb + blank for verb in "到计有共席成长降理结开展织入出资" for blank in " \u3000\u00a0"),
    ),
    Pattern(
        rf"第{_BLANK}{{1,8}}(?:届(?=人民|人大|政协|委员|全)|次(?=会议|全体|全会))", ("第 ", "第\u3000", "第\u00a0")
    ),
    # 同比增长%: nothing where the number was.
    Pattern(
        r"(?:增长|下降|提高|降低|上升|减少|增加|达到|达|完成|占比?|率为|增速为|增幅为)了?[%％](?=[，。；、,;\n）)以左]|$|比|高|低|增|的)",
        ("%", "％"),
    ),
    Pattern(
        r"(?:增长|下降|提高|降低|上升|回落)了?个百分点(?=[，。；、,;\n]|$)",
        ("个百分点",),
    ),
    Pattern(
        r"(?:总[量值额]|收入|投资|产值|税收|支出|余额|[Gg][Dd][Pp])[\u4e00-\u9fff]{0,4}(?P<gap>(?:达到|增至|完成|实现)了?"
        r"(?:[亿万]元|亿美元))(?=[，。；,;\n]|$|同比|比上年)",
        ("到亿元", "到万元", "至亿元", "至万元", "成亿元", "成万元", "现亿元", "现万元", "亿美元", "了亿元", "了万元"),
    ),
    Pattern(
        r"(?:达到|增至|完成|实现|共计|累计)了?万(?:人次|亩|吨|平方米)(?=[，。；、,;\n]|$|同比)",
        ("万人次", "万亩", "万吨", "万平方米"),
    ),
    Pattern(
        r"(?:(?:收到|办理|办结|提交|征集)[件条份](?=[\u4e00-\u9fff，。；,;])(?![数款例单额均目件])"
        r"|(?:缺席|实到|应到)(?:名|人)(?=[，。；、,;\n]|$|代表)|(?:召开|开展)[次](?=[，。；、,;\n]|$|会议|主席团))",
        (
            "到件",
            "到条",
            "到份",
            "理件",
            "结件",
            "交件",
            "交条",
            "集条",
            "集件",
            "席名",
            "席人",
            "到名",
            "到人",
            "开次",
            "展次",
        ),
    ),
    # 共完成……项: dots where the number was.
    Pattern(
        r"(?:达到|完成|共|增长|收到|办理)[ ]?(?:…{1,2}|\.{3,6})(?=[件个名次户亩%％]|项(?!目)|条(?!例)|[万亿]元)",
        ("…", "..."),
    ),
)


class MissingNumber(Check):
    """数字被删空，只剩动词和单位，如“缺席 名”“同比增长%”“共收到件”。

    ## 为什么
    数字须核对（《党政机关公文处理工作条例》第二十条）。模板留空、网站删数或粘贴丢字后，句子里只剩单位，
    读来不通，成绩也无从查证。

    ## 反例
        应到代表75名，缺席 名。全镇生产总值达到亿元，同比增长%，共收到件建议。

    ## 正例
        应到代表75名，缺席7名。新增亿元以上项目3个，增长几个百分点，经营收入达到百亿元，收到条例草案。

    ## English
    A verb of counting is followed by a unit with no number between: 缺席 名, 同比增长%. Fill the number in.
    """

    meta = Meta(
        title=Text("数字缺失", "Number missing"),
        severity=Severity.ERROR,
        confidence=Confidence.HIGH,
        since="0.1",
    )

    def run(self, document: Document) -> Iterator[Finding]:
        """Yield verbs followed by a bare unit."""
        for pattern in _PATTERNS:
            for match in pattern.finditer(document.text):
                span = Span(*match.span("gap" if "gap" in match.groupdict() else 0))
                block = document.block_at(span.start)
                # A head of a table column says 比上年增长% and means it.
                if block is None or block.kind == "cell" or not _is_prose(document.slice(block.span)):
                    continue
                if not in_residue(document, span):
                    words = " ".join(document.slice(span).split())
                    yield Finding(
                        span,
                        Text(f"“{words}”缺数字，请补上。", f"“{words}” lacks its number; fill it in."),
                    )


def _is_prose(words: str) -> bool:
    return any(stop in words for stop in "，。；、,;")

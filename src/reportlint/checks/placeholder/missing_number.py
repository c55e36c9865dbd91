"""placeholder.missing-number."""

from __future__ import annotations

from reportlint.api import Check, Confidence, Document, Finding, Meta, Pattern, Severity, Span, Text
from reportlint.facts.number_gaps import number_gaps
from reportlint.facts.residue import in_residue

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_STOP = "，。；;,\\n"
_WORDS_LIKE_UNITS = (
    "名(?![单额称师城品牌企义优])|个(?![人性别体])|次(?![要数日生序级])|项(?!目)|件(?!数)|条(?![例件款线目文])"
    "|人(?![大民才员口均们事社类文工力数])|户(?![外籍均主])|家(?![庭园长居电乡政校访禽畜风门属训])|亩(?!均)|元(?![旦素宵件首])|场(?![所地景馆次])"
)
# Each begins with what the number belonged to; the words before it are looked at afterwards, for units are rarer.
_BLANK_UNIT = Pattern(
    rf"[ \u3000\u00a0]{{1,8}}(?:{_WORDS_LIKE_UNITS}|万元|亿元|万人|公里|[%％])",
    (" ", "\u3000", "\u00a0"),
)
_BLANK_VERBS = (
    *(
        "达到",
        "总计",
        "共计",
        "共有",
        "共",
        "实到",
        "应到",
        "缺席",
        "出席",
        "完成",
        "增长",
        "下降",
        "收到",
        "办理",
        "办结",
    ),
    *("召开", "开展", "组织", "收入", "支出", "投资", "提出"),
)
_ORDINAL = Pattern(
    r"第[ \u3000\u00a0]{1,8}(?:届(?=人民|人大|政协|委员|全)|次(?=会议|全体|全会))", ("第 ", "第\u3000", "第\u00a0")
)
_CHANGE = ("增长", "下降", "提高", "降低", "上升", "减少", "增加", "回落")
_REACHED = ("达到", "增至", "完成", "实现")
_BUILT = ("新建", "建成", "新修", "硬化", "铺设", "修建", "改建")
_PAID = ("投入", "争取", "筹集", "发放", "资金", "补助", "补贴")
_BARE: tuple[tuple[Pattern, tuple[str, ...]], ...] = (
    # 同比增长%: nothing where the number was.
    (
        Pattern(r"[%％](?=[，。；、,;\n）)以左]|$|比|高|低|增|的)", ("%", "％")),
        (*_CHANGE, "达到", "达", "完成", "占", "占比", "率为", "率达", "增速为", "增幅为", "率", "比重为"),
    ),
    (Pattern(rf"个百分点(?=[{_STOP}、]|$)", ("个百分点",)), _CHANGE),
    (
        Pattern(rf"万(?:人次|亩|吨|平方米)(?=[{_STOP}]|$|同比)", ("万人次", "万亩", "万吨", "万平方米")),
        (*_REACHED, "共计", "累计"),
    ),
    (
        Pattern(r"[件条份](?=[\u4e00-\u9fff，。；,;])(?![数款例单额均目件])"),
        ("收到", "办理", "办结", "提交", "征集"),
    ),
    (Pattern(rf"[名人](?=[{_STOP}、]|$|代表)", ("席名", "席人", "到名", "到人")), ("缺席", "实到", "应到")),
    (Pattern(rf"次(?=[{_STOP}、]|$|会议|主席团)", ("开次", "展次")), ("召开", "开展")),
    (
        Pattern(rf"[户米里次](?=[{_STOP}])"),
        (
            *(verb + unit for verb in ("走访", "慰问") for unit in ("", "人")),
            *(verb + unit for verb in _BUILT for unit in ("", "公", "平方")),
        ),
    ),
    (Pattern(rf"元(?=[{_STOP}])"), tuple(verb + unit for verb in _PAID for unit in ("", "万", "亿"))),
    # 共完成……项: dots or dashes where the number was.
    (
        Pattern(
            r"(?:…{1,2}|\.{3,6}|-{2,6}|—{2}|～{2,4})(?=[件个名次户亩%％]|项(?!目)|条(?!例)|[万亿]元)",
            ("…", "...", "--", "——", "～～"),
        ),
        ("达到", "完成", "共", "增长", "收到", "办理", "共 ", "完成 ", "达到 ", "下降", "建成", "提出"),
    ),
)
_MONEY = Pattern(rf"(?:达到|增至|完成|实现)了?(?:[亿万]元|亿美元|元)(?=[{_STOP}]|$|同比|比上年)")
_SUMS = ("总量", "总值", "总额", "收入", "投资", "产值", "税收", "支出", "余额", "GDP", "gdp", "Gdp")
_LONGEST = 6
_PHRASE = 7
_PROSE = 200
_NEAR = 200


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
        """Yield units without a number, each once."""
        told: list[Span] = []
        for span in _verbs_and_units(document.text):
            if _is_told(document, span):
                told.append(span)
                yield _finding(document, span, None)
        for gap in number_gaps(document):
            if _is_told(document, gap.span) and not any(gap.span.overlaps(span) for span in told[-_NEAR:]):
                yield _finding(document, gap.span, None if gap.wide else Severity.WARNING)


def _verbs_and_units(text: str) -> Iterator[Span]:
    """Verbs of counting with the bare unit after them."""
    for match in _BLANK_UNIT.finditer(text):
        verb = _ending(text, match.start(), _BLANK_VERBS)
        if verb:
            yield Span(match.start() - verb, match.end())
    for match in _ORDINAL.finditer(text):
        yield Span(*match.span())
    for pattern, verbs in _BARE:
        for match in pattern.finditer(text):
            end = match.start() - text.startswith("了", match.start() - 1)
            verb = _ending(text, end, verbs)
            if verb:
                yield Span(end - verb, match.end())
    for match in _MONEY.finditer(text):
        if any(sum_ in text[max(0, match.start() - _PHRASE) : match.start()] for sum_ in _SUMS):
            yield Span(*match.span())


def _ending(text: str, end: int, words: tuple[str, ...]) -> int:
    """Length of the longest of some words that ends at an offset, or 0."""
    if not text.endswith(words, max(0, end - _LONGEST), end):
        return 0
    return max(len(word) for word in words if text.endswith(word, 0, end))


def _is_told(document: Document, span: Span) -> bool:
    """Whether a place is in prose: the head of a table column says 比上年增长% and means it."""
    block = document.block_at(span.start)
    if block is None or block.kind == "cell" or in_residue(document, span):
        return False
    near = Span(max(block.span.start, span.start - _PROSE), min(block.span.end, span.end + _PROSE))
    return any(stop in document.slice(near) for stop in "，。；、,;")


def _finding(document: Document, span: Span, severity: Severity | None) -> Finding:
    words = " ".join(document.slice(span).split())
    return Finding(
        span, Text(f"“{words}”缺数字，请补上。", f"“{words}” lacks its number; fill it in."), severity=severity
    )

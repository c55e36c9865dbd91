"""placeholder.anonymous-name."""

from __future__ import annotations

from reportlint.api import Check, Confidence, Document, Finding, Meta, Pattern, Severity, Span, Text
from reportlint.facts.residue import in_residue
from reportlint.facts.zones import in_zone

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_PLACE = "(?:省|市(?![场民值])|县(?!域)|区(?![域块间别])|镇|乡(?![村土])|村(?![民居])|街道|社区)"
_START = r"(?:(?<![\u4e00-\u9fffA-Za-z0-9])|(?<=[在向受对由与和及到于从赴由我是为把让省市县区镇乡村]))"
_NAMES = (
    Pattern(
        rf"某{{2,3}}(?={_PLACE}|局|街|路(?!径|线|演)|公司|单位|部门|园区|医院|银行|支部|项目|工程|合作社|农场|学校|小学|中学|企业)|(?:{_START})某{{2,3}}(?=同志|领导|书记|主任|局长|镇长)|某(?=[省市县区镇乡](?:人大|委|政府|党委|人民|纪委))"
        r"|某年某月(?:某日)?|某月某日",
        ("某",),
    ),
    Pattern(
        # The letter first: most drafts hold none, and nothing else is looked at.
        r"[A-HJ-WYZＡ-ＨＪ-ＷＹＺ](?<![A-Za-z0-9Ａ-Ｚ+\-—].)(?=(?!乡村)[市县镇乡村](?![道场级民域区])|省(?!道)|区(?=委|人大|政府|[A-Z])|街道|社区)",
    ),
    Pattern(
        rf"(?:{_START})[甲乙](?=[省市县镇乡村](?![民级域场]))",
        ("甲", "乙"),
    ),
    Pattern(
        r"(?:(?<![\u4e00-\u9fff])|(?<=[由和与向为]))(?:张三|李四|王五|赵六)(?=同志|任(?!何|意|由)|负责|担任|主持|为组长|[、，](?:李四|王五|赵六)[同任负担])"
        r"|(?<=组长|主任|书记|系人|责人|报人|告人|职人)[：:]?(?:张三|李四|王五|赵六)",
        ("张三", "李四", "王五", "赵六"),
    ),
    Pattern(
        r"(?<!\d)(?:1380013800\d|1[3-9]0{9}|0000-?0{6,8}|0{8,11}|1234567890?1?)(?!\d)",
        ("1380013800", "0000", "123456789"),
    ),
)
_CASE_WORDS = (
    "案例", "案件", "通报", "典型", "例如", "比如", "譬如", "涉嫌", "被告", "原告", "判决", "诈骗",
    "查处", "举报", "违法", "违纪", "假设", "假如", "假定", "申请人", "当事人", "化名", "起诉", "受害",
    "嫌疑", "犯罪", "纠纷", "上访",
)  # fmt: skip

_BACK = 400
_SENTENCE = 120
"""How far before a name, and after it in its sentence, a case is looked for, in code points."""


class AnonymousName(Check):
    """用“某某”、字母、甲乙代替地名机构，或用张三、样例号码代替真名实号。

    ## 为什么
    报告对本级代表负责，地名、机构、姓名、电话须用真名实号（《党政机关公文处理工作条例》第二十条）；“某某镇”“A镇”
    “13800138000”多是范文留下的代称。案例、通报中隐去姓名是正当的，不报。

    ## 反例
        某某镇党委高度重视，A镇B村率先试点，张三同志任组长，联系电话13800138000。

    ## 正例
        石桥镇党委高度重视，创建A级景区，某些村进展较慢。典型案例：某某公司违法排污被查处。热线12345。

    ## English
    某某, a letter or 甲/乙 stands for a place or an organ, or a sample name or number was left in. Passages that
    report a case are spared.
    """

    meta = Meta(
        title=Text("代称或样例未替换", "Stand-in name or sample number"),
        severity=Severity.WARNING,
        confidence=Confidence.MEDIUM,
        since="0.1",
    )

    def run(self, document: Document) -> Iterator[Finding]:
        """Yield stand-ins where no case is told."""
        for pattern in _NAMES:
            for match in pattern.finditer(document.text):
                span = Span(*match.span())
                if in_residue(document, span) or in_zone(document, span) or _tells_case(document.text, span):
                    continue
                words = match[0]
                yield Finding(
                    span,
                    Text(
                        f"“{words}”像是代称或样例，请换成真实名称、姓名或号码。",
                        f"“{words}” looks like a stand-in; use the real one.",
                    ),
                )


def _tells_case(text: str, span: Span) -> bool:
    """Whether a case is told: it is announced earlier in the paragraph, or in the same sentence."""
    before = text[max(0, span.start - _BACK) : span.start].rpartition("\n")[2]
    rest = text[span.end : span.end + _SENTENCE].partition("\n")[0].partition("。")[0]
    return any(word in before or word in rest for word in _CASE_WORDS)

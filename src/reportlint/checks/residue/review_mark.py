"""Marks of those who worked on the draft."""

from __future__ import annotations

from reportlint.api import Check, Confidence, Document, Finding, Meta, Pattern, Severity, Span, Text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_MARKS = (
    Pattern(
        r"批注[ ]?[\[［][^\]］\n]{1,10}[\]］][：:]?|修订[ ]?[\[［][^\]］\n]{1,10}[\]］][：:]|(?:带格式的|"
        r"设置了格式|删除的内容|删除了|"
        r"插入了)[ ]?(?:\[[^\]\n]{1,10}\])?[：:](?=[ ]?(?:字体|缩进|段落|行距|正文|两端|项目符号|编号|默认|"
        r"首行|[“\"]))",
        ("批注", "修订", "带格式的", "设置了格式", "删除", "插入"),
    ),
    Pattern(
        r"[（(【\[](?:此段|此处|此句|这里|该处|这段|该段|这句|上面|下面|本段|以下|以上)[^）)】\]\n]{0,20}"
        r"(?:删[去掉除]|要改|改一?下|再改|请改|重写|斟酌|再看|看看|不要了|换一?下|展开写|再想想|待定|把关|"
        r"对一?下|写不写|要不要)[^）)】\]\n]{0,16}[）)】\]]",
        ("删", "改", "写", "斟酌", "再", "看看", "不要", "换", "待定", "把关", "对"),
    ),
    Pattern(
        r"[（(【\[](?:请)?(?:领导|[\u4e00-\u9fff](?:局|书记|镇长|乡长|主任|主席|主席团|科|"
        r"总)长?)?(?:再)?(?:请)?(?:看看|斟酌|把把关|审定一下|审一下|"
        r"定夺|过目)[^）)】\]\n]{0,10}[）)】\]]",
        ("看看", "斟酌", "把关", "审", "定夺", "过目"),
    ),
    Pattern(r"【(?:领导|审稿|修改|审核|审阅|校对)(?:意见|批示|批注|说明|建议)?[：:][^】\n]{0,80}】", ("【",)),
)


class ReviewMark(Check):
    """文稿里留有批注、修订痕迹或改稿时的内部提示。

    ## 为什么
    “批注[王某1]：”“带格式的：字体”“（此段再斟酌一下）”“（请领导审定一下）”是改稿时说给同事看的话。定稿时忘了删，印发出去很难堪。
    依据：实务。

    ## 反例

        全年开展监督12次。（此处数字再改一下）
        批注[王1]：与统计公报不一致

    ## 正例

        全年审议修改意见（此处指对规划草案的意见）12条，请各位代表斟酌。
        （以下简称“两中心”）

    ## English
    Comments, tracked changes and hints among colleagues that were left in the text. Delete them before it goes out.
    """

    meta = Meta(
        title=Text("改稿痕迹", "leftovers of reviewing"),
        severity=Severity.ERROR,
        confidence=Confidence.HIGH,
        since="0.1",
    )

    def run(self, document: Document) -> Iterator[Finding]:
        """Yield each mark."""
        spans = {Span(*match.span()) for pattern in _MARKS for match in pattern.finditer(document.text)}
        for span in sorted(spans):
            yield Finding(
                span,
                Text(
                    f"“{document.slice(span)[:30]}”是改稿时留下的话，定稿前请删去。",
                    f"“{document.slice(span)[:30]}” was meant for colleagues; delete it before the draft goes out.",
                ),
                group="review",
            )

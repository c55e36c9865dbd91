"""What those who worked on a draft wrote into it for each other."""

from __future__ import annotations

from reportlint.document import Document, fact
from reportlint.facts.residue_lines import matches
from reportlint.text import Pattern, Span

_MARKS = (
    Pattern(
        r"(?:删除|插入)[ ]?\[[^\]\n]{1,10}\][：:]|"
        r"批注[ ]?[\[［][^\]］\n]{1,10}[\]］][：:]?|修订[ ]?[\[［][^\]］\n]{1,10}[\]］][：:]|(?:带格式的|"
        r"设置了格式|删除的内容|删除了|"
        r"插入了)[ ]?(?:\[[^\]\n]{1,10}\])?[：:](?=[ ]?(?:字体|缩进|段落|行距|正文|两端|项目符号|编号|默认|"
        r"首行|[“\"]))",
        (
            "删除[",
            "删除 [",
            "插入[",
            "插入 [",
            "批注",
            "修订",
            "带格式的",
            "设置了格式",
            "删除的内容",
            "删除了",
            "插入了",
        ),
    ),
    Pattern(
        r"[（(【\[](?:此段|此处|此句|这里|该处|这段|该段|这句|上面|下面|本段|以下|以上)[^）)】\]\n]{0,20}"
        r"(?:删[去掉除]|要改|改一?下|再改|请改|重写|斟酌|再看|看看|不要了|换一?下|展开写|再想想|待定|把关|"
        r"对一?下|写不写|要不要)[^）)】\]\n]{0,16}[）)】\]]",
        tuple(
            left + word
            for left in "（(【["
            for word in (
                "此段",
                "此处",
                "此句",
                "这里",
                "该处",
                "这段",
                "该段",
                "这句",
                "上面",
                "下面",
                "本段",
                "以下",
                "以上",
            )
        ),
    ),
    Pattern(
        r"[（(【\[](?:请)?(?:领导|[\u4e00-\u9fff](?:局|书记|镇长|乡长|主任|主席|主席团|科|"
        r"总)长?)?(?:再)?(?:请)?(?:看看|斟酌|把把关|审定一下|审一下|"
        r"定夺|过目)[^）)】\]\n]{0,10}[）)】\]]",
        ("看看", "斟酌", "把关", "把把关", "审一下", "审定一下", "定夺", "过目"),
    ),
    Pattern(
        r"[【\[](?:批注|批示|旁注|眉批|(?:领导|审稿|修改|审核|审阅|校对|编辑)(?:意见|批示|批注|说明|建议)?)"
        r"[ ]?[\u4e00-\u9fffA-Za-z]{0,4}\d{0,2}[：:][^】\]\n]{0,80}[】\]]",
        tuple(left + word for left in "【[" for word in ("批", "旁注", "眉批", "领导", "审", "修改", "校对", "编辑")),
    ),
)


@fact
def review_marks(document: Document) -> tuple[Span, ...]:
    """Comments, tracked changes and hints among colleagues, in order."""
    return tuple(sorted({Span(*match.span()) for pattern in _MARKS for match in matches(document, pattern)}))

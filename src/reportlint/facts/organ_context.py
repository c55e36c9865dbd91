"""What stands around the mention of a level of government: a list of levels, another place, the past."""

from __future__ import annotations

from reportlint.facts.organ_words import TIERS, around, begins
from reportlint.facts.own_type_words import is_place
from reportlint.text import Pattern, Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reportlint.document import Document

_LEVEL = r"(?:中央|全国|自治区|乡镇|镇街|街道|苏木|社区|[省市州盟县区旗镇乡村])"
_ORGAN = r"(?:党工委|党委|委|人民政府|政府|人民代表大会|人大|党支部|两委|纪委|长)"
_HOLDER = r"(?:书记|主席|领导|干部|代表|班子|主要负责人|机关)?"
_LISTED_BEFORE = Pattern(
    rf"(?:各级|上级|以上|(?P<level>{_LEVEL})(?P<organ>{_ORGAN})?{_HOLDER})[）)”]?(?:、|和|与|及|以及|或|/|／|（|\()\Z"
)
_LISTED_BEHIND = Pattern(rf"{_HOLDER}[、和与及或/／（(]{{1,2}}(?P<level>{_LEVEL})(?P<organ>{_ORGAN})?")
_ELSEWHERE = Pattern(
    r"曾任|曾担任|曾在|历任|先后任|先后在|时任|调任|调至|调到|调入|原任|任职经历|参加工作|并入|更名|升格|建制|沿革|前身|年代|至(?:19|20)[0-9]{2}年"
    r"|解放[前初后区]|原(?![则因来本料材])[一-鿿]{0,4}[乡镇县旗区]|当年的?[乡镇县]|赴|考察|取经|借鉴|对口|结对共建|东西部|协作帮扶|开展共建"
    r"|签订[^，。]{0,8}协议|(?:兄弟|友好|周边|邻近)(?:的|各|单位|乡|镇|县|区|街|旗)|毗邻|相邻|接壤|交界|外地|挂职|案例"
)
_RENAMED = {
    "township": Pattern(
        r"撤乡|撤镇|乡改镇|镇改街|镇改设|镇改为|改设[^，。]{0,6}(?:镇|乡|街道)|改为[^，。]{0,6}(?:镇|街道)|合乡并|并乡|撤并[^，。村]{0,6}[乡镇]"
        r"|升格为[^，。]{0,6}镇|设立[^，。]{0,6}街道(?!办|志)",
        ("撤", "乡改", "镇改", "改设", "改为", "合乡", "并乡", "升格", "设立"),
    ),
    "county": Pattern(
        r"撤县|撤市设|撤旗|撤地|县改[市区]|市改区|改设[^，。]{0,6}[市区]|建区(?:以来|[^，。]{1,4}周年)|区划调整",
        ("撤", "县改", "市改", "改设", "建区", "区划"),
    ),
}
_REACH = 16
_PARAGRAPH = 90
_NO_NAMES = frozenset("我本全各该们两每县市区省和、老同还回异兴强美归名入进惠色重生明范大困外百")
"""我乡, 各乡, 老乡, 强镇, 示范县: no names of places."""


def is_in_list_of_levels(text: str, span: Span, own: str) -> bool:
    """Whether it is one of several levels, as in 县、乡人大 or 乡党委（镇党委）; 县委、乡党委 are two organs."""
    words = text[span.start : span.end]
    before = _LISTED_BEFORE.compiled.search(text, max(0, span.start - _REACH), span.start)
    if before is not None:
        if before["organ"] is None or before["level"] in {"乡镇", "镇街"} or words in _all_of(before["organ"]):
            return True
        # 乡镇人民政府、街道办事处, the wording of laws.
        if words.startswith("街道") and TIERS.get(before["level"]) == "township":
            return True
    behind = _LISTED_BEHIND.compiled.match(text, span.end)
    if behind is None:
        return False
    other = behind["level"]
    return other in {own, "乡镇", "镇街"} or behind["organ"] is None or TIERS.get(other) == "village"


def _all_of(organ: str) -> set[str]:
    """That organ at every level."""
    return {level + organ for level in TIERS}


def is_elsewhere(document: Document, span: Span, type_: str) -> bool:
    """Whether the sentence speaks of what was once, or of another place, which it or the one before it names."""
    text = document.text
    sentence = around(document, span)
    if _ELSEWHERE.search(text, sentence.start, sentence.end):
        return True
    block = document.block_at(span.start)
    floor = max(block.span.start if block else 0, span.start - _PARAGRAPH)
    return names_place(text, min(floor, sentence.start), span.start, type_)


def names_place(text: str, start: int, end: int, type_: str) -> bool:
    """Whether a place of that type is named in a stretch: 大冲乡, and not 全乡 or 各乡."""
    at = text.find(type_, start, end)
    while at >= 0:
        before = text[at - 1 : at]
        if before not in _NO_NAMES and not begins(text, at) and is_place(text, at, type_, at + len(type_)):
            return True
        at = text.find(type_, at + 1, end)
    return False


def was_renamed(document: Document, tier: str) -> bool:
    """Whether the draft tells that places of that tier were made into others: 撤乡设镇, 撤县设区."""
    pattern = _RENAMED.get(tier)
    return pattern is not None and pattern.search(document.text) is not None

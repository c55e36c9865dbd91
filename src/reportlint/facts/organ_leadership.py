"""Who is said to lead whom: 在市人大的正确领导下, 在镇党委的指导下, 在镇政府的领导下.

Party committees lead. A people's congress supervises the government and the courts of its level, and guides and keeps
in touch with the congresses below; it leads none of them. It does lead its own committees, the election committees and
the offices it has in streets, and those reports are left alone.
"""

from __future__ import annotations

from reportlint.document import Document, fact
from reportlint.facts.identity import identity
from reportlint.facts.organ_words import around, begins, in_quotes
from reportlint.facts.own_type import own_type
from reportlint.text import Pattern, Span
from reportlint.text.frozen import frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterator
    from typing import Literal

    from reportlint.facts.own_type import OwnType

    Slip = Literal["congress", "committee", "government"]

_PRAISE = "正确|坚强|有力|直接|具体|亲切|悉心|精心|科学|关心|关怀|大力|重视|支持|全面|英明"
_HOW = rf"(?P<link>的?)(?P<praise>(?:(?:{_PRAISE})[、和与]?){{0,2}})的?"
# 市人大领导下乡调研: there 领导 are persons.
_BELOW = r"下(?![乡沉访村企来去到达派发一半步周月午田基社])"
_ALONG = r"(?:和|与|及|以及|、|，在)"
_CONGRESS = Pattern(
    rf"(?P<level>上级|自治区|[省市县区旗州盟镇乡])(?:人大|人民代表大会)(?:常委会|常务委员会)?{_HOW}领导(?P<after>{_BELOW}|(?={_ALONG}))",
    ("领导",),
)
_COMMITTEE = Pattern(
    rf"(?P<level>街道|苏木|自治区|[省市县区旗州盟镇乡])(?:党委|党工委|委){_HOW}指导(?P<after>{_BELOW})",
    ("委的", "委指导", *(f"委{word}" for word in _PRAISE.split("|"))),
)
_GOVERNMENT = Pattern(
    rf"(?P<level>街道|苏木|自治区|[省市县区旗州盟镇乡])(?:人民)?(?:政府|办事处){_HOW}领导(?P<after>{_BELOW})",
    ("政府", "办事处"),
)
_PARTY = Pattern(r"党|委(?!员|会)", ("党", "委"))
_BESIDE = Pattern(r"政府|政协|局|组织部|管委会")
_OTHERS = Pattern(r"人大|人民代表大会|政府|政协|党|委(?!员)|局|部(?!署)|办|院|站|所|校|领导|指导")
_OWN_PARTS = Pattern(
    r"选举|选委会|换届|专门委员会|专委|工委|工作委员会|委员会(?:机关|办)|代表小组|代表团|人大机关|人大办|研究室|新区|开发区|管委会|筹备"
)
"""What a congress does lead."""
_OTHER_SUBJECT = Pattern(
    r"村|社区|支部|合作社|企业|协会|商会|妇联|团委|共青团|工会|网格|学校|医院|小组|部门|驻村|书记|站所|专班|志愿|乡贤|居民|单位|群众"
)
_OWN_SUBJECT = Pattern(
    r"主席团|[镇乡县市区旗]人大|[镇乡县市区旗](?:人民)?政府|我们|年来|以来|让我们|各位代表|20[0-9]{2}年|过去|新的|本人|常委会|街道办"
)
_FIRM = Pattern(r"正确|坚强", ("正确", "坚强"))
_FRAME = 60
_AHEAD = 24


@frozen
class Leadership:
    """A relation between two organs that does not exist.

    Attributes:
        span: the organ and what it is said to do: 市人大的正确领导.
        verb: the words to replace: 正确领导.
        kind: "congress" (a congress leads), "committee" (the own party committee only guides), "government" (a
            government leads a congress).
        instead: the verb that fits.
    """

    span: Span
    verb: Span
    kind: Slip
    instead: str


@fact
def leadership(document: Document) -> tuple[Leadership, ...]:
    """All of them in reading order."""
    found = (*_congresses(document), *_committees(document), *_governments(document))
    return tuple(sorted(found, key=lambda slip: slip.span))


def _congresses(document: Document) -> Iterator[Leadership]:
    """在市人大的正确领导下."""
    text, own = document.text, own_type(document)
    for match in _CONGRESS.finditer(text):
        frame = _frame(text, match)
        if frame is None or (not match["after"] and not match["praise"]):
            continue
        if _PARTY.search(text, frame.end, match.start()) or not _is_single(text, match, frame):
            continue
        instead = _relation(document, own, match)
        sentence = around(document, Span(frame.start, match.end()))
        if instead and not _OWN_PARTS.search(text, sentence.start, sentence.end):
            yield from _slip(document, match, "congress", instead)


def _relation(document: Document, own: OwnType, match: re.Match[str]) -> str:
    """What the congress does towards the one who reports; empty where it may lead, or nothing is known."""
    level, kind = match["level"], identity(document).kind
    if kind == "government" and level == own.type:
        return "监督"
    above = {
        "township": "省市县区旗州盟",
        "county": "省市州盟",
        "prefecture": "省",
        "": "省" if own.type == "市" else "",
    }.get(own.tier, "")
    if own.type in {"街道", level}:
        return ""
    if level == "上级":
        return "指导" if own.type or kind == "npc-presidium" else ""
    if level in above or (level == "自治区" and above):
        return "指导"
    sentence = around(document, Span(*match.span()))
    speaks = not own.type and document.text.find("镇人大", sentence.start, sentence.end) >= 0
    return "指导" if speaks and level in {"省", "市", "县", "区"} else ""


def _committees(document: Document) -> Iterator[Leadership]:
    """在镇党委的指导下, said by the town itself."""
    text, own = document.text, own_type(document)
    if own.tier not in {"township", "county"}:
        return
    for match in _COMMITTEE.finditer(text):
        frame = _frame(text, match)
        if match["level"] != own.type or frame is None or _OTHERS.search(text, frame.end, match.start()):
            continue
        if _speaks_itself(document, match, frame):
            yield from _slip(document, match, "committee", "领导")


def _governments(document: Document) -> Iterator[Leadership]:
    """在镇政府的领导下, said by a congress."""
    text = document.text
    if identity(document).kind != "npc-presidium":
        return
    for match in _GOVERNMENT.finditer(text):
        frame = _frame(text, match)
        if frame is None or _OTHERS.search(text, frame.end, match.start()):
            continue
        if _speaks_itself(document, match, frame):
            yield from _slip(document, match, "government", "支持")


def _frame(text: str, match: re.Match[str]) -> Span | None:
    """The 在 of 在…下 before an organ, in the same clause; None without it."""
    reach = max(0, match.start() - _FRAME)
    floor = max(reach, *(text.rfind(mark, reach, match.start()) for mark in "，。；！？：\n"))
    at = text.rfind("在", floor, match.start())
    if at < 0 or (not match["after"] and text.find("下", match.end(), match.end() + _FRAME) < 0):
        return None
    return Span(at, at + 1)


def _is_single(text: str, match: re.Match[str], frame: Span) -> bool:
    """Whether only congresses are named: no 市政府、市人大."""
    return not _BESIDE.search(text, frame.end, match.start())


def _speaks_itself(document: Document, match: re.Match[str], frame: Span) -> bool:
    """Whether it is the reporting organ that is led, and not a village or a society in the same sentence."""
    text = document.text
    sentence = around(document, Span(frame.start, match.end()))
    ahead = min(sentence.end, match.end() + _AHEAD)
    if _OTHER_SUBJECT.search(text, sentence.start, frame.start) or _OTHER_SUBJECT.search(text, match.end(), ahead):
        return False
    return _FIRM.search(match["praise"]) is not None or _OWN_SUBJECT.search(text, sentence.start, ahead) is not None


def _slip(document: Document, match: re.Match[str], kind: Slip, instead: str) -> Iterator[Leadership]:
    """The finding, unless it is quoted or a name stands before."""
    end = match.start("after")
    span = Span(match.start(), end)
    if in_quotes(document, span) or (kind != "congress" and not begins(document.text, match.start())):
        return
    yield Leadership(span, Span(match.end("link"), end), kind, instead)

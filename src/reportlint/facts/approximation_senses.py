"""What each word says that makes a number inexact: 近 a little less, 余 a little more, 至少 no less."""

from __future__ import annotations

from reportlint.text import Pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    Sense = Literal["near", "about", "more", "above", "below", "least", "most"]

SENSES: dict[Sense, tuple[str, str]] = {
    "near": ("略少于", "a little less"),
    "about": ("大概", "roughly"),
    "more": ("略多于", "a little more"),
    "above": ("多于", "more"),
    "below": ("少于", "less"),
    "least": ("不少于", "no less"),
    "most": ("不多于", "no more"),
}
"""What a word says of the number, in Chinese and in English."""

_NOT = "(?:不得|不能|不应|不可|不会|不宜|没有|不|未|没)"
_WORDS: tuple[tuple[Sense, Pattern], ...] = (
    ("least", Pattern(rf"(?:{_NOT}(?:少于|低于|小于)|(?<![上高])不下)$")),
    ("most", Pattern(rf"{_NOT}(?:超过|超出|高于|多于|大于|突破|超)了?$")),
    ("least", Pattern(r"(?<!甚)(?:至少|最少|起码)(?P<gap>[\u4e00-\u9fff]{0,6})$", ("至少", "最少", "起码"))),
    ("most", Pattern(r"(?:至多|最多|顶多)(?P<gap>[\u4e00-\u9fff]{0,4})$", ("至多", "最多", "顶多"))),
    ("above", Pattern(r"(?:超过|超出|超|逾|突破|高于|大于|多于)了?$")),
    ("below", Pattern(r"(?:不足|不到|未达到?|未满|不满|低于|小于|少于)$")),
    ("near", Pattern(r"(?:(?:将近|接近|几近)[了有占达]?|近)$")),
    (
        "about",
        Pattern(
            r"(?:大约|大概|大致|差不多|(?<![节签制预公合违履解契条俭简续特集邀赴])(?<!规民)约)"
            r"(?:了|有|为|需要?|占|计|用|在|花费?|投入|投资|增加|减少|建成|完成|新增|覆盖|可达?|达到?|共有?){0,2}$"
        ),
    ),
)
_BARE = ("大约", "大概", "大致", "差不多", "约", "将近", "接近", "几近", "近")
ADJACENT = frozenset(("近", "约", "超", "上", "逾", "突破"))
"""Words that may belong to another word (附近, 节约, 赶超): only `quantities` knows whether they stand alone."""

AFTER: dict[str, Sense] = {
    "余": "more",
    "多": "more",
    "左右": "about",
    "上下": "about",
    "以上": "least",
    "及以上": "least",
    "以内": "most",
    "之内": "most",
    "以下": "most",
    "及以下": "most",
}
"""Words behind a number, and what they say."""

CONTRADICTING: frozenset[tuple[Sense, Sense]] = frozenset(
    (
        ("near", "more"),
        ("near", "least"),
        ("below", "more"),
        ("below", "least"),
        ("above", "most"),
        ("least", "most"),
        ("most", "least"),
    )
)
"""Pairs, the word before the number first, that exclude each other."""


def sense_before(words: str) -> tuple[Sense, str, str] | None:
    """What the last word says, the word itself, and what stands between it and the number."""
    for sense, pattern in _WORDS:
        match = pattern.search(words)
        if match:
            whole = match[0]
            gap = match["gap"] if "gap" in match.re.groupindex else ""
            word = whole[: len(whole) - len(gap)]
            if sense in {"about", "near"}:
                base = next(bare for bare in _BARE if whole.startswith(bare))
                word, gap = base, whole[len(base) :]
            return sense, word, gap
    return None

"""The words that make amounts parts of a whole, the marks between the parts, and the words that end a list."""

from __future__ import annotations

from reportlint.text import Pattern

BEHIND = Pattern(
    r"(?:^|[，,、；;：: 　])(?:[一二两三四五六七八九十以上各前]{1,3}(?:项|类|者|个方面|方面|部分|批|块|笔|级)?"
    r"|全[年市县区州旗镇乡村局院校系期部]{1,2}|前后|先后|加起来|上述)?"
    r"(?:(?:总共|一共|共计|合计|总计|相加|加起来|(?<=[年者项类])累计|共)(?:[为达是有]|达到|[就也]是)?"
    r"|总(?:投[入资]|[金数量]?额|数|量|面积|里程|规模|人数|户数|件数|支出|收入|产量|产值)(?:[为达是共]|达到)?)[：:]?$",
    ("共", "合计", "总计", "累计", "相加", "加起来", "总"),
)
"""At the end of the words before an amount: it is the sum of those before it."""

VIEWED = (
    r"(?:(?:从|按)[^，,。；;]{1,10}(?:看|分|统计|划分)|分[类项别](?:统计|来?看)"
    r"|具体(?:情况)?(?:[为是看]|如下)?(?=[：:]))"
)
"""从构成看, 按类别分: the parts follow in a sentence of their own."""

REST = Pattern(
    r"其余|剩余|剩下|余下|尚余|还剩|还有|尚有|另有|另外|此外", ("其余", "剩", "余下", "尚", "还有", "另", "此外")
)
"""What follows is left over."""

EACH = Pattern(
    r"每|人均|户均|平均|均[为达有]?(?:#|$)|各自?(?:有|为|建|配|设|派|选|投|投入|达|是|奖|补)?(?:#|$)",
    ("每", "各", "均"),
)
"""Amounts of each of several things are multiplied and not added; # stands for a number."""

OPEN = Pattern(r"[有为是]?(?:主要|重点|突出|较|最|仅|光|尤其|特别|比如|例如|如[^下]|涉及较多|反映)")
"""At the beginning of a list: it names only some."""

MAINLY = Pattern(r"(?:主要|重点|突出|比如|例如)[^，,；;。]{0,6}$", ("主要", "重点", "突出", "比如", "例如"))
"""Before a list: it names only some."""

OTHER = Pattern(r"[^，,。；;、]{0,8}等(?![级次候于式距差额])|[^，,。；;、]{0,4}(?:左右|不等)", ("等", "左右"))
"""Behind a list: it names only some."""

_AMONG = Pattern(
    r"(?<![与入身])其中[，,：:]?(?:按[^，,：:、]{1,10}[，,：:])?(?:有|包括|含|为)?(?P<label>[^。；;]{0,60})$", ("其中",)
)
_OF_THEM = Pattern(
    r"^(?:[^，,、；;。：:（(]{0,14}?(?:当中|之中|[^集心其]中|里)|中)"
    r"(?:[，,：:]有?|(?:已经?|现|目前|共)?有(?!效)|包括)(?P<label>[^，,；;。]{0,30})$",
    ("中", "里"),
)
_RESPECTIVELY = Pattern(r"分别(?:[为是有达占约计]|达到|涉及|有)?(?P<label>[^，,；;。：:]{0,20})$", ("分别",))
_VIEWED = Pattern(rf"{VIEWED}(?:为|别)?[，,：:](?:其中)?(?P<label>[^，,；;。]{{0,24}})$", ("看", "分", "统计", "具体"))
_INCLUDING = Pattern(
    r"[，,：:；; ]?(?:具体)?(?P<word>包括了?|包含|涵盖|涉及|分为|分成|含|即|由|按[^，,：:、]{1,10}分[，,：:为])"
    r"(?P<label>[^，,；;。]{0,24})$",
)
_COLON = Pattern(r"^[^，,、；;。：:（(]{0,14}[：:](?P<label>[^，,；;。：:]{0,24})$", ("：", ":"))
_STATUS = Pattern(r"^[^，,、；;。：:（(]{0,14}[，,：:；;](?P<label>[^，,；;。：:、]{2,12})$")
_LABEL = Pattern(r"[，,、；;：:。（(]|^(?:和|及|与|以及|并|还有)")
_KIND = {"即": "即", "由": "由", "分为": "即", "分成": "即", "涉及": "其中", "含": "含"}
_LINKS = ("和", "及", "与", "以及", "并")
_FILLERS = "有为是达占共 　“”‘’"
_NOUN = 16


def cue(before: str, *, bracket: bool) -> tuple[str, str]:
    """What makes an amount the first part of the whole before it, and the words from there to the number.

    Args:
        before: the words from the amount before to this one.
        bracket: whether this is the first amount of a bracket, and the whole stands before the bracket.
    """
    if bracket:
        _, _, inner = before.partition("（") if "（" in before else before.partition("(")
        kind, rest = _outside("，" + inner)
        return ("bracket", inner) if kind in {"", "status", "colon"} else (kind, rest)
    return _outside(before)


def _outside(before: str) -> tuple[str, str]:
    match = _AMONG.search(before)
    if match:
        rest = match["label"].lstrip("，,：:有")
        return ("分别" if _RESPECTIVELY.search(rest) else "其中"), rest
    match = _RESPECTIVELY.search(before)
    if match:
        return "分别", before.rpartition("，")[2]
    for kind, pattern in (("中", _OF_THEM), ("即", _VIEWED)):
        match = pattern.search(before)
        if match:
            return kind, match["label"]
    match = _INCLUDING.search(before)
    listed = match is not None and match["word"] == "涉及" and match["label"].endswith(("、", "，", ","))
    if match and match.start() <= _NOUN and not listed:
        return _KIND.get(match["word"].rstrip("了"), "包括"), match["label"]
    match = _COLON.search(before)
    if match:
        return "colon", match["label"]
    match = _STATUS.search(before)
    return ("status", match["label"]) if match else ("", "")


def names_together(words: str) -> list[str] | None:
    """The names before 分别, for amounts that follow in the same order; None without 分别."""
    together, respectively, _ = words.partition("分别")
    if not respectively:
        return None
    names = together.replace("以及", "、").replace("和", "、").replace("及", "、").split("、")
    return [name.rpartition("，")[2].strip("：: ").removeprefix("其中").strip("：: ") for name in names]


def separator(words: str) -> int:
    """Strength of the strongest mark between two amounts: 3 for ；, 2 for ，, 1 for 、 or 和, 0 without one."""
    if "；" in words or ";" in words or "。" in words:
        return 3
    if "，" in words or "," in words:
        return 2
    if "、" in words or any(link in words[:6] for link in _LINKS):
        return 1
    return 0


def label_of(words: str) -> str:
    """The name of a part, from the words before its number."""
    *_, last = _LABEL.split(words)
    for link in ("以及", *_LINKS):
        last = last.removeprefix(link)
    return last.strip(_FILLERS).removeprefix("其中").removesuffix("分别").strip(_FILLERS)

"""A total without a comma behind the nouns it counts: 4个派出所、3个监管场所共7家单位; 3名民警、5名辅警共8人."""

from __future__ import annotations

from reportlint.facts.part_cues import EACH
from reportlint.facts.parts import NEVER_ADDED, PartList
from reportlint.text import Pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlint.facts.amount_rows import Amount, Row

_BEFORE_TOTAL = Pattern(
    r"^(?P<noun>[^，,；;。、：:（(和及与等各]{1,8}?)[，,]?(?:总共|一共|共计|合计|共)(?:有|为)?$", ("共", "合计")
)
_JOINED = Pattern(r"^(?P<noun>[^，,；;。、：:（(等]{1,8}?)(?:、|和|及|与|以及)$")
_OFFICES = Pattern(r"^[\u4e00-\u9fff]{0,4}?(?:单位|部门|机构)(?![的内各])", ("单位", "部门", "机构"))
_OFFICE = (*"所局院站校队办委社厂庭部行馆", "中心", "公司", "企业", "部门", "单位", "机构", "幼儿园")
_OF_ANOTHER = ("下属", "所属", "辖区", "的")
_CALLED = frozenset(("个", "家", "所"))
_ENDS = frozenset("，,；;。、）)\n")
_DOING = Pattern(r"^(?:参加|参与|组成|赴|前往|深入|到|开展|进行|受到|外出|分别|同志)")
_PEOPLE = "person"


def offices(row: Row, at: int) -> PartList | None:
    """The list right before an amount with 共, when the amount counts just what is listed."""
    total = row.amounts[at]
    match = _BEFORE_TOTAL.search(total.before)
    if match is None or row.bracket or total.quantity.change or total.quantity.unit.kind in NEVER_ADDED:
        return None
    nouns = [match["noun"]]
    begin = at - 1
    while begin > 0:
        joined = _JOINED.search(row.amounts[begin].before)
        if joined is None:
            break
        nouns.insert(0, joined["noun"])
        begin -= 1
    parts = row.amounts[begin:at]
    # Behind an amount with a 、 of another form the list may begin earlier.
    if len(parts) < 2 or parts[0].before[-1:] in {"、", "和", "及", "与"}:  # noqa: PLR2004 - no list
        return None
    if EACH.search("".join(f"{one.before}#" for one in parts)) or any(
        word in noun for noun in nouns for word in _OF_ANOTHER
    ):
        return None
    of_offices = _are_offices(total, parts, nouns)
    if not of_offices and not _are_counted_alike(total, parts):
        return None
    return PartList(
        whole=total.quantity,
        parts=tuple(one.quantity for one in parts),
        labels=tuple(nouns),
        cue="behind",
        before=total.before,
        words="".join(f"{one.before}#" for one in (*parts[1:], total)),
        level=1,
        open=False,
        complete=of_offices,
        uneven=False,
        rest=None,
        more=(),
        wholes=(),
    )


def _are_offices(total: Amount, parts: Sequence[Amount], nouns: Sequence[str]) -> bool:
    """Whether offices of several kinds are counted together as 单位."""
    units = {one.quantity.unit.name for one in (*parts, total)}
    return (
        units <= _CALLED and _OFFICES.search(total.after) is not None and all(noun.endswith(_OFFICE) for noun in nouns)
    )


def _are_counted_alike(total: Amount, parts: Sequence[Amount]) -> bool:
    """Whether the total has the unit of its parts, or is of persons as they are, and no noun of its own."""
    unit = total.quantity.unit
    same = all(one.quantity.unit.name == unit.name or unit.group == one.quantity.unit.group == _PEOPLE for one in parts)
    return same and (total.after[:1] in _ENDS or not total.after or _DOING.search(total.after) is not None)

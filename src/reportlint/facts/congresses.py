"""When national congresses of the Party and plenums of its Central Committee were held."""

from __future__ import annotations

import os
from functools import cache

TYPE_CHECKING = False
if TYPE_CHECKING:
    Day = tuple[int, int, int]
    """Year, month, day."""

_DATA = os.path.join(os.path.dirname(os.path.dirname(__file__)), "data", "congresses.tsv")
_PLENUMS = {13: 9}
_USUAL_PLENUMS = 7
_OLDEST, _NEXT = 12, 21
_NEXT_DAY = (2027, 1, 1)


def meeting_days(term: int, meeting: int) -> tuple[Day, Day] | None:
    """First and last day of a congress (`meeting` 0) or plenum; None for those too old or too new to be known."""
    return _known().get((term, meeting))


def not_before(term: int, meeting: int) -> Day | None:
    """The day before which a congress or plenum was not held, or None when that is unknown.

    Of the congress after the last known one: it is held every five years.
    """
    days = meeting_days(term, meeting)
    if days:
        return days[0]
    return _NEXT_DAY if term == _NEXT else None


def never_held(term: int, meeting: int) -> bool:
    """Whether a term had fewer plenums: 十九届八中全会. From the 14th term on each had seven, the 13th had nine."""
    return _OLDEST <= term < _NEXT and meeting > _PLENUMS.get(term, _USUAL_PLENUMS)


def next_congress(term: int) -> tuple[Day, Day] | None:
    """Days of the congress that followed the one of a number, or None when it is not known."""
    return meeting_days(term + 1, 0)


@cache
def _known() -> dict[tuple[int, int], tuple[Day, Day]]:
    known: dict[tuple[int, int], tuple[Day, Day]] = {}
    with open(_DATA, encoding="utf-8") as file:
        for line in file:
            if not line.startswith("#"):
                term, meeting, first, last = line.rstrip("\n").split("\t")
                known[int(term), int(meeting)] = _day(first), _day(last)
    return known


def _day(written: str) -> Day:
    year, month, day = written.split("-")
    return int(year), int(month), int(day)

"""Five-year plans by their number."""

from __future__ import annotations

# The first began in 1953; there was none from 1963 to 1965.
_FIRST, _SECOND_START, _BEFORE_GAP = 1953, 1966, 2
_LENGTH = 5


def plan_years(number: int) -> tuple[int, int] | None:
    """First and last year of the five-year plan of a number (14: 2021 and 2025); None below one."""
    if number < 1:
        return None
    start = _FIRST + _LENGTH * (number - 1)
    if number > _BEFORE_GAP:
        start = _SECOND_START + _LENGTH * (number - _BEFORE_GAP - 1)
    return start, start + _LENGTH - 1


def law_plan_years(number: int) -> tuple[int, int] | None:
    """First and last year of the five-year plan of legal education of a number (“八五”普法, 8: 2021 and 2025)."""
    return (1986 + _LENGTH * (number - 1), 1990 + _LENGTH * (number - 1)) if number >= 1 else None

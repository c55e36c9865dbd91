"""The civil calendar, without `datetime`, which no draft should have to wait for."""

from __future__ import annotations

_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_DAYS_BEFORE = tuple(sum(_DAYS[:month]) for month in range(12))
_MONTHS = 12
_FEBRUARY = 2


def is_leap(year: int) -> bool:
    """Whether February of the year has 29 days."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(year: int | None, month: int) -> int:
    """Days of a month, 1 to 12; February of an unknown year has 29."""
    return _DAYS[month - 1] + (month == _FEBRUARY and (year is None or is_leap(year)))


def day_number(year: int, month: int, day: int) -> int:
    """Days since the 31st of December of the year 0; the difference of two is the days between them."""
    before = year - 1
    leap_day = month > _FEBRUARY and is_leap(year)
    return before * 365 + before // 4 - before // 100 + before // 400 + _DAYS_BEFORE[month - 1] + leap_day + day


def weekday(year: int, month: int, day: int) -> int:
    """Day of the week, 1 for Monday to 7 for Sunday."""
    return (day_number(year, month, day) - 1) % 7 + 1


def fault(year: int | None, month: int | None, day: int | None) -> str:
    """Which part of a date does not exist: "month", "day", or empty when there is such a date."""
    if month is not None and not 1 <= month <= _MONTHS:
        return "month"
    if day is None:
        return ""
    longest = days_in_month(year, month) if month is not None else 31
    return "" if 1 <= day <= longest else "day"

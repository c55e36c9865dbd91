"""The part of a line around a finding that fits into a terminal."""

from __future__ import annotations

from reportlint.text.width import ELLIPSIS, character_widths, display_width, showable

LEAD = 8
"""Columns kept free before a finding that is too long to be shown whole."""


def excerpt(line: str, start: int, end: int, columns: int) -> tuple[str, str, str]:
    """What to show of `line[start:end]` and around it: the text before, the text itself, the text after.

    Together they take at most `columns` columns; … stands where the line is cut. The caret belongs under the second
    part, so it begins at the display width of the first. Only as much of the line as can be shown is looked at.
    """
    start = min(start, len(line))
    end = max(start, min(end, len(line)))
    if len(line) <= columns and display_width(showable(line)) <= columns:
        return showable(line[:start]), showable(line[start:end]), showable(line[end:])
    # The line is cut on one side at least; room for … is kept on both.
    room = columns - 2
    shown, used = _grow(line[start : min(end, start + 2 * columns)], room - LEAD)
    stop = start + shown
    before, left = _grow(line[max(0, start - 2 * columns) : start][::-1], (room - used) // 2)
    after, right = _grow(line[stop : stop + 2 * columns], room - used - left)
    if stop + after == len(line):
        before, left = _grow(line[max(0, start - 2 * columns) : start][::-1], room - used - right)
    first, last = start - before, stop + after
    while 0 < first < start and display_width(showable(line[first])) == 0:
        first += 1  # a combining mark would stand on the … instead of its own character
    return (
        (ELLIPSIS if first > 0 else "") + showable(line[first:start]),
        showable(line[start : min(end, last)]),
        showable(line[min(end, last) : last]) + (ELLIPSIS if last < len(line) else ""),
    )


def _grow(text: str, columns: int) -> tuple[int, int]:
    """How many characters from the beginning of a text fit into a width, and how many columns they take."""
    used = 0
    for count, one in enumerate(character_widths(showable(text))):
        if used + one > columns:
            return count, used
        used += one
    return len(text), used

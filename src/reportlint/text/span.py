"""A range of code points."""

from __future__ import annotations

from reportlint.text.frozen import frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable


@frozen(order=True)
class Span:
    """Half-open range of code points: `start` is in it, `end` is not.

    Raises:
        ValueError: when the ends are negative or crossed.
    """

    start: int
    end: int

    # Of no other record are thousands made for one draft, so this one has an initialiser of its own.
    def __init__(self, start: int, end: int) -> None:
        if not 0 <= start <= end:
            message = f"bad span {start}..{end}"
            raise ValueError(message)
        _set_start(self, start)
        _set_end(self, end)

    def __len__(self) -> int:
        return self.end - self.start

    def __bool__(self) -> bool:
        # An empty span is still a place; only None means "nowhere".
        return True

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Whether `other` lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end


_set_start: Callable[[Span, int], None] = vars(Span)["start"].__set__
_set_end: Callable[[Span, int], None] = vars(Span)["end"].__set__

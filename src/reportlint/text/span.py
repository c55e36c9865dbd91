"""A range of code points."""

from __future__ import annotations

from reportlint.text.frozen import frozen


@frozen(order=True)
class Span:
    """Half-open range of code points: `start` is in it, `end` is not.

    Raises:
        ValueError: when the ends are negative or crossed.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            message = f"bad span {self.start}..{self.end}"
            raise ValueError(message)

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

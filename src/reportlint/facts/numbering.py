"""What is wrong with a sequence of numbers: one finding for one slip, however many numbers it puts out of step."""

from __future__ import annotations

from reportlint.text.frozen import frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


@frozen
class Slip:
    """One fault in a sequence.

    Attributes:
        kind: "gap" (numbers left out), "repeat" (the same number again), "order" (two changed places, or a number that
            fits neither its neighbour before nor after).
        index: of the number at fault.
        expected: the number that should stand there.
        missing: the numbers left out; empty unless it is a gap.
        certain: whether both neighbours agree that this one number is wrong and `expected` is right.
    """

    kind: str
    index: int
    expected: int
    missing: tuple[int, ...] = ()
    certain: bool = False


def slips(numbers: Sequence[int], first: int = 1) -> tuple[Slip, ...]:
    """Faults of a sequence that should count up by one from `first`."""
    found: list[Slip] = []
    expected, index = first, 0
    while index < len(numbers):
        number = numbers[index]
        after = numbers[index + 1] if index + 1 < len(numbers) else None
        if number == expected:
            expected += 1
        elif number == expected + 1 and after == expected:
            found.append(Slip("order", index, expected))
            expected += 2
            index += 1
        elif after == expected + 1 and number != expected:
            kind = "repeat" if number == expected - 1 and index else "order"
            found.append(Slip(kind, index, expected, certain=True))
            expected += 1
        elif number > expected:
            found.append(Slip("gap", index, expected, tuple(range(expected, number))))
            expected = number + 1
        else:
            repeat = index > 0 and number == expected - 1
            found.append(Slip("repeat" if repeat else "order", index, expected, certain=repeat and after is None))
            expected = number + 1
        index += 1
    return tuple(found)


_HAN = "一二三四五六七八九十"


def han(number: int) -> str:
    """A number from 1 to 99 in Chinese: 3 is 三, 12 is 十二, 20 is 二十."""
    tens, ones = divmod(number, 10)
    unit = _HAN[ones - 1] if ones else ""
    if not tens:
        return unit
    return (_HAN[tens - 1] if tens > 1 else "") + "十" + unit

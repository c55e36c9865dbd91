"""Totals with their parts, right or broken."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from relations.figures import Pen, decimal, slip_count, split
from relations.topics import VILLAGES, Topic, draw_kinds, draw_topic, draw_village_topic

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from random import Random


@dataclass(frozen=True, slots=True)
class Parts:
    """A total of something, and what it falls into.

    Attributes:
        pen: writes the numbers.
        topic: what is counted.
        total: in units of the last printed decimal.
        names: of the parts.
        values: of the parts.
    """

    pen: Pen
    topic: Topic
    total: int
    names: tuple[str, ...]
    values: tuple[int, ...]

    @property
    def whole(self) -> str:
        """The total with its unit."""
        return self.amount(self.total)

    @property
    def items(self) -> list[str]:
        """民生类12件."""
        return [name + self.amount(value) for name, value in zip(self.names, self.values, strict=True)]

    def each(self, pattern: Callable[[str, str], str]) -> list[str]:
        """What the pattern makes of name and value of each part."""
        return [pattern(name, self.amount(value)) for name, value in zip(self.names, self.values, strict=True)]

    def amount(self, value: int) -> str:
        """A value of this topic with its unit."""
        return self.pen.amount(decimal(value, self.topic.places), self.topic.unit)

    def bare(self, value: int) -> str:
        """A value of this topic without unit."""
        return self.pen.amount(decimal(value, self.topic.places))


def draw_parts(
    random: Random,
    *,
    right: bool,
    wrong: str = "any",
    topic: Topic | None = None,
    names: Sequence[str] = (),
) -> Parts:
    """A total with parts that make it up, or do not.

    Args:
        random: decides.
        right: the parts make up the total.
        wrong: how they do not: "any" way; "over", more than the total, as a list of parts that are less may be one of
            examples; "forget", one may be left out too, where the words say that the list is all.
        topic: else any.
        names: of the parts, else kinds of the topic.
    """
    topic = topic or draw_topic(random)
    names = tuple(names) or tuple(draw_kinds(random, topic))
    total = random.randint(topic.least, topic.most)
    values = tuple(split(random, total, len(names)))
    parts = Parts(Pen.draw(random), topic, total, names, values)
    return parts if right else _broken(random, parts, wrong)


def draw_villages(random: Random, *, right: bool) -> Parts:
    """A total spread over villages."""
    topic = draw_village_topic(random)
    names = random.sample(VILLAGES, random.randint(3, 5))
    return draw_parts(random, right=right, topic=topic, names=names, wrong="forget")


def broken(random: Random, total: int, values: Sequence[int], *, over: bool = False, margin: int = 2) -> list[int]:
    """Total and values of which one has slipped, so that the sum is off by the margin or more."""
    while True:
        numbers = [total, *values]
        index = random.choice((0, random.randrange(1, len(numbers))))
        numbers[index] = slip_count(random, numbers[index]) if numbers[index] > 3 else numbers[index] + margin
        gap = sum(numbers[1:]) - numbers[0]
        if gap >= margin or (not over and gap <= -margin):
            return numbers


def _broken(random: Random, parts: Parts, wrong: str) -> Parts:
    count = len(parts.values)
    if wrong == "forget" and count > 2 and random.random() < 0.25:
        lost = random.randrange(count)
        kept = [index for index in range(count) if index != lost]
        names, values = tuple(parts.names[i] for i in kept), tuple(parts.values[i] for i in kept)
        if parts.values[lost] > count + 2:
            return Parts(parts.pen, parts.topic, parts.total, names, values)
    margin = count + 3 if parts.topic.places else 2
    total, *changed = broken(random, parts.total, parts.values, over=wrong == "over", margin=margin)
    return Parts(parts.pen, parts.topic, total, parts.names, tuple(changed))


def joined(random: Random, items: Sequence[str], last: str = "和") -> str:
    """A list with its marks: a、b、c or a，b，c or a、b和c."""
    choice = random.random()
    if choice < 0.5:
        return "、".join(items)
    return "，".join(items) if choice < 0.75 else "、".join(items[:-1]) + last + items[-1]

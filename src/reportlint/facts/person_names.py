"""Names of persons: 马红萍代表, 村民李大山, 张建国、何一波等教师代表.

A name is looked for only where a word for persons stands beside it: a title, 等……代表, 选举……为, 出席：. There it is
weighed against the words of the dictionary: “表彰马上就办的代表” reads better as words, “马灿代表” as a name. What is
weighed is how likely either reading is: words by their frequency, names by the shares of surnames and of the
characters of given names.
"""

from __future__ import annotations

from reportlint.document import Document, fact
from reportlint.facts.lexicon import Lexicon, lexicon
from reportlint.facts.minority_names import minority_names
from reportlint.facts.person_cues import (
    AFTER,
    BEFORE,
    CHOSEN,
    CHOSEN_END,
    CUE,
    EXAMPLE_END,
    GATHERED,
    LABEL,
    RANKS,
    STRONG,
)
from reportlint.facts.person_shapes import is_no_person
from reportlint.facts.surnames import begins_name, is_listed, name_likelihood, surname_share
from reportlint.text import Pattern, Span
from reportlint.text.frozen import frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterator
    from typing import Literal

    Weighed = tuple[Span, float]
    """A place, and by how much (natural logarithm) a name is the better reading of it."""

_SUSPECTED, _SURE = 0.0, 4.0
_PRIOR = {"beside": -3.0, "strong": -1.0, "gathered": -1.5, "chosen": -2.0, "marked": -1.5}
"""What kind of cue adds to the reading as a name; none of the words of 320,000 characters beside a cue comes to -1."""
_LISTED, _LISTED_MOST = 1.5, 2
"""What each of up to so many other names in a list adds."""
_BROKEN = 4.0
"""What a member of the list that is no name takes away."""
_BLANK = 4.0
"""What a blank within a name adds: nothing else is written so."""
_WORDLIKE, _FREQUENT, _WORD = -5.5, 300, 2.0
"""A rarer surname that begins a frequent word (文化＋园) takes away so much."""
_LISTED_WORD = 3.0
"""What a word of the lists at the beginning takes away: 安康＋杯."""
_KNOWN = 150
"""Names in the dictionary, of persons of the press and of novels, are rarer than other words."""
_KNOWN_SHORT = 500
_SURNAMES_ONLY = frozenset("王李张刘陈杨赵吴徐孙朱胡郭罗郑宋韩邓冯曹彭潘袁蔡蒋魏吕卢姚沈")
_NOUN_ENDS = frozenset("家子国梅树花海中朝兴江武文安山")
"""王明 and 李娜 are in the dictionary for persons; 李子, 杨梅, 吴江 are words."""
_HOUSEHOLD, _HOUSE = "家", 5.0
"""李军家 is the house of 李军."""
_USUAL = -5.0
"""Surnames that so many have begin few words of three characters."""
_LONGEST = 3
_AROUND = 6
"""Characters on either side of a name that are weighed with it."""
_MOST = 60
"""Members of a list, and names sought in the rest of the text, at most."""

_RANK_ENDS = frozenset(rank[-1] for rank in RANKS)
_MARK = Pattern(r"[：:]?[ \u3000]{0,4}")
_NOTE = Pattern(r"[（(][^（）()\n]{0,12}[）)]")
_JOINT = Pattern(r"以及|[、和与及]")
_BLANKS = Pattern(r"[ \u3000]{1,4}")
_BLANK_AHEAD = Pattern(r"([\u4e00-\u9fff])[ \u3000]{1,2}([\u4e00-\u9fff])(?=[^\u4e00-\u9fff]|\Z|同志)")
_BLANK_BEHIND = Pattern(r"(?<![\u4e00-\u9fff])([\u4e00-\u9fff])[ \u3000]{1,2}([\u4e00-\u9fff])\Z")
_MASKED = Pattern(r"[xXＸ×*＊○〇某]\Z")
_FOLLOWING = frozenset("村镇乡路街桥")


@frozen
class PersonName:
    """The name of a person.

    Attributes:
        span: where it stands.
        name: surname and given name, without blanks.
        confidence: "high" where nothing else is likely.
    """

    span: Span
    name: str
    confidence: Literal["high", "medium"]


@fact
def person_names(document: Document) -> tuple[PersonName, ...]:
    """Names of persons, in reading order: beside a word that tells of persons, and all other places of those names.

    Leaders, and models that the whole country learns from, are left out.
    """
    text = document.text
    found: dict[Span, float] = dict.fromkeys(minority_names(text), _SURE)
    for span, gain in _Reading(text).candidates():
        found[span] = max(gain, found.get(span, gain))
    chosen: dict[Span, float] = {}
    taken: set[int] = set()
    for span in sorted(found, key=lambda span: (-found[span], span)):
        if found[span] >= _SUSPECTED and taken.isdisjoint(range(span.start, span.end)):
            chosen[span] = found[span]
            taken.update(range(span.start, span.end))
    for span, gain in _again(text, chosen):
        if taken.isdisjoint(range(span.start, span.end)):
            chosen[span] = gain
            taken.update(range(span.start, span.end))
    return tuple(
        PersonName(
            span,
            "".join(document.slice(span).split()),
            "high" if chosen[span] >= _SURE else "medium",
        )
        for span in sorted(chosen)
    )


def _again(text: str, chosen: dict[Span, float]) -> Iterator[Weighed]:
    """Other places of names of three characters and more that are sure."""
    names: dict[str, float] = {}
    for span, gain in chosen.items():
        name = text[span.start : span.end]
        if gain >= _SURE and len(name) >= _LONGEST and len(names) < _MOST and name.isalpha():
            names.setdefault(name, gain)
    for name, gain in names.items():
        at = text.find(name)
        while at >= 0:
            end = at + len(name)
            if text[end : end + 1] not in _FOLLOWING:
                yield Span(at, end), gain
            at = text.find(name, end)


class _Reading:
    """Looks for names beside the cues of a text."""

    __slots__ = ("_text", "_words")

    def __init__(self, text: str) -> None:
        self._text = text
        self._words: Lexicon = lexicon()

    def candidates(self) -> Iterator[Weighed]:
        """What may be a name beside each cue."""
        text = self._text
        for match in CUE.finditer(text):
            word, (start, end) = match[0], match.span()
            if word in AFTER:
                before = text[start - 1 : start]
                rank = next((r for r in RANKS if text.endswith(r, 0, start)), "") if before in _RANK_ENDS else ""
                yield from self._behind(start - len(rank), "strong" if word in STRONG else "beside")
            if word in BEFORE:
                mark = _MARK.compiled.match(text, end)
                first = mark.end() if mark else end
                yield from self._ahead(start, first, "marked" if first > end else "beside")
        for match in GATHERED.finditer(text):
            yield from self._behind(match.start(), "gathered")
        for match in LABEL.finditer(text):
            yield from self._ahead(match.end(), match.end(), "marked")
        for match in CHOSEN.finditer(text):
            members = self._ahead(match.start(), match.end(), "chosen")
            if members and CHOSEN_END.compiled.match(text, members[-1][0].end):
                yield from members

    def _behind(self, end: int, kind: str) -> list[Weighed]:
        """Names before a cue, read backwards."""
        text = self._text
        members: list[Weighed] = []
        at = end
        for _ in range(_MOST):
            if text[at - 1 : at] in {"）", ")"}:
                at = max(text.rfind("（", max(0, at - 14), at), text.rfind("(", max(0, at - 14), at), 0)
            best = self._best_behind(at)
            if best is None:
                broken = bool(members) and not _MASKED.compiled.search(text, max(0, at - 1), at)
                return _together(members, kind, broken=broken)
            members.append(best)
            at = best[0].start
            joint = 2 if text.endswith("以及", 0, at) else int(text[at - 1 : at] in {"、", "和", "与", "及"})
            if not joint or not at:
                break
            at -= joint
        return _together(members, kind)

    def _ahead(self, floor: int, start: int, kind: str) -> list[Weighed]:
        """Names behind a cue that begins at `floor`, from `start` on."""
        text = self._text
        members: list[Weighed] = []
        at = start
        for _ in range(_MOST):
            best = self._best_ahead(at if members else floor, at)
            if best is None:
                break
            members.append(best)
            at = best[0].end
            note = _NOTE.compiled.match(text, at)
            at = note.end() if note else at
            joint = _JOINT.compiled.match(text, at) or (_BLANKS.compiled.match(text, at) if kind == "marked" else None)
            if joint is None:
                break
            at = joint.end()
        return _together(members, kind)

    def _best_behind(self, end: int) -> Weighed | None:
        if not begins_name(self._text[max(0, end - 5) : max(0, end - 1)]):
            return None
        floor, ceiling = self._floor(end, 8), self._ceiling(end, _AROUND)
        found = [self._weigh(floor, start, end, ceiling) for start in range(max(floor, end - 4), end - 1)]
        found.append(self._with_blank(_BLANK_BEHIND.compiled.search(self._text, max(0, end - 5), end)))
        return _best(found)

    def _best_ahead(self, floor: int, start: int) -> Weighed | None:
        if not begins_name(self._text[start : start + 1]):
            return None
        ceiling = self._ceiling(start, 9)
        low = floor if floor < start and self._ceiling(floor, start - floor) == start else start
        found = [self._weigh(low, start, end, ceiling) for end in range(start + 2, min(ceiling, start + 4) + 1)]
        found.append(self._with_blank(_BLANK_AHEAD.compiled.match(self._text, start)))
        return _best(found)

    def _weigh(self, low: int, start: int, end: int, high: int) -> Weighed | None:
        """How much better `text[low:high]` reads with a name from `start` to `end`; None where that can be no name."""
        text, best = self._text, self._words.best
        name = text[start:end]
        surname, likelihood = name_likelihood(name)
        if not surname or is_no_person(text, start, end, surname) or self._is_model(start, end):
            return None
        gain = likelihood + best(text[low:start])[0] + best(text[end:high])[0] - best(text[low:high])[0]
        return Span(start, end), gain + (self._correction(name) if surname == 1 else 0.0)

    def _correction(self, name: str) -> float:
        """What the frequencies of words alone get wrong about a name with a simple surname."""
        words, share, known = self._words, surname_share(name[0]), self._words.frequency(name)
        correction = 0.0
        if len(name) < _LONGEST:
            taken = name[0] in _SURNAMES_ONLY and name[1] not in _NOUN_ENDS and known <= _KNOWN_SHORT
        else:
            taken = share >= _USUAL and known <= _KNOWN
            if share <= _WORDLIKE and words.frequency(name[:2]) >= _FREQUENT:
                correction -= _WORD
            if is_listed(name[:2]):
                correction -= _LISTED_WORD
            if name[-1] == _HOUSEHOLD:
                correction -= _HOUSE
        if known and taken:
            correction += max(0.0, words.log_probability(name) - words.best(name[:1])[0] - words.best(name[1:])[0])
        return correction

    def _with_blank(self, match: re.Match[str] | None) -> Weighed | None:
        """A name with a blank within: 王　明."""
        if match is None:
            return None
        surname, likelihood = name_likelihood(match[1] + match[2])
        if not surname or is_no_person(match[1] + match[2], 0, 2, surname):
            return None
        gain = likelihood - self._words.best(match[1])[0] - self._words.best(match[2])[0]
        return Span(*match.span()), gain + _BLANK

    def _is_model(self, start: int, end: int) -> bool:
        """Whether all are called to learn from this person: 向……同志学习."""
        before = self._text[max(0, start - 12) : start]
        return before.endswith("学习") or ("向" in before and bool(EXAMPLE_END.compiled.match(self._text, end)))

    def _floor(self, at: int, most: int) -> int:
        """Where the Chinese characters before an offset begin."""
        start = at
        while start > 0 and at - start < most and "\u4e00" <= self._text[start - 1] <= "\u9fff":
            start -= 1
        return start

    def _ceiling(self, at: int, most: int) -> int:
        """Where the Chinese characters behind an offset end."""
        end = at
        while end < len(self._text) and end - at < most and "\u4e00" <= self._text[end] <= "\u9fff":
            end += 1
        return end


def _best(found: list[Weighed | None]) -> Weighed | None:
    return max((one for one in found if one is not None), key=lambda one: one[1], default=None)


def _together(members: list[Weighed], kind: str, *, broken: bool = False) -> list[Weighed]:
    """Members of a list with what the cue and the others say about them."""
    if not members:
        return members
    base = _PRIOR[kind] - (_BROKEN if broken else 0)
    good = [gain + base >= _SUSPECTED for _, gain in members]
    count = sum(good)
    return [
        (span, gain + base + _LISTED * min(_LISTED_MOST, count - itself))
        for (span, gain), itself in zip(members, good, strict=True)
    ]

"""What a figure of the whole place, office or year is a figure of, so that two of them can be compared."""

from __future__ import annotations

from reportlint.document import Document, fact
from reportlint.facts.indicator_words import (
    ACT,
    ALL_OF,
    ALTOGETHER,
    GENERIC,
    HAVING,
    HEAD,
    LOCAL,
    MEETING,
    OF_THE_BODY,
    OWNED,
    OWNED_END,
    PART,
    PROJECT,
    PROJECT_AFTER,
    SCOPE,
    STOCK,
    TAIL,
    TARGET,
    YEARLY,
)
from reportlint.facts.intervals import Interval, interval
from reportlint.facts.outline import outline
from reportlint.facts.quantities import Quantity, quantities
from reportlint.facts.quantity_periods import Time, clause_after, time_of
from reportlint.text.frozen import frozen

_SHORTEST = 3
_AFTER = 16
_LEFT, _LEAD = 40, 80
_OPENING = 16
_STRONG, _WEAK, _NONE = 2, 1, 0


@frozen
class Stated:
    """A figure of a whole.

    Attributes:
        quantity: the figure.
        bounds: between what it lies.
        indicator: what it is a figure of, in the words of the draft.
        key: the same for other orders of the same words (召开会议4次, 召开4次会议; 接待来访群众, 接待群众来访).
        scope: 全镇, 我县…; empty when not said.
        time: of which time.
    """

    quantity: Quantity
    bounds: Interval
    indicator: str
    key: str
    scope: str
    time: Time


@fact
def stated_figures(document: Document) -> tuple[Stated, ...]:
    """Figures of what was achieved that stand for the whole, in reading order; no targets, parts or comparisons."""
    main = outline(document).main
    return tuple(
        stated
        for quantity in quantities(document)
        if main.start <= quantity.span.start < main.end
        and not quantity.vague
        and not quantity.change
        and quantity.ends is None
        and (stated := _stated(document, quantity)) is not None
    )


def _stated(document: Document, quantity: Quantity) -> Stated | None:
    text, start = document.text, quantity.span.start
    left = text[max(quantity.clause.start, start - _LEFT) : start]
    right = clause_after(document, quantity, _AFTER)
    name = _project(left, right, quantity)
    lead = text[max(quantity.sentence.start, quantity.clause.start - _LEAD) : quantity.clause.start]
    if name is None:
        found = _named(left, right, lead, quantity)
        if found is None or PART.search(left) or "其中" in lead[-_OPENING:] or LOCAL.search(lead + left):
            return None
        name, scope = found
    else:
        scope = ""
    if TARGET.search(left) or "截" in lead:
        return None
    bounds = interval(quantity)
    time = time_of(document, quantity) if bounds else None
    if bounds is None or time is None or time.planned or (time.said and time.year is None):
        return None
    return Stated(quantity, bounds, name, "".join(sorted(name)), scope, time)


def _project(left: str, right: str, quantity: Quantity) -> str | None:
    """The whole investment of a project that has a name, before or behind the figure."""
    if quantity.unit.kind != "money" or not left.endswith(("总投资", "总投资达", "总投资为", "总投资额", "总投资额达")):
        return None
    before = left[: left.rindex("总投资")].removesuffix("，")
    match = PROJECT.search(before) or (None if before else PROJECT_AFTER.match(right))
    return f"{match['name']}总投资" if match else None


def _named(left: str, right: str, lead: str, quantity: Quantity) -> tuple[str, str] | None:
    """What the figure counts, and of which place, when it is certainly a figure of the whole."""
    scope = SCOPE.match(left)
    together = [found.end() for found in (*ALTOGETHER.finditer(left), *YEARLY.finditer(left))]
    words = _bare(left[max([scope.end() if scope else 0, *together]) :])
    where = (scope["scope"] or "") if scope else ""
    strength = _STRONG if where else _strength(left, lead)
    if words.endswith(STOCK):
        return words, where
    thing = _owned(left, words, right)
    if thing:
        return thing, where
    meeting = MEETING.search(words) or MEETING.match(right) if quantity.unit.name == "次" else None
    if meeting and strength:
        return meeting["meeting"], where
    whole = words + _noun(right)
    if not strength or len(whole) <= _SHORTEST or GENERIC.fullmatch(whole) or not ACT.match(whole):
        return None
    if strength == _WEAK and not OF_THE_BODY.search(whole):
        return None
    return whole, where


def _strength(left: str, lead: str) -> int:
    """Whether words say that the figure is of the whole year, or at least of a whole."""
    if YEARLY.search(left) or YEARLY.search(lead[:_OPENING]):
        return _STRONG
    return _WEAK if ALTOGETHER.search(left) else _NONE


def _owned(left: str, words: str, right: str) -> str | None:
    """What a place has so many of: 全镇现有代表81人, 全镇12个行政村."""
    if not HAVING.search(left):
        return None
    match = OWNED.fullmatch(words)
    if match is None and (not words or ALL_OF.search(left)):
        match = OWNED.match(right)
        match = match if match and OWNED_END.match(right, match.end()) else None
    return match["thing"] if match else None


def _bare(words: str) -> str:
    """Without verbs of reaching and marks at either end."""
    words = words.strip(" 　“”（()）了的")
    tail = TAIL.search(words)
    words = words[: tail.start()] if tail else words
    head = HEAD.match(words)
    return words[head.end() :] if head else words


def _noun(words: str) -> str:
    """What stands behind the unit, if it is no remark."""
    words = words.strip(" 　").removeprefix("的")
    return (
        "" if words.startswith(("，", "以上", "左右", "（", "(", "和", "及", "至", "到", "、", "。", "；")) else words
    )

"""What is known of a report before it is read: what the user says of it, and the kinds that plugins know."""

from __future__ import annotations

from reportlint.text import Pattern
from reportlint.text.frozen import frozen

_NEVER = Pattern(r"(?!)")

NEEDS = ("must", "should", "may")
PLACES = ("head", "body", "tail", "shortcomings", "plan", "closing", "title", "salutation")
"""First words of what `Part.where` may say."""


@frozen
class Part:
    """One part that a kind of report should have.

    Attributes:
        id: in ASCII, as in the option `skip` of structure.missing-section.
        need: "must" (the report is incomplete without it), "should" (usual) or "may" (custom).
        zh: what it is called in messages.
        en: the same in English; empty: the Chinese name.
        where: where its cue is looked for: "head N" (the first N paragraphs), "body" or "tail" (the last 15 %). With
            "shortcomings", "plan", "closing", "title" or "salutation" it is found as in every report, without a cue.
        cue: words that show it is there.
        advice_zh: what to do when it is missing, a sentence.
        advice_en: the same in English.
    """

    id: str
    need: str
    zh: str
    en: str = ""
    where: str = "body"
    cue: Pattern = _NEVER
    advice_zh: str = ""
    advice_en: str = ""


@frozen
class Kind:
    """A kind of report and what it must hold.

    Attributes:
        name: in ASCII, as the option `kind` takes it.
        parts: in their order.
        title: what the titles of such reports look like (white space removed); None: only when the user says so.
    """

    name: str
    parts: tuple[Part, ...]
    title: Pattern | None = None


@frozen
class Declared:
    """What the user says about the report, which then need not be guessed. Empty means: find out.

    Attributes:
        kind: of report.
        home: the place it speaks for, with those above it if need be: 广东省茂名市高州市镇江镇.
        places: more names that belong to it and may be in no list: new towns, farms, parks.
        kinds: kinds of report that plugins add to the usual ones.
    """

    kind: str = ""
    home: str = ""
    places: tuple[str, ...] = ()
    kinds: tuple[Kind, ...] = ()


NOTHING_DECLARED = Declared()

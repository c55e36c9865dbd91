"""The parts that reports of a kind should have, and which of them a draft has.

One readable table a kind lies in `data/kinds`; only the table that is needed is read, its expressions compile on use.
"""

from __future__ import annotations

import os

from reportlint.declared import Part
from reportlint.document import Document, fact
from reportlint.facts.identity import identity
from reportlint.facts.outline import outline
from reportlint.facts.planning import closing, plan
from reportlint.facts.shortcomings import shortcomings
from reportlint.text import Pattern, Span

_DATA = os.path.join(os.path.dirname(os.path.dirname(__file__)), "data", "kinds")
_TAIL = 0.15


def parts_of(kind: str) -> tuple[Part, ...]:
    """The parts of a kind, in their order; none for a kind without a table."""
    try:
        with open(os.path.join(_DATA, f"{os.path.basename(kind)}.tsv"), encoding="utf-8") as file:
            lines = file.read().splitlines()
    except OSError:
        return ()
    found: list[Part] = []
    for line in lines:
        if line and not line.startswith("#"):
            id_, need, zh, en, where, cue, advice_zh, advice_en = line.split("\t")
            found.append(Part(id_, need, zh, en, where, Pattern(cue), advice_zh, advice_en))
    return tuple(found)


@fact
def missing_parts(document: Document) -> tuple[Part, ...]:
    """The parts of its kind that a draft has nothing of, in the order of the table."""
    kind = identity(document).kind
    added = next((known.parts for known in document.declared.kinds if known.name == kind), None)
    return tuple(part for part in (parts_of(kind) if added is None else added) if not has_part(document, part))


def has_part(document: Document, part: Part) -> bool:
    """Whether a draft has a part: by a fact of that name, or by its cue in the place where it belongs."""
    sketch = outline(document)
    if part.where == "title":
        return sketch.title is not None
    if part.where == "salutation":
        return bool(sketch.salutations)
    known = {"shortcomings": shortcomings, "plan": plan, "closing": closing}.get(part.where)
    if known:
        return known(document) is not None
    window = _window(document, part.where)
    return part.cue.search(document.text, window.start, window.end) is not None


def _window(document: Document, where: str) -> Span:
    main = outline(document).main
    name, _, count = where.partition(" ")
    if name == "head":
        blocks = [block for block in document.blocks if main.covers(block.span)][: int(count)]
        return Span(main.start, blocks[-1].span.end) if blocks else main
    if name == "tail":
        return Span(main.end - int(len(main) * _TAIL), main.end)
    return main

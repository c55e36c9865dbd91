"""What the tool understood of a draft, as plain data: what `reportlint facts` prints, in either form."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reportlint.facts.gazetteer import COUNTY, PREFECTURE, PROVINCE, TOWN, gazetteer
from reportlint.facts.home import home
from reportlint.facts.identity import identity
from reportlint.facts.masks import masks
from reportlint.facts.outline import outline
from reportlint.facts.periods import document_date, reported_period
from reportlint.facts.places import mentions
from reportlint.facts.quantities import quantities
from reportlint.facts.sessions import sessions
from reportlint.facts.village_names import village_town

if TYPE_CHECKING:
    from reportlint.document import Document
    from reportlint.facts.home import Home
    from reportlint.facts.quantities import Quantity
    from reportlint.text import Span

    Data = dict[str, Any]

VERSION = 1
_DECLARED, _SAID, _INFERRED = 1.0, 0.9, 0.6
_DIGITS = 6
"""Decimals of a quantity: amounts are kept in millionths."""
_ONE = 10**_DIGITS
_LEVELS = {PROVINCE: "province", PREFECTURE: "prefecture", COUNTY: "county", TOWN: "town"}


def understood(document: Document) -> Data:
    """Everything, with places; keys are those of the JSON form."""
    sketch, period, date = outline(document), reported_period(document), document_date(document)
    who = identity(document)
    return {
        "schema_version": VERSION,
        "path": document.path,
        "format": document.format,
        "encoding": document.encoding,
        "characters": len(document.text),
        "column_unit": "code point",
        "kind": _kind(document),
        "years": {"review": who.review_year, "plan": who.plan_year, "half_year": who.half_year},
        "period": period
        and {
            "first": _day(period.first),
            "last": _day(period.last),
            "evidence": _optional(document, period.evidence),
        },
        "date": date and {**_item(document, date.span), "date": _day(date.first)},
        "home": _home(document),
        "places": _places(document),
        "villages": _villages(document),
        "title": _optional(document, sketch.title),
        "outline": [
            {
                **_item(document, heading.span),
                "style": heading.style,
                "level": heading.level,
                "number": heading.number,
                "marker": heading.marker,
                "title": heading.title,
            }
            for heading in sketch.headings
        ],
        "signature": [_item(document, line) for line in sketch.signature],
        "masks": [{**_item(document, mask.span), "kind": mask.kind, "style": mask.style} for mask in masks(document)],
        "quantities": [_quantity(document, quantity) for quantity in quantities(document)],
        "sessions": [
            {
                **_item(document, session.span),
                "body": session.body,
                "national": session.national,
                "term": session.term,
                "meeting": session.meeting,
                "kind": session.kind,
            }
            for session in sessions(document)
        ],
    }


def _home(document: Document) -> Data:
    """The report's own place; an unknown one has an empty name and a reason."""
    found, known = home(document), gazetteer()
    names = [_full_name(found, code) for code in found.codes]
    return {
        "name": found.name,
        "full_name": names[0] if len(names) == 1 else None,
        "level": _LEVELS.get(found.level),
        "candidates": names if len(names) > 1 else [],
        "masked": found.masked,
        "declared": found.declared,
        "in_gazetteer": any(map(known.name, found.codes)),
        "count": found.count,
        "reason": None if found.name else _why_unknown(document, found),
        "evidence": [{**_item(document, entry.span), "source": entry.source} for entry in found.evidence],
    }


def _full_name(found: Home, code: int) -> str:
    """The place with those above it; a new place has a number but no name in the gazetteer."""
    known = gazetteer()
    return known.full_name(code) + ("" if known.name(code) else found.name)


def _why_unknown(document: Document, found: Home) -> str:
    if found.masked:
        return "masked"
    return "unsure" if any(mention.full for mention in mentions(document)) else "unnamed"


def _places(document: Document) -> list[Data]:
    """Each name of a place once, in the order of the first mentions."""
    own, known = home(document), gazetteer()
    found: dict[str, Data] = {}
    for mention in mentions(document):
        name = document.slice(mention.span)
        if name in found:
            found[name]["count"] += 1
            continue
        # 镇江 in a report of 镇江镇 is not the city of that name.
        related = own.is_related(mention.codes) or name in own.name or name in document.declared.places
        found[name] = {
            **_item(document, mention.span),
            "full_name": known.full_name(mention.codes[0]) if len(mention.codes) == 1 else None,
            "level": _LEVELS.get(mention.level),
            "count": 1,
            "related": related if own.name else None,
        }
    return list(found.values())


def _villages(document: Document) -> Data | None:
    """The town in which the villages named lie; None where they tell nothing."""
    town, names = village_town(document)
    return {"town": gazetteer().full_name(town), "names": list(names)} if town else None


def _kind(document: Document) -> Data:
    who = identity(document)
    known = {_DECLARED: "declared", _SAID: "said", _INFERRED: "inferred"}
    return {
        "id": who.kind,
        "report": who.report,
        "extract": who.extract,
        "confidence": who.confidence,
        "certainty": known.get(who.confidence, "unknown"),
        "evidence": _optional(document, who.evidence),
    }


def _quantity(document: Document, quantity: Quantity) -> Data:
    factor = quantity.unit.factor
    return {
        **_item(document, quantity.span),
        "value": None if quantity.numeral is None else _in_unit(quantity.numeral.value, _ONE),
        "low": _in_unit(quantity.low, factor),
        "high": _in_unit(quantity.high, factor),
        "unit": quantity.unit.name,
        "unit_kind": quantity.unit.kind,
        "approximation": quantity.approximation,
        "label": quantity.label,
        "change": quantity.change,
    }


def _in_unit(value: int | None, factor: int) -> float | None:
    """A bound in the unit as printed; a whole number where it is one."""
    if value is None or not factor:
        return None
    whole, rest = divmod(value, factor)
    return whole if not rest else round(value / factor, _DIGITS)


def _day(parts: tuple[int | None, ...]) -> str:
    year, month, day = parts
    return f"{year or 0:04}-{month or 0:02}-{day or 0:02}"


def _optional(document: Document, span: Span | None) -> Data | None:
    return None if span is None else _item(document, span)


def _item(document: Document, span: Span) -> Data:
    start, end = document.start_place(span), document.end_place(span)
    return {
        "line": start.line,
        "column": start.column,
        "end_line": end.line,
        "end_column": end.column,
        "text": document.slice(span),
    }

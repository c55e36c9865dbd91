"""What the tool understood of a draft, as plain data: what `reportlint facts` prints, in either form."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reportlint.facts.identity import identity
from reportlint.facts.masks import masks
from reportlint.facts.outline import outline
from reportlint.facts.periods import document_date, reported_period
from reportlint.facts.quantities import quantities
from reportlint.facts.sessions import sessions

if TYPE_CHECKING:
    from reportlint.document import Document
    from reportlint.facts.quantities import Quantity
    from reportlint.text import Span

    Data = dict[str, Any]

VERSION = 1
_DECLARED, _SAID, _INFERRED = 1.0, 0.9, 0.6
_DIGITS = 6
"""Decimals of a quantity: amounts are kept in millionths."""
_ONE = 10**_DIGITS


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
        "home": _home_rows(document),
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


def _home_rows(document: Document) -> Data | None:
    """The report's own place; None where this version does not look for it."""
    try:
        from reportlint.facts.home import home
    except ModuleNotFoundError as error:
        if error.name != "reportlint.facts.home":
            raise
        return None
    found = home(document)
    return {
        "name": found.name,
        "masked": found.masked,
        "declared": found.declared,
        "count": found.count,
        "evidence": [{**_item(document, entry.span), "source": entry.source} for entry in found.evidence],
    }


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

"""Numbers too exact to be called rough: 约123.456万元."""

from __future__ import annotations

from reportlint.document import Document, fact
from reportlint.facts.numerals import ONE
from reportlint.facts.quantities import quantities
from reportlint.text import Pattern, Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reportlint.facts.quantities import Quantity

_ROUGH = Pattern(r"(?:大约|大概|估计|预估|预计|(?<![节签制预公合违履解契条集])约)[\u4e00-\u9fff]{0,6}$")
_WINDOW = 14
_MANY_DECIMALS = 3


@fact
def too_exact(document: Document) -> tuple[tuple[Span, Quantity], ...]:
    """Numbers of three decimals and more that are called rough: 约123.456万元."""
    text = document.text
    found: list[tuple[Span, Quantity]] = []
    for quantity in quantities(document):
        numeral = quantity.numeral
        # Below a tenth three decimals may be all there is.
        if numeral is None or quantity.ends or numeral.decimals < _MANY_DECIMALS or numeral.value < ONE // 10:
            continue
        begin = max(quantity.clause.start, quantity.number.start - _WINDOW)
        match = _ROUGH.search(text[begin : quantity.number.start])
        if match:
            found.append((Span(begin + match.start(), quantity.span.end), quantity))
    return tuple(found)

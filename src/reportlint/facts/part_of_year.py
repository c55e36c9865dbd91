"""How many months a report on a part of a year looks back on, by its title or its opening words."""

from __future__ import annotations

from reportlint.document import Document, fact
from reportlint.facts.outline import outline
from reportlint.facts.periods import reported_period
from reportlint.facts.report_parts import is_partial
from reportlint.text import Pattern

_OPENING = 160
_PART = (
    r"(?P<half>上半年|1(?:月份?)?[-—–~～至到]6月|一至六月)|(?P<quarter>第?一季度|首季度|1(?:月份?)?[-—–~～至到]3月)"
    r"|(?P<three>前三季度|1(?:月份?)?[-—–~～至到]9月)"
)
_NAMED = Pattern(rf"(?:(?P<first>[ 　]{{0,4}})|现[将就把][^。\n]{{0,24}}?)(?:20[0-9]{{2}}年(?:度)?)(?:{_PART})")
_WHOLE = Pattern(r"下半年|全年|年度工作总结|[二三四]季度|五年", ("下半年", "全年", "年度", "季度", "五年"))
_HALF, _QUARTER, _THREE = 6, 3, 9


@fact
def months_reported(document: Document) -> int | None:
    """Months of the period, if it is a part of a year; None for a whole year or more and when nothing says."""
    period = reported_period(document)
    if period is not None:
        same = period.first[0] == period.last[0]
        return period.last[1] - period.first[1] + 1 if same and is_partial(document) else None
    sketch = outline(document)
    start = sketch.main.start
    match = _NAMED.search(document.text, start, min(len(document.text), start + _OPENING))
    if match is None or (match["first"] is not None and (sketch.title or match.start() > start)):
        return None
    if _WHOLE.search(document.text, start, match.end() + _OPENING):
        return None
    return _HALF if match["half"] else _QUARTER if match["quarter"] else _THREE

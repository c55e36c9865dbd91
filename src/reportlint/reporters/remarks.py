"""Findings as comments of a Word document."""

from __future__ import annotations

from reportlint.facts.whereabouts import whereabouts
from reportlint.reporters.summary import severity_word
from reportlint.text.width import shorten, showable
from reportlint.word.annotations import Remark

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reportlint.diagnostic import Diagnostic, Location
    from reportlint.document import Document
    from reportlint.reporting import ReportOptions

QUOTE = 40
"""Columns of a quoted text."""

PLACES = 20
"""Places of a group that are named."""

RELATED = 3
"""Other places that are named."""

_PARTS = {
    "box": ("文本框", "text box"),
    "footnote": ("脚注", "footnote"),
    "endnote": ("尾注", "endnote"),
    "header": ("页眉", "header"),
    "footer": ("页脚", "footer"),
}


def remarks(document: Document, found: Iterable[Diagnostic], options: ReportOptions) -> list[Remark]:
    """One comment for each finding that the user wants listed, in reading order."""
    return [_remark(document, diagnostic, options) for diagnostic in found if options.lists(diagnostic)]


def _remark(document: Document, diagnostic: Diagnostic, options: ReportOptions) -> Remark:
    span = document.map.to_source(diagnostic.location.span)
    return Remark(span.start, span.end, tuple(showable(words) for words in _words(document, diagnostic, options)))


def _words(document: Document, diagnostic: Diagnostic, options: ReportOptions) -> Iterator[str]:
    """What it says: the message, other places, what to do, and which check says so."""
    part = whereabouts(document, diagnostic.location.span.start).part
    where = options.choose(*_PARTS[part]) if part in _PARTS else ""
    if where:
        quoted = _quote(diagnostic.location.text)
        where = options.choose(f"（{where}中的{quoted}）", f"({quoted} in a {where}) ")
    severity = severity_word(diagnostic.severity, options)
    yield options.choose(f"【{severity}】", f"[{severity}] ") + where + diagnostic.message.render(options.language)
    if diagnostic.count > 1:
        yield _places(diagnostic, options)
    else:
        for location in diagnostic.related[:RELATED]:
            yield _related(location, options)
    if diagnostic.suggestion and not any(
        "\n" in location.text + text for location, text in diagnostic.suggestion.edits
    ):
        # The end of a paragraph cannot be quoted so that a reader of Word knows it; the message says what to do.
        edits = diagnostic.suggestion.edits[:RELATED]
        joined = options.choose("；", "; ").join(_edit(location.text, text, options) for location, text in edits)
        yield options.choose("建议：", "Fix: ") + joined
    if diagnostic.suppressed is not None:
        yield options.choose(f"已忽略：{diagnostic.suppressed}", f"ignored: {diagnostic.suppressed}")
    yield diagnostic.check


def _places(diagnostic: Diagnostic, options: ReportOptions) -> str:
    """Where they are; the message says how many."""
    lines = [location.start.line for location in (diagnostic.location, *diagnostic.related)]
    distinct = list(dict.fromkeys(lines))
    more = len(distinct) > PLACES
    listed = (
        "、".join(map(str, distinct[:PLACES])) if options.language == "zh" else ", ".join(map(str, distinct[:PLACES]))
    )
    return options.choose(
        f"见第 {listed} {'……' if more else ''}段",
        f"See paragraphs {listed}{' …' if more else ''}",
    )


def _related(location: Location, options: ReportOptions) -> str:
    words = location.message.render(options.language) if location.message else ""
    quoted = _quote(location.text)
    place = options.choose(f"另见第 {location.start.line} 段{quoted}", f"See paragraph {location.start.line} {quoted}")
    return place + (options.choose("：", ": ") + words if words else "")


def _edit(old: str, new: str, options: ReportOptions) -> str:
    if not old:
        return options.choose(f"插入{_quote(new)}", f"insert {_quote(new)}")
    if not new:
        return options.choose(f"删去{_quote(old)}", f"delete {_quote(old)}")
    return options.choose(f"把{_quote(old)}改为{_quote(new)}", f"change {_quote(old)} to {_quote(new)}")


def _quote(text: str) -> str:
    return f"“{shorten(showable(text), QUOTE)}”"

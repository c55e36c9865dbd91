"""The form for people at a terminal: each finding with its line, a caret, its other places and its remedy."""

from __future__ import annotations

from reportlint.check import Safety
from reportlint.reporters.excerpt import excerpt
from reportlint.reporters.selection import remainder, select
from reportlint.reporters.summary import severity_word, summary
from reportlint.text.width import display_width, pad, shorten, showable, wrap

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlint.diagnostic import Diagnostic, Location, Suggestion
    from reportlint.document import Document
    from reportlint.reporting import Line, ReportOptions
    from reportlint.result import FileResult, Run

QUOTE = 32
"""Columns of a quoted text."""

RELATED = 5
"""Other places that are told one a line."""

PLACES = 12
"""Places of a group that are told in its one line."""

EDITS = 3
"""Edits of a fix that are told."""

_PARTS = {
    "box": ("文本框", "in a text box"),
    "footnote": ("脚注", "in a footnote"),
    "endnote": ("尾注", "in an endnote"),
    "header": ("页眉", "in a header"),
    "footer": ("页脚", "in a footer"),
}

NARROWEST = 24
"""Columns a source line gets, however narrow the terminal says it is."""


def render(run: Run, options: ReportOptions) -> Iterator[Line]:
    """A group of lines for each file with findings, then the summary."""
    for file in run.files:
        if any(options.lists(diagnostic) for diagnostic in file.diagnostics):
            yield from _file(file, options)
            yield ()
    for line in summary(run, options):
        for text, style in line:
            yield from _wrapped(text, style, "", options)


def _file(file: FileResult, options: ReportOptions) -> Iterator[Line]:
    listed, dropped = select(file, options)
    by_paragraph = file.document is not None and file.document.unit != "line"
    unit = options.choose("  （位置为 段:字）", "  (places are paragraph:character)") if by_paragraph else ""
    yield (showable(file.path), "path"), (unit, "faint")
    places = max(len(_place(diagnostic.location)) for diagnostic in listed)
    ids = max(len(diagnostic.check) for diagnostic in listed)
    words = max(display_width(severity_word(diagnostic.severity, options)) for diagnostic in listed)
    margin = " " * (places + 4)
    for diagnostic in listed:
        style = "faint" if diagnostic.suppressed is not None else diagnostic.severity.label
        place = f"  {pad(_place(diagnostic.location), places)}  "
        word = pad(severity_word(diagnostic.severity, options), words)
        yield from _head((place, word, pad(diagnostic.check, ids)), diagnostic, style, options)
        if file.document:
            yield from _source(file.document, diagnostic, style, margin, options)
        where = [_whereabouts(file.document, diagnostic, options)] if file.document and by_paragraph else []
        for text in [*filter(None, where), *_notes(diagnostic, options)]:
            yield from _wrapped(text, "faint", margin, options)
    for check, rest in dropped.items():
        yield from _wrapped(f"{check} {remainder(rest, options)}", "faint", margin, options)


def _head(columns: tuple[str, str, str], diagnostic: Diagnostic, style: str, options: ReportOptions) -> Iterator[Line]:
    """Place, severity, check and message in one line; or the message below the check when it does not fit."""
    place, word, check = columns
    message, ignored = showable(diagnostic.message.render(options.language)), _ignored(diagnostic, options)
    before = display_width(place) + display_width(word) + 2
    if before + display_width(check) + 2 + display_width(message + ignored) <= options.width:
        yield (place, "faint"), (word, style), (f"  {check}  ", "faint"), (message, ""), (ignored, "faint")
        return
    yield (place, "faint"), (word, style), (f"  {check.rstrip()}", "faint")
    yield from _wrapped(message, "", " " * before, options)
    if ignored:
        yield from _wrapped(ignored, "faint", " " * before, options)


def _wrapped(text: str, style: str, margin: str, options: ReportOptions) -> Iterator[Line]:
    """Words in as many lines as they need, all at one margin."""
    for line in wrap(text, max(NARROWEST, options.width - len(margin))):
        yield ((margin + line, style),)


def _source(
    document: Document, diagnostic: Diagnostic, style: str, margin: str, options: ReportOptions
) -> Iterator[Line]:
    """The line of a finding, and the caret unless the finding is about something that is not there."""
    start, end = diagnostic.location.start, diagnostic.location.end
    line = document.origin.excerpt(start)
    if not line:
        return  # nothing to point at: an empty line, or a draft that must not be quoted
    stop = end.column - 1 if end.line == start.line else len(line)
    before, marked, after = excerpt(line, start.column - 1, stop, max(NARROWEST, options.width - len(margin)))
    yield (margin + before, ""), (marked, style), (after, "")
    if diagnostic.scope == "document":
        return
    caret = " " * (len(margin) + display_width(before)) + "^" * max(1, display_width(marked))
    until = ""
    if end.line > start.line:
        until = options.choose(f"…（至 {end.line}:{end.column}）", f"… (to {end.line}:{end.column})")
    yield (caret, style), (until, "faint")


def _whereabouts(document: Document, diagnostic: Diagnostic, options: ReportOptions) -> str:
    """Where to look for a finding in a word processor, which shows no numbers of paragraphs."""
    from reportlint.facts.whereabouts import whereabouts  # a text file does without

    found = whereabouts(document, diagnostic.location.span.start)
    parts = [options.choose(*_PARTS[found.part])] if found.part in _PARTS else []
    if found.heading:
        parts.append(options.choose(f"{_quote(found.heading)}之下", f"under {_quote(found.heading)}"))
    if found.table:
        zh, en = (
            f"表 {found.table} 第 {found.row} 行第 {found.column} 列",
            f"table {found.table}, row {found.row}, column {found.column}",
        )
        parts.append(options.choose(zh, en))
    return options.choose("位于", "Found ") + options.choose("，", ", ").join(parts) if parts else ""


def _notes(diagnostic: Diagnostic, options: ReportOptions) -> Iterator[str]:
    """Other places and the remedy."""
    if diagnostic.count > 1:
        yield _group(diagnostic, options)
    else:
        yield from _related(diagnostic.related, options)
    if diagnostic.suggestion and diagnostic.suppressed is None:
        yield _remedy(diagnostic.suggestion, options)


def _group(diagnostic: Diagnostic, options: ReportOptions) -> str:
    locations = [diagnostic.location, *diagnostic.related]
    places = " ".join(_place(location) for location in locations[:PLACES])
    if diagnostic.count > PLACES:
        places += options.choose(f" …等 {diagnostic.count} 处", f" … {diagnostic.count} in all")
    return options.choose("所在位置：", "Places: ") + places


def _related(related: tuple[Location, ...], options: ReportOptions) -> Iterator[str]:
    for location in related[:RELATED]:
        words = showable(location.message.render(options.language)) if location.message else ""
        place = f"{_place(location)} {_quote(location.text)}" if location.text else _place(location)
        yield options.choose(f"另见 {place}", f"See {place}") + (options.choose("：", ": ") + words if words else "")
    if len(related) > RELATED:
        yield options.choose(f"等 {len(related)} 处", f"… {len(related)} in all")


def _remedy(suggestion: Suggestion, options: ReportOptions) -> str:
    edits = options.choose("；", "; ").join(
        _edit(location.text, text, options) for location, text in suggestion.edits[:EDITS]
    )
    if len(suggestion.edits) > EDITS:
        edits += options.choose(f"；等 {len(suggestion.edits)} 处", f"; … {len(suggestion.edits)} in all")
    how = {
        Safety.SAFE: options.choose("（可用 --fix 自动修改）", " (--fix can do it)"),
        Safety.UNSAFE: options.choose(
            "（可用 --fix --unsafe-fixes 修改，改后请核对）", " (--fix --unsafe-fixes can do it; look at the result)"
        ),
        Safety.SHOWN: "",
    }[suggestion.safety]
    return options.choose("修改建议：", "Fix: ") + edits + how


def _edit(old: str, new: str, options: ReportOptions) -> str:
    if not old:
        return options.choose(f"插入{_quote(new)}", f"insert {_quote(new)}")
    if not new:
        return options.choose(f"删去{_quote(old)}", f"delete {_quote(old)}")
    return options.choose(f"把{_quote(old)}改为{_quote(new)}", f"change {_quote(old)} to {_quote(new)}")


def _ignored(diagnostic: Diagnostic, options: ReportOptions) -> str:
    if diagnostic.suppressed is None:
        return ""
    reason = showable(diagnostic.suppressed)
    if not reason:
        return options.choose("（已忽略）", " (ignored)")
    return options.choose(f"（已忽略：{reason}）", f" (ignored: {reason})")


def _quote(text: str) -> str:
    return f"“{shorten(showable(text), QUOTE)}”"


def _place(location: Location) -> str:
    return f"{location.start.line}:{location.start.column}"

"""A report in Markdown, to paste into a merge request or a message; nothing of a draft becomes mark-up in it."""

from __future__ import annotations

from reportlint.facts.whereabouts import whereabouts
from reportlint.reporters.selection import remainder, select
from reportlint.reporters.summary import severity_word, summary
from reportlint.text import Pattern
from reportlint.text.width import shorten, showable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlint.diagnostic import Diagnostic, Location, Suggestion
    from reportlint.reporting import Line, ReportOptions
    from reportlint.result import FileResult, Run

QUOTE = 40
"""Columns of a quoted text."""

RELATED = 3
"""Other places that are told."""

PLACES = 12
"""Places of a group that are told."""

EDITS = 3
"""Edits of a fix that are told."""

_MARKS = Pattern(r"([\\`*_\[\]<>#|~!&$@%^={}]|^(?:\d{1,9}(?=[.)])|[-+]))")
"""What may be mark-up, here or in the dialects of GitHub and GitLab (also names of people, issues, labels)."""

_NUMBER = Pattern(r"^\\(\d+)([.)])")

_FOUND = Pattern(r"(?i)([@#](?=[0-9a-z])|:(?=//|[0-9a-z_+-]{1,50}:)|(?<![0-9a-z])www(?=\.))")
"""People, issues, emoji and links, which servers look for when they have taken the escapes away."""

_BETWEEN = "\u200b"
"""A space without width, which keeps them from finding any; `showable` leaves none of a draft."""


def render(run: Run, options: ReportOptions) -> Iterator[Line]:
    """The summary, what could not be checked, and a table for each draft with findings."""
    heading = options.choose("检查结果", "Findings")
    yield ((f"## reportlint {heading}", ""),)
    yield ()
    for line in summary(run, options):
        yield (("".join(escape(words) for words, _ in line), ""),)
        yield ()
    for words in _broken(run, options):
        yield ((f"- {words}", ""),)
    if run.incomplete:
        yield ()
    for file in run.files:
        if any(options.lists(diagnostic) for diagnostic in file.diagnostics):
            yield from _file(file, options)


def escape(words: str) -> str:
    """Words that stay as they are in Markdown, in one line; at most spaces without width are put in."""
    plain = _FOUND.compiled.sub(rf"\1{_BETWEEN}", showable(words).strip())
    plain = _MARKS.compiled.sub(r"\\\1", plain)
    plain = _NUMBER.compiled.sub(r"\1\\\2", plain)  # of 1. it is the point that can be escaped
    return plain.replace(_BETWEEN, "&#8203;")


def _broken(run: Run, options: ReportOptions) -> Iterator[str]:
    colon = options.choose("：", ": ")
    for file in run.files:
        if file.error:
            yield escape(f"{file.path}{colon}{file.error.render(options.language)}")
        for failure in file.failures:
            yield escape(f"{file.path}{colon}{failure.check} {failure.error.render(options.language)}")
    for problem in run.problems:
        yield escape(problem.render(options.language))


def _file(file: FileResult, options: ReportOptions) -> Iterator[Line]:
    listed, dropped = select(file, options)
    yield ((f"### {escape(file.path)}", ""),)
    yield ()
    by_paragraph = file.document is not None and file.document.unit != "line"
    place = options.choose("段:字", "paragraph:character") if by_paragraph else options.choose("行:列", "line:column")
    head = (
        place,
        *(options.choose(*words) for words in (("级别", "severity"), ("说明", "message"), ("检查项", "check"))),
    )
    yield ((f"| {' | '.join(head)} |", ""),)
    yield (("| --- | --- | --- | --- |", ""),)
    for diagnostic in listed:
        word = severity_word(diagnostic.severity, options)
        cells = (_place(diagnostic.location), word, _words(file, diagnostic, options), escape(diagnostic.check))
        yield ((f"| {' | '.join(cells)} |", ""),)
    yield ()
    for check, rest in dropped.items():
        yield ((f"- {escape(check)} {escape(remainder(rest, options))}", ""),)
    if dropped:
        yield ()


def _words(file: FileResult, diagnostic: Diagnostic, options: ReportOptions) -> str:
    """All that is said of a finding, in one cell."""
    text, words = diagnostic.location.text, diagnostic.message.render(options.language)
    # Most messages quote what they are about; the others need it to be found, unless it is the whole draft.
    quote = "" if not text or text in words or diagnostic.scope == "document" else f"{_quote(text)} "
    return "<br>".join(map(escape, [f"{quote}{words}", *_notes(file, diagnostic, options)]))


def _notes(file: FileResult, diagnostic: Diagnostic, options: ReportOptions) -> Iterator[str]:
    """Where to look in a word processor, other places, and what to do or why nothing need be done."""
    if file.document and file.document.unit != "line":
        heading = whereabouts(file.document, diagnostic.location.span.start).heading
        if heading and heading not in diagnostic.location.text:
            yield options.choose(f"位于{_quote(heading)}之下", f"Under {_quote(heading)}")
    if diagnostic.count > 1:
        yield _group(diagnostic, options)
    else:
        yield from _related(diagnostic.related, options)
    if diagnostic.suppressed is not None:
        yield options.choose(f"已忽略：{diagnostic.suppressed}", f"Ignored: {diagnostic.suppressed}")
    elif diagnostic.suggestion:
        yield _remedy(diagnostic.suggestion, options)


def _group(diagnostic: Diagnostic, options: ReportOptions) -> str:
    places = " ".join(map(_place, [diagnostic.location, *diagnostic.related][:PLACES]))
    if diagnostic.count > PLACES:
        places += options.choose(f" …等 {diagnostic.count} 处", f" … {diagnostic.count} in all")
    return options.choose("所在位置：", "Places: ") + places


def _related(related: tuple[Location, ...], options: ReportOptions) -> Iterator[str]:
    for location in related[:RELATED]:
        words = location.message.render(options.language) if location.message else ""
        place = f"{_place(location)} {_quote(location.text)}" if location.text else _place(location)
        yield options.choose(f"另见 {place}", f"See {place}") + (options.choose("：", ": ") + words if words else "")
    if len(related) > RELATED:
        yield options.choose(f"等 {len(related)} 处", f"… {len(related)} in all")


def _remedy(suggestion: Suggestion, options: ReportOptions) -> str:
    def edit(old: str, new: str) -> str:
        if not old:
            return options.choose(f"插入{_quote(new)}", f"insert {_quote(new)}")
        if not new:
            return options.choose(f"删去{_quote(old)}", f"delete {_quote(old)}")
        return options.choose(f"把{_quote(old)}改为{_quote(new)}", f"change {_quote(old)} to {_quote(new)}")

    edits = [edit(location.text, text) for location, text in suggestion.edits[:EDITS]]
    if len(suggestion.edits) > EDITS:
        edits.append(options.choose(f"等 {len(suggestion.edits)} 处", f"… {len(suggestion.edits)} in all"))
    return options.choose("建议：", "Fix: ") + options.choose("；", "; ").join(edits)


def _quote(text: str) -> str:
    return f"“{shorten(showable(text), QUOTE)}”"


def _place(location: Location) -> str:
    return f"{location.start.line}:{location.start.column}"

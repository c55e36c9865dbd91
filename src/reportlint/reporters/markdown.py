"""A report in Markdown, to paste into a merge request or a message; nothing of a draft becomes mark-up in it."""

from __future__ import annotations

from reportlint.reporters.selection import remainder, select
from reportlint.reporters.summary import severity_word, summary
from reportlint.text import Pattern
from reportlint.text.width import shorten, showable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlint.diagnostic import Diagnostic, Suggestion
    from reportlint.reporting import Line, ReportOptions
    from reportlint.result import FileResult, Run

QUOTE = 40
_EDITS = 3
_MARKS = Pattern(r"([\\`*_\[\]<>#|~&!$@%^={}:]|^(?:\d{1,9}(?=[.)])|[-+]))")
"""What may be mark-up, here or in the dialects of GitHub and GitLab (also names of people, issues, labels, emoji)."""

_NUMBER = Pattern(r"^\\(\d+)([.)])")

_LINKED = Pattern(r"(?i)(https?|ftp|mailto|www)(?=[\\:.])")
"""What GitHub and GitLab make a link of without any mark."""


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
    """Words that stay as they are in Markdown, in one line."""
    plain = _MARKS.compiled.sub(r"\\\1", showable(words).replace("\n", " ").strip())
    plain = _NUMBER.compiled.sub(r"\1\\\2", plain)  # of 1. it is the point that can be escaped
    return _LINKED.compiled.sub(lambda match: f"{match[0][0]}&#{ord(match[0][1])};{match[0][2:]}", plain)


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
        start, word = diagnostic.location.start, severity_word(diagnostic.severity, options)
        cells = (f"{start.line}:{start.column}", word, _words(diagnostic, options), escape(diagnostic.check))
        yield ((f"| {' | '.join(cells)} |", ""),)
    yield ()
    for check, rest in dropped.items():
        yield ((f"- {escape(check)} {escape(remainder(rest, options))}", ""),)
    if dropped:
        yield ()


def _words(diagnostic: Diagnostic, options: ReportOptions) -> str:
    quoted = shorten(showable(diagnostic.location.text), QUOTE)
    words = diagnostic.message.render(options.language)
    # Most messages quote what they are about; the others need it to be found.
    quote = "" if not quoted or diagnostic.location.text in words else f"“{quoted}” "
    said = escape(f"{quote}{words}")
    if diagnostic.suppressed is not None:
        said += escape(options.choose(f"（已忽略：{diagnostic.suppressed}）", f" (ignored: {diagnostic.suppressed})"))
    elif diagnostic.suggestion:
        said += "<br>" + escape(_remedy(diagnostic.suggestion, options))
    return said


def _remedy(suggestion: Suggestion, options: ReportOptions) -> str:
    def edit(old: str, new: str) -> str:
        old, new = (f"“{shorten(showable(words), QUOTE)}”" if words else "" for words in (old, new))
        if not old:
            return options.choose(f"插入{new}", f"insert {new}")
        if not new:
            return options.choose(f"删去{old}", f"delete {old}")
        return options.choose(f"把{old}改为{new}", f"change {old} to {new}")

    edits = [edit(location.text, text) for location, text in suggestion.edits[:_EDITS]]
    return options.choose("建议：", "Fix: ") + options.choose("；", "; ").join(edits)

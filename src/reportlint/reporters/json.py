"""JSON, version 1: one object for the whole run, written file by file.

Beside the keys that are always there, a file on which a check broke has `"failures": [{"check", "error"}]`, with
`"plugin"` if it is from one, and a run in which something else failed has `"problems": [message]`. Suppressed findings
are in it, marked. What the severity filter leaves out is in no list and in no count. `characters` counts the code
points of the reading text that are not white space. A finding that stands for several of one kind has `"count"`, how
many, with the other places in `related`; the summary counts each of them. A draft that could not be read has null for
`format`, `encoding` and `characters`.

A draft whose places are paragraphs, such as a Word document, has `"line_unit": "paragraph"`, and each of its findings a
`"context"`: the nearest `heading` before it, the `part` of the file it stands in (body, box, footnote, endnote, header,
footer), and in tables `table`, `row` and `column`, each from 1.
"""

from __future__ import annotations

from reportlint import __version__
from reportlint.check import Severity
from reportlint.facts.whereabouts import whereabouts
from reportlint.reporters.summary import characters
from reportlint.text import Pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from reportlint.diagnostic import Diagnostic, Failure, Location
    from reportlint.document import Document
    from reportlint.reporting import Line, ReportOptions
    from reportlint.result import FileResult, Run

SCHEMA_VERSION = 1
_STEERING = Pattern("[\x7f-\x9f\u2028-\u202e\u2066-\u2069]")


def render(run: Run, options: ReportOptions) -> Iterator[Line]:
    """The object in lines: its head, one line a finding, its summary."""
    yield ((dump(head(run))[:-1] + ', "files": [', ""),)
    for index, file in enumerate(run.files):
        yield from _file(file, options, "," if index < len(run.files) - 1 else "")
    problems = [problem.render(options.language) for problem in run.problems]
    tail = {**({"problems": problems} if problems else {}), "summary": totals(run, options)}
    yield (("], " + dump(tail)[1:], ""),)


def dump(value: object) -> str:
    """A value as one line of JSON that can be encoded as UTF-8: characters stand for themselves.

    Only those are escaped that could steer a terminal or end a line for some readers; a lone surrogate becomes ?.
    """
    from json import dumps  # costs 8 ms, and the other formats do without

    text = dumps(value, ensure_ascii=False).encode("utf-8", "replace").decode("utf-8")
    return _STEERING.compiled.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def head(run: Run) -> dict[str, Any]:
    """What is known before the first file."""
    return {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "reportlint", "version": __version__},
        "column_unit": "code point",
        "checks_run": list(run.checks_run),
    }


def file_head(file: FileResult, options: ReportOptions) -> dict[str, Any]:
    """A file without its findings."""
    document = file.document
    return {
        "path": path_text(file.path),
        "format": document.format if document else None,
        "encoding": document.encoding if document else None,
        "characters": characters(file),
        "error": file.error.render(options.language) if file.error else None,
        **({"line_unit": document.unit} if document and document.unit != "line" else {}),
    }


def context(document: Document, diagnostic: Diagnostic) -> dict[str, Any]:
    """Where a finding is, for people who look for it in a word processor."""
    found = whereabouts(document, diagnostic.location.span.start)
    cell = {"table": found.table, "row": found.row, "column": found.column} if found.table else {}
    return {"heading": found.heading, "part": found.part, **cell}


def finding(diagnostic: Diagnostic, options: ReportOptions, document: Document | None = None) -> dict[str, Any]:
    """One finding, with its context where the places of the document are paragraphs."""
    suggestion = diagnostic.suggestion
    return {
        "check": diagnostic.check,
        "severity": diagnostic.severity.label,
        "confidence": diagnostic.confidence.label,
        "message": diagnostic.message.render(options.language),
        **_range(diagnostic.location),
        "text": diagnostic.location.text,
        "scope": diagnostic.scope,
        "related": [
            {
                **_range(related),
                "text": related.text,
                "message": related.message.render(options.language) if related.message else "",
            }
            for related in diagnostic.related
        ],
        "fix": {
            "safety": suggestion.safety.label,
            "edits": [{**_range(location), "text": text} for location, text in suggestion.edits],
        }
        if suggestion
        else None,
        **({"count": diagnostic.count} if diagnostic.count > 1 else {}),
        **({"context": context(document, diagnostic)} if document and document.unit != "line" else {}),
        "suppressed": diagnostic.suppressed,
        "fingerprint": diagnostic.fingerprint,
    }


def failed(failure: Failure, options: ReportOptions) -> dict[str, str]:
    """A check that broke; one of a plugin names it."""
    named = {"plugin": failure.plugin} if failure.plugin else {}
    return {"check": failure.check, "error": failure.error.render(options.language), **named}


def totals(run: Run, options: ReportOptions) -> dict[str, int]:
    """How many findings of each severity count and how many are suppressed, a group with all it stands for."""
    counts = {"error": 0, "warning": 0, "info": 0, "suppressed": 0}
    for file in run.files:
        for diagnostic in listed(file, options):
            counts["suppressed" if diagnostic.suppressed is not None else diagnostic.severity.label] += diagnostic.count
    return {**counts, "failed_files": sum(file.error is not None for file in run.files)}


def listed(file: FileResult, options: ReportOptions) -> list[Diagnostic]:
    """The findings that programs get: all, suppressed ones included, at or above the least severity asked for."""
    if options.minimum <= Severity.INFO:
        return list(file.diagnostics)
    return [diagnostic for diagnostic in file.diagnostics if diagnostic.severity >= options.minimum]


def path_text(path: str) -> str:
    r"""A path as text; bytes of a name that are no text are written \udcXX, so that two such names stay different."""
    return path.encode("utf-8", "backslashreplace").decode("utf-8")


def _file(file: FileResult, options: ReportOptions, comma: str) -> Iterator[Line]:
    yield ((dump(file_head(file, options))[:-1] + ', "findings": [', ""),)
    diagnostics = listed(file, options)
    for index, diagnostic in enumerate(diagnostics):
        yield ((dump(finding(diagnostic, options, file.document)) + ("," if index < len(diagnostics) - 1 else ""), ""),)
    failures = [failed(failure, options) for failure in file.failures]
    yield (("]" + (', "failures": ' + dump(failures) if failures else "") + "}" + comma, ""),)


def _range(location: Location) -> dict[str, int]:
    return {
        "line": location.start.line,
        "column": location.start.column,
        "end_line": location.end.line,
        "end_column": location.end.column,
    }

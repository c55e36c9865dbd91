"""reviewdog's diagnostic format, one object: columns are bytes of UTF-8 in their line, from 1, and ends are exclusive.

Where the words of a draft must not be shown, lines are told without columns. Failures that belong to no file are left
out, for reviewdog wants a path; the exit code and the error stream tell them.
"""

from __future__ import annotations

from itertools import accumulate

from reportlint.check import Safety
from reportlint.document import Place
from reportlint.reporters.addresses import HOME, by_severity, relative_path
from reportlint.reporters.json import dump, path_text
from reportlint.text.width import showable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from reportlint.check import Text
    from reportlint.diagnostic import Diagnostic, Location
    from reportlint.document import Document
    from reportlint.reporting import Line, ReportOptions
    from reportlint.result import FileResult, Run

_STRETCH = 256
"""Code points after which bytes are not counted anew."""


def render(run: Run, options: ReportOptions) -> Iterator[Line]:
    """The object, one diagnostic a line; what could not be checked is an error without a place."""
    found = [*_broken(run, options), *_found(run, options)]
    yield ((f'{{"source": {{"name": "reportlint", "url": "{HOME}"}}, "diagnostics": [', ""),)
    for number, diagnostic in enumerate(found, 1):
        yield ((dump(diagnostic) + ("," if number < len(found) else ""), ""),)
    yield (("]}", ""),)


def _broken(run: Run, options: ReportOptions) -> Iterator[dict[str, Any]]:
    """Drafts that could not be read, and checks that broke on one."""

    def error(words: Text, path: str, check: str = "") -> dict[str, Any]:
        message = showable(words.render(options.language))
        code = {"code": {"value": check}} if check else {}
        return {"message": message, "location": {"path": path}, "severity": "ERROR", **code}

    for file in run.files:
        path = path_text(relative_path(file.path))
        if file.error:
            yield error(file.error, path)
        for failure in file.failures:
            yield error(failure.error, path, failure.check)


def _found(run: Run, options: ReportOptions) -> Iterator[dict[str, Any]]:
    for file in run.files:
        draft = _Draft(file)
        for diagnostic in file.diagnostics:
            if options.lists(diagnostic):
                yield _diagnostic(draft, diagnostic, options)


class _Draft:
    """A draft as reviewdog sees it: its path, and its lines in bytes."""

    def __init__(self, file: FileResult) -> None:
        self.path = path_text(relative_path(file.path))
        self._document = file.document
        self._lines: dict[int, tuple[str, list[int]]] = {}

    def location(self, location: Location) -> dict[str, Any]:
        """Path and range of a place."""
        return {"path": self.path, "range": self.range(location)}

    def range(self, location: Location) -> dict[str, Any]:
        """Where a place is, in bytes; in whole lines where they cannot be counted."""
        start, end = self._column(location.start), self._column(location.end)
        if not start or not end:
            return {"start": {"line": location.start.line}, "end": {"line": location.end.line}}
        return {
            "start": {"line": location.start.line, "column": start},
            "end": {"line": location.end.line, "column": end},
        }

    def fits(self, location: Location) -> bool:
        """Whether the bytes counted here are those of the file, so that reviewdog can put words there.

        They are not in Word documents and in other encodings; and a byte order mark, of which a document knows nothing,
        would move those of the first line.
        """
        document = self._document
        return _is_utf8(document) and location.start.line > 1

    def _column(self, place: Place) -> int:
        """Bytes before a place in its line, and one; 0 where they cannot be counted."""
        if self._document is None:
            return 0
        if place.line not in self._lines:
            line = self._document.origin.excerpt(place)
            stretches = (line[start : start + _STRETCH] for start in range(0, len(line), _STRETCH))
            self._lines[place.line] = line, [0, *accumulate(map(_bytes, stretches))]
        line, sums = self._lines[place.line]
        before = place.column - 1
        if before > len(line):
            return 0
        whole = before // _STRETCH
        return sums[whole] + _bytes(line[whole * _STRETCH : before]) + 1


def _bytes(words: str) -> int:
    return len(words.encode("utf-8", "surrogatepass"))


def _is_utf8(document: Document | None) -> bool:
    return document is not None and document.unit == "line" and document.encoding == "utf-8"


def _diagnostic(draft: _Draft, diagnostic: Diagnostic, options: ReportOptions) -> dict[str, Any]:
    suggestions = _suggestions(draft, diagnostic)
    related = [
        {
            "message": showable(location.message.render(options.language)) if location.message else "",
            "location": draft.location(location),
        }
        for location in diagnostic.related
    ]
    return {
        "message": showable(diagnostic.message.render(options.language)),
        "location": draft.location(diagnostic.location),
        "severity": by_severity(diagnostic.severity, "ERROR", "WARNING", "INFO"),
        "code": {"value": diagnostic.check},
        **({"suggestions": suggestions} if suggestions else {}),
        **({"related_locations": related} if related else {}),
    }


def _suggestions(draft: _Draft, diagnostic: Diagnostic) -> list[dict[str, Any]]:
    """Each suggestion of reviewdog is one replacement: a fix of several would be torn apart, and is left out."""
    suggestion = diagnostic.suggestion
    if suggestion is None or suggestion.safety == Safety.SHOWN or len(suggestion.edits) != 1:
        return []
    return [{"range": draft.range(place), "text": text} for place, text in suggestion.edits if draft.fits(place)]

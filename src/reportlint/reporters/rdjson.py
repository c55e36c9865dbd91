"""reviewdog's diagnostic format, one object: columns are bytes of UTF-8 in their line, from 1."""

from __future__ import annotations

from reportlint.check import Safety
from reportlint.reporters.addresses import HOME, by_severity, relative_path
from reportlint.reporters.json import dump, path_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from reportlint.diagnostic import Diagnostic, Location
    from reportlint.document import Place
    from reportlint.reporting import Line, ReportOptions
    from reportlint.result import FileResult, Run


def render(run: Run, options: ReportOptions) -> Iterator[Line]:
    """The object, one diagnostic a line; what could not be checked is an error without a place."""
    found = [*_broken(run, options), *_found(run, options)]
    yield ((f'{{"source": {{"name": "reportlint", "url": "{HOME}"}}, "diagnostics": [', ""),)
    for number, diagnostic in enumerate(found, 1):
        yield ((dump(diagnostic) + ("," if number < len(found) else ""), ""),)
    yield (("]}", ""),)


def _broken(run: Run, options: ReportOptions) -> Iterator[dict[str, Any]]:
    for file in run.files:
        texts = [file.error] if file.error else []
        for text in [*texts, *(failure.error for failure in file.failures)]:
            location = {"path": path_text(relative_path(file.path))}
            yield {"message": text.render(options.language), "location": location, "severity": "ERROR"}


def _found(run: Run, options: ReportOptions) -> Iterator[dict[str, Any]]:
    for file in run.files:
        for diagnostic in file.diagnostics:
            if options.lists(diagnostic):
                yield _diagnostic(file, diagnostic, options)


def _diagnostic(file: FileResult, diagnostic: Diagnostic, options: ReportOptions) -> dict[str, Any]:
    suggestion = diagnostic.suggestion
    # Each suggestion of reviewdog is one replacement; a fix of several would be torn apart.
    single = suggestion is not None and suggestion.safety != Safety.SHOWN and len(suggestion.edits) == 1
    suggestions = (
        [{"range": _range(file, place), "text": text} for place, text in suggestion.edits]
        if single and suggestion
        else []
    )
    related = [
        {
            "message": location.message.render(options.language) if location.message else "",
            "location": _location(file, location),
        }
        for location in diagnostic.related
    ]
    return {
        "message": diagnostic.message.render(options.language),
        "location": _location(file, diagnostic.location),
        "severity": by_severity(diagnostic.severity, "ERROR", "WARNING", "INFO"),
        "code": {"value": diagnostic.check},
        **({"suggestions": suggestions} if suggestions else {}),
        **({"related_locations": related} if related else {}),
    }


def _location(file: FileResult, location: Location) -> dict[str, Any]:
    return {"path": path_text(relative_path(file.path)), "range": _range(file, location)}


def _range(file: FileResult, location: Location) -> dict[str, Any]:
    return {"start": _position(file, location.start), "end": _position(file, location.end)}


def _position(file: FileResult, place: Place) -> dict[str, int]:
    line = file.document.origin.excerpt(place) if file.document else ""
    if not line and place.column > 1:
        return {"line": place.line}  # a draft that must not be quoted cannot be counted either
    head = line[: place.column - 1]
    return {"line": place.line, "column": len(head.encode("utf-8", "surrogatepass")) + 1}

"""SARIF 2.1.0 (OASIS), for code scanning and editors: one log with one run.

Columns count code points (`columnKind`). A line of a Word document is a paragraph; the heading it stands under is a
logical location. Suppressed findings are in it, marked. A group is one result with its other places related to it.

What a rule's own level is, or how sure it is, is not known here: it is told of each result.
"""

from __future__ import annotations

from reportlint import __version__
from reportlint.check import Safety
from reportlint.document import Document, fact
from reportlint.engine.suppress import BY_DIRECTIVE
from reportlint.facts.whereabouts import whereabouts
from reportlint.reporters.addresses import HOME, by_severity, uri
from reportlint.reporters.json import dump, listed
from reportlint.text.spanindex import SpanIndex
from reportlint.text.width import showable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from reportlint.check import Text
    from reportlint.diagnostic import Diagnostic, Location
    from reportlint.reporting import Line, ReportOptions
    from reportlint.result import FileResult, Run
    from reportlint.text import Span

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_ROOT = "%SRCROOT%"
_RANKS = {"high": 90.0, "medium": 60.0, "low": 30.0}
"""How sure a finding is, as SARIF wants it: 0 to 100 (3.27.25)."""


def render(run: Run, options: ReportOptions) -> Iterator[Line]:
    """The log in lines: its head with the rules, one line a result, its tail."""
    found = {id_ for file in run.files for d in listed(file, options) for id_ in [d.check]}
    ids = sorted({*run.checks_run, *found})
    index = {id_: number for number, id_ in enumerate(ids)}
    driver = {
        "name": "reportlint",
        "version": __version__,
        "semanticVersion": __version__,
        "informationUri": HOME,
        "rules": [_rule(id_, run, options) for id_ in ids],
    }
    head = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "language": _language(options)}
    yield ((f'{{"$schema": "{SCHEMA}", "version": "2.1.0", "runs": [{dump(head)[:-1]}, "results": [', ""),)
    results = [(file, diagnostic) for file in run.files for diagnostic in listed(file, options)]
    for number, (file, diagnostic) in enumerate(results, 1):
        comma = "," if number < len(results) else ""
        yield ((dump(_result(file, diagnostic, index, options)) + comma, ""),)
    artifacts = [{"location": _artifact(file)} for file in run.files]
    tail = {"artifacts": artifacts, "invocations": [_invocation(run, options)]}
    yield (("], " + dump(tail)[1:] + "]}", ""),)


def _language(options: ReportOptions) -> str:
    return options.choose("zh-CN", "en-US")


def _message(words: str, instead: str = "") -> dict[str, str]:
    """Words for people, in which nothing a draft says is a link.

    Viewers make a link of [words](target) wherever it stands (3.11.6), and most of them know no way to escape it.
    """
    return {"text": showable(words).replace("](", "] (") or instead}


def _rule(id_: str, run: Run, options: ReportOptions) -> dict[str, Any]:
    """What GitHub demands of a rule: both descriptions and help must be there and not be empty."""
    title = run.titles[id_].render(options.language) if id_ in run.titles else id_
    explained = options.choose(f"要看理由、反例和正例：reportlint explain {id_}", f"See: reportlint explain {id_}")
    return {
        "id": id_,
        "name": "".join(part.capitalize() for part in id_.replace(".", "-").split("-")),
        "shortDescription": _message(title, id_),
        "fullDescription": _message(title, id_),
        "help": {"text": explained} if id_ in run.checks_run else _message(title, id_),
        "properties": {"tags": [id_.partition(".")[0]]},
    }


def _result(file: FileResult, diagnostic: Diagnostic, index: dict[str, int], options: ReportOptions) -> dict[str, Any]:
    related = [_location(file, other, options, number) for number, other in enumerate(diagnostic.related, 1)]
    fix = _fix(file, diagnostic, options)
    return {
        "ruleId": diagnostic.check,
        "ruleIndex": index[diagnostic.check],
        "level": by_severity(diagnostic.severity, "error", "warning", "note"),
        "message": _message(diagnostic.message.render(options.language), diagnostic.check),
        "locations": [{**_location(file, diagnostic.location, options), **_logical(file, diagnostic)}],
        **({"relatedLocations": related} if related else {}),
        **({"occurrenceCount": diagnostic.count} if diagnostic.count > 1 else {}),
        **({"fixes": [fix]} if fix else {}),
        **({"suppressions": [_suppression(file, diagnostic)]} if diagnostic.suppressed is not None else {}),
        "partialFingerprints": {"reportlint/v1": diagnostic.fingerprint},
        "rank": _RANKS[diagnostic.confidence.label],
        "properties": {"confidence": diagnostic.confidence.label},
    }


def _suppression(file: FileResult, diagnostic: Diagnostic) -> dict[str, str]:
    """Who left a finding alone, a comment in the draft or the configuration, and why."""
    reason = diagnostic.suppressed or ""
    inside = file.document is not None and _asked_inside(file.document, reason, diagnostic.location.span)
    words = {"justification": showable(reason)} if reason else {}
    return {"kind": "inSource" if inside else "external", "status": "accepted", **words}


def _asked_inside(document: Document, reason: str, span: Span) -> bool:
    """Whether a comment in the draft gives this reason here."""
    scopes = _scopes(document).get(reason)
    return reason == BY_DIRECTIVE or (scopes is not None and any(scopes.touching(span)))


@fact
def _scopes(document: Document) -> dict[str, SpanIndex]:
    """Where the comments of the draft ask to leave findings alone, by their reasons."""
    by_reason: dict[str, list[Span]] = {}
    for directive in document.directives:
        by_reason.setdefault(directive.reason, []).append(directive.scope)
    return {reason: SpanIndex(scopes) for reason, scopes in by_reason.items()}


def _location(file: FileResult, location: Location, options: ReportOptions, id_: int = 0) -> dict[str, Any]:
    region: dict[str, Any] = _region(location)
    if location.text:
        region["snippet"] = {"text": location.text}
    physical = {"artifactLocation": _artifact(file), "region": region}
    words = location.message.render(options.language) if location.message else ""
    return {
        **({"id": id_} if id_ else {}),
        "physicalLocation": physical,
        **({"message": _message(words)} if words else {}),
    }


def _logical(file: FileResult, diagnostic: Diagnostic) -> dict[str, Any]:
    if file.document is None or file.document.unit == "line":
        return {}
    heading = whereabouts(file.document, diagnostic.location.span.start).heading
    return {"logicalLocations": [{"name": showable(heading), "kind": "section"}]} if heading else {}


def _region(location: Location) -> dict[str, Any]:
    return {
        "startLine": location.start.line,
        "startColumn": location.start.column,
        "endLine": location.end.line,
        "endColumn": location.end.column,
    }


def _fix(file: FileResult, diagnostic: Diagnostic, options: ReportOptions) -> dict[str, Any] | None:
    """A fix that can be written; those only to be shown are in no state to be applied by a program."""
    suggestion = diagnostic.suggestion
    if suggestion is None or suggestion.safety == Safety.SHOWN or (file.document and file.document.unit != "line"):
        return None
    replacements = [
        {"deletedRegion": _region(location), "insertedContent": {"text": text}} for location, text in suggestion.edits
    ]
    return {
        "description": {"text": options.choose("按建议修改", "apply the suggestion")},
        "artifactChanges": [{"artifactLocation": _artifact(file), "replacements": replacements}],
    }


def _artifact(file: FileResult) -> dict[str, str]:
    address = uri(file.path)
    return {"uri": address} if address.startswith("file:") else {"uri": address, "uriBaseId": _ROOT}


def _invocation(run: Run, options: ReportOptions) -> dict[str, Any]:
    def notified(words: Text, file: FileResult | None = None) -> dict[str, Any]:
        place = {"locations": [{"physicalLocation": {"artifactLocation": _artifact(file)}}]} if file else {}
        return {"level": "error", "message": _message(words.render(options.language), "?"), **place}

    notes = [notified(file.error, file) for file in run.files if file.error]
    notes += [
        {**notified(failure.error, file), "associatedRule": {"id": failure.check}}
        for file in run.files
        for failure in file.failures
    ]
    notes += [notified(problem) for problem in run.problems]
    return {
        "executionSuccessful": not run.incomplete,
        **({"toolExecutionNotifications": notes} if notes else {}),
    }

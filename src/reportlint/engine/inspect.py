"""The loop over checks. A check that raises costs its own findings and nobody else's."""

from __future__ import annotations

from functools import partial

from reportlint.diagnostic import Diagnostic, Failure
from reportlint.engine.ask import ask
from reportlint.limits import Limits
from reportlint.text.frozen import frozen
from reportlint.trouble import Broken, attempt, told

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from reportlint.check import Check, Severity
    from reportlint.document import Document

    Step = Callable[[Document, list[Diagnostic]], list[Diagnostic]]


@frozen
class Inspection:
    """What the checks said about one document, in reading order."""

    diagnostics: tuple[Diagnostic, ...]
    failures: tuple[Failure, ...]


@frozen
class Foreign:
    """Which checks are not ours, and what each may use on one draft.

    Attributes:
        plugins: name and version of the plugin, by id of the check.
        limits: of a check on a draft of ordinary length.
    """

    plugins: Mapping[str, str]
    limits: Limits = Limits()


def inspect(
    document: Document,
    checks: Iterable[tuple[str, Check]],
    steps: Iterable[Step] = (),
    severities: Mapping[str, Severity] | None = None,
    foreign: Foreign | None = None,
) -> Inspection:
    """Run checks (id, instance) over a document, then the steps in order.

    Args:
        document: the draft.
        checks: in any order; the result does not depend on it.
        steps: pure functions over the list of diagnostics: suppress, group…
        severities: by check id, instead of the check's own.
        foreign: the checks of plugins; they come last and have limits.
    """
    found: list[Diagnostic] = []
    failures: list[Failure] = []
    plugins = foreign.plugins if foreign else {}
    limits = foreign.limits.of(len(document.text)) if foreign else None
    for id_, check in sorted(checks, key=lambda entry: entry[0] in plugins) if plugins else checks:
        asked = partial(ask, document, id_, check, (severities or {}).get(id_))
        if limits and id_ in plugins:
            result = attempt(asked, limits, f"{id_} ({plugins[id_]})")
            if isinstance(result, Broken):
                failures.append(Failure(id_, result.why, plugins[id_]))
            else:
                found += result
            continue
        try:
            found += asked()
        except Exception as error:  # noqa: BLE001 - whatever a check raises must not stop the others
            failures.append(Failure(id_, told(error)))
    found = order(_distinct(found))
    for step in steps:
        found = step(document, found)
    return Inspection(tuple(order(found)), tuple(failures))


def order(found: list[Diagnostic]) -> list[Diagnostic]:
    """Reading order; at one place the graver first, then by id, then by words."""
    return sorted(found, key=_reading_order)


def _reading_order(diagnostic: Diagnostic) -> tuple[int | str, ...]:
    start, end = diagnostic.location.start, diagnostic.location.end
    return start.line, start.column, end.line, end.column, -diagnostic.severity, diagnostic.check, diagnostic.message.zh


def _distinct(found: list[Diagnostic]) -> list[Diagnostic]:
    """The same check saying the same words of the same place twice has said it once."""
    return list({(d.check, d.location.span, d.message.zh): d for d in found}.values())

"""What the writer asked to leave alone: comments in the draft, and entries in the configuration.

Suppressed findings stay in the list, marked with the reason. Requests that do nothing are reported, so that none
outlives its fault.
"""

from __future__ import annotations

from reportlint.check import Confidence, Severity, Text
from reportlint.diagnostic import Diagnostic, Location
from reportlint.engine.names import ANY
from reportlint.text import Span
from reportlint.text.frozen import frozen, replace
from reportlint.text.spanindex import SpanIndex

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from reportlint.document import Directive, Document
    from reportlint.engine.names import CheckNames

UNUSED = "suppression.unused"
INVALID = "suppression.invalid"
TITLES = {
    UNUSED: Text("忽略标记已无用处", "Ignore comment without use"),
    INVALID: Text("忽略标记写法有误", "Ignore comment that cannot be understood"),
}
"""Titles of the tool's own ids."""

BY_DIRECTIVE = "文中注明忽略"
BY_ALLOW = "配置中允许"

_PROBLEMS = {
    "verb": Text(
        "忽略标记里的指令看不懂，不起作用；请用 ignore（一段）或 ignore-file（全文）",
        "This comment asks for something unknown and does nothing; use ignore (a paragraph) or ignore-file",
    ),
    "checks": Text(
        "忽略标记没有写明忽略哪项检查，不起作用；请写明，如 ignore placeholder.mask 理由",
        "This ignore comment names no check and does nothing; name one, as in: ignore placeholder.mask reason",
    ),
}
_UNREADABLE = Text(
    "忽略标记的写法看不懂，不起作用；请写成 ignore placeholder.mask 理由 这样的形式",
    "This ignore comment cannot be understood and does nothing; write it as: ignore placeholder.mask reason",
)


@frozen
class AllowEntry:
    """Leave findings alone that are about a certain wording.

    Attributes:
        check: id, former id or family; `*` for all.
        text: the wording, as in the reading text. A finding inside it, or that holds it, is allowed.
        reason: the user's words, may be empty.
        file: only in files whose path, or the end of it from some folder on, matches this pattern; empty: in all.
    """

    check: str
    text: str
    reason: str = ""
    file: str = ""


def by_directives(document: Document, found: list[Diagnostic], names: CheckNames) -> list[Diagnostic]:
    """Mark what the draft's own comments ask to leave alone, and report comments that do nothing.

    A check that did not run leaves its comments undecided: they are not called unused.
    """
    if not document.directives:
        return found
    reasons: dict[tuple[str, Span], str] = {}
    for directive in document.directives:
        for name in _working(document, directive, names):
            reasons[name, directive.scope] = reasons.get((name, directive.scope)) or directive.reason
    scopes: dict[str, list[Span]] = {}
    for name, scope in reasons:
        scopes.setdefault(name, []).append(scope)
    indexes = {name: SpanIndex(spans) for name, spans in scopes.items()}
    used: set[tuple[str, Span]] = set()
    out: list[Diagnostic] = []
    for diagnostic in found:
        requests = [
            (name, scope)
            for name in (diagnostic.check, diagnostic.family)
            if name in indexes
            for scope in indexes[name].touching(diagnostic.location.span)
        ]
        used.update(requests)
        if requests and diagnostic.suppressed is None:
            reason = next(filter(None, (reasons[request] for request in requests)), BY_DIRECTIVE)
            out.append(replace(diagnostic, suppressed=reason))
        else:
            out.append(diagnostic)
    for directive in document.directives:
        out += _about(document, directive, names, used)
    return out


def by_allow(
    document: Document, found: list[Diagnostic], entries: Sequence[AllowEntry], names: CheckNames
) -> tuple[list[Diagnostic], frozenset[AllowEntry]]:
    """Mark what the configuration allows; also the entries that something matched."""
    present = {ANY, *(d.check for d in found), *(d.family for d in found)}
    by_name: dict[str, list[AllowEntry]] = {}
    for entry in entries:
        name = names.resolve(entry.check)
        if name in present and entry.text and applies(entry, document.path):
            by_name.setdefault(name, []).append(entry)
    if not by_name:
        return found, frozenset()
    used: set[AllowEntry] = set()
    out: list[Diagnostic] = []
    for diagnostic in found:
        matching = [
            entry
            for name in (diagnostic.check, diagnostic.family, ANY)
            for entry in by_name.get(name, ())
            if diagnostic.suppressed is None and _quotes(document.text, diagnostic.location.span, entry.text)
        ]
        used.update(matching)
        out.append(replace(diagnostic, suppressed=matching[0].reason or BY_ALLOW) if matching else diagnostic)
    return out, frozenset(used)


def unused_entries(
    entries: Iterable[AllowEntry], used: Collection[AllowEntry], paths: Collection[str], names: CheckNames
) -> list[AllowEntry]:
    """Entries nothing needed, although their checks ran on at least one of the files (`paths`) they are about."""
    return [
        entry
        for entry in entries
        if entry not in used and names.all_ran(entry.check) and any(applies(entry, path) for path in paths)
    ]


def applies(entry: AllowEntry, path: str) -> bool:
    """Whether an entry is about the file at `path`; `*` in its pattern also stands for folders."""
    if not entry.file:
        return True
    from fnmatch import fnmatchcase

    path, pattern = path.replace("\\", "/"), entry.file.replace("\\", "/")
    return fnmatchcase(path, pattern) or fnmatchcase(path, f"*/{pattern}")


def _quotes(text: str, span: Span, wording: str) -> bool:
    """Whether the wording stands in `text` so that it covers the span, or the span covers it.

    Only the neighbourhood in which it could stand is searched, so the cost does not grow with the draft.
    """
    if len(wording) <= len(span):
        return text.find(wording, span.start, span.end) >= 0
    return text.find(wording, max(0, span.end - len(wording)), span.start + len(wording)) >= 0


def _working(document: Document, directive: Directive, names: CheckNames) -> list[str]:
    """The ids and families a directive really asks for."""
    # With nothing after it, a comment is about an empty place, where findings about the end of the draft may stand.
    nowhere = not len(directive.scope) and bool(document.text)
    if directive.problem or nowhere:
        return []
    return [resolved for name in directive.checks if (resolved := names.resolve(name)) not in {None, ANY}]


def _about(
    document: Document, directive: Directive, names: CheckNames, used: set[tuple[str, Span]]
) -> list[Diagnostic]:
    """What is wrong with a directive itself."""
    if directive.problem:
        return [_own(document, directive, INVALID, _PROBLEMS.get(directive.problem, _UNREADABLE))]
    out: list[Diagnostic] = []
    unused: list[str] = []
    for name in dict.fromkeys(directive.checks):
        resolved = names.resolve(name)
        if resolved is None and names.may_be_missing(name):
            continue
        if resolved is None:
            out.append(_own(document, directive, INVALID, _unknown(name, names.nearest(name))))
        elif (resolved, directive.scope) not in used and names.all_ran(name):
            unused.append(name)
    if unused:
        message = Text(
            f"这里没有{'、'.join(unused)}要提示的问题，忽略标记已无用处；请删去",
            f"Nothing here is found by {', '.join(unused)}, so this ignore comment has no use; remove it",
        )
        out.append(_own(document, directive, UNUSED, message))
    return out


def _unknown(name: str, nearest: str | None) -> Text:
    short = name if len(name) <= 40 else f"{name[:39]}…"  # noqa: PLR2004 - as much of a quotation as is readable
    return Text(
        f"忽略标记写了不存在的检查“{short}”，不起作用；" + (f"是否应为 {nearest}？" if nearest else "请改正或删去"),
        f"There is no check “{short}”, so ignoring it does nothing; "
        + (f"did you mean {nearest}?" if nearest else "correct or remove it"),
    )


def _own(document: Document, directive: Directive, id_: str, message: Text) -> Diagnostic:
    """A finding about the comment, which stands in the file but not in the reading text."""
    source, place = directive.source, document.origin.place
    location = Location(
        Span(directive.scope.start, directive.scope.start),
        place(source.start),
        place(source.end),
        document.source[source.start : source.end],
    )
    return Diagnostic(id_, Severity.WARNING, Confidence.HIGH, message, location)

"""A run without a word of its drafts: for logs that others read."""

from __future__ import annotations

from reportlint.check import Fix, Text
from reportlint.declared import NOTHING_DECLARED
from reportlint.engine.baseline import BASELINE
from reportlint.engine.suppress import BY_ALLOW, BY_DIRECTIVE
from reportlint.readers import BINARY, FORMATS, format_of
from reportlint.text import Pattern
from reportlint.text.frozen import replace
from reportlint.trouble import told

TYPE_CHECKING = False
if TYPE_CHECKING:
    from re import Match

    from reportlint.diagnostic import Diagnostic, Failure, Location
    from reportlint.document import Document, Origin, Place
    from reportlint.result import FileResult, Run

__all__ = ["redacted", "unquoted", "unquoted_error"]

_BLACKENED = "■"
_VISIBLE = Pattern(r"\S")
_QUOTED = Pattern("“.*”|\".*\"|'.*'|‘.*’|「.*」|《.*》")
_RAISED = Pattern(r"(?:^|(?<=：)|(?<=: ))([A-Z_]\w*): .*?(\s\([^()\s]{1,80}:\d{1,9}\))?$")
_FAILED = Pattern(r"^([^\W\d]\w*): .*?(\s\([^()\s]{1,80}:\d{1,9}\))?$")
"""How an exception is told: its kind, its words, and the line it comes from (see `trouble.told`)."""

_OWN_REASONS = frozenset({BY_ALLOW, BY_DIRECTIVE, BASELINE})
_REASON = "理由已隐去"
_OTHER = Text("有问题", "something is wrong")
_UNREAD = Text("无法读取（原因可能引用草稿，已隐去）", "cannot be read (why is left out: it may quote the draft)")


def redacted(run: Run) -> Run:
    """The same run with nothing in it that the drafts say: titles of checks instead of messages, and no texts.

    Paths, places, ids, counts and fingerprints stay, and so does the length of each draft. What is said of broken
    checks and plugins loses what it quotes.
    """
    return replace(
        run,
        files=tuple(_file(file, run.titles) for file in run.files),
        problems=tuple(map(unquoted, run.problems)),
        notes=tuple(map(unquoted, run.notes)),
    )


class _Places:
    """Knows the places of a draft, and shows nothing of it."""

    __slots__ = ("_origin", "unit", "writable")

    def __init__(self, origin: Origin) -> None:
        self._origin = origin
        self.unit = str(getattr(origin, "unit", "line"))
        self.writable = False

    def place(self, offset: int) -> Place:
        return self._origin.place(offset)

    def excerpt(self, place: Place) -> str:  # noqa: ARG002 - as every origin has it
        return ""


def _file(file: FileResult, titles: dict[str, Text]) -> FileResult:
    own = format_of(file.path) in {"", *FORMATS, *BINARY}
    return replace(
        file,
        document=_document(file.document) if file.document else None,
        diagnostics=tuple(_diagnostic(diagnostic, titles) for diagnostic in file.diagnostics),
        failures=tuple(map(_failure, file.failures)),
        # The reader of a plugin may say anything.
        error=(unquoted(file.error) if own else _UNREAD) if file.error else None,
    )


def _document(document: Document) -> Document:
    """A draft of the same length that says nothing; white space stays, for it is no part of that length."""
    return replace(
        document,
        source=_blackened(document.source),
        text=_blackened(document.text),
        blocks=tuple(
            replace(block, kind="paragraph", level=0) if block.kind == "heading" else block for block in document.blocks
        ),
        origin=_Places(document.origin),
        directives=(),
        declared=NOTHING_DECLARED,
    )


def _blackened(text: str) -> str:
    return _VISIBLE.compiled.sub(_BLACKENED, text)


def _diagnostic(diagnostic: Diagnostic, titles: dict[str, Text]) -> Diagnostic:
    title = titles.get(diagnostic.check, _OTHER)
    count = diagnostic.count
    if count > 1:
        title = Text(f"{title.zh}（全文共 {count} 处）", f"{title.render('en')} ({count} places in all)")
    reason = diagnostic.suppressed
    return replace(
        diagnostic,
        message=title,
        location=_location(diagnostic.location),
        related=tuple(map(_location, diagnostic.related)),
        # That there is one may be counted; its edits hold words.
        fix=Fix((), diagnostic.fix.safety) if diagnostic.fix else None,
        suggestion=None,
        group="",
        suppressed=reason if reason is None or reason in _OWN_REASONS else _REASON,
    )


def _location(location: Location) -> Location:
    return replace(location, text="", message=None)


def unquoted(text: Text) -> Text:
    """Words without what stands in them in quotation marks, and without the words of an exception."""
    return Text(_cut(text.zh), _cut(text.en))


def unquoted_error(error: Exception) -> RuntimeError:
    """An exception that says of another only its kind and where it was raised."""
    return RuntimeError(_FAILED.compiled.sub(_kind_and_line, told(error).zh))


def _failure(failure: Failure) -> Failure:
    # An exception and nothing else: also one whose name begins with a small letter.
    zh, en = (_FAILED.compiled.sub(_kind_and_line, words) for words in (failure.error.zh, failure.error.en))
    return replace(failure, error=unquoted(Text(zh, en)))


def _cut(words: str) -> str:
    words = _RAISED.compiled.sub(_kind_and_line, words)
    return _QUOTED.compiled.sub(lambda match: f"{match[0][0]}…{match[0][-1]}", words)


def _kind_and_line(match: Match[str]) -> str:
    return match[1] + (match[2] or "")

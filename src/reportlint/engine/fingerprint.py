"""What makes a finding the same one after the draft was edited elsewhere.

Only JSON and baselines ask for it, so the default path never imports this module.
"""

from __future__ import annotations

from hashlib import sha256

from reportlint.text.frozen import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reportlint.diagnostic import Diagnostic
    from reportlint.document import Document

CONTEXT = 8
"""How many characters on each side belong to the fingerprint."""

_WINDOW = 4 * CONTEXT
_DIGITS = 16


def fingerprint_step(document: Document, found: list[Diagnostic]) -> list[Diagnostic]:
    """Give every finding its fingerprint; a step for before the baseline and before grouping.

    It is made of the check's id, the quoted text, the neighbouring characters in the same line of the reading text
    and the number among findings alike in all this; for the document as a whole, of the id and the message.
    """
    seen: dict[tuple[str, ...], int] = {}
    out: list[Diagnostic] = []
    for diagnostic in found:
        identity = _identity(document, diagnostic)
        ordinal = seen[identity] = seen.get(identity, -1) + 1
        # No character of a text file is NUL, so no two identities read alike.
        words = "\0".join((*identity, str(ordinal)))
        mark = sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]
        out.append(replace(diagnostic, fingerprint=mark, members=(mark,)))
    return out


def _identity(document: Document, diagnostic: Diagnostic) -> tuple[str, ...]:
    if diagnostic.scope == "document":
        return diagnostic.check, "document", diagnostic.message.zh
    text, span = document.text, diagnostic.location.span
    before = text[max(0, span.start - _WINDOW) : span.start].rpartition("\n")[2]
    after = text[span.end : span.end + _WINDOW].partition("\n")[0]
    return (
        diagnostic.check,
        _collapse(diagnostic.location.text),
        _collapse(before)[-CONTEXT:],
        _collapse(after)[:CONTEXT],
    )


def _collapse(text: str) -> str:
    return " ".join(text.split())

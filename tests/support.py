"""How tests read a draft and run one check over it."""

from __future__ import annotations

import re
from functools import cache

from reportlint.engine import Diagnostic, inspect
from reportlint.host import Registered, load_checks
from reportlint.readers import read


@cache
def registered() -> dict[str, Registered]:
    """All checks by id."""
    return load_checks()


def unmark(marked: str) -> tuple[str, list[tuple[int, int]]]:
    """A text without its ⟦marks⟧, and where they stood (start, end) in it."""
    spans, out, start = [], "", 0
    for part in re.split("([⟦⟧])", marked):
        if part == "⟦":
            start = len(out)
        elif part == "⟧":
            spans.append((start, len(out)))
        else:
            out += part
    return out, spans


def check_text(
    id_: str, source: str, suffix: str = "txt", options: dict[str, object] | None = None
) -> tuple[Diagnostic, ...]:
    """What one check says of a text; a check that breaks fails the test."""
    document = read(f"draft.{suffix}", source.encode())
    inspection = inspect(document, [(id_, registered()[id_].make(options))])
    assert not inspection.failures, inspection.failures
    return inspection.diagnostics

"""How tests read a draft and run one check over it."""

from __future__ import annotations

from functools import cache

from reportlint.engine import Diagnostic, inspect
from reportlint.host import Registered, load_checks
from reportlint.readers import read
from reportlint.tables import unmark

__all__ = ["check_text", "registered", "unmark"]


@cache
def registered() -> dict[str, Registered]:
    """All checks by id."""
    return load_checks()


def check_text(
    id_: str, source: str, suffix: str = "txt", options: dict[str, object] | None = None
) -> tuple[Diagnostic, ...]:
    """What one check says of a text; a check that breaks fails the test."""
    document = read(f"draft.{suffix}", source.encode())
    inspection = inspect(document, [(id_, registered()[id_].make(options))])
    assert not inspection.failures, inspection.failures
    return inspection.diagnostics

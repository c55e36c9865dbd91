"""What is said of a rule that cannot be used, and how words are shown in messages."""

from __future__ import annotations

from reportlint.check import UserError

_LONGEST = 40


class RuleError(UserError):
    """A rule that cannot be used; `text` says what is wrong and what to do, in both languages."""


def shown(words: str, longest: int = _LONGEST) -> str:
    """Words in one line, shortened when they are many."""
    line = words.replace("\r", " ").replace("\n", " ")
    return line if len(line) <= longest else line[: longest - 1] + "…"


def quoted(words: str, longest: int = _LONGEST) -> str:
    """Words in one line and in quotation marks."""
    return f"“{shown(words, longest)}”"

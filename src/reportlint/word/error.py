"""What keeps a Word document from being read or written."""

from __future__ import annotations

from reportlint.check import UserError


class WordError(UserError):
    """A file that is no Word document, is damaged, locked or too large; `text` says which, in both languages."""

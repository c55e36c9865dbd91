"""File formats that plugins add."""

from __future__ import annotations

from reportlint.text.frozen import frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from reportlint.document import Document


@frozen
class Reader:
    """A file format that a plugin can read.

    Attributes:
        format: its name as in JSON, in ASCII: "docx".
        suffixes: of file names, in lower case, with their dots; those of built-in formats are taken.
        read: of a path (for messages) and the bytes of a file, the document; see `Builder` for how to make one, and
            `decode` for text. It raises ValueError, with words for the user, for a file it cannot read.
    """

    format: str
    suffixes: tuple[str, ...]
    read: Callable[[str, bytes], Document]

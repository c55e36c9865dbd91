"""How a draft is written anew when it is fixed: text in its own file, a Word document in a copy beside it."""

from __future__ import annotations

import os

from reportlint.check import Text
from reportlint.readers import decode
from reportlint.run.discover import STDIN
from reportlint.run.load import load_again
from reportlint.writing import WritingError, encode_back

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reportlint.config import Settings
    from reportlint.document import Document
    from reportlint.fixing import Change, Fixed
    from reportlint.run import Session


class Rewriter:
    """A draft that is to be written anew.

    Attributes:
        path: as the user gave it; "-" for standard input.
        document: as it was read.
        data: its bytes.
        target: where the new one is written.
        patchable: whether its changes can be shown as a patch.
    """

    def __init__(self, session: Session, settings: Settings, path: str, draft: tuple[Document, bytes]) -> None:
        self.path = path
        self.document, self.data = draft
        self.target = path
        self.patchable = False
        self._session = session
        self._settings = settings

    def again(self, document: Document, source: str, changes: list[Change]) -> Document:
        """The draft with a changed source.

        Raises:
            UnreadableError: when it cannot be read now.
        """
        raise NotImplementedError

    def possible(self, document: Document, changes: list[Change]) -> bool:
        """Whether the format can take some changes."""
        raise NotImplementedError

    def written(self, fixed: Fixed) -> bytes:
        """The bytes of the fixed draft.

        Raises:
            WritingError: when they cannot be written.
        """
        raise NotImplementedError


class TextRewriter(Rewriter):
    """A text file: it is changed itself, in its own encoding."""

    def __init__(self, session: Session, settings: Settings, path: str, draft: tuple[Document, bytes]) -> None:
        super().__init__(session, settings, path, draft)
        self.patchable = True

    def again(self, document: Document, source: str, changes: list[Change]) -> Document:
        """The draft with a changed source.

        Raises:
            UnreadableError: when the reader of a plugin cannot read it now.
        """
        del document, changes  # the source says it all
        return load_again(self.document, source, self._settings, self._session.catalogue(self._settings))

    def possible(self, document: Document, changes: list[Change]) -> bool:
        """Whether some changes can be written: always."""
        del document, changes
        return True

    def written(self, fixed: Fixed) -> bytes:
        """The bytes of the fixed file.

        Raises:
            WritingError: when its encoding cannot hold them.
        """
        return encode_back(decode(self.data), self.data, fixed.source)


class WordRewriter(Rewriter):
    """A Word document: a copy of it is changed, with the formatting kept, or with tracked changes."""

    def __init__(self, session: Session, settings: Settings, path: str, draft: tuple[Document, bytes]) -> None:
        super().__init__(session, settings, path, draft)
        self.target = path if path == STDIN else f"{os.path.splitext(path)[0]}.fixed.docx"
        self._made = {self.document.source: self.data}

    def again(self, document: Document, source: str, changes: list[Change]) -> Document:
        """The document with some changes made.

        Raises:
            UnreadableError: when what was made of it cannot be read, which would be a fault of ours.
        """
        from reportlint.readers.docx import word_file
        from reportlint.word import rewriting

        file = word_file(document)
        if file is not None:
            wanted = [rewriting.Change(*change) for change in changes]
            self._made[source] = rewriting.rewrite(file, wanted, tracked=bool(self._settings["track-changes"]))
        return self._session.document(document.path, self._made[source], self._settings)

    def possible(self, document: Document, changes: list[Change]) -> bool:
        """Whether changes can be written into the document, tracked if they are to be."""
        from reportlint.readers.docx import word_file
        from reportlint.word import rewriting

        file = word_file(document)
        tracked = bool(self._settings["track-changes"])
        wanted = [rewriting.Change(*change) for change in changes]
        return file is None or all(rewriting.possible(file.layout, change, tracked=tracked) for change in wanted)

    def written(self, fixed: Fixed) -> bytes:
        """The bytes of the fixed copy.

        Raises:
            WritingError: when a copy is there already: somebody may have worked on it.
        """
        if self.path != STDIN and os.path.exists(self.target):
            zh, en = f"{self.target} 已存在，未覆盖；请先改名或删去", f"{self.target} exists and was not overwritten"
            raise WritingError(Text(zh, en))
        return self._made[fixed.source]


def rewriter(session: Session, settings: Settings, path: str, draft: tuple[Document, bytes]) -> Rewriter:
    """The one for a draft, given as a document and its bytes."""
    document, _ = draft
    kind = WordRewriter if document.unit == "paragraph" and document.origin.writable else TextRewriter
    return kind(session, settings, path, draft)

"""Walks through one part of a Word document and notes its text and where each piece of it stands.

What is read is what stands on the page when all tracked changes are accepted: insertions, text boxes once, content
controls, links, results of fields; not deletions, hidden text, codes of fields and tables of contents.
Source: ECMA-376 part 1, clause 17.
"""

from __future__ import annotations

from reportlint.word.fields import Fields
from reportlint.word.package import too_large
from reportlint.word.state import State
from reportlint.word.story import OBJECT, SOFT_BREAK, Paragraph, Story
from reportlint.word.tables import Tables
from reportlint.word.xml import run, utf8

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from reportlint.word.story import PieceKind

    Attributes = dict[str, str]

MOST_PARAGRAPHS = 100_000
"""A report of a million characters has 10,000."""

_INLINE = (
    "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing inline",
    "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing inline",
)
_FORMULAS = (
    "http://schemas.openxmlformats.org/officeDocument/2006/math oMath",
    "http://schemas.openxmlformats.org/officeDocument/2006/math oMathPara",
    "http://purl.oclc.org/ooxml/officeDocument/math oMath",
    "http://purl.oclc.org/ooxml/officeDocument/math oMathPara",
)
_COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006 "
_SKIPPED = frozenset(
    {
        *_FORMULAS,
        "numberingChange",
        "pPrChange",
        "rPrChange",
        "rt",
        "sdtEndPr",
        "sdtPr",
        "sectPrChange",
        "tblPrChange",
        "tcPrChange",
        "trPrChange",
    }
)
_SIGNS: dict[str, tuple[PieceKind, str]] = {
    "cr": ("break", SOFT_BREAK),
    "noBreakHyphen": ("text", "-"),
    "object": ("object", OBJECT),
    "ptab": ("text", "\t"),
    "sym": ("object", OBJECT),
    "tab": ("text", "\t"),
    **dict.fromkeys((*_INLINE, *_FORMULAS), ("object", OBJECT)),
}


def walk(part: str, data: bytes) -> Story:
    """The text of a part.

    Raises:
        WordError: when it is damaged or holds more than a report can.
    """
    data = utf8(data)
    paragraphs = sum(data.count(end) for end in (b":p>", b":p/>", b"<p>", b"</p>", b"<p/>"))
    if paragraphs > 2 * MOST_PARAGRAPHS:
        raise too_large()
    walker = _Walker(part, data, Fields())
    if not walker.go():
        # A table of contents without end would hide the rest of the report.
        walker = _Walker(part, data, Fields(unread=()))
        walker.go()
    return walker.story


class _Walker(State):
    """A walk: what begins and ends at the place it has come to."""

    def go(self) -> bool:
        """Walk through the whole part; whether nothing in it was hidden by a field that does not end."""
        run(self.parser, self.data)
        self.flush()
        return not self.fields.hides() and not self.lost

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        if self.skipped:
            self.skipped += 1
        elif name in _STARTS:
            _STARTS[name](self, name, attributes)
        else:
            if name in _SIGNS and not self.properties:
                self.put(*_SIGNS[name])
            self.skipped = int(name in _SKIPPED)

    def end(self, name: str) -> None:
        """It ends."""
        if self.skipped:
            self.skipped -= 1
        elif name in _ENDS:
            _ENDS[name](self)

    def paragraph(self, _: str, __: dict[str, str]) -> None:
        """A paragraph begins; it goes on from one whose end is deleted."""
        made = Paragraph(self.parser.CurrentByteIndex, self.tables.cell, box=bool(self.outside))
        carried, self.carried = self.carried, None
        if carried and carried.cell is made.cell:
            made.pieces, made.runs, made.hanging = carried.pieces, carried.runs, carried.hanging
        elif carried:
            self.emit(carried)
        made.pieces += self.waiting
        self.waiting = []
        self.open.append(made)

    def end_paragraph(self) -> None:
        """It ends."""
        if not self.open:
            return
        made = self.open.pop()
        made.end = self.parser.CurrentByteIndex
        self.fields.end_paragraph()
        if made.deleted:
            self.carried = made
        else:
            self.emit(made)

    def emit(self, made: Paragraph) -> None:
        """Give out a finished paragraph, and those of its text boxes after it."""
        self.count += 1
        if self.count > MOST_PARAGRAPHS:
            raise too_large()
        if self.open:
            self.open[-1].hanging.append(made)
            return
        # With all that hangs on it, and on that in turn; one after the other, for boxes may be nested deeply.
        waiting = [made]
        while waiting:
            last = waiting.pop()
            self.story.paragraphs.append(last)
            waiting += reversed(last.hanging)
            last.hanging = []

    def flush(self) -> None:
        """Give out a paragraph that was to go on in a next one that does not come."""
        if self.carried:
            self.emit(self.carried)
            self.carried = None

    def box(self, _: str, __: dict[str, str]) -> None:
        """A text box begins: what is open outside does not reach into it."""
        self.outside.append((self.fields, self.tables, self.carried))
        self.fields, self.tables, self.carried = self.fields.fresh(), Tables(), None

    def end_box(self) -> None:
        """It ends."""
        self.flush()
        self.lost = self.lost or self.fields.hides()
        if self.outside:
            self.fields, self.tables, self.carried = self.outside.pop()

    def deletion(self, _: str, __: dict[str, str]) -> None:
        """A tracked deletion: of text, of the end of a paragraph, or of a row."""
        if self.properties == "mark" and self.open:
            self.open[-1].deleted = True
        elif self.properties == "row":
            self.tables.delete_row()
        elif not self.properties:
            self.skipped = 1

    def insertion(self, _: str, __: dict[str, str]) -> None:
        """A tracked insertion begins."""
        if not self.properties:
            self.inserted += 1

    def end_insertion(self) -> None:
        """It ends."""
        if not self.properties:
            self.inserted -= 1


def _begin_paragraph_properties(walker: _Walker, _: str, __: Attributes) -> None:
    walker.properties = "paragraph"


def _begin_row_properties(walker: _Walker, _: str, __: Attributes) -> None:
    walker.properties = "row"


def _end_properties(walker: _Walker) -> None:
    walker.properties = ""


def _field(walker: _Walker, _: str, attributes: Attributes) -> None:
    walker.fields.turn(attributes.get("fldCharType", ""))
    if walker.runs:
        walker.runs[-1].locked = True


def _code(walker: _Walker, _: str, __: Attributes) -> None:
    walker.writing = walker.fields.instruct


def _end_code(walker: _Walker) -> None:
    walker.writing = None


def _cell(walker: _Walker, _: str, __: Attributes) -> None:
    if walker.tables.deleted:
        walker.skipped = 1
    else:
        walker.tables.begin_cell()


def _end_cell(walker: _Walker) -> None:
    walker.flush()
    walker.tables.end_cell()


def _break(walker: _Walker, _: str, attributes: Attributes) -> None:
    turns = attributes.get("type", "textWrapping") != "textWrapping"
    walker.put(*(("page", "") if turns else ("break", SOFT_BREAK)))


def _mark(walker: _Walker, name: str, attributes: Attributes) -> None:
    walker.put(_MARKS[name], attributes.get("id", ""))


def _body(walker: _Walker, _: str, __: Attributes) -> None:
    walker.story.body = True


def _margin(walker: _Walker, name: str, attributes: Attributes) -> None:
    id_ = next((value for key, value in attributes.items() if key.endswith("relationships id")), "")
    walker.story.margins.append((name.removesuffix("Reference"), id_))


def _note(walker: _Walker, _: str, attributes: Attributes) -> None:
    walker.flush()
    walker.skipped = int(attributes.get("type", "normal") != "normal")


_MARKS: dict[str, PieceKind] = {
    "commentRangeEnd": "note-end",
    "commentRangeStart": "note-start",
    "commentReference": "note",
}
_STARTS: dict[str, Callable[[_Walker, str, Attributes], None]] = {
    **dict.fromkeys(("b", "ilvl", "jc", "numId", "outlineLvl", "pStyle", "rStyle", "vanish"), _Walker.said),
    **dict.fromkeys(_MARKS, _mark),
    **dict.fromkeys(("del", "moveFrom"), _Walker.deletion),
    **dict.fromkeys(("footnote", "endnote"), _note),
    **dict.fromkeys(("headerReference", "footerReference"), _margin),
    **dict.fromkeys(("ins", "moveTo"), _Walker.insertion),
    **dict.fromkeys((_COMPATIBILITY + "Choice", _COMPATIBILITY + "Fallback"), _Walker.alternative),
    _COMPATIBILITY + "AlternateContent": _Walker.alternatives,
    "body": _body,
    "br": _break,
    "fldChar": _field,
    "fldSimple": lambda walker, _, attributes: walker.fields.begin_simple(attributes.get("instr", "")),
    "instrText": _code,
    "p": _Walker.paragraph,
    "pPr": _begin_paragraph_properties,
    "r": _Walker.run,
    "rPr": _Walker.run_properties,
    "t": _Walker.text_node,
    "tbl": lambda walker, _, __: walker.story.tables.append(walker.tables.begin()),
    "tc": _cell,
    "tr": lambda walker, _, __: walker.tables.begin_row(),
    "trPr": _begin_row_properties,
    "txbxContent": _Walker.box,
    **dict.fromkeys(
        ("gridBefore", "gridSpan", "vMerge"), lambda walker, name, attributes: walker.tables.say(name, attributes)
    ),
}
_ENDS: dict[str, Callable[[_Walker], None]] = {
    **dict.fromkeys(("ins", "moveTo"), _Walker.end_insertion),
    **dict.fromkeys(("pPr", "trPr"), _end_properties),
    _COMPATIBILITY + "AlternateContent": _Walker.end_alternatives,
    "fldSimple": lambda walker: walker.fields.end_simple(),
    "instrText": _end_code,
    "p": _Walker.end_paragraph,
    "r": _Walker.end_run,
    "rPr": _Walker.end_run_properties,
    "t": _Walker.end_text,
    "tbl": lambda walker: walker.tables.end(),
    "tc": _end_cell,
    "txbxContent": _Walker.end_box,
}

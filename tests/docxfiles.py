"""A model of Word documents for tests: what they say, apart from the many ways in which a file may say it."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import TYPE_CHECKING

from wordfiles import box, docx, field, r, story, t

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

OBJECT = "\ufffc"
PAGE = "\f"
"""In the text of an item: a page break. It ends a line, but for one with nothing before it in its paragraph."""

_DIGITS = "零一二三四五六七八九"
BULLETS = 2
NUMBERING = story(
    "numbering",
    '<w:abstractNum w:abstractNumId="0">'
    + "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for level, (kind, text) in enumerate(
            [("chineseCounting", "%1、"), ("chineseCounting", "（%2）"), ("decimal", "%3.")]
        )
    )
    + '</w:abstractNum><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/>'
    '<w:lvlText w:val="●"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    f'<w:num w:numId="{BULLETS}"><w:abstractNumId w:val="1"/></w:num>',
)
WRAPPERS = [
    "{}",
    '<w:ins w:id="3" w:author="a">{}</w:ins>',
    '<w:moveTo w:id="4" w:author="a">{}</w:moveTo>',
    '<w:hyperlink r:id="x">{}</w:hyperlink>',
    '<w:smartTag w:element="e"><w:smartTagPr/>{}</w:smartTag>',
    "<w:sdt><w:sdtPr><w:rPr><w:vanish/></w:rPr><w:alias/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>",
    '<w:customXml w:element="e">{}</w:customXml>',
    '<w:fldSimple w:instr=" REF _a \\h ">{}</w:fldSimple>',
    field(" REF _b ", "{}"),
    "<mc:AlternateContent><mc:Choice Requires='w14'>{}</mc:Choice><mc:Fallback>{}</mc:Fallback></mc:AlternateContent>",
]
"""What may stand around runs that are read."""

SILENT = [
    "",
    '<w:proofErr w:type="spellStart"/>',
    '<w:bookmarkStart w:id="0" w:name="a"/><w:bookmarkEnd w:id="0"/>',
    '<w:commentRangeStart w:id="7"/>',
    "<w:r><w:lastRenderedPageBreak/></w:r>",
    '<w:del w:id="9" w:author="x"><w:r><w:delText>删</w:delText></w:r></w:del>',
    '<w:moveFrom w:id="9" w:author="x"><w:r><w:t>移</w:t></w:r></w:moveFrom>',
    r("隐", "<w:vanish/>"),
    "<w:r><w:rPr><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr></w:r>",
    "<w:r/>",
    "<!-- 注 --><?x 指令?>",
    field(' TOC \\o "1-3" ', r("目录"), field(" PAGEREF _c ", r("3"))),
    '<w:r><w:footnoteReference w:id="1"/></w:r>',
]
"""What may stand in a paragraph and is not read."""


@dataclass(frozen=True)
class Item:
    """Something in a paragraph: as it is written, as it is read, and the text boxes that hang on it."""

    xml: str
    text: str = ""
    boxes: tuple[tuple[Para, ...], ...] = ()


@dataclass(frozen=True)
class Para:
    """A paragraph; `goes_on` when its end is a tracked deletion, `level` in the numbered list, `outline` from 1."""

    items: tuple[Item, ...] = ()
    goes_on: bool = False
    level: int | None = None
    bullet: bool = False
    outline: int = 0


@dataclass(frozen=True)
class Square:
    """A cell; `merge` is what it says of the one above it: nothing, restart or continue."""

    content: tuple[Para | Grid, ...]
    columns: int = 1
    merge: str = ""


@dataclass(frozen=True)
class Row:
    """A row, which may be a tracked deletion and begin further to the right."""

    squares: tuple[Square, ...]
    deleted: bool = False
    before: int = 0


@dataclass(frozen=True)
class Grid:
    """A table."""

    rows: tuple[Row, ...]


@dataclass(eq=False)
class Place:
    """A cell as it should be read."""

    grid: Read
    row: int
    column: int
    columns: int
    rows: int = 1
    start: int = -1
    end: int = -1


@dataclass(eq=False)
class Read:
    """A table as it should be read."""

    outer: Place | None
    places: list[Place] = dataclasses.field(default_factory=list)


@dataclass(eq=False)
class Line:
    """A paragraph as it should be read."""

    text: str
    source: Para
    part: str
    place: Place | None
    start: int = 0
    end: int = 0


def plain(text: str) -> Item:
    """Text in a run."""
    return Item(r(text), text)


def referred(text: str) -> Item:
    """Text by numbers of characters."""
    return Item(f'<w:r><w:t xml:space="preserve">{"".join(f"&#x{ord(sign):X};" for sign in text)}</w:t></w:r>', text)


def literal(text: str) -> Item:
    """Text in sections that need no escapes."""
    inside = "]]]><![CDATA[".join(text.split("]"))
    return Item(f'<w:r><w:t xml:space="preserve"><![CDATA[{inside}]]></w:t></w:r>', text)


def in_pieces(text: str) -> Item:
    """Text in elements of one character."""
    return Item(f"<w:r>{''.join(map(t, text))}</w:r>", text)


KEEPING = [plain, plain, referred, literal, in_pieces]
"""Ways to write text that keep all of it."""


def attached(*boxes: tuple[Para, ...]) -> Item:
    """Text boxes in a paragraph."""
    return Item("".join(box(*map(written, paragraphs)) for paragraphs in boxes), boxes=boxes)


def written(flow: Para | Grid) -> str:
    """A paragraph or table as XML."""
    if isinstance(flow, Grid):
        return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(map(_row, flow.rows))}</w:tbl>"
    said = '<w:rPr><w:del w:id="1" w:author="a"/></w:rPr>' if flow.goes_on else ""
    number = f'<w:numPr><w:ilvl w:val="{flow.level or 0}"/><w:numId w:val="{BULLETS if flow.bullet else 1}"/></w:numPr>'
    numbered = number if flow.bullet or flow.level is not None else ""
    outline = f'<w:outlineLvl w:val="{flow.outline - 1}"/>' if flow.outline else ""
    return f"<w:p><w:pPr>{numbered}{outline}{said}</w:pPr>{''.join(item.xml for item in flow.items)}</w:p>"


def _row(row: Row) -> str:
    deleted = '<w:del w:id="2" w:author="a"/>' if row.deleted else ""
    before = f'<w:gridBefore w:val="{row.before}"/>' if row.before else ""
    return f"<w:tr><w:trPr>{before}{deleted}</w:trPr>{''.join(map(_square, row.squares))}</w:tr>"


def _square(square: Square) -> str:
    merge = f'<w:vMerge w:val="{square.merge}"/>' if square.merge else ""
    inside = "".join(map(written, square.content))
    return f'<w:tc><w:tcPr><w:gridSpan w:val="{square.columns}"/>{merge}</w:tcPr>{inside}</w:tc>'


def document(flows: Iterable[Para | Grid]) -> bytes:
    """The document."""
    return docx(*map(written, flows), parts={"numbering": NUMBERING})


class Expected:
    """What should be read of it: the lines with their places in the text, and the tables."""

    def __init__(self, flows: Iterable[Para | Grid]) -> None:
        self.tables: list[Read] = []
        self.lines = self._flow(flows, None, "body")
        counts = [0, 0, 0]
        at = 0
        for line in self.lines:
            if not line.source.bullet and line.source.level is not None:
                line.text = _number(counts, line.source.level) + line.text
            line.start, line.end = at, at + len(line.text)
            at = line.end + 1
            place = line.place
            while place is not None:
                place.start = line.start if place.start < 0 else place.start
                place.end = line.end
                place = place.grid.outer
        self.text = "\n".join(line.text for line in self.lines)

    def blocks(self) -> Iterator[tuple[str, int, str, int, int]]:
        """Kind, level, part and place of each block: the lines of the paragraphs that are not blank."""
        for line in self.lines:
            in_table = line.place is not None and len(line.place.grid.places) > 1
            kind = "heading" if line.source.outline else "cell" if in_table else "item" if line.source.bullet else ""
            at = line.start
            for piece in line.text.split("\n"):
                if piece.strip():
                    yield kind or "paragraph", line.source.outline, line.part, at, at + len(piece)
                at += len(piece) + 1

    def cells(self) -> list[tuple[bool, list[tuple[int, int, int, int, str]]]]:
        """Of each table of more than one cell: whether it stands in another one; and row, column… of its cells."""
        return [
            (
                table.outer is not None and len(table.outer.grid.places) > 1,
                [(at.row, at.column, at.rows, at.columns, self.text[at.start : at.end]) for at in table.places],
            )
            for table in self.tables
            if len(table.places) > 1
        ]

    def _flow(self, flows: Iterable[Para | Grid], place: Place | None, part: str) -> list[Line]:
        lines: list[Line] = []
        waiting: list[Para] = []
        for flow in flows:
            if isinstance(flow, Para):
                waiting.append(flow)
                if not flow.goes_on:
                    lines += self._joined(waiting, place, part)
                    waiting = []
            elif any(not row.deleted for row in flow.rows):
                lines += self._joined(waiting, place, part)
                waiting = []
                lines += self._grid(flow, place, part)
        return lines + self._joined(waiting, place, part)

    def _joined(self, paragraphs: list[Para], place: Place | None, part: str) -> list[Line]:
        if not paragraphs:
            return []
        items = [item for paragraph in paragraphs for item in paragraph.items]
        text = ""
        for sign in "".join(item.text for item in items):
            text += sign if sign != PAGE else "\n" if text else ""
        lines = [Line(text, paragraphs[-1], part, place)]
        for hanging in (one for item in items for one in item.boxes):
            lines += self._flow(hanging, None, "box")
        return lines

    def _grid(self, grid: Grid, outer: Place | None, part: str) -> list[Line]:
        table = Read(outer)
        self.tables.append(table)
        lines: list[Line] = []
        above: dict[int, Place] = {}
        for number, row in enumerate((row for row in grid.rows if not row.deleted), 1):
            column = 1 + row.before
            for square in row.squares:
                made = Place(table, number, column, square.columns)
                upper = above.get(column) if square.merge == "continue" else None
                if upper is not None and upper.row + upper.rows == number:
                    upper.rows += 1
                else:
                    table.places.append(made)
                    if square.merge:
                        above[column] = made
                column += square.columns
                lines += self._flow(square.content, made, part)
        return lines


def _number(counts: list[int], level: int) -> str:
    counts[level] += 1
    counts[level + 1 :] = [0] * (len(counts) - level - 1)
    counts[:level] = [max(count, 1) for count in counts[:level]]
    tens, ones = divmod(counts[level], 10)
    han = ("" if tens < 2 else _DIGITS[tens]) + ("十" if tens else "") + (_DIGITS[ones] if ones else "")
    return (f"{han}、", f"（{han}）", f"{counts[level]}.")[level]

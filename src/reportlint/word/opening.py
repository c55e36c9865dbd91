"""Opens a Word document: its parts, its numbers and styles, and its text laid end to end."""

from __future__ import annotations

from reportlint.text.frozen import frozen
from reportlint.word.comments import read_comments
from reportlint.word.layout import MARKS, Layer
from reportlint.word.numbering import Counter, read_numbering
from reportlint.word.package import Package, too_large
from reportlint.word.styles import read_styles
from reportlint.word.walker import MOST_PARAGRAPHS, walk
from reportlint.word.xml import damaged

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reportlint.word.comments import Note
    from reportlint.word.layout import Layout, Line, Part
    from reportlint.word.lists import Numbering
    from reportlint.word.story import Paragraph, Run, Story
    from reportlint.word.styles import ParagraphStyle, Styles

_NOTES: dict[str, Part] = {"footnotes": "footnote", "endnotes": "endnote"}
_MARGINS: dict[str, Part] = {"header": "header", "footer": "footer"}
MOST_CHARACTERS = 3_000_000
"""Of all text: three times as much as the longest reports have; a hundred times that fits into a small zip file."""

_LONGEST_BOLD = 40
"""Characters; a longer paragraph in bold is no heading."""

_SENTENCE = frozenset("。；！？，：、:;!?,（(")


@frozen
class WordFile:
    """An opened document.

    Attributes:
        package: its zip file.
        main: name of the part with the body.
        layout: its text.
        comments: in the order of the file.
    """

    package: Package
    main: str
    layout: Layout
    comments: tuple[Note, ...]


def open_word(data: bytes) -> WordFile:
    """Open a document: body with text boxes, footnotes and endnotes, headers and footers, each once.

    Raises:
        WordError: when it is damaged, locked, too large or no Word document.
    """
    package = Package(data)
    main = package.main()
    relations = package.relations(main)
    named = {relation.kind: relation.target for relation in relations}
    body = walk(main, package.read(main))
    if not body.body:
        raise damaged()
    styles = read_styles(package.read_if_there(named.get("styles")))
    numbering = read_numbering(package.read_if_there(named.get("numbering")))
    layer = Layer()
    _lay(layer, body, "body", styles, numbering)
    others = [(part, named[kind]) for kind, part in _NOTES.items() if kind in named]
    targets = {relation.id: relation.target for relation in relations}
    margins = sorted(dict.fromkeys(body.margins), key=lambda margin: margin[0] == "footer")
    others += dict.fromkeys((_MARGINS[kind], targets[id_]) for kind, id_ in margins if id_ in targets)
    for part, name in others:
        content = package.read_if_there(name)
        if content is not None:
            _lay(layer, walk(name, content), part, styles, numbering)
    return WordFile(package, main, layer.finish(), read_comments(package.read_if_there(named.get("comments"))))


def _lay(layer: Layer, story: Story, part: Part, styles: Styles, numbering: Numbering) -> None:
    layer.layout.stories.append(story)
    counter = Counter(numbering)
    for paragraph in story.paragraphs:
        style = styles.of(paragraph.said.get("pStyle"))
        number, level = _number(paragraph, style, numbering)
        label = counter.label(number, level) if number else None
        line = layer.begin(paragraph, part, _written(label.text) if label and not label.bullet else "")
        line.bullet = label is not None and label.bullet
        for piece in paragraph.pieces:
            if piece.kind in MARKS or not (style.is_contents or _hidden(piece.run, style, styles)):
                layer.put(piece)
        layer.end(line)
        if line.end > MOST_CHARACTERS or len(layer.layout.lines) > MOST_PARAGRAPHS:
            raise too_large()
        line.heading = _heading(line, style, styles)


def _number(paragraph: Paragraph, style: ParagraphStyle, numbering: Numbering) -> tuple[int, int]:
    """Id of the list a paragraph belongs to (0: none), and its level there."""
    said, level = paragraph.said.get("numId"), paragraph.said.get("ilvl")
    number = style.number if said is None else _integer(said)
    if level is not None or not number:
        return number, _integer(level or "")
    tied = numbering.level_of(number, style.list_style)
    return number, style.list_level if tied is None else tied


def _integer(value: str) -> int:
    return int(value) if value.isascii() and value.isdigit() and len(value) < 10 else 0  # noqa: PLR2004 - what fits into a 32-bit number


def _written(label: str) -> str:
    """A number as it is followed by text: nothing comes after a mark, a space after a bare letter or digit."""
    return f"{label} " if label and label[-1].isascii() and label[-1].isalnum() else label


def _hidden(run: Run | None, style: ParagraphStyle, styles: Styles) -> bool:
    if run is not None and run.hidden is not None:
        return run.hidden
    return style.hidden or (run is not None and run.style is not None and styles.character(run.style).hidden is True)


def _heading(line: Line, style: ParagraphStyle, styles: Styles) -> int:
    """Level of a paragraph as a heading: what it or its style says; a short line all in bold is one, too."""
    paragraph = line.paragraph
    outline = paragraph.said.get("outlineLvl")
    if outline is not None and _integer(outline) < 9:  # noqa: PLR2004 - level 9 is that of the text
        return _integer(outline) + 1
    if outline is None and (style.heading or style.is_title):
        return style.heading or 1
    if paragraph.cell is not None or line.part != "body":
        return 0
    words = [piece for piece in paragraph.pieces if piece.kind == "text" and piece.text.strip()]
    length = sum(len(piece.text) for piece in words)
    if not length or length > _LONGEST_BOLD or any(not _SENTENCE.isdisjoint(piece.text) for piece in words):
        return 0
    return int(all(_bold(piece.run, style, styles) for piece in words))


def _bold(run: Run | None, style: ParagraphStyle, styles: Styles) -> bool:
    if run is None:
        return False
    if run.bold is not None:
        return run.bold
    said = styles.character(run.style).bold if run.style is not None else None
    return style.bold if said is None else said

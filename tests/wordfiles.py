"""Small Word documents, written by hand, for tests."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
)


def t(text: str) -> str:
    """Text of a run."""
    words = text.replace("&", "&amp;").replace("<", "&lt;")
    return f'<w:t xml:space="preserve">{words}</w:t>'


def r(text: str, properties: str = "") -> str:
    """A run."""
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{t(text)}</w:r>"


def p(*runs: str, properties: str = "") -> str:
    """A paragraph; a string that is no element is a run of its own."""
    inside = "".join(run if run.startswith("<") else r(run) for run in runs)
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{inside}</w:p>"


def box(*paragraphs: str) -> str:
    """A run with a text box, written twice as Word does."""
    inside = f"<w:txbxContent>{''.join(paragraphs)}</w:txbxContent>"
    return (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:anchor><wps:txbx>"
        f"{inside}</wps:txbx></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{inside}"
        "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def field(code: str, *result: str) -> str:
    """A field of several runs."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>{code}</w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f"{''.join(result)}"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def row(*cells: str, properties: str = "") -> str:
    """A row of a table; a cell is its paragraphs, or text, or a whole element."""
    inside = ""
    for cell in cells:
        content = cell if cell.startswith("<w:p") else p(cell)
        inside += cell if cell.startswith("<w:tc") else f"<w:tc>{content}</w:tc>"
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{inside}</w:tr>"


def cell(text: str, properties: str) -> str:
    """A cell with properties."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(text)}</w:tc>"


def table(*rows: str) -> str:
    """A table."""
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def story(root: str, content: str) -> str:
    """A part of its own: hdr, ftr, footnotes, styles…"""
    return f"{_HEAD}<w:{root} {_NAMESPACES}>{content}</w:{root}>"


def docx(*body: str, parts: Mapping[str, str] | None = None, section: str = "") -> bytes:
    """A document.

    Args:
        body: its paragraphs and tables.
        parts: further parts by the kind of their relation ("styles", "numbering", "comments", "footnotes", "header"…).
        section: properties of its section; "header" and "footer" are named there of themselves.
    """
    parts = dict(parts or {})
    named = "".join(
        f'<w:{kind}Reference w:type="default" r:id="{kind}"/>' for kind in ("header", "footer") if kind in parts
    )
    inside = f"<w:body>{''.join(body)}<w:sectPr>{named}{section}</w:sectPr></w:body>"
    kinds = "".join(f'<Relationship Id="{kind}" Type="{R}/{kind}" Target="{kind}.xml"/>' for kind in parts)
    files = {
        "[Content_Types].xml": f'{_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType='
        '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
        "_rels/.rels": relations(f'<Relationship Id="a" Type="{R}/officeDocument" Target="word/document.xml"/>'),
        "word/document.xml": story("document", inside),
        "word/_rels/document.xml.rels": relations(kinds),
        **{f"word/{kind}.xml": content for kind, content in parts.items()},
    }
    return packed({name: content.encode() for name, content in files.items()})


def relations(inside: str) -> str:
    """A part of relations."""
    return (
        f'{_HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f"{inside}</Relationships>"
    )


def packed(files: Mapping[str, bytes]) -> bytes:
    """A zip file."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def unpacked(data: bytes) -> dict[str, bytes]:
    """The parts of a zip file."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}

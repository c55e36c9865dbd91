"""Documents of word processors for tests: written as OpenDocument, converted by LibreOffice where it is installed."""

from __future__ import annotations

import html
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from reportlint.readers.soffice import find_soffice

needs_soffice = pytest.mark.skipif(find_soffice() is None, reason="LibreOffice is not installed")

STYLE = (
    '<style:style style:name="B" style:family="paragraph"><style:paragraph-properties fo:text-align="justify" '
    'style:punctuation-wrap="simple" fo:text-indent="32pt" fo:line-height="28pt"/><style:text-properties '
    'style:font-size-asian="16pt" fo:font-size="16pt" style:language-asian="zh" style:country-asian="CN"/>'
    "</style:style>"
)
NUMBER = '<text:page-number text:select-page="current">1</text:page-number>'
SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{space}:1.0"'
    for name, space in [("office", "office"), ("style", "style"), ("fo", "xsl-fo-compatible"), ("text", "text")]
)


def flat_odt(text: str, *, number: bool = True) -> str:
    """A report as offices lay it out, in one file of OpenDocument: 三号, 28 points between lines, page numbers."""
    footer = f"<style:footer><text:p>— {NUMBER} —</text:p></style:footer>" if number else ""
    body = "".join(f'<text:p text:style-name="B">{html.escape(line.strip())}</text:p>' for line in text.splitlines())
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {SPACES} office:version="1.2" '
        f'office:mimetype="application/vnd.oasis.opendocument.text"><office:styles>{STYLE}</office:styles>'
        '<office:automatic-styles><style:page-layout style:name="L"><style:page-layout-properties fo:page-width="21cm" '
        'fo:page-height="29.7cm" fo:margin-top="3.7cm" fo:margin-bottom="3.5cm" fo:margin-left="2.8cm" '
        'fo:margin-right="2.6cm"/><style:footer-style/></style:page-layout></office:automatic-styles>'
        '<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="L">'
        f"{footer}</style:master-page></office:master-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document>"
    )


def converted(document: str | bytes, suffix: str, origin: str = ".fodt") -> bytes:
    """What LibreOffice makes of a document; the suffix may have the options of a filter after a colon."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        source = folder / f"a{origin}"
        source.write_bytes(document.encode() if isinstance(document, str) else document)
        command = [str(find_soffice()), "--headless", f"-env:UserInstallation={(folder / 'profile').as_uri()}"]
        subprocess.run(  # noqa: S603 - LibreOffice with our own arguments
            [*command, "--convert-to", suffix, "--outdir", str(folder / "made"), str(source)],
            check=True,
            capture_output=True,
            timeout=120,
        )
        return next((folder / "made").iterdir()).read_bytes()

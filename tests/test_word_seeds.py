"""The seeds as Word documents: the same findings as in the text, each at its paragraph and column."""

from __future__ import annotations

import random
import subprocess
from typing import TYPE_CHECKING, Any

import docx
import pytest

from command import SEEDS, reportlint
from officefiles import needs_soffice
from reportlint.readers.soffice import find_soffice

if TYPE_CHECKING:
    from pathlib import Path

ALL = sorted(SEEDS.glob("*.txt"))


def findings(file: dict[str, Any]) -> list[dict[str, Any]]:
    """Findings without what only a Word document has; a fix may be less free there."""
    assert file["error"] is None
    return [{key: value for key, value in found.items() if key not in {"context", "fix"}} for found in file["findings"]]


@needs_soffice
def test_saved_by_libreoffice(tmp_path: Path) -> None:
    subprocess.run(  # noqa: S603 - LibreOffice with our own arguments
        [
            str(find_soffice()),
            "--headless",
            f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
            "--infilter=Text (encoded):UTF8,LF,,,",
            "--convert-to",
            "docx:MS Word 2007 XML",
            "--outdir",
            str(tmp_path),
            *map(str, ALL),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    plain = reportlint(*ALL, "-f", "json").json["files"]
    word = reportlint(*(tmp_path / f"{seed.stem}.docx" for seed in ALL), "-f", "json").json["files"]
    for text, saved in zip(plain, word, strict=True):
        assert saved["characters"] == text["characters"]
        assert findings(saved) == findings(text)
        assert findings(text)


@pytest.mark.parametrize("seed", ALL, ids=[seed.stem[:3] for seed in ALL])
def test_saved_by_python_docx_with_runs_cut_at_random(seed: Path, tmp_path: Path) -> None:
    source = random.Random(seed.stem)  # noqa: S311 - the same cuts each time
    document = docx.Document()
    for line in seed.read_text(encoding="utf-8").split("\n"):
        paragraph = document.add_paragraph()
        at = 0
        while at < len(line):
            width = source.randint(1, 9)
            run = paragraph.add_run(line[at : at + width])
            run.italic = source.random() < 0.3
            at += width
    document.save(str(tmp_path / "a.docx"))
    text, saved = reportlint(seed, tmp_path / "a.docx", "-f", "json").json["files"]
    assert findings(saved) == findings(text)

"""The seeds in Word documents that say the same in every odd way: the same findings, each where it was.

What LibreOffice and python-docx make of the seeds: see test_word_seeds.
"""

from __future__ import annotations

import contextlib
import io
import json
import random
from typing import TYPE_CHECKING, Any

import pytest

from command import SEEDS
from docxfiles import KEEPING, SILENT, WRAPPERS, Item, Para, document
from reportlint.cli import dispatch

if TYPE_CHECKING:
    from pathlib import Path

ALL = sorted(SEEDS.glob("*.txt"))


def findings(path: Path) -> list[dict[str, Any]]:
    """All findings, without their surroundings, and without fixes, which may be less free in Word."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        dispatch([str(path), "--isolated", "-f", "json", "--color", "never"])
    (file,) = json.loads(out.getvalue())["files"]
    assert file["error"] is None
    assert not err.getvalue()
    return [{key: value for key, value in found.items() if key not in {"context", "fix"}} for found in file["findings"]]


def items(line: str, source: random.Random) -> list[Item]:
    """A line in pieces, each written in one of many ways, with what is not read between them."""
    made = []
    at = 0
    while at < len(line):
        width = source.randint(1, 12)
        piece = source.choice(KEEPING)(line[at : at + width])
        made.append(Item(source.choice(WRAPPERS).replace("{}", piece.xml)))
        made += [Item(source.choice(SILENT))] if source.random() < 0.3 else []
        at += width
    return made


@pytest.mark.parametrize("seed", ALL, ids=[seed.stem[:3] for seed in ALL])
def test_the_same_findings_in_every_odd_way(seed: Path, tmp_path: Path) -> None:
    source = random.Random(seed.stem)  # noqa: S311 - the same documents each time
    paragraphs = []
    for line in seed.read_text(encoding="utf-8").split("\n"):
        all_items = items(line, source)
        cut = source.randrange(len(all_items) + 1)
        if source.random() < 0.2:
            paragraphs.append(Para(tuple(all_items[:cut]), goes_on=True))
            all_items = all_items[cut:]
        paragraphs.append(Para(tuple(all_items)))
    (tmp_path / "a.docx").write_bytes(document(paragraphs))
    (tmp_path / "a.txt").write_bytes(seed.read_bytes())
    plain = findings(tmp_path / "a.txt")
    assert plain
    assert all(found["fingerprint"] for found in plain)
    assert findings(tmp_path / "a.docx") == plain

"""Drafts to measure with, and all checks run over them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any

from reportlint.engine import Diagnostic, Location, inspect
from reportlint.host import load_checks
from reportlint.readers import decode, read
from scoring import load_annotations

if TYPE_CHECKING:
    from pathlib import Path

    from reportlint.check import Check

_LINE_END = re.compile(r"\r\n?")


class BrokenCheckError(RuntimeError):
    """A check raised: what it would have found is unknown, so nothing can be measured."""


@dataclass(frozen=True)
class Passage:
    """Running text to put faults into; line ends are line feeds.

    Attributes:
        name: for listings.
        text: the text itself.
    """

    name: str
    text: str

    @cached_property
    def paragraphs(self) -> tuple[tuple[int, int], ...]:
        """Start and end of every line that is not blank, without white space at its ends."""
        found = []
        for match in re.finditer(r"[^\n]+", self.text):
            words = match[0].strip()
            if words:
                start = match.start() + len(match[0]) - len(match[0].lstrip())
                found.append((start, start + len(words)))
        return tuple(found)

    def paragraph(self, index: int) -> str:
        """The words of one paragraph."""
        start, end = self.paragraphs[index]
        return self.text[start:end]

    def line_column(self, offset: int) -> tuple[int, int]:
        """One-based line and column of an offset."""
        return self.text.count("\n", 0, offset) + 1, offset - self.text.rfind("\n", 0, offset)


@cache
def checks() -> tuple[tuple[str, Check], ...]:
    """An instance of every check, with its id."""
    return tuple((id_, registered.make()) for id_, registered in load_checks().items())


def findings(text: str, path: str = "draft.txt") -> tuple[Diagnostic, ...]:
    """What all checks say of a text, one by one: nothing grouped, nothing suppressed.

    Raises:
        BrokenCheckError: when a check raised.
    """
    inspection = inspect(read(path, text.encode()), checks())
    if inspection.failures:
        message = "; ".join(f"{failure.check}: {failure.error.render('en')}" for failure in inspection.failures)
        raise BrokenCheckError(message)
    return inspection.diagnostics


def as_json(diagnostic: Diagnostic) -> dict[str, Any]:
    """A finding in the fields of the JSON report that scoring reads."""
    return {
        "check": diagnostic.check,
        "severity": diagnostic.severity.label,
        "message": diagnostic.message.zh,
        **_place(diagnostic.location),
        "related": [_place(related) for related in diagnostic.related],
        "suppressed": diagnostic.suppressed,
        "scope": diagnostic.scope,
    }


def _place(location: Location) -> dict[str, Any]:
    return {
        "line": location.start.line,
        "column": location.start.column,
        "end_line": location.end.line,
        "end_column": location.end.column,
        "text": location.text,
    }


def load(path: Path) -> str:
    """A text file with line feeds as line ends."""
    return _LINE_END.sub("\n", decode(path.read_bytes()).text)


def texts(folder: Path | None) -> list[Path]:
    """The text files of a folder and its folders, in order; none when there is no such folder."""
    return sorted(folder.rglob("*.txt")) if folder and folder.is_dir() else []


def clean_passages(folder: Path | None) -> list[Passage]:
    """Whole finished reports."""
    return [Passage(path.stem, load(path)) for path in texts(folder)]


def sound_passages(seeds: Path, gold: Path) -> list[Passage]:
    """Of each annotated draft, the paragraphs in which proofreaders agree on no fault, put together."""
    passages = []
    for path in sorted(seeds.glob("*.txt")):
        lines = load(path).splitlines()
        faulty = {
            fault.stretch.line + more
            for fault in load_annotations(gold / f"{path.stem}.jsonl")
            if fault.level == "must"
            for more in range(fault.text.count("\n") + 1)
        }
        kept = [line for number, line in enumerate(lines, 1) if line.strip() and number not in faulty]
        if kept:
            passages.append(Passage(f"{path.stem} (sound paragraphs)", "\n".join(kept) + "\n"))
    return passages

"""Scores findings against annotated drafts: how many faults were found, how many findings were false.

Annotations: `<stem>.jsonl` beside each other, one fault a line with line, column (one-based, code points), text,
families and level: "must" (two proofreaders agree; counts for recall), "may" (arguable: neither rewarded nor punished)
or "cross" (a passage shared with another draft). With "anywhere" the fault is a part that is missing: any finding of
its family about the whole document is about it. `traps.jsonl` holds places that look wrong and are right.

A fault is found when a finding of a matching family, or one of its related places, overlaps it. A finding is true when
its primary place overlaps a fault of its own family of any level, or shares at least a third of the longer of both
with a "must" fault of any family; it is false otherwise. A trap is sprung when at least half of a finding of the trap's
family stands in it. Only errors and warnings can be false or spring traps.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

REST_OF_LINE = 10**9
LOUD = frozenset({"error", "warning"})
SAME_FAMILY = {"time": "number", "law": "term", "format": "style", "privacy": "style"}
"""Families of checks that the annotation counts under another name."""
WORDING = frozenset({"term", "typo", "style"})
"""Proofreaders disagree on which of these a slip of wording is, so any of them matches any other."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Part of one line: columns from `first` up to, not including, `last`."""

    line: int
    first: int
    last: int

    def shared(self, other: Stretch) -> int:
        """How many columns two stretches have in common."""
        return max(0, min(self.last, other.last) - max(self.first, other.first)) if self.line == other.line else 0

    @property
    def width(self) -> int:
        """How many columns it covers."""
        return self.last - self.first


@dataclass(frozen=True, slots=True)
class Annotation:
    """A fault (or a trap) as proofreaders marked it."""

    stretch: Stretch
    text: str
    family: str
    families: frozenset[str]
    level: str
    why: str
    anywhere: bool = False

    def matches(self, family: str) -> bool:
        """Whether a finding of `family` may be about this fault."""
        return family in self.families or (family in WORDING and not WORDING.isdisjoint(self.families))


@dataclass(frozen=True, slots=True)
class Report:
    """A finding, as far as scoring needs it. The first stretch is where it begins; related places come last."""

    check: str
    family: str
    severity: str
    text: str
    message: str
    stretches: tuple[Stretch, ...]
    whole: bool = False


@dataclass
class Tally:
    """Counters by family, and the lines that explain them."""

    must: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    true: Counter[str] = field(default_factory=Counter)
    false: Counter[str] = field(default_factory=Counter)
    traps: Counter[str] = field(default_factory=Counter)
    notes: list[str] = field(default_factory=list)

    @property
    def families(self) -> list[str]:
        """All families met, in order."""
        return sorted(set(self.must) | set(self.true) | set(self.false))

    def row(self, family: str | None) -> tuple[int, int, float, int, int, float, int]:
        """Must, found, recall, true, false, precision and traps of one family, or of all when None."""
        must, found, true, false, traps = (
            counter.total() if family is None else counter[family]
            for counter in (self.must, self.found, self.true, self.false, self.traps)
        )
        recall = found / must if must else 1.0
        return must, found, recall, true, false, true / (true + false) if true + false else 1.0, traps


def load_annotations(path: Path) -> list[Annotation]:
    """The annotations of one draft."""
    return [_annotation(json.loads(row)) for row in path.read_text("utf-8").splitlines() if row.strip()]


def load_traps(folder: Path) -> dict[str, list[Annotation]]:
    """Traps by stem of the draft; empty when the folder has none."""
    path = folder / "traps.jsonl"
    traps: dict[str, list[Annotation]] = {}
    for row in path.read_text("utf-8").splitlines() if path.exists() else ():
        if row.strip():
            record = json.loads(row)
            traps.setdefault(Path(record["file"]).stem, []).append(_annotation(record))
    return traps


def _annotation(record: Mapping[str, Any]) -> Annotation:
    """Fields of the JSON line; the column is called `col`, and the family `rule` or `looks_like`, in some files."""
    column = record["column"] if "column" in record else record["col"]
    family = record.get("family") or record.get("rule") or record.get("looks_like") or ""
    return Annotation(
        Stretch(record["line"], column, column + max(1, len(record["text"]))),
        record["text"],
        family,
        frozenset(record.get("families", [family])),
        record.get("level", ""),
        record.get("why") or record.get("why_right") or "",
        bool(record.get("anywhere")),
    )


def reports_of(findings: Iterable[Mapping[str, Any]]) -> list[Report]:
    """Findings of one file of a JSON report, suppressed ones left out."""
    return [
        Report(
            finding["check"],
            family_of(finding["check"]),
            finding.get("severity", ""),
            finding.get("text", ""),
            finding.get("message", ""),
            tuple(s for place in [finding, *finding.get("related", [])] for s in _stretches(place)),
            finding.get("scope") == "document",
        )
        for finding in findings
        if not finding.get("suppressed")
    ]


def family_of(check: str) -> str:
    """The family under which annotations count a check."""
    head = check.partition(".")[0]
    return SAME_FAMILY.get(head, head)


def _stretches(place: Mapping[str, Any]) -> list[Stretch]:
    """One stretch for every line a place touches; none when it has no line."""
    line = place.get("line")
    if not line:
        return []
    start = place.get("column") or 1
    end = place.get("end_column") or start + len(place.get("text") or "x")
    end_line = place.get("end_line") or line
    pieces = []
    for number in range(line, end_line + 1):
        first = start if number == line else 1
        pieces.append(Stretch(number, first, max(end if number == end_line else REST_OF_LINE, first + 1)))
    return pieces


def score(stem: str, reports: list[Report], gold: list[Annotation], traps: list[Annotation], tally: Tally) -> None:
    """Add one draft to the tally."""
    for fault in gold:
        if fault.level != "must":
            continue
        tally.must[fault.family] += 1
        if any(_found(fault, report) for report in reports):
            tally.found[fault.family] += 1
        else:
            tally.notes.append(
                f"missed {_where(stem, fault.stretch)} {fault.family} {fault.text[:40]!r} {fault.why[:60]}"
            )
    for report in reports:
        start = report.stretches[0] if report.stretches else None
        missing = report.whole and any(fault.anywhere and fault.matches(report.family) for fault in gold)
        if missing or (start is not None and any(_justifies(fault, report.family, start) for fault in gold)):
            tally.true[report.family] += 1
        elif report.severity in LOUD:
            tally.false[report.family] += 1
            tally.notes.append(_note("false", stem, report, report.message))
        if start is not None and report.severity in LOUD:
            sprung = [t for t in traps if t.family == report.family and start.shared(t.stretch) * 2 >= start.width]
            if sprung:
                tally.traps[report.family] += 1
                tally.notes.append(_note("trap", stem, report, sprung[0].why))


def _found(fault: Annotation, report: Report) -> bool:
    if not fault.matches(report.family):
        return False
    return (fault.anywhere and report.whole) or any(s.shared(fault.stretch) for s in report.stretches)


def _justifies(fault: Annotation, family: str, start: Stretch) -> bool:
    shared = start.shared(fault.stretch)
    longer = max(start.width, len(fault.text))
    return (shared > 0 and fault.matches(family)) or (fault.level == "must" and shared * 3 >= longer)


def _note(kind: str, stem: str, report: Report, why: str) -> str:
    where = _where(stem, report.stretches[0]) if report.stretches else stem
    return f"{kind} {where} {report.check} {report.text[:40]!r} {why[:60]}"


def _where(stem: str, stretch: Stretch) -> str:
    return f"{stem}:{stretch.line}:{stretch.first}"

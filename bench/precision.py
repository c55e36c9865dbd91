"""How often each check is right, measured on the drafts of this repository alone.

    python bench/precision.py            # print the table and write bench/precision.tsv
    python bench/precision.py --print    # print only

In drafts with annotated faults a finding is right when an annotation confirms it, as `scoring` tells. An error or a
warning that none confirms is a false alarm; so is every one in the finished texts. Findings of severity info are not
shown unless asked for: those that nothing confirms are counted apart, as hints.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from dataclasses import asdict, dataclass, fields
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from corpus import as_json, checks, findings, load, texts
from quality import DRAFTS, GOLD, ROOT, SEEDS
from reportlint import __version__
from scoring import Tally, load_annotations, reports_of, score

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from scoring import Report

OUTPUT = ROOT / "bench" / "precision.tsv"
FAULTY = ((SEEDS, GOLD), (DRAFTS / "faulty", DRAFTS / "faulty"), (DRAFTS / "places" / "faulty",) * 2)
"""Folders of drafts, each with the folder of their annotations."""
FINISHED = (DRAFTS / "clean", DRAFTS / "other", DRAFTS / "places" / "clean")
HEAD = """\
# How often each check is right: findings in {faulty} drafts with annotated faults ({faulty_size:,} characters) and in
# {finished} finished texts ({finished_size:,} characters), all of this repository.
# Measured {date}, reportlint {version}, by: python bench/precision.py
# Most of these texts were in view while the checks were written: expect a little less of texts nobody has seen.
# right: confirmed by an annotation. false_drafts, false_finished: errors and warnings that nothing confirms.
# hints: findings of severity info (not shown by default) that nothing confirms. precision: right / (right + false).
# silent_texts, silent_characters: finished texts without an error or a warning of the check.
"""


@dataclass
class Row:
    """What is known of one check; the names are the head of the table."""

    check: str
    right: int = 0
    false_drafts: int = 0
    false_finished: int = 0
    hints: int = 0
    precision: str = ""
    silent_texts: int = 0
    silent_characters: int = 0


@dataclass
class Size:
    """How much was looked at."""

    texts: int = 0
    characters: int = 0

    def add(self, text: str) -> None:
        """Count one more text."""
        self.texts += 1
        self.characters += len(text)


def main() -> int:
    """Measure, print and write."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--print", action="store_true", dest="only_print", help="write no file")
    only_print = parser.parse_args().only_print
    rows = {id_: Row(id_) for id_, _ in checks()}
    faulty, finished = _faulty(rows), _finished(rows)
    for row in rows.values():
        said = row.right + row.false_drafts + row.false_finished
        row.precision = f"{row.right / said:.3f}" if said else ""
    head = HEAD.format(
        faulty=faulty.texts,
        faulty_size=faulty.characters,
        finished=finished.texts,
        finished_size=finished.characters,
        date=datetime.now(UTC).date(),
        version=__version__,
    )
    if only_print:
        sys.stdout.writelines([head, *_lines(rows)])
    else:
        OUTPUT.write_text(head + "".join(_lines(rows)), "utf-8")
        print(f"{OUTPUT.relative_to(ROOT)}: {len(rows)} checks")
    return 0


def _lines(rows: dict[str, Row]) -> Iterator[str]:
    yield "\t".join(field.name for field in fields(Row)) + "\n"
    for row in rows.values():
        yield "\t".join(str(value) for value in asdict(row).values()) + "\n"


def _faulty(rows: dict[str, Row]) -> Size:
    """Add what annotations say of the findings in faulty drafts."""
    size = Size()
    for folder, beside in FAULTY:
        for path in sorted(folder.glob("*.txt")):
            gold = beside / f"{path.stem}.jsonl"
            if not gold.exists():
                continue
            faults, reports = load_annotations(gold), _reports(path, size)
            for id_, said in reports.items():
                tally = Tally()
                score(path.stem, said, faults, [], tally)
                right, false = tally.true.total(), tally.false.total()
                rows[id_].right += right
                rows[id_].false_drafts += false
                rows[id_].hints += len(said) - right - false
    return size


def _finished(rows: dict[str, Row]) -> Size:
    """Add what is said of finished texts, in which there is nothing to say."""
    size = Size()
    for folder in FINISHED:
        for path in texts(folder):
            before = size.characters
            reports = _reports(path, size)
            for id_, row in rows.items():
                severities = Counter(report.severity for report in reports.get(id_, []))
                false = severities["error"] + severities["warning"]
                row.false_finished += false
                row.hints += severities["info"]
                row.silent_texts += not false
                row.silent_characters += 0 if false else size.characters - before
    return size


def _reports(path: Path, size: Size) -> dict[str, list[Report]]:
    """What all checks say of a draft, by check."""
    text = load(path)
    size.add(text)
    by_check: dict[str, list[Report]] = {}
    for report in reports_of([as_json(found) for found in findings(text, path.name)]):
        by_check.setdefault(report.check, []).append(report)
    return by_check


if __name__ == "__main__":
    sys.exit(main())

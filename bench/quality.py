"""How many faults the checks find, and how often they are wrong.

    python bench/quality.py [--clean DIR] [--gate]

1. Scores over the annotated drafts in seeds/ (see `scoring`).
2. Findings in finished reports, where nearly every one is a false alarm: `--clean DIR` (text files, in folders too), or
   bench/drafts/clean. A `known.jsonl` there lists true blemishes.
3. Faults put into sound texts on purpose, one at a time (see `mutations`): the share found, and new findings about
   something else. The same `--seed` gives the same table.
4. Sentences with relations between numbers, right and wrong (see `relate`): wrong ones found, right ones flagged.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from corpus import Passage, as_json, clean_passages, findings, load, texts
from relate import print_table, relate
from scoring import LOUD, Stretch, Tally, load_annotations, load_traps, reports_of, score
from trials import Outcome, run_all

if TYPE_CHECKING:
    from typing import Any

ROOT = Path(__file__).resolve().parent.parent
SEEDS, GOLD, DRAFTS = ROOT / "seeds", ROOT / "seeds" / "gold", ROOT / "bench" / "drafts"
TABLES = ["scores", "clean", "mutations", "relations"]
GATED = ("placeholder", "duplicate", "structure", "residue", "number", "place")
"""Families that have checks: the others are shown."""
LEAST_RECALL, LEAST_PRECISION = 0.9, 0.95
LEAST_PLANTED = {"number": 0.6, "place": 0.6}
"""Recall of planted faults where it is less: some wrong figures only somebody who knows the place can tell."""
MOST_FALSE = 0.5
"""Errors and warnings in 10,000 characters of finished reports, true blemishes left out."""
MOST_COLLATERAL = 0.05
"""New findings about something else for each fault made."""
FEWEST = 10
"""Recall of fewer faults than this says nothing, so it is not gated."""
SHOWN = 20


def main() -> int:
    """Print the tables; 1 when gated and below a goal."""
    options = _parser().parse_args()
    clean = options.clean if options.clean and options.clean.is_dir() else DRAFTS / "clean"
    failures: list[str] = []
    if "scores" in options.tables:
        failures += _scores("Annotated drafts", _report(options.report or SEEDS), GOLD, {}, show=options.show)
        if not options.report:
            failures += _scores(
                "Drafts with planted faults",
                _report(DRAFTS / "faulty"),
                DRAFTS / "faulty",
                LEAST_PLANTED,
                show=options.show,
            )
            failures += _scores(
                "Drafts copied from another place",
                _report(DRAFTS / "places" / "faulty"),
                DRAFTS / "places" / "faulty",
                LEAST_PLANTED,
                show=options.show,
            )
    if "clean" in options.tables:
        for folder in dict.fromkeys((clean, DRAFTS / "clean", DRAFTS / "other", DRAFTS / "places" / "clean")):
            failures += _clean(folder)
    if "mutations" in options.tables:
        passages = clean_passages(clean)
        failures += _mutations(passages, options)
    if "relations" in options.tables:
        failures += _relations(options)
    if options.gate:
        print(
            "\n".join(["", *(f"below the goal: {failure}" for failure in failures)]) if failures else "\nall goals met"
        )
    return 1 if options.gate and failures else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--clean", type=Path, metavar="DIR", help="finished reports, as .txt files")
    parser.add_argument("--gate", action="store_true", help="exit 1 when a goal is missed")
    parser.add_argument("--seed", type=int, default=20261123, help="of the faults made (default: %(default)s)")
    parser.add_argument("--count", type=int, default=200, help="faults of each kind (default: %(default)s)")
    parser.add_argument("--only", default="", metavar="NAME", help="one family or kind of faults, or one relation")
    parser.add_argument("--tables", nargs="+", choices=TABLES, default=TABLES, help="which to print (default: all)")
    parser.add_argument("--relations", type=int, default=1000, help="right sentences in all (default: %(default)s)")
    parser.add_argument(
        "--show", action="store_true", help="list missed faults, false findings and traps of the scores"
    )
    parser.add_argument(
        "--show-missed", action="store_true", help="list faults and wrong sentences that were not found"
    )
    parser.add_argument("--show-collateral", action="store_true", help="list new findings about something else")
    parser.add_argument("--show-flagged", action="store_true", help="list right sentences that were flagged")
    parser.add_argument("--report", type=Path, help="score this JSON report instead of running the checks")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="processes (default: %(default)s)")
    return parser


def _report(path: Path) -> dict[str, list[dict[str, Any]]]:
    """Findings by stem of the draft, in the fields of the JSON report: of a folder of drafts, or out of such a file."""
    if path.is_dir():
        return {
            draft.stem: [as_json(d) for d in findings(load(draft), draft.name)] for draft in sorted(path.glob("*.txt"))
        }
    files = json.loads(path.read_text("utf-8"))["files"]
    return {Path(file["path"]).stem: file["findings"] for file in files}


def _scores(
    title: str, report: dict[str, list[dict[str, Any]]], folder: Path, least: dict[str, float], *, show: bool
) -> list[str]:
    tally, traps = Tally(), load_traps(folder)
    for stem, reported in report.items():
        gold = folder / f"{stem}.jsonl"
        if gold.exists():
            score(stem, reports_of(reported), load_annotations(gold), traps.get(stem, []), tally)
    print(f"\n{title}: {len(report)} files\n")
    print(f"{'family':<14}{'must':>6}{'found':>7}{'recall':>8}{'true':>7}{'false':>7}{'precision':>11}{'traps':>7}")
    below = []
    for family in [*tally.families, None]:
        must, found, recall, true, false, precision, sprung = tally.row(family)
        name = family or "ALL"
        print(f"{name:<14}{must:>6}{found:>7}{recall:>8.3f}{true:>7}{false:>7}{precision:>11.3f}{sprung:>7}")
        if family in GATED:
            goal = least.get(family, LEAST_RECALL)
            below += [f"recall of {name} {recall:.3f} < {goal}"] if recall < goal else []
            below += [f"precision of {name} {precision:.3f} < {LEAST_PRECISION}"] if precision < LEAST_PRECISION else []
            below += [f"{name} springs {sprung} traps"] if sprung else []
    if show:
        print("\n".join(["", *sorted(tally.notes)]))
    return below


def _clean(folder: Path) -> list[str]:
    paths = texts(folder)
    known = _known(folder / "known.jsonl")
    counts: Counter[tuple[str, str]] = Counter()
    lines, characters, false = [], 0, 0
    for path in paths:
        text = load(path)
        characters += len(text)
        for found in findings(text, path.name):
            report = reports_of([as_json(found)])[0]
            blemish = any(s.shared(k) for s in report.stretches[:1] for k in known.get(path.stem, []))
            counts[found.check, "known" if blemish else report.severity] += 1
            false += report.severity in LOUD and not blemish
            place = found.location.start
            mark = "known " if blemish else ""
            lines.append(
                f"{path.name}:{place.line}:{place.column} {mark}{report.severity} {found.check} {report.text[:40]!r}"
            )
    name = folder.relative_to(DRAFTS) if folder.is_relative_to(DRAFTS) else folder.name
    print(f"\nFinished texts in {name}: {len(paths)} files, {characters:,} characters\n")
    rate = false * 10_000 / characters if characters else 0.0
    for (check, severity), count in sorted(counts.items()):
        print(f"{check:<36}{severity:<9}{count:>5}")
    print(f"errors and warnings, known blemishes left out: {false}, {rate:.2f} in 10,000 characters")
    print("\n".join(lines[:SHOWN] + ([f"and {len(lines) - SHOWN} more"] if len(lines) > SHOWN else [])))
    return [f"{rate:.2f} false alarms in 10,000 characters > {MOST_FALSE}"] if rate > MOST_FALSE else []


def _known(path: Path) -> dict[str, list[Stretch]]:
    """Places of true blemishes by stem; none without such a file."""
    found: dict[str, list[Stretch]] = {}
    for row in path.read_text("utf-8").splitlines() if path.exists() else ():
        record = json.loads(row)
        stretch = Stretch(record["line"], record["col"], record["col"] + max(1, len(record["text"])))
        found.setdefault(Path(record["file"]).stem, []).append(stretch)
    return found


def _mutations(passages: list[Passage], options: argparse.Namespace) -> list[str]:
    size = sum(len(passage.text) for passage in passages)
    print(f"\nFaults made on purpose, seed {options.seed}, in {len(passages)} texts, {size:,} characters\n")
    print(f"{'family':<13}{'fault':<28}{'found':>6}{'total':>7}{'recall':>8}{'goal':>6}{'other':>7}  other findings")
    below, total, other = [], 0, 0
    for outcome in run_all(passages, options.seed, options.count, options.jobs, options.only):
        _print_outcome(outcome, options)
        total, other = total + outcome.total, other + outcome.collateral.total()
        if outcome.family in GATED and outcome.total >= FEWEST and outcome.recall < outcome.goal:
            below.append(f"recall of {outcome.name} {outcome.recall:.3f} < {outcome.goal}")
    print(f"new findings about something else: {other} after {total} faults")
    if other > MOST_COLLATERAL * total:
        below.append(f"{other} other findings after {total} faults > {MOST_COLLATERAL:.0%}")
    return below


def _relations(options: argparse.Namespace) -> list[str]:
    print(f"\nRelations between numbers, seed {options.seed}\n")
    tallies = relate(options.seed, options.relations, options.jobs, options.only)
    return print_table(tallies, show_missed=options.show_missed, show_flagged=options.show_flagged)


def _print_outcome(outcome: Outcome, options: argparse.Namespace) -> None:
    others = outcome.collateral
    recall = f"{outcome.recall:.3f}" if outcome.total else "–"
    most = ", ".join(f"{check} {count}" for check, count in sorted(others.items(), key=lambda o: (-o[1], o[0]))[:3])
    print(
        f"{outcome.family:<13}{outcome.name:<28}{outcome.found:>6}{outcome.total:>7}{recall:>8}{outcome.goal:>6.2f}"
        f"{others.total():>7}  {most}",
        flush=True,
    )
    if options.show_missed:
        print("".join(f"    missed {line}\n" for line in outcome.missed), end="")
    if options.show_collateral:
        print("".join(f"    other {line}\n" for line in outcome.examples), end="")


if __name__ == "__main__":
    sys.exit(main())

"""Which findings of a file are listed when one check has very many."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reportlint.diagnostic import Diagnostic
    from reportlint.reporting import ReportOptions
    from reportlint.result import FileResult


def select(file: FileResult, options: ReportOptions) -> tuple[list[Diagnostic], dict[str, list[Diagnostic]]]:
    """The findings to list in reading order, and by id of check those left out because there are too many.

    Of one check the gravest are kept, and among equals the first; suppressed ones go first.
    """
    wanted = [diagnostic for diagnostic in file.diagnostics if options.lists(diagnostic)]
    if not options.max_per_check:
        return wanted, {}
    by_check: dict[str, list[int]] = {}
    for index, diagnostic in enumerate(wanted):
        by_check.setdefault(diagnostic.check, []).append(index)
    dropped: dict[str, list[Diagnostic]] = {}
    kept = set(range(len(wanted)))
    for check, indexes in by_check.items():
        if len(indexes) > options.max_per_check:
            ranked = sorted(indexes, key=lambda index: (wanted[index].suppressed is not None, -wanted[index].severity))
            rest = sorted(ranked[options.max_per_check :])
            kept.difference_update(rest)
            dropped[check] = [wanted[index] for index in rest]
    return [diagnostic for index, diagnostic in enumerate(wanted) if index in kept], dropped


def remainder(dropped: list[Diagnostic], options: ReportOptions) -> str:
    """Says how many findings are not listed and how to list them."""
    count = sum(diagnostic.count for diagnostic in dropped)
    return options.choose(
        f"还有 {count} 处，用 --max-per-check 0 全部列出", f"{count} more; list them all with --max-per-check 0"
    )

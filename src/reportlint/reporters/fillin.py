"""A sheet of all blanks to be filled in, for the people who know the figures: CSV, or a table in a .docx.

The CSV is quoted as RFC 4180 says, but its records end in a line feed alone, which every spreadsheet takes, and which
is the same on a terminal and in a file. It is in UTF-8 with a byte order mark, without which Excel and WPS take it for
GBK. No cell begins so that a spreadsheet would take it for a formula.
"""

from __future__ import annotations

from reportlint.check import Text
from reportlint.reporters.fillin_rows import blanks, head

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reportlint.reporting import Line, ReportOptions
    from reportlint.result import Run

_MARK = "\ufeff"
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
"""How formulas begin; the full-width forms count in spreadsheets of East Asia."""


def render(run: Run, options: ReportOptions) -> Iterator[Line]:
    """The sheet as CSV: the titles of the columns, then a record for each blank."""
    several = len(run.files) > 1
    first, *titles = head(run, options)
    yield _record([_MARK + first, *titles])
    for number, blank in enumerate(blanks(run, options), 1):
        context = blank.before + blank.marked + blank.after
        words = [*([blank.path] if several else []), blank.place, blank.heading, context, blank.gap, "", ""]
        yield _record([str(number), *map(_harmless, words)])


def render_bytes(run: Run, options: ReportOptions) -> bytes:
    """The sheet as a .docx; `unavailable` must have said that one can be written."""
    from reportlint.reporters.fillin_docx import to_docx

    return to_docx(run, options)


def unavailable() -> Text | None:
    """Why no .docx can be written on this machine; None when it can."""
    from importlib.util import find_spec

    if find_spec("docx"):
        return None
    command = "pip install 'reportlint[docx]'"
    return Text(
        f"写 .docx 需要 python-docx，请运行 {command}；或写成 .csv",
        f"a .docx needs python-docx: {command}; or write a .csv",
    )


def _harmless(words: str) -> str:
    """A cell that no spreadsheet takes for a formula: such a one gets an apostrophe in front."""
    return f"'{words}" if words.lstrip().startswith(_FORMULA) else words


def _record(cells: Iterable[str]) -> Line:
    return ((",".join(map(_quoted, cells)), ""),)


def _quoted(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"' if '"' in cell or "," in cell else cell

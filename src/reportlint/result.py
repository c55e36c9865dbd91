"""What a run hands to its reporters."""

from __future__ import annotations

from reportlint.text.frozen import frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reportlint.check import Severity, Text
    from reportlint.diagnostic import Diagnostic, Failure
    from reportlint.document import Document


@frozen
class FileResult:
    """One file of a run.

    Attributes:
        path: as the user would name it.
        document: the draft, or None when it could not be read.
        diagnostics: in reading order, suppressed ones included and marked.
        failures: checks that broke on it.
        error: why it could not be read, or None.
    """

    path: str
    document: Document | None
    diagnostics: tuple[Diagnostic, ...] = ()
    failures: tuple[Failure, ...] = ()
    error: Text | None = None


@frozen
class Run:
    """Everything a run found.

    Attributes:
        files: in the order they were checked.
        checks_run: ids of the checks that were asked, in order.
        titles: title of each of them, and of the tool's own ids.
        problems: what kept the tool from doing all its work, beside unreadable files and broken checks.
        notes: what the user should know although nothing is wrong (an allow entry that nothing needed…).
        directories: whether the user named at least one directory.
    """

    files: tuple[FileResult, ...]
    checks_run: tuple[str, ...]
    titles: dict[str, Text]
    problems: tuple[Text, ...] = ()
    notes: tuple[Text, ...] = ()
    directories: bool = False

    def count(self, severity: Severity) -> int:
        """How many findings of exactly this severity count, suppressed ones left out."""
        return sum(
            d.count for file in self.files for d in file.diagnostics if d.severity == severity and d.suppressed is None
        )

    @property
    def suppressed(self) -> int:
        """How many findings are suppressed."""
        return sum(d.count for file in self.files for d in file.diagnostics if d.suppressed is not None)

    @property
    def incomplete(self) -> bool:
        """Whether the tool could not do all its work: a file, a check or a plugin failed."""
        return bool(self.problems) or any(file.error or file.failures for file in self.files)

    def exit_code(self, fail_on: Severity | None) -> int:
        """2 when incomplete, else 1 when a finding is at or above `fail_on` (None: never), else 0."""
        if self.incomplete:
            return 2
        graver = fail_on is not None and any(
            d.severity >= fail_on and d.suppressed is None for file in self.files for d in file.diagnostics
        )
        return 1 if graver else 0

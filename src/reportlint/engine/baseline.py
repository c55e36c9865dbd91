"""Findings that are known and accepted for now, kept in a file that holds fingerprints and no word of a draft.

    {"schema_version": 1, "tool": "reportlint", "files": {"2026/报告.txt": {"0123456789abcdef": 1}}}

Paths are relative to the file itself, so it can be moved together with the drafts. A fingerprint does not tell its
check: write and prune from runs of all checks that the baseline is for.
"""

from __future__ import annotations

import os

from reportlint.check import Text, UserError
from reportlint.text.frozen import frozen, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import TypeGuard

    from reportlint.diagnostic import Diagnostic
    from reportlint.document import Document
    from reportlint.result import FileResult, Run

    Files = Mapping[str, Mapping[str, int]]

SCHEMA_VERSION = 1
BASELINE = "baseline"
"""What a finding is marked with that the baseline knows."""


class BaselineError(UserError):
    """A baseline file that cannot be used; `text` says why."""


@frozen
class Baseline:
    """Known findings.

    Attributes:
        folder: absolute path of the folder its paths start from.
        files: relative path to fingerprint to how many findings have it.
    """

    folder: str
    files: Files

    @property
    def size(self) -> int:
        """How many findings it knows."""
        return sum(sum(known.values()) for known in self.files.values())

    def key(self, path: str) -> str:
        """The path of a draft as the baseline writes it."""
        try:
            relative = os.path.relpath(path, self.folder)
        except ValueError:  # on another drive there is no relative path
            relative = os.path.abspath(path)
        return relative.replace(os.sep, "/")


def empty(path: str) -> Baseline:
    """A baseline to be written at `path` that knows nothing yet."""
    return Baseline(os.path.dirname(os.path.abspath(path)), {})


def read(path: str) -> Baseline:
    """Read a baseline file.

    Raises:
        BaselineError: when it cannot be read, or is no baseline of this version.
    """
    import json

    try:
        with open(path, encoding="utf-8-sig") as file:
            content = json.load(file)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise BaselineError(
            Text(f"无法读取基线文件 {path}：{reason}", f"cannot read the baseline {path}: {reason}")
        ) from error
    except (ValueError, RecursionError) as error:
        raise BaselineError(
            Text(f"基线文件 {path} 不是有效的 JSON", f"the baseline {path} is not valid JSON")
        ) from error
    if not isinstance(content, dict) or content.get("tool") != "reportlint":
        raise BaselineError(Text(f"{path} 不是 reportlint 的基线文件", f"{path} is not a baseline file of reportlint"))
    version = content.get("schema_version")
    if version != SCHEMA_VERSION or isinstance(version, bool):
        raise BaselineError(
            Text(
                f"基线文件 {path} 的版本是 {version}，本版只能读 {SCHEMA_VERSION}；请重新生成",
                f"the baseline {path} has version {version}, this release reads {SCHEMA_VERSION}; write it again",
            )
        )
    files = content.get("files")
    if not _well_formed(files):
        raise BaselineError(
            Text(f"基线文件 {path} 的内容不完整；请重新生成", f"the baseline {path} is damaged; write it again")
        )
    return Baseline(empty(path).folder, files)


def render(baseline: Baseline) -> bytes:
    """The content of the file, the same for the same findings; write it with `writing.replace_file`."""
    import json

    content = {"schema_version": SCHEMA_VERSION, "tool": "reportlint", "files": baseline.files}
    return (json.dumps(content, ensure_ascii=False, indent=2, sort_keys=True) + "\n").encode()


def by_baseline(document: Document, found: list[Diagnostic], baseline: Baseline) -> list[Diagnostic]:
    """Mark findings the baseline knows, as many as it knows; a step for after fingerprints and before grouping."""
    left = dict(baseline.files.get(baseline.key(document.path), {}))
    if not left:
        return found
    out: list[Diagnostic] = []
    for diagnostic in found:
        if diagnostic.suppressed is None and left.get(diagnostic.fingerprint, 0) > 0:
            left[diagnostic.fingerprint] -= 1
            out.append(replace(diagnostic, suppressed=BASELINE))
        else:
            out.append(diagnostic)
    return out


def record(run: Run, baseline: Baseline) -> Baseline:
    """The baseline that accepts all a run found and nobody else suppressed; files it did not check stay as they are."""
    files = dict(baseline.files)
    for file in run.files:
        if file.document is not None:
            key = baseline.key(file.document.path)
            # What a broken check had found before is not known to be gone.
            before = files.get(key, {}) if file.failures else {}
            files[key] = {**before, **_count(file, (None, BASELINE))}
    return _tidy(baseline, files)


def prune(run: Run, baseline: Baseline) -> Baseline:
    """The baseline without what is no longer found; files that were not checked, or on which a check broke, stay."""
    files = dict(baseline.files)
    for file in run.files:
        if file.document is None or file.failures:
            continue
        key = baseline.key(file.document.path)
        found = _count(file, None)
        files[key] = {mark: min(count, found[mark]) for mark, count in files.get(key, {}).items() if mark in found}
    return _tidy(baseline, files)


def _count(file: FileResult, markings: tuple[str | None, ...] | None) -> dict[str, int]:
    """How often each fingerprint was found, among findings with one of these markings (None: whatever the marking)."""
    counts: dict[str, int] = {}
    for diagnostic in file.diagnostics:
        if markings is not None and diagnostic.suppressed not in markings:
            continue
        if not diagnostic.members:
            message = "a baseline needs a run with fingerprints"
            raise ValueError(message)
        for mark in diagnostic.members:
            counts[mark] = counts.get(mark, 0) + 1
    return counts


def _tidy(baseline: Baseline, files: Files) -> Baseline:
    return replace(baseline, files={path: known for path, known in files.items() if known})


def _well_formed(files: object) -> TypeGuard[Files]:
    return isinstance(files, dict) and all(
        isinstance(known, dict)
        and all(isinstance(count, int) and not isinstance(count, bool) and count > 0 for count in known.values())
        for known in files.values()
    )

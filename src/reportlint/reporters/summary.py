"""The last line for people: what was found, what was not listed, what could not be checked, how much was checked."""

from __future__ import annotations

from reportlint.check import Severity

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlint.reporting import Line, ReportOptions
    from reportlint.result import FileResult, Run

_WORDS = {
    Severity.ERROR: ("错误", "error", "errors"),
    Severity.WARNING: ("警告", "warning", "warnings"),
    Severity.INFO: ("提示", "info", "info"),
}


def severity_word(severity: Severity, options: ReportOptions) -> str:
    """What a severity is called in the user's language."""
    return options.choose(*_WORDS[severity][:2])


def characters(file: FileResult) -> int | None:
    """How long a draft is: code points of its reading text that are not white space; None when it could not be read.

    This is what word processors call the number of characters without spaces: punctuation and digits count.
    """
    return None if file.document is None else sum(map(len, file.document.text.split()))


def summary(run: Run, options: ReportOptions) -> Iterator[Line]:
    """One line, or none when nothing of it may be said: quiet, and everything could be checked."""
    if options.quiet and not run.incomplete:
        return
    parts = [_broken(run, options)] if run.incomplete else []
    listed = {severity: run.count(severity) for severity in _WORDS if severity >= options.minimum}
    if any(file.document for file in run.files):
        parts += [_found(listed, run, options), _checked(run, options)]
    elif not parts:
        parts.append(options.choose("没有可检查的文件", "No file to check"))
    text = options.choose("；", "; ").join(parts)
    clean = not run.incomplete and run.files and not any(listed.values())
    yield ((text[0].upper() + text[1:] + options.choose("。", "."), "clean" if clean else "path"),)


def _found(listed: dict[Severity, int], run: Run, options: ReportOptions) -> str:
    """How many problems are listed, and how many are not."""
    total = sum(listed.values())
    hidden = {severity: run.count(severity) for severity in _WORDS if severity not in listed}
    more = _counts({severity: count for severity, count in hidden.items() if count}, options)
    ignored, unlisted = run.suppressed, sum(hidden.values())
    if total:
        counts = _counts({severity: count for severity, count in listed.items() if count}, options)
        zh, en = f"{total:,} 处问题（{counts}）", f"{_plural(total, 'problem')} ({counts})"
    elif run.incomplete:
        zh, en = "已检查的部分没有发现问题", "no problems in what was checked"
    elif more:
        names = [_WORDS[severity] for severity in listed]
        zh, en = "没有" + "、".join(zh for zh, _, _ in names), "no " + " or ".join(many for _, _, many in names)
    else:
        zh, en = "没有发现问题", "no problems found"
    if ignored:
        zh, en = f"{zh}，{ignored:,} 处已忽略", f"{en}, {ignored:,} ignored"
    if more:
        zh, en = f"{zh}，另有 {unlisted:,} 处未列出（{more}）", f"{en}, {unlisted:,} not listed ({more})"
    return options.choose(zh, en)


def _counts(counts: dict[Severity, int], options: ReportOptions) -> str:
    return options.choose(
        "，".join(f"{_WORDS[severity][0]} {count:,}" for severity, count in counts.items()),
        ", ".join(_plural(count, *_WORDS[severity][1:]) for severity, count in counts.items()),
    )


def _broken(run: Run, options: ReportOptions) -> str:
    """What could not be checked; the words about it are written elsewhere."""
    files = sum(file.error is not None for file in run.files)
    checks = len({failure.check for file in run.files for failure in file.failures})
    others = len(run.problems)
    zh = [f"{files:,} 个文件未能检查"] * bool(files) + [f"{checks} 项检查出错"] * bool(checks)
    en = [f"{_plural(files, 'file')} could not be checked"] * bool(files)
    en += [f"{_plural(checks, 'check')} failed"] * bool(checks)
    if others:
        zh.append(f"{others} 处其他故障")
        en.append(_plural(others, "other failure"))
    return options.choose(f"检查不完整：{'，'.join(zh)}", f"incomplete: {', '.join(en)}")


def _checked(run: Run, options: ReportOptions) -> str:
    lengths = [length for file in run.files if (length := characters(file)) is not None]
    files, total, checks = len(lengths), sum(lengths), len(run.checks_run)
    return options.choose(
        f"检查 {files:,} 个文件，{total:,} 字，{checks} 项检查",
        f"{_plural(files, 'file')}, {_plural(total, 'character')}, {_plural(checks, 'check')}",
    )


def _plural(count: int, one: str, many: str = "") -> str:
    return f"{count:,} {one if count == 1 else many or one + 's'}"

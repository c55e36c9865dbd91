"""What stands around the drafts on an HTML page: troubles, controls, the keys. The controls wait for the script."""

from __future__ import annotations

from collections import Counter

from reportlint.reporters.html_text import LEVELS, family_word, level, level_word, words
from reportlint.reporters.summary import summary

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reportlint.diagnostic import Diagnostic
    from reportlint.reporting import ReportOptions
    from reportlint.result import FileResult, Run

_KEYS = (
    (("j", "n"), "下一条", "next finding"),
    (("k", "p"), "上一条", "previous finding"),
    (("Enter",), "在列表和正文之间来回", "from the list to the draft and back"),
    (("/",), "查找问题", "search the findings"),
    (("f",), "筛选", "filter"),
    (("Esc",), "清除查找，取消选中", "clear the search, select nothing"),
    (("?",), "打开本说明", "open this help"),
)


def verdict(run: Run, options: ReportOptions) -> str:
    """The line that sums up the run; empty when the user wants none."""
    lines = [line for line in summary(run, options) if line]
    if not lines:
        return ""
    clean = any(style == "clean" for line in lines for _, style in line)
    text = "".join(words(text) for line in lines for text, _ in line)
    praise = ""
    if clean:
        praise = options.choose("很好，没有发现需要修改的地方。", "Well done: nothing was found that needs a change.")
        praise = f'<strong class="praise">{praise}</strong> '
    return f'<p class="verdict{" clean" if clean else ""}">{praise}{text}</p>'


def troubles(run: Run, options: ReportOptions) -> Iterator[str]:
    """What could not be checked, before anything else is told."""
    if not run.incomplete:
        return
    choose = options.choose
    yield '<section class="troubles" aria-labelledby="troubles">'
    yield f'<h2 id="troubles">{choose("有些内容没有检查到", "Some things could not be checked")}</h2><ul>'
    for file in run.files:
        yield from (f"<li>{line}</li>" for line in _broken(file, options))
    for problem in run.problems:
        yield f"<li>{words(problem.render(options.language))}</li>"
    yield "</ul></section>"


def _broken(file: FileResult, options: ReportOptions) -> Iterator[str]:
    path = f"<cite>{words(file.path)}</cite>"
    if file.error:
        why = words(file.error.render(options.language))
        yield options.choose(f"{path} 未能检查：{why}", f"{path} could not be checked: {why}")
    for failure in file.failures:
        check, why = f"<code>{words(failure.check)}</code>", words(failure.error.render(options.language))
        plugin = words(failure.plugin)
        zh = f"{path}：检查项 {check} {f'（来自 {plugin}）' if plugin else ''}出错，其余检查不受影响：{why}"
        en = f"{path}: check {check}{f' (from {plugin})' if plugin else ''} failed, all others ran: {why}"
        yield options.choose(zh, en)


def notes(run: Run, options: ReportOptions) -> Iterator[str]:
    """What the user should know although nothing is wrong."""
    if not run.notes or options.quiet:
        return
    yield '<ul class="notes">'
    yield from (f"<li>{words(note.render(options.language))}</li>" for note in run.notes)
    yield "</ul>"


def chooser(paths: Sequence[tuple[int, str, int]], options: ReportOptions) -> Iterator[str]:
    """Links to the drafts of a page, given as number, path and count of findings; the script makes a menu of them."""
    if len(paths) < 2:  # noqa: PLR2004 - one draft leaves nothing to choose
        return
    label = options.choose("稿件", "Drafts")
    yield f'<nav class="files" aria-label="{label}"><ul>'
    for number, path, count in paths:
        counted = options.choose(f"{count:,} 条", f"{count:,}") if count else options.choose("没有问题", "clean")
        yield f'<li><a href="#file-{number}">{words(path)}</a> <span class="count">{counted}</span></li>'
    yield "</ul></nav>"


def tools(shown: Iterable[Diagnostic], several: bool, options: ReportOptions) -> Iterator[str]:
    """The row of controls; nothing when there is nothing to filter and nothing to choose.

    The figures count places, as the summary of the run does: a finding that stands for several counts as several.
    """
    levels: Counter[str] = Counter()
    families: Counter[str] = Counter()
    for diagnostic in shown:
        levels[level(diagnostic)] += diagnostic.count
        families[diagnostic.family] += diagnostic.count
    choose = options.choose
    label = choose("筛选问题", "Filter the findings")
    yield f'<form class="tools" id="tools" hidden role="search" aria-label="{label}">'
    if several:
        label = choose("稿件", "Draft")
        yield f'<label class="pick"><span>{label}</span> <select id="pick"></select></label>'
    if levels:
        yield f'<fieldset class="levels"><legend>{choose("轻重", "Severity")}</legend>'
        for name in LEVELS:
            if levels[name]:
                # Notes on style would drown what is wrong: who wants them asks for them.
                checked = "" if name == "info" and len(levels) > 1 else " checked"
                yield _box(name, level_word(name, options), levels[name], f'value="{name}"{checked}')
        yield "</fieldset>"
        yield f'<details class="families" id="families"><summary>{choose("类别", "Families")}</summary>'
        yield f"<fieldset><legend>{choose('类别', 'Families')}</legend>"
        for family, count in families.most_common():
            yield _box("family", family_word(family, options), count, f'value="{words(family)}" checked')
        yield "</fieldset></details>"
        find = choose("查找问题", "Search the findings")
        yield f'<input type="search" id="search" aria-label="{find}" placeholder="{find}" autocomplete="off">'
        keys = choose("快捷键", "Keys")
        yield f'<button type="button" id="keys" aria-haspopup="dialog"><kbd>?</kbd> {keys}</button>'
    yield "</form>"


def _box(kind: str, label: str, count: int, attributes: str) -> str:
    return (
        f'<label class="box {kind}"><input type="checkbox" {attributes}> '
        f'<span class="name">{label}</span> <span class="count">{count}</span></label>'
    )


def keys(options: ReportOptions) -> Iterator[str]:
    """The window that tells the keys, and lets them be turned off."""
    choose = options.choose
    yield '<dialog id="help" aria-labelledby="help-title">'
    yield f'<h2 id="help-title">{choose("快捷键", "Keys")}</h2><dl>'
    for names, zh, en in _KEYS:
        shown = " ".join(f"<kbd>{name}</kbd>" for name in names)
        yield f"<div><dt>{shown}</dt><dd>{choose(zh, en)}</dd></div>"
    yield "</dl>"
    single = choose("使用单键快捷键", "Use single keys")
    yield f'<label class="box"><input type="checkbox" id="single" checked> {single}</label>'
    yield f'<button type="button" id="close">{choose("关闭", "Close")}</button></dialog>'

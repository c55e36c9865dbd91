"""One HTML page for a whole run: the drafts with their findings marked in place, and the findings in a list beside.

The page needs nothing but itself: no font, no picture and no script from elsewhere, and its policy forbids to load any.
It can be mailed, archived and printed, and works without its script: then everything is shown, and links lead from the
list to the draft and back. What belongs to the draft or to the user is text on it, never markup.
"""

from __future__ import annotations

import os
from itertools import chain

from reportlint import __version__
from reportlint.reporters import html_controls as controls
from reportlint.reporters.html_draft import Draft, stretches
from reportlint.reporters.html_list import Entries
from reportlint.reporters.html_marks import Painter, spots
from reportlint.reporters.html_text import words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reportlint.diagnostic import Diagnostic
    from reportlint.document import Document
    from reportlint.reporting import Line, ReportOptions
    from reportlint.result import FileResult, Run

_ASSETS = os.path.join(os.path.dirname(os.path.dirname(__file__)), "data", "html")
_SCRIPTS = ("page.js", "page_events.js")
_ICON = (
    "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E"
    "%3Crect width='16' height='16' rx='3' fill='%231f5f8b'/%3E"
    "%3Cpath d='M4 8.5l3 3 5-7' fill='none' stroke='%23fff' stroke-width='2'/%3E%3C/svg%3E"
)


def render(run: Run, options: ReportOptions) -> Iterator[Line]:
    """The page in lines; a draft is one line with the line ends of its own text."""
    shown = [(file, [d for d in file.diagnostics if options.lists(d)]) for file in run.files if file.document]
    # In one block: what it names is nobody else's.
    script = '\n"use strict";\n{' + "".join(map(_asset, _SCRIPTS)) + "}\n"
    lines = chain(
        _head(run, script, options),
        _top(run, shown, options),
        ("<main>",),
        *(_file(number, file, listed, run, options) for number, (file, listed) in enumerate(shown, 1)),
        ("</main>",),
        controls.keys(options),
        _foot(script, options),
    )
    for line in lines:
        yield ((line, ""),)


def _asset(name: str) -> str:
    with open(os.path.join(_ASSETS, name), encoding="utf-8") as stream:
        return "\n" + stream.read()


def _sealed(content: str) -> str:
    """What the policy of the page calls a part of it that may run."""
    from base64 import b64encode
    from hashlib import sha256

    return f"'sha256-{b64encode(sha256(content.encode()).digest()).decode()}'"


def _head(run: Run, script: str, options: ReportOptions) -> Iterator[str]:
    style = _asset("page.css")
    policy = (
        f"default-src 'none'; style-src {_sealed(style)}; script-src {_sealed(script)}; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
    title = options.choose("检查结果", "Findings")
    if len(run.files) == 1:
        title = f"{words(os.path.basename(run.files[0].path))} · {title}"
    yield "<!DOCTYPE html>"
    yield f'<html lang="{options.choose("zh-CN", "en")}">'
    yield '<head><meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="color-scheme" content="light dark"><meta name="referrer" content="no-referrer">'
    yield f'<meta name="generator" content="reportlint {__version__}">'
    yield f"<title>{title} · reportlint</title>"
    yield f'<link rel="icon" href="{_ICON}">'
    yield f"<style>{style}</style></head>"


def _top(run: Run, shown: Sequence[tuple[FileResult, list[Diagnostic]]], options: ReportOptions) -> Iterator[str]:
    choose = options.choose
    yield "<body>"
    if shown:
        draft, findings = choose("跳到正文", "Skip to the draft"), choose("跳到问题列表", "Skip to the findings")
        yield f'<nav class="skip" aria-label="{choose("跳转", "Skip")}"><a href="#draft-1">{draft}</a>'
        yield f'<a href="#findings-1">{findings}</a></nav>'
    yield f'<header class="top"><h1>{choose("工作报告检查结果", "Findings in work reports")}</h1>'
    yield controls.verdict(run, options)
    yield from controls.troubles(run, options)
    yield from controls.notes(run, options)
    paths = [(number, file.path, len(listed)) for number, (file, listed) in enumerate(shown, 1)]
    yield from controls.chooser(paths, options)
    yield "</header>"
    listed = [diagnostic for _, diagnostics in shown for diagnostic in diagnostics]
    if listed or len(shown) > 1:
        yield from controls.tools(listed, len(shown) > 1, options)


def _file(number: int, file: FileResult, listed: list[Diagnostic], run: Run, options: ReportOptions) -> Iterator[str]:
    choose, document = options.choose, file.document
    if document is None:
        return
    blocks = stretches(document)
    painter = Painter(document.text, list(spots(listed, number, options)), blocks)
    kind = "" if listed else " spotless"
    yield f'<section class="file{kind}" id="file-{number}" aria-labelledby="name-{number}">'
    yield f'<h2 class="path" id="name-{number}" tabindex="-1">{words(file.path)}</h2><div class="panes">'
    yield f'<section class="paper" id="draft-{number}" tabindex="-1" aria-labelledby="text-{number}">'
    yield f'<h3 class="unseen" id="text-{number}">{choose("正文", "Draft")}<span> {words(file.path)}</span></h3>'
    # In one line: what a line end would add to the draft is not in it.
    draft = "".join(Draft(document, blocks, painter, options).pieces())
    yield f'<div class="draft" lang="zh-CN">{draft}</div></section>'
    yield f'<section class="list" id="findings-{number}" tabindex="-1" aria-labelledby="list-{number}">'
    yield from _list(number, file, document, listed, options)
    yield from Entries(number, document, painter, run.titles, options).lines(listed)
    yield "</ol></section></div></section>"


def _list(
    number: int, file: FileResult, document: Document, listed: list[Diagnostic], options: ReportOptions
) -> Iterator[str]:
    """The head of the list, with what is said when it is empty."""
    choose = options.choose
    total = len(listed)
    told = choose(f"共 {total:,} 条", f"{total:,} in all")
    some = choose("显示 {0} 条，共 {1} 条", "{0} of {1} shown")
    yield f'<header class="bar"><h3 id="list-{number}">{choose("问题", "Findings")}'
    yield f'<span class="unseen"> {words(file.path)}</span></h3>'
    if total:
        yield f'<p class="shown" role="status" data-some="{some}">{told}</p>'
        before, after = choose("上一条", "Previous finding"), choose("下一条", "Next finding")
        yield f'<span class="steps" hidden><button type="button" class="previous" aria-label="{before}">↑</button>'
        yield f'<button type="button" class="next" aria-label="{after}">↓</button></span></header>'
        nothing = choose("没有符合筛选条件的问题。", "No finding passes the filter.")
        everything = choose("全部显示", "Show all")
        yield f'<p class="nothing" hidden>{nothing} <button type="button" class="everything">{everything}</button></p>'
        unit = choose("段" if document.unit == "paragraph" else "行", document.unit)
        yield f'<p class="unit">{choose(f"位置写作“{unit}:字”。", f"Places are {unit}:character.")}</p>'
    else:
        good = choose("这份稿子没有发现问题。", "No problems found in this draft.")
        if file.failures:
            good = choose("已检查的部分没有发现问题。", "No problems in what was checked.")
        yield f'</header><p class="praise">{good}</p>'
    yield f'<ol class="findings" aria-labelledby="list-{number}">' if total else '<ol class="findings" hidden>'


def _foot(script: str, options: ReportOptions) -> Iterator[str]:
    made = options.choose(
        "由 reportlint {} 生成；本页不联网。", "Made by reportlint {}; this page loads nothing from the network."
    )
    yield f"<footer>{made.format(__version__)}</footer>"
    yield f"<script>{script}</script>"
    yield "</body></html>"

"""The pages that are made from the source: one for each check, their list, and the table of options.

`python tools/build_docs.py` builds the whole site into site/, as `mkdocs build --strict` does. Nothing made here is
kept in a file of the repository: `docs_hook` hands it to mkdocs.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from dataclasses import dataclass
from functools import cache
from html import escape
from inspect import cleandoc
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docs_api import api_page
from docs_html import draft, mark, plain
from docs_precision import in_full, in_short, measured
from reportlint.cli.commands.config import toml
from reportlint.cli.help import confidence_word, severity_word
from reportlint.config.options import OPTIONS
from reportlint.engine import inspect
from reportlint.host import load_checks, option_defaults
from reportlint.readers import read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlint.config import Option
    from reportlint.host import Registered

ROOT = Path(__file__).parent.parent
TABLES = ROOT / "tests" / "checks"
KINDS = {"flag": "开关", "choice": "选择", "list": "列表", "integer": "整数", "size": "大小", "text": "文字"}
EXAMPLES, LONG, LONGEST = 6, 160, 1200
"""How many texts of a table are shown on each side; a longer one is folded, or left out when it is longest."""
_INTRODUCTION = (
    "`reportlint rules` 列出同样的内容，`reportlint explain 编号` 在终端里显示说明；"
    "选项 `--select`、`--ignore` 和配置里写编号，或者写类别。"
)
_LEVELS = (
    "**级别**：错误是念出来会闹笑话的，或者事实上不成立的；警告多半有错；提示属于体例，默认不显示。"
    "**把握**：高是照字面或算式就能断定的，中是看上下文断定的，低是推测。"
)
_FAMILY = re.compile(r"^\| `(?P<id>[a-z]+)` (?P<title>\S+) \| (?P<examples>.+) \|$", re.MULTILINE)


@dataclass(frozen=True)
class Family:
    """A family of checks, as README introduces it."""

    id: str
    title: str
    examples: str
    checks: tuple[Registered, ...]


@cache
def families() -> tuple[Family, ...]:
    """All families of built-in checks, in the order of README; those it does not name come last."""
    by_family: dict[str, list[Registered]] = {}
    for entry in load_checks().values():
        by_family.setdefault(entry.family, []).append(entry)
    named = {match["id"]: match for match in _FAMILY.finditer((ROOT / "README.zh-CN.md").read_text("utf-8"))}
    order = [*(id_ for id_ in named if id_ in by_family), *(id_ for id_ in by_family if id_ not in named)]
    return tuple(
        Family(
            id_,
            named[id_]["title"] if id_ in named else id_,
            named[id_]["examples"] if id_ in named else "",
            tuple(by_family[id_]),
        )
        for id_ in order
    )


def pages() -> dict[str, str]:
    """Markdown by path below docs/."""
    made = {"checks/index.md": check_index(), "plugins/api.md": api_page()}
    made.update({f"checks/{entry.id}.md": check_page(entry) for family in families() for entry in family.checks})
    return made


def check_index() -> str:
    """The list of all checks."""
    lines = [
        "# 检查项",
        "",
        f"共 {sum(len(family.checks) for family in families())} 项。{_INTRODUCTION}",
        "",
        _LEVELS,
    ]
    for family in families():
        lines += ["", f"## {family.title} `{family.id}`", ""]
        lines += [f"例如：{family.examples}。", ""] if family.examples else []
        lines += ["| 检查 | 级别 | 把握 | 样本中报出 |", "|---|---|---|---|"]
        for entry in family.checks:
            meta = entry.check.meta
            lines.append(
                f"| [{meta.title.zh}]({entry.id}.md)<br>`{entry.id}` | {severity_word(meta.severity, 'zh')} "
                f"| {confidence_word(meta.confidence, 'zh')} | {in_short(entry.id)} |"
            )
    lines += ["", "## 准确率怎样量出 {#measured}", "", *measured()]
    return "\n".join(lines) + "\n"


def check_page(entry: Registered) -> str:
    """The page of one check: docstring, options, measured precision, examples of its table, English."""
    meta, text = entry.check.meta, cleandoc(entry.check.__doc__ or "")
    summary, sections = _sections(text)
    facts = [
        f"级别：{severity_word(meta.severity, 'zh')}",
        f"把握：{confidence_word(meta.confidence, 'zh')}",
        "默认运行" if meta.default else "默认不运行，用 `--select` 选用",
        f"始于 {meta.since}",
    ]
    lines = [f"# {meta.title.zh} `{entry.id}`", "", " · ".join(facts), "{ .facts }", "", plain(summary)]
    lines += ["", "## 为什么", "", plain(sections.pop("为什么", ""))]
    lines += ["", "## 反例", "", *_wrong(entry, _unindented(sections.pop("反例", "")))]
    lines += ["", "## 正例", "", draft(_unindented(sections.pop("正例", "")))]
    english = plain(sections.pop("English", ""))
    for heading, body in sections.items():
        lines += ["", f"## {heading}", "", plain(body)]
    lines += [*_options(entry), "", "## 准确率", "", in_full(entry.id), *_examples(entry.id)]
    if meta.aliases:
        lines += ["", "## 旧编号", "", "、".join(f"`{alias}`" for alias in meta.aliases) + "，仍可使用。"]
    lines += ["", "## English", "", f"**{meta.title.en}** — {meta.severity.label}, confidence {meta.confidence.label}."]
    return "\n".join([*lines, "", english]) + "\n"


def option_table() -> str:
    """Every option of a run: for the command line, and for the configuration where it may stand there."""
    lines = ["| 选项 | 默认 | 说明 |", "|---|---|---|"]
    for option in OPTIONS:
        names = [f"`--{option.name}`", *([f"`-{option.short}`"] if option.short else [])]
        notes = [KINDS[option.kind]] if option.kind != "choice" else []
        notes += [f"配置里写作 `{option.key}`"] if option.configurable and option.key != option.name else []
        notes += [] if option.configurable else ["只用于命令行"]
        words = [f"{plain(option.help.zh)}。" + (f"（{'；'.join(notes)}）" if notes else "")]
        words += ["可选：" + "、".join(f"`{choice}`" for choice in option.choices)] if option.choices else []
        lines.append(f"| {'<br>'.join(names)} | {_default(option)} | {'<br>'.join(words)} |")
    return "\n".join(lines)


def _default(option: Option) -> str:
    value = option.shown_default
    return "—" if value in {None, ()} else f"`{toml(value)}`"


def _sections(text: str) -> tuple[str, dict[str, str]]:
    """The first paragraph of a docstring, and what stands under each of its headings."""
    summary, *rest = re.split(r"^## (.+)\n", text, flags=re.MULTILINE)
    return summary.strip(), {title.strip(): body.strip("\n") for title, body in zip(rest[::2], rest[1::2], strict=True)}


def _unindented(example: str) -> str:
    return re.sub(r"^ {4}", "", example.strip("\n"), flags=re.MULTILINE).rstrip()


def _wrong(entry: Registered, example: str) -> Iterator[str]:
    """The wrong example as the check sees it: marked, with its messages."""
    document = read("draft.txt", example.encode())
    found = inspect(document, [(entry.id, entry.make())]).diagnostics
    places = [document.map.to_source(diagnostic.location.span) for diagnostic in found]
    yield draft(mark(example, [(place.start, place.end) for place in places]))
    yield ""
    for message in dict.fromkeys(diagnostic.message.zh for diagnostic in found):
        yield f'<div class="message">提示：{escape(message, quote=False)}</div>'


def _options(entry: Registered) -> Iterator[str]:
    usual = option_defaults(entry.check.Options)
    if not usual:
        return
    chinese = _words().get(entry.id, {})
    english = _attributes(entry.check.Options)
    yield from ["", "## 选项", "", "| 选项 | 默认 | 说明 |", "|---|---|---|"]
    for name, default in usual.items():
        key = name.replace("_", "-")
        yield f"| `{key}` | `{toml(default)}` | {chinese.get(key) or plain(english.get(name, ''))} |"
    yield from ["", "```toml", f'[checks."{entry.id}"]']
    yield from (f"{name.replace('_', '-')} = {toml(default)}" for name, default in usual.items())
    yield "```"


@cache
def _words() -> dict[str, dict[str, str]]:
    """What options of checks mean, in Chinese."""
    found: dict[str, dict[str, str]] = tomllib.loads((ROOT / "docs" / "options.zh.toml").read_text("utf-8"))
    return found


def _attributes(kind: type[Any] | None) -> dict[str, str]:
    """What the docstring of options says of each."""
    _, _, attributes = cleandoc((kind.__doc__ if kind else "") or "").partition("Attributes:\n")
    found = re.findall(r"^ {4}(\w+): (.+(?:\n {5,}.+)*)", attributes, re.MULTILINE)
    return {name: " ".join(words.split()) for name, words in found}


def _examples(id_: str) -> Iterator[str]:
    """Texts of the table of a check, evenly chosen, short ones first."""
    cases = tomllib.loads((TABLES / f"{id_}.toml").read_text("utf-8"))["case"]
    yield from ["", "## 更多例子"]
    for title, firing in (("会提示（标亮处）", True), ("不提示", False)):
        fitting = [case for case in cases if ("⟦" in case["text"]) == firing and len(case["text"]) <= LONGEST]
        short = [case for case in fitting if len(case["text"]) <= LONG] or fitting
        yield from ["", f"### {title}", ""]
        for case in short[:: max(1, len(short) // EXAMPLES)][:EXAMPLES]:
            yield from _example(case)


def _example(case: dict[str, Any]) -> Iterator[str]:
    shown = draft(case["text"])
    notes = [f"选项 `{name} = {toml(value)}`" for name, value in case.get("options", {}).items()]
    notes += ["Markdown 文件"] if case.get("format") == "md" else []
    if notes:
        yield from ["，".join(notes) + "：", ""]
    yield f"<details><summary>较长的一篇</summary>{shown}</details>" if len(case["text"]) > LONG else shown
    yield ""


if __name__ == "__main__":
    sys.exit(subprocess.run([sys.executable, "-m", "mkdocs", "build", "--strict"], cwd=ROOT, check=False).returncode)

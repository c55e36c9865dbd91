"""The reference of `reportlint.api`, made from its source: names, signatures and docstrings."""

from __future__ import annotations

import ast
import importlib
import inspect
import re
from functools import cache
from inspect import cleandoc
from typing import TYPE_CHECKING

from docs_html import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

API = "reportlint.api"
GROUPS = {
    "写检查": "Check Meta Finding Related Fix Edit Text Severity Confidence Safety Pattern MULTILINE frozen find_all",
    "草稿": "Document Block Table Cell Span Place Declared",
    "关于草稿的事实": "fact sentences clauses sentence_of clause_of words tokenizer outline Outline Heading identity "
    "Identity home Home dates DateMention quantities Quantity masks Mask",
    "插件": "API_VERSION checks_in Reader Builder LineOrigin decode Decoded UndecodableError Kind Part Reporter "
    "ReportOptions",
    "结果": "Run FileResult Diagnostic Location Suggestion Failure",
}
REST = "其他"
_SECTIONS = {"Attributes": "字段", "Args": "参数", "Returns": "返回", "Yields": "产出", "Raises": "异常"}
_SECTION = re.compile(rf"^({'|'.join(_SECTIONS)}):\n", re.MULTILINE)
_WIDTH = 88


def api_page() -> str:
    """The page as Markdown."""
    module = importlib.import_module(API)
    names = set(module.__all__)
    groups = {title: [name for name in listed.split() if name in names] for title, listed in GROUPS.items()}
    groups[REST] = sorted(names.difference(*groups.values()))
    lines = [
        "# 接口参考",
        "",
        "插件和检查只从 `reportlint.api` 导入；这里没有的，随时会变。说明取自源代码，为英文。",
        "",
        *_prose(module.__doc__ or ""),
    ]
    for title, listed in groups.items():
        if listed:
            lines += ["", f"## {title}"]
            for name in listed:
                lines += ["", *_entry(name)]
    hooks = importlib.import_module("reportlint.hookspecs")
    lines += ["", "## 挂钩函数", "", *_prose(hooks.__doc__ or "")]
    for node in _tree("reportlint.hookspecs").body:
        if isinstance(node, ast.FunctionDef):
            lines += ["", f"### `{node.name}` {{ #{node.name} }}", "", *_function(node)]
    return "\n".join(lines) + "\n"


def _entry(name: str) -> Iterator[str]:
    yield f"### `{name}` {{ #{name} }}"
    yield ""
    node = _defined(API, name)
    if isinstance(node, ast.ClassDef):
        yield from _class(node)
    elif isinstance(node, ast.FunctionDef):
        yield from _function(node)
    else:
        value, words = node
        yield from ["```python", f"{name} = {value}", "```", "", *_prose(words)]


def _class(node: ast.ClassDef) -> Iterator[str]:
    bases = ", ".join(ast.unparse(base) for base in node.bases)
    fields = [inner for inner in node.body if isinstance(inner, ast.AnnAssign) and not _is_private(inner.target)]
    initialiser = next((inner for inner in node.body if _is_function(inner, "__init__")), None)
    shown: list[str] = []
    if isinstance(initialiser, ast.FunctionDef):
        shown = [argument for argument in _arguments(initialiser) if argument != "self"]
    elif any("frozen" in ast.unparse(decorator) for decorator in node.decorator_list):
        shown = [ast.unparse(inner) for inner in fields if "ClassVar" not in ast.unparse(inner.annotation)]
    head = f"class {node.name}({bases})" if bases and not shown else _call(f"class {node.name}", shown, "")
    members = [ast.unparse(inner) for inner in node.body if isinstance(inner, ast.Assign)] if "Enum" in bases else []
    yield from ["```python", head, *(f"    {member}" for member in members), "```", ""]
    yield from _prose(ast.get_docstring(node) or "")
    for inner in node.body:
        if isinstance(inner, ast.FunctionDef) and not inner.name.startswith("_"):
            yield from ["", *_method(inner)]


def _method(node: ast.FunctionDef) -> Iterator[str]:
    is_property = any("property" in ast.unparse(decorator) for decorator in node.decorator_list)
    returned = f" -> {ast.unparse(node.returns)}" if node.returns else ""
    arguments = [argument for argument in _arguments(node) if argument not in {"self", "cls"}]
    signature = f"{node.name}{returned}" if is_property else f"{node.name}({', '.join(arguments)}){returned}"
    text = ast.get_docstring(node) or ""
    yield f"`{signature}`"
    yield ":   " + "\n    ".join(_prose(text)) if text else ":   —"


def _function(node: ast.FunctionDef) -> Iterator[str]:
    returned = f" -> {ast.unparse(node.returns)}" if node.returns else ""
    yield from ["```python", _call(node.name, _arguments(node), returned), "```", ""]
    yield from _prose(ast.get_docstring(node) or "")


def _arguments(node: ast.FunctionDef) -> list[str]:
    """The arguments of a function as written, with defaults."""
    return _split(ast.unparse(node.args))


def _split(text: str) -> list[str]:
    """Parts between commas that stand in no bracket."""
    parts, depth, start = [], 0, 0
    for offset, character in enumerate(text):
        depth += (character in "([{") - (character in ")]}")
        if character == "," and not depth:
            parts.append(text[start:offset].strip())
            start = offset + 1
    return [*parts, text[start:].strip()] if text[start:].strip() else parts


def _call(name: str, arguments: list[str], returned: str) -> str:
    """A signature on one line, or one argument to a line."""
    line = f"{name}({', '.join(arguments)}){returned}"
    if len(line) <= _WIDTH:
        return line
    return "\n".join([f"{name}(", *(f"    {argument}," for argument in arguments), f"){returned}"])


def _prose(text: str) -> list[str]:
    """A docstring as Markdown: its sections as lists, indented examples as code."""
    before, *rest = _SECTION.split(cleandoc(text))
    lines = _paragraphs(before)
    for title, body in zip(rest[::2], rest[1::2], strict=True):
        entries = re.findall(r"^ {4}(\S.*(?:\n {5,}.+|\n {4,}\S.+)*)", body, re.MULTILINE) if title == "Returns" else []
        entries = entries or re.findall(r"^ {4}(\S.*(?:\n {5,}.+)*)", body, re.MULTILINE)
        lines += ["", f"{_SECTIONS[title]}：", ""]
        for entry in entries:
            name, colon, words = " ".join(entry.split()).partition(": ")
            is_named = bool(colon) and re.fullmatch(r"[\w.*]+", name)
            lines.append(f"- `{name}` — {plain(words)}" if is_named else f"- {plain(' '.join(entry.split()))}")
        after = re.split(r"^(?=\S)", body, maxsplit=1, flags=re.MULTILINE)
        lines += ["", *_paragraphs(after[1])] if len(after) > 1 else []
    return lines


def _paragraphs(text: str) -> list[str]:
    """Paragraphs as Markdown; indented ones are code."""
    lines: list[str] = []
    for paragraph in re.split(r"\n{2,}", text.strip("\n")):
        if paragraph.startswith("    "):
            lines += ["", "```python", *(line[4:] for line in paragraph.split("\n")), "```"]
        else:
            lines += ["", plain(paragraph)]
    return lines[1:]


@cache
def _tree(module: str) -> ast.Module:
    return ast.parse(inspect.getsource(importlib.import_module(module)))


def _defined(module: str, name: str) -> ast.ClassDef | ast.FunctionDef | tuple[str, str]:
    """Where a name is defined, whoever hands it on; of a constant the value and the words below it.

    Raises:
        LookupError: when nobody defines it.
    """
    body = list(_walk(_tree(module).body))
    for index, node in enumerate(body):
        if isinstance(node, (ast.ClassDef, ast.FunctionDef)) and node.name == name:
            return node
        if isinstance(node, (ast.Assign, ast.AnnAssign)) and name in _assigned(node):
            after = body[index + 1] if index + 1 < len(body) else None
            words = after.value.value if isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant) else ""
            return ast.unparse(node.value) if node.value else "", str(words)
    for node in body:
        if isinstance(node, ast.ImportFrom) and node.module and any((a.asname or a.name) == name for a in node.names):
            return _defined(node.module, name)
    message = f"{module} does not define {name}"
    raise LookupError(message)


def _assigned(node: ast.Assign | ast.AnnAssign) -> set[str]:
    targets = node.targets if isinstance(node, ast.Assign) else [node.target]
    return {target.id for target in targets if isinstance(target, ast.Name)}


def _walk(body: list[ast.stmt]) -> Iterator[ast.stmt]:
    """Statements of a module, those of `else:` branches too: what is only for type checkers stands in the others."""
    for node in body:
        if isinstance(node, ast.If):
            yield from _walk(node.orelse)
        else:
            yield node


def _is_private(target: ast.expr) -> bool:
    return isinstance(target, ast.Name) and target.id.startswith("_")


def _is_function(node: ast.stmt, name: str) -> bool:
    return isinstance(node, ast.FunctionDef) and node.name == name

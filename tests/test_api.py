"""What plugins import stays as it is unless a change was meant: `api.txt` beside this file says what it is.

To write that file anew:

    python tests/test_api.py
"""

from __future__ import annotations

import ast
import collections.abc
import difflib
import inspect
import re
import typing
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import jieba
import pytest

from reportlint import api, hookspecs

SNAPSHOT = Path(__file__).with_name("api.txt")
ADVICE = """\
reportlint.api is not what tests/api.txt says. If that was not meant, undo it: plugins would break. If it was,
raise API_VERSION in src/reportlint/api.py (a new minor version for what was added, a new major one for what was taken
away or changed), say so in CHANGELOG.md, and run `python tests/test_api.py`, which writes tests/api.txt anew.
"""
HEAD = """\
# All that plugins may import from reportlint.api, and, below, what they meet there without importing it.
# Written by `python tests/test_api.py`; see that file."""
Defined = ast.ClassDef | ast.FunctionDef | ast.Assign | ast.AnnAssign


@cache
def module(name: str) -> list[ast.stmt]:
    """The statements of a module, those that only type checkers see included."""
    spec = find_spec(name)
    assert spec
    assert spec.origin
    return list(flat(ast.parse(Path(spec.origin).read_text(encoding="utf-8")).body))


def flat(body: list[ast.stmt]) -> typing.Iterator[ast.stmt]:
    """Statements, and those below an `if`."""
    for statement in body:
        if isinstance(statement, ast.If):
            yield from flat([*statement.body, *statement.orelse])
        else:
            yield statement


@cache
def definition(name: str, within: str) -> tuple[Defined, str] | None:
    """Where a name that a module uses is defined, and in which module of ours; None: not in ours."""
    for statement in module(within):
        if isinstance(statement, ast.ImportFrom) and str(statement.module).startswith("reportlint"):
            for alias in statement.names:
                if name == (alias.asname or alias.name):
                    return definition(alias.name, str(statement.module))
        if isinstance(statement, ast.ClassDef | ast.FunctionDef) and statement.name == name:
            if "overload" not in decorators(statement):
                return statement, within
        elif isinstance(statement, ast.Assign | ast.AnnAssign) and name in targets(statement):
            return None if "TypeVar" in ast.unparse(statement) else (statement, within)
    return None


def decorators(node: ast.ClassDef | ast.FunctionDef) -> list[str]:
    """Its decorators as they are written."""
    return [ast.unparse(decorator) for decorator in node.decorator_list]


def targets(node: ast.Assign | ast.AnnAssign) -> list[str]:
    """The names that are assigned to."""
    return [ast.unparse(target) for target in (node.targets if isinstance(node, ast.Assign) else [node.target])]


def members(node: ast.stmt) -> list[Defined]:
    """Fields and methods of a class that are public, or that the language calls."""
    return [
        member
        for member in (node.body if isinstance(node, ast.ClassDef) else ())
        if (isinstance(member, ast.FunctionDef) and is_public(member.name))
        or (isinstance(member, ast.Assign | ast.AnnAssign) and all(map(is_public, targets(member))))
    ]


def is_public(name: str) -> bool:
    """Whether a member is for others."""
    return not name.startswith("_") or (name.startswith("__") and name not in {"__slots__", "__post_init__"})


def shown(node: Defined) -> list[str]:
    """A definition without its code, in lines."""
    if isinstance(node, ast.ClassDef):
        kind = "record" if any("frozen" in words for words in decorators(node)) else "class"
        bases = ", ".join(map(ast.unparse, node.bases))
        return [
            f"{kind} {node.name}" + (f"({bases})" if bases else ""),
            *(f"    {line}" for member in members(node) for line in shown(member)),
        ]
    if isinstance(node, ast.FunctionDef):
        returned = f" -> {ast.unparse(node.returns)}" if node.returns else ""
        words = [f"@{decorator} " for decorator in decorators(node)]
        return [f"{''.join(words)}def {node.name}({ast.unparse(node.args)}){returned}"]
    return [ast.unparse(node)]


def met(node: Defined) -> set[str]:
    """Names in the annotations and bases of a definition."""
    parts: list[ast.expr | None] = []
    if isinstance(node, ast.ClassDef):
        return {base for part in node.bases for base in names(part)}.union(*(met(member) for member in members(node)))
    if isinstance(node, ast.FunctionDef):
        parts = [*(argument.annotation for argument in arguments(node)), node.returns]
    elif isinstance(node, ast.AnnAssign):
        parts = [node.annotation]
    else:
        parts = [node.value]
    return {name for part in parts for name in names(part)}


def names(part: ast.expr | None) -> set[str]:
    """All names in an expression."""
    return {node.id for node in ast.walk(part) if isinstance(node, ast.Name)} if part else set()


def arguments(node: ast.FunctionDef) -> list[ast.arg]:
    """Parameters, without `self`."""
    given = node.args
    every = [*given.posonlyargs, *given.args, *given.kwonlyargs, *filter(None, (given.vararg, given.kwarg))]
    return [argument for argument in every if argument.arg not in {"self", "cls"}]


def interface() -> str:
    """The text of the snapshot."""
    public = [found(name, api.__name__) for name in api.__all__]
    others: dict[tuple[str, str], Defined] = {}
    waiting = list(public)
    while waiting:
        node, within = waiting.pop()
        for name in met(node):
            there = definition(name, within)
            if there and name not in api.__all__ and (name, there[1]) not in others:
                others[name, there[1]] = there[0]
                waiting.append(there)
    hooks = [statement for statement in module(hookspecs.__name__) if isinstance(statement, ast.FunctionDef)]
    blocks = [shown(node) for node, _ in public]
    blocks += [["# Hooks, which plugins define."], *map(shown, hooks)]
    blocks += [["# Not to be imported."], *(shown(others[key]) for key in sorted(others))]
    return "\n\n".join([HEAD, *map("\n".join, blocks)]) + "\n"


def found(name: str, within: str) -> tuple[Defined, str]:
    """The definition of a name that must have one."""
    there = definition(name, within)
    assert there, f"{name} is not defined in reportlint"
    return there


def test_the_interface_is_what_it_was() -> None:
    was, now = SNAPSHOT.read_text(encoding="utf-8").splitlines(), interface().splitlines()

    changes = list(difflib.unified_diff(was, now, "tests/api.txt", "reportlint.api", n=2, lineterm=""))
    if changes:
        pytest.fail("\n".join([ADVICE, *changes]), pytrace=False)


def test_the_version_is_a_major_and_a_minor_one() -> None:
    assert re.fullmatch(r"[1-9]\d{0,2}\.(0|[1-9]\d{0,2})", api.API_VERSION)


def test_all_that_is_imported_is_offered_in_order() -> None:
    imported = {
        alias.asname or alias.name
        for statement in module(api.__name__)
        if isinstance(statement, ast.ImportFrom)
        for alias in statement.names
    }

    assert set(api.__all__) == imported | {"API_VERSION"}
    assert api.__all__ == sorted(set(api.__all__), key=lambda name: (not name.isupper(), name[0].islower(), name))


@pytest.mark.parametrize("name", api.__all__)
def test_every_name_and_what_it_offers_is_explained(name: str) -> None:
    node, within = found(name, api.__name__)

    if isinstance(node, ast.Assign | ast.AnnAssign):
        after = module(within)[module(within).index(node) + 1]
        assert isinstance(after, ast.Expr), "a constant is followed by a string that explains it"
        assert isinstance(ast.literal_eval(after.value), str)
        return
    assert getattr(api, name).__doc__
    assert ast.get_docstring(node)
    for member in members(node):
        if isinstance(member, ast.FunctionDef) and not member.name.startswith("__"):
            assert ast.get_docstring(member), f"{name}.{member.name} says nothing"


@pytest.mark.parametrize("name", api.__all__)
def test_every_field_parameter_and_result_is_typed(name: str) -> None:
    node, _ = found(name, api.__name__)

    for part in [node, *members(node)]:
        if isinstance(part, ast.FunctionDef):
            assert part.returns, part.name
            assert all(argument.annotation for argument in arguments(part)), part.name
        elif isinstance(part, ast.Assign) and isinstance(node, ast.ClassDef):
            assert "Enum" in ast.unparse(node.bases[0]), ast.unparse(part)


@pytest.mark.parametrize("name", [name for name in api.__all__ if inspect.isfunction(getattr(api, name))])
def test_types_of_functions_can_be_asked_for(name: str) -> None:
    function = inspect.unwrap(getattr(api, name))
    known = {**vars(typing), **vars(collections.abc), **vars(api), "jieba": jieba, "T": typing.TypeVar("T")}

    hints = typing.get_type_hints(function, localns=known)

    assert name == "frozen" or set(hints) == {*inspect.signature(function).parameters, "return"}


if __name__ == "__main__":
    SNAPSHOT.write_text(interface(), encoding="utf-8")

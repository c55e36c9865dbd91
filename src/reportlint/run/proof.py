"""Runs the tables and examples of checks: what `reportlint test` and the pytest fixture do."""

from __future__ import annotations

import os

from reportlint.check import Text
from reportlint.collect import RULE_SUFFIXES
from reportlint.config.files import FILE_NAME
from reportlint.host.local import shown
from reportlint.run.session import Session
from reportlint.tables import TableError, read_table, try_case, try_examples
from reportlint.text import Pattern
from reportlint.text.frozen import frozen
from reportlint.text.toml import toml_in

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from reportlint.host import Catalogue, Registered

_ARROW = Pattern(r"(?m)^[^#\n]{1,80}(?:=>|＝＞|→|-->)")
_NO_RULES = frozenset({FILE_NAME, "pyproject.toml"})
_SKIPPED = frozenset({"node_modules", "venv", "__pycache__"})


@frozen
class Result:
    """One case or example that was tried.

    Attributes:
        check: id of the check.
        name: which one: the file and number of a case, or the kind of example.
        wrong: what is wrong; empty when it passed.
    """

    check: str
    name: str
    wrong: tuple[Text, ...] = ()


@frozen
class Proof:
    """What trying found.

    Attributes:
        results: of every case and example.
        problems: what kept it from trying something.
        untried: ids of checks that are not built in and have neither a table nor an example.
    """

    results: tuple[Result, ...]
    problems: tuple[Text, ...]
    untried: tuple[str, ...]


def prove(paths: Sequence[str], command_line: Mapping[str, object] | None = None) -> Proof:
    """Try tables and examples.

    Args:
        paths: tables, files of rules, or folders that are searched for both; without any, all tables in the usual
            places (`tests` beside local plugins, `tests` here), and the examples of all checks that are not built in.
        command_line: options as for `Session`: plugins, rules, config…

    Raises:
        ConfigError: when the configuration cannot be used.
    """
    given = dict(command_line or {})
    files = [file for path in paths for file in _files(path)]
    rules = tuple(file for file in files if not _is_table(file))
    if rules:
        given["rules"] = (*_as_tuple(given.get("rules")), *rules)
    session = Session(given, os.environ)
    settings = session.settings("draft.txt")
    known = session.catalogue(settings)
    if not paths:
        files = [file for folder in _usual(settings["plugins"]) for file in _files(folder) if _is_table(file)]
    results = list(_tables(known, [file for file in files if _is_table(file)]))
    problems = [text for text in (_missing(path) for path in paths) if text]
    problems += [result.wrong[0] for result in results if not result.check]
    results = [result for result in results if result.check]
    chosen = {shown(path) for path in rules}
    for id_, entry in known.checks.items():
        if entry.plugin and (not paths or entry.plugin in chosen):
            results += [Result(id_, name, tuple(wrong)) for name, wrong in try_examples(entry)]
    tried = {result.check for result in results}
    untried = () if paths else tuple(id_ for id_, entry in known.checks.items() if entry.plugin and id_ not in tried)
    return Proof(tuple(results), (*session.problems(), *problems), untried)


def _tables(known: Catalogue, files: Iterable[str]) -> Iterator[Result]:
    """A result for each case; one without a check when a table cannot be used at all."""
    for file in files:
        id_ = os.path.splitext(os.path.basename(file))[0]
        check = known.checks.get(id_)
        if check is None:
            zh, en = (
                f"{file}：没有检查项 {id_}（用例表以检查编号命名）",
                f"{file}: there is no check {id_}; a table is named after its check",
            )
            yield Result("", file, (Text(zh, en),))
            continue
        yield from _table(file, check)


def _table(file: str, check: Registered) -> Iterator[Result]:
    try:
        cases = read_table(file)
    except TableError as error:
        yield Result("", file, (error.text,))
        return
    for number, case in enumerate(cases, 1):
        why = f" {case.why}" if case.why else ""
        yield Result(check.id, f"{file} {number}{why}", tuple(try_case(check, case)))


def _missing(path: str) -> Text | None:
    return None if os.path.exists(path) else Text(f"{path}：文件不存在", f"{path}: does not exist")


def _as_tuple(value: object) -> tuple[object, ...]:
    return value if isinstance(value, tuple) else ()


def _usual(folders: Iterable[str]) -> list[str]:
    """Where tables lie when nobody says where."""
    own = os.path.join("tests", "checks")
    places = [*(os.path.join(folder, "tests") for folder in folders), own if os.path.isdir(own) else "tests"]
    return [place for place in places if os.path.isdir(place)]


def _files(path: str) -> Iterator[str]:
    """Tables and files of rules at or below a path; other files are passed over, unless named."""
    if not os.path.isdir(path):
        if os.path.exists(path):
            yield path
        return
    for name in sorted(os.listdir(path)):
        inner = os.path.join(path, name)
        if name.startswith(".") or name in _SKIPPED:
            continue
        if os.path.isdir(inner):
            yield from _files(inner)
        elif name.endswith(RULE_SUFFIXES) and name not in _NO_RULES and (_is_table(inner) or _holds_rules(inner)):
            yield inner


def _is_table(path: str) -> bool:
    return path.endswith(".toml") and isinstance(toml_in(path).get("case"), list)


def _holds_rules(path: str) -> bool:
    """Whether a file found in a folder is one of rules; a draft in plain text is none."""
    if path.endswith(".toml"):
        data = toml_in(path)
        return bool(data) and all(isinstance(value, dict) and "bad" in value for value in data.values())
    try:
        with open(path, encoding="utf-8", errors="replace") as stream:
            return _ARROW.search(stream.read(4000)) is not None
    except OSError:
        return False

"""Runs the tables and examples of checks: what `reportlint test` and the pytest fixture do."""

from __future__ import annotations

import os
import time

from reportlint.check import Text
from reportlint.config.files import FILE_NAME
from reportlint.host.local import shown
from reportlint.run.load import limits_of
from reportlint.run.session import Session
from reportlint.run.testfiles import find_files, is_table, usual_places
from reportlint.scaffold import home_of
from reportlint.tables import TableError, read_table, try_case, try_examples
from reportlint.text.frozen import frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from reportlint.host import Catalogue, Registered
    from reportlint.limits import Limits


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
    files = [file for path in paths for file in find_files(path)]
    rules = tuple(file for file in files if not is_table(file))
    if rules:
        given["rules"] = (*_as_tuple(given.get("rules")), *rules)
    session = Session(given, os.environ)
    settings = session.settings("draft.txt")
    known = session.catalogue(settings)
    home = home_of(os.curdir)
    if not paths:
        files = [file for folder in usual_places(settings["plugins"]) for file in find_files(folder) if is_table(file)]
    limits = limits_of(settings)
    results = list(_tables(known, [file for file in files if is_table(file)], limits))
    problems = [text for text in (_missing(path) for path in paths) if text]
    problems += [result.wrong[0] for result in results if not result.check]
    results = [result for result in results if result.check]
    chosen = {shown(path) for path in rules}
    for id_, entry in known.checks.items():
        # In the project of a plugin its own checks are meant, not those of others that are installed, too.
        meant = not home.packages or entry.family in home.packages
        if entry.plugin and ((not paths and meant) or entry.plugin in chosen):
            results += [Result(id_, name, tuple(wrong)) for name, wrong in try_examples(entry, limits)]
    tried = {result.check for result in results}
    own = [
        id_
        for id_, entry in known.checks.items()
        if entry.plugin and (not home.packages or entry.family in home.packages)
    ]
    untried = () if paths else tuple(id_ for id_ in own if id_ not in tried)
    return Proof(tuple(results), (*session.problems(), *problems), untried)


def project_of(folder: str) -> str:
    """The nearest folder at or above one that holds a project or a configuration; the folder itself without any."""
    above = folder
    while True:
        if any(os.path.exists(os.path.join(above, name)) for name in (FILE_NAME, "pyproject.toml")):
            return above
        parent = os.path.dirname(above)
        if parent == above:
            return folder
        above = parent


def _tables(known: Catalogue, files: Iterable[str], limits: Limits) -> Iterator[Result]:
    """A result for each case; one without a check when a table cannot be used at all."""
    for file in files:
        id_ = os.path.splitext(os.path.basename(file))[0]
        check = known.checks.get(id_)
        if check is None:
            yield Result("", file, (_unknown(file, id_),))
            continue
        yield from _table(file, check, limits)


def _unknown(file: str, id_: str) -> Text:
    """That a table is of no check; in the folder of a plugin, that it may not be installed."""
    file = shown(file)
    install = home_of(".").kind == "plugin"
    zh, en = (
        ("插件要先安装：pip install -e .", "install the plugin first: pip install -e .")
        if install
        else (
            "用例表以检查编号命名",
            "a table is named after its check",
        )
    )
    return Text(f"{file}：没有检查项 {id_}（{zh}）", f"{file}: there is no check {id_} ({en})")


def _table(file: str, check: Registered, limits: Limits) -> Iterator[Result]:
    try:
        cases = read_table(file)
    except TableError as error:
        yield Result("", file, (error.text,))
        return
    for number, case in enumerate(cases, 1):
        began = time.monotonic()
        why = f" {case.why}" if case.why else ""
        yield Result(check.id, f"{shown(file)} {number}{why}", tuple(try_case(check, case, limits)))
        if limits.seconds and time.monotonic() - began >= limits.seconds and number < len(cases):
            zh, en = "超时，其余各例不再试", "too slow; the other cases were not tried"
            yield Result("", file, (Text(f"{shown(file)}：{zh}", f"{shown(file)}: {en}"),))
            return


def _missing(path: str) -> Text | None:
    return None if os.path.exists(path) else Text(f"{path}：文件不存在", f"{path}: does not exist")


def _as_tuple(value: object) -> tuple[object, ...]:
    return value if isinstance(value, tuple) else ()

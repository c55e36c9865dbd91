"""Checks and rules in files of the user: where they are found, and whom Python is trusted from."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from command import reportlint
from ownchecks import CHECK, TEXT, check, ids, lint, rule, write

IMPORTING = """\
from reportlint.api import *
{outside}

class Name(Check):
    meta = Meta(Text("x"), Severity.WARNING)

    def run(self, document):
        {inside}
        for start in find_all(document.text, _words.WORD):
            yield Finding(Span(start, start + len(_words.WORD)), Text("不写"))
"""
HOOK = "\ndef reportlint_checks():\n    from . import _other\n    return {'name': _other.Name}\n"


def test_folders_of_the_configuration_and_of_the_command_line(project: Path) -> None:
    check(project / "checks" / "name.py")
    check(project / "checks" / "My Office" / "Long_Name.py", "县局")
    check(project / "more" / "全称.py", "区厅")
    rule(project / "checks" / "用语.toml", "审定")
    rule(project / "checks" / "用词" / "x.toml", "报送")
    write(project / "checks" / "用词" / "词表.txt", "总结 => 小结\n")
    for skipped in ("_x.py", ".x.py", "tests/x.py", "x/_x.py", "x.pyc", "x.md"):
        write(project / "checks" / skipped, "raise SystemExit('never')\n")

    result = lint("a.txt", "--plugins", "more", cwd=project)

    assert (result.code, result.err) == (0, "")
    assert ids(result) == ["用词.词表", "用词.全称", "local.name", "my-office.long-name", "local.全称", "用语.全称"]
    assert lint("a.txt", "--plugins", "more", "--isolated", cwd=project).out.count("local.全称") == 1


def test_paths_of_the_configuration_are_relative_to_it(project: Path) -> None:
    check(project / "checks" / "name.py")
    rule(project / "rules" / "用语.toml", "县局")
    write(project / "reportlint.toml", 'plugins = ["checks"]\nrules = ["rules/*.toml"]\n')
    write(project / "2023" / "b.txt", TEXT)
    (project / "2023" / "checks").mkdir()

    result = lint("b.txt", "../a.txt", cwd=project / "2023")

    assert (result.code, result.err) == (0, "")
    assert ids(result) == ["local.name", "用语.全称"] * 2


@pytest.mark.parametrize("where", ["", "2023"])
def test_python_is_trusted_in_and_below_the_folder_of_the_configuration(project: Path, where: str) -> None:
    check(project / "checks" / "name.py")
    write(project / "2023" / "b.txt", TEXT)

    result = lint(project / "a.txt", cwd=project / where)

    assert (result.code, result.err, ids(result)) == (0, "", ["local.name"])


@pytest.mark.parametrize("arguments", [("项目/a.txt",), ("项目",), ("-", "--stdin-filename", "项目/a.txt")])
def test_python_that_a_configuration_elsewhere_names_does_not_run(project: Path, arguments: tuple[str, ...]) -> None:
    mark = project / "it-ran"
    write(project / "checks" / "name.py", f"open({str(mark)!r}, 'w').close()\n")
    rule(project / "checks" / "用语.toml")
    rule(project / "rules" / "用词.toml")
    write(project / "reportlint.toml", 'plugins = ["checks"]\nrules = ["rules/用词.toml"]\n')

    result = reportlint(*arguments, "-f", "concise", cwd=project.parent, stdin=TEXT.encode())

    assert result.code == 2
    assert ids(result) == ["用词.全称"], "rules are safe wherever they are from"
    assert not mark.exists()
    assert str(project / "reportlint.toml") in result.err
    assert "--config" in result.err
    assert "--plugins" in result.err
    assert len(result.err.splitlines()) == 1


@pytest.mark.parametrize("option", [("--config", "项目/reportlint.toml"), ("--plugins", "项目/checks")])
def test_what_the_note_advises_helps(project: Path, option: tuple[str, str]) -> None:
    check(project / "checks" / "name.py")

    result = lint("项目/a.txt", *option, cwd=project.parent)

    assert (result.code, result.err, ids(result)) == (0, "", ["local.name"])


@pytest.mark.parametrize(
    "config",
    ['select = ["local.name"]\n', '[severities]\n"local.name" = "error"\n', '[checks."local.name"]\nword = "x"\n'],
)
def test_the_note_is_given_too_when_the_configuration_calls_a_check_that_did_not_run(
    project: Path, config: str
) -> None:
    check(project / "checks" / "name.py")
    write(project / "reportlint.toml", f'plugins = ["checks"]\n{config}')

    result = lint("项目/a.txt", cwd=project.parent)

    assert result.code == 2
    assert "--plugins" in result.err


def test_a_folder_that_is_named_twice_is_loaded_once(project: Path) -> None:
    check(project / "checks" / "name.py")

    result = lint("a.txt", "--plugins", "checks", cwd=project)

    assert (result.code, result.err, ids(result)) == (0, "", ["local.name"])


def test_rules_that_are_named_twice_are_loaded_once(project: Path) -> None:
    rule(project / "用语.toml")
    write(project / "reportlint.toml", 'rules = ["用语.toml"]\n')

    result = lint("a.txt", "--rules", "用语.toml,./用*.toml", cwd=project)

    assert (result.code, result.err, ids(result)) == (0, "", ["用语.全称"])


@pytest.mark.parametrize(
    ("files", "id_"),
    [
        ({"name.py": IMPORTING.format(outside="from . import _words", inside="")}, "local.name"),
        ({"name.py": IMPORTING.format(outside="", inside="from . import _words")}, "local.name"),
        ({"f/name.py": IMPORTING.format(outside="from .. import _words", inside="")}, "f.name"),
        ({"f/name.py": IMPORTING.format(outside="", inside="from .. import _words")}, "f.name"),
        ({"_other.py": IMPORTING.format(outside="from . import _words", inside=""), "all.py": HOOK}, "local.name"),
        (
            {"json.py": IMPORTING.format(outside="from . import _words\nimport json\njson.loads", inside="")},
            "local.json",
        ),
    ],
)
def test_modules_import_one_another_and_nothing_is_left_behind(project: Path, files: dict[str, str], id_: str) -> None:
    write(project / "checks" / "_words.py", 'WORD = "市教委"\n')
    for name, text in files.items():
        write(project / "checks" / name, text)

    result = lint("a.txt", cwd=project)

    assert (result.code, result.err, ids(result)) == (0, "", [id_])
    assert not list(project.rglob("__pycache__"))


def test_one_name_in_two_folders(project: Path) -> None:
    check(project / "checks" / "name.py")
    check(project / "more" / "name.py", "县局")
    check(project / "more" / "other.py", "区厅")

    result = lint("a.txt", "--plugins", "more", cwd=project)

    assert result.code == 2
    assert ids(result) == ["local.name", "local.other"]
    assert "checks/name.py" in result.err
    assert "more/name.py" in result.err
    assert len(result.err.splitlines()) == 1


def test_a_folder_named_like_a_family(project: Path) -> None:
    check(project / "checks" / "number" / "x.py")
    check(project / "checks" / "local" / "name.py", "县局")

    result = lint("a.txt", cwd=project)

    assert (result.code, ids(result)) == (2, ["local.name"])
    assert "number" in result.err
    assert len(result.err.splitlines()) == 1


@pytest.mark.parametrize("name", ["a&b/x.py", "my.office/x.py", "a&b.py", "x.y.py"])
def test_a_name_that_is_no_part_of_an_id_is_said_to_be_none(project: Path, name: str) -> None:
    check(project / "checks" / "name.py")
    check(project / "checks" / name, "县局")

    result = lint("a.txt", cwd=project)

    assert (result.code, ids(result)) == (2, ["local.name"])
    assert name in result.err
    assert "名称以字母或汉字开头" in result.err


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("def (", "name.py, line 1"),
        ("import nowhere_to_be_found", "nowhere_to_be_found"),
        ("x = 1", "Check"),
        (CHECK.replace("※", "委") + CHECK.split("\n\n\n")[2].replace("class Name", "class Other"), "Name, Other"),
        ("raise SystemExit(0)", "SystemExit"),
        ("from reportlint.api import *\nclass X(Check):\n    meta = 3\n", "meta"),
        ("while True:\n    pass", "1 秒"),
        ("def reportlint_chekcs():\n    return {}", "reportlint_checks"),
        ("api_version = '9.0'\n" + CHECK, "9.0"),
    ],
)
def test_a_broken_file_costs_only_itself(project: Path, code: str, said: str) -> None:
    check(project / "checks" / "other.py")
    write(project / "checks" / "name.py", code)
    write(project / "reportlint.toml", 'plugins = ["checks"]\ntime-limit = 1\n')

    result = lint("a.txt", cwd=project)

    assert (result.code, ids(result)) == (2, ["local.other"])
    assert "checks/name.py" in result.err
    assert said in result.err
    assert len(result.err.splitlines()) == 1


def test_a_folder_that_is_not_there(project: Path) -> None:
    write(project / "reportlint.toml", 'plugins = ["没有", "a.txt"]\n')

    result = lint("a.txt", cwd=project)

    assert (result.code, result.out) == (2, "")
    assert [re.findall("没有|a.txt", line)[0] for line in result.err.splitlines()] == ["没有", "a.txt"]


def test_different_configurations_with_different_checks_in_one_run(project: Path) -> None:
    check(project / "checks" / "name.py")
    inner = project / "县"
    check(inner / "checks" / "name.py", "县局")
    rule(inner / "用语.toml", "区厅")
    write(inner / "reportlint.toml", 'plugins = ["checks"]\nrules = ["用语.toml"]\n')
    write(inner / "b.txt", TEXT)

    result = reportlint("../a.txt", "b.txt", "-f", "json", cwd=inner)

    assert (result.code, result.err) == (0, "")
    found = [
        (file["path"], finding["check"], finding["text"])
        for file in result.json["files"]
        for finding in file["findings"]
    ]
    assert found == [
        ("../a.txt", "local.name", "市教委"),
        ("b.txt", "local.name", "县局"),
        ("b.txt", "用语.全称", "区厅"),
    ]

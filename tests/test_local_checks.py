"""Checks and rules in files of the user: where they are found, whom Python is trusted from, how they are called."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from command import Result, reportlint

TEXT = "石桥镇2023年工作总结\n　　报送市教委、县局、区厅审定。\n"
CHECK = '''\
from reportlint.api import Check, Document, Finding, Meta, Severity, Span, Text, find_all, frozen


@frozen
class Options:
    word: str = "※"
    except_for: tuple[str, ...] = ()


class Name(Check):
    """不写“※”。

    ## 为什么

    不规范。
    """

    meta = Meta(Text("不写※", "No ※"), Severity.WARNING)
    Options = Options

    def run(self, document: Document):
        if not any(word in document.text for word in self.options.except_for):
            for start in find_all(document.text, self.options.word):
                yield Finding(Span(start, start + len(self.options.word)), Text("不写"))
'''
RULE = '["全称"]\nforbid = ["※"]\nwhy = "依据：内部规定"\nbad = ["前文⟦※⟧。"]\ngood = ["前文。"]\n'
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


def write(path: Path, text: str, encoding: str = "utf-8") -> Path:
    """Write a file, in a folder that is made."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding=encoding)
    return path


def check(path: Path, word: str = "市教委") -> Path:
    """Write a check that finds a word."""
    return write(path, CHECK.replace("※", word))


def rule(path: Path, word: str = "市教委") -> Path:
    """Write a file with one rule, `全称`, that forbids a word."""
    return write(path, RULE.replace("※", word))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder with a draft, and a configuration that names the folder `checks`, which is empty."""
    folder = tmp_path / "项目"
    (folder / "checks").mkdir(parents=True)
    write(folder / "a.txt", TEXT)
    write(folder / "reportlint.toml", 'plugins = ["checks"]\n')
    return folder


def ids(result: Result) -> list[str]:
    """Ids of what was found, in reading order; each line of concise output is `path:line:column: severity id …`."""
    return [line.split()[2] for line in result.out.splitlines() if re.match(r".*:\d+:\d+: ", line)]


def lint(*arguments: str | Path, cwd: Path) -> Result:
    """Check drafts, with concise output."""
    return reportlint(*arguments, "-f", "concise", cwd=cwd)


def test_folders_of_the_configuration_and_of_the_command_line(project: Path) -> None:
    check(project / "checks" / "name.py")
    check(project / "checks" / "My Office" / "Long_Name.py", "县局")
    check(project / "more" / "全称.py", "区厅")
    rule(project / "checks" / "用语.toml", "审定")
    rule(project / "checks" / "用词" / "x.toml", "报送")
    write(project / "checks" / "用词" / "词表.txt", "总结 => 小结\n")
    for skipped in ("_x.py", ".x.py", "tests/x.py", "x/_x.py", "x/y/z.py", "x.pyc", "x.md"):
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
    assert "名称只能用" in result.err


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


@pytest.mark.parametrize(
    ("named", "expected"),
    [
        ("规则/*.toml", ["b.全称", "甲.全称"]),
        ("规则", ["词表.words", "b.全称", "甲.全称"]),
        ("规则/**/*.t?[mt]*", ["词表.words", "b.全称", "甲.全称", "深.全称"]),
        ("规则/甲.toml", ["甲.全称"]),
        ("规则/词表.txt", ["词表.words"]),
    ],
)
def test_rules_by_name_by_folder_and_by_pattern(project: Path, named: str, expected: list[str]) -> None:
    rule(project / "规则" / "甲.toml", "县局")
    rule(project / "规则" / "b.toml")
    rule(project / "规则" / "深处" / "深.toml", "区厅")
    write(project / "规则" / "词表.txt", "# 词表\n\n总结 => 小结\n报表 =>\n", "gb18030")
    write(project / "规则" / "readme.md", "# 总结 => 小结\n")

    by_option = lint("a.txt", "--rules", named, cwd=project)
    write(project / "reportlint.toml", f'rules = ["{named}"]\n')
    by_configuration = lint("a.txt", cwd=project)

    assert by_option == by_configuration
    assert (by_option.code, by_option.err, ids(by_option)) == (0, "", expected)


def test_files_of_rules_are_no_drafts(project: Path) -> None:
    write(project / "词表.txt", "市教委 => 市教育委员会\n")
    write(project / "用语" / "词表.txt", "县局 => 县教育局\n")
    write(project / "checks" / "词.txt", "区厅 => 区教育厅\n")
    write(project / "reportlint.toml", 'plugins = ["checks"]\nrules = ["词表.txt", "用语/*.txt"]\n')

    result = lint(cwd=project)

    assert {line.partition(":")[0] for line in result.out.splitlines()} == {"a.txt"}

    lint("--fix", "--unsafe-fixes", cwd=project)
    assert (project / "词表.txt").read_text(encoding="utf-8") == "市教委 => 市教育委员会\n"


def test_rules_that_cannot_be_used(project: Path) -> None:
    (project / "binary.toml").write_bytes(bytes(range(256)) * 4)
    rule(project / "good.toml")
    write(project / "part.toml", RULE.replace("※", "县局") + '[b]\nforbit = ["x"]\n')
    write(project / "坏 名&.toml", RULE)
    (project / "empty").mkdir()

    named = "binary.toml,good.toml,missing.toml,part.toml,*.tml,坏 名&.toml,empty"
    result = lint("a.txt", "--rules", named, cwd=project)

    assert (result.code, ids(result)) == (2, ["good.全称", "part.全称"])
    lines = result.err.splitlines()
    for name, said in (
        ("binary.toml", "文本"),
        ("missing.toml", "不存在"),
        ("part.toml", "forbid"),
        ("*.tml", "没有与 *.tml 相符的文件"),
        ("坏 名&.toml", "名称"),
        ("empty", ""),
    ):
        assert [line for line in lines if name in line and said in line], name
    assert len(lines) == 6


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


OWN = """\
plugins = ["checks"]
rules = ["用语.toml"]
"""


@pytest.fixture
def own(project: Path) -> Path:
    """A project with the check `local.name` and the rule `用语.全称`, each with one finding."""
    check(project / "checks" / "name.py")
    rule(project / "用语.toml", "县局")
    write(project / "reportlint.toml", OWN)
    return project


@pytest.mark.parametrize(
    ("config", "expected"),
    [
        ("", ["local.name", "用语.全称"]),
        ('select = ["local", "用语.全称"]', ["local.name", "用语.全称"]),
        ('select = ["local.name"]', ["local.name"]),
        ('select = ["用语"]', ["用语.全称"]),
        ('ignore = ["local.name"]', ["用语.全称"]),
        ('ignore = ["用语"]', ["local.name"]),
        ('[checks."local.name"]\nword = "区厅"', ["用语.全称", "local.name"]),
        ("[checks.local.name]\nexcept-for = ['石桥镇']", ["用语.全称"]),
        ('[severities]\n"local.name" = "info"', ["用语.全称"]),
        ('[severities]\n"用语" = "info"', ["local.name"]),
        ('[[allow]]\ncheck = "local.name"\ntext = "市教委"\nreason = "惯称"', ["用语.全称"]),
        ('[[allow]]\ncheck = "用语.全称"\ntext = "县局"', ["local.name"]),
    ],
)
def test_the_configuration_calls_them_by_their_ids(own: Path, config: str, expected: list[str]) -> None:
    write(own / "reportlint.toml", f"{OWN}{config}\n")

    result = lint("a.txt", cwd=own)

    assert (result.code, result.err, ids(result)) == (0, "", expected)


def test_severities_decide_about_the_exit_status(own: Path) -> None:
    write(own / "reportlint.toml", f'{OWN}[severities]\nlocal.name = "error"\n')

    assert lint("a.txt", "--select", "local", cwd=own).code == 1


@pytest.mark.parametrize(
    ("config", "named"),
    [
        ('select = ["local.nmae"]', "local.name"),
        ('ignore = ["用语.全程"]', "用语.全称"),
        ('[checks."local.name"]\nwrod = "x"', "word"),
        ('[checks."local.name"]\nexcept-for = "x"', "except-for"),
        ('[checks."用语.全称"]\nword = "x"', "word"),
        ('[severities]\n"locla" = "info"', "local"),
    ],
)
def test_slips_are_errors_that_help(own: Path, config: str, named: str) -> None:
    write(own / "reportlint.toml", f"{OWN}{config}\n")

    result = lint("a.txt", cwd=own)

    assert (result.code, result.out) == (2, "")
    assert named in result.err
    assert len(result.err.splitlines()) == 1


def test_comments_suppress_them(own: Path) -> None:
    write(own / "a.txt", "<!-- reportlint: ignore local.name 惯称 -->\n" + TEXT.splitlines()[1] + "\n")
    write(own / "b.txt", "<!-- reportlint: ignore 用语.全称 惯称 -->\n" + TEXT.splitlines()[1] + "\n")

    result = lint("a.txt", "b.txt", cwd=own)

    assert (result.code, ids(result)) == (0, ["用语.全称", "local.name"])


def test_a_baseline_knows_them(own: Path) -> None:
    assert reportlint("baseline", "write", "known.json", "a.txt", cwd=own).code == 0
    write(own / "reportlint.toml", OWN + 'baseline = "known.json"\n')

    assert ids(lint("a.txt", cwd=own)) == []

    write(own / "a.txt", TEXT + "　　另报市教委备案。\n")
    result = lint("a.txt", cwd=own)
    assert (result.code, ids(result)) == (0, ["local.name"])
    assert "a.txt:3:" in result.out


def test_they_are_listed_and_explained(own: Path) -> None:
    rules = {entry["id"]: entry for entry in reportlint("rules", "--json", cwd=own).json}
    plugins = {entry["origin"]: entry for entry in reportlint("plugins", "--json", cwd=own).json}
    python, no_code = (reportlint("explain", id_, cwd=own) for id_ in ("local.name", "用语"))

    assert rules["local.name"]["title"] == {"zh": "不写市教委", "en": "No 市教委"}
    assert rules["local.name"]["options"] == ["except_for", "word"]
    assert "name.py" in rules["local.name"]["plugin"]
    assert (rules["用语.全称"]["family"], rules["用语.全称"]["options"]) == ("用语", [])
    assert (plugins["local"]["checks"], plugins["local"]["problems"]) == (["local.name"], [])
    assert (plugins["rules"]["checks"], plugins["rules"]["problems"]) == (["用语.全称"], [])
    assert Path(plugins["local"]["source"]).samefile(own / "checks" / "name.py")
    assert (python.code, no_code.code) == (0, 0)
    assert python.out.startswith("local.name  不写市教委\n")
    assert 'word = "市教委"' in python.out
    assert no_code.out.startswith("用语.全称  ")
    assert "依据：内部规定" in no_code.out


def test_problems_are_listed_too(own: Path) -> None:
    write(own / "checks" / "broken.py", "import nowhere_to_be_found\n")

    for command in (("rules", "--json"), ("plugins", "--json"), ("plugins",)):
        result = reportlint(*command, cwd=own)
        assert (result.code, bool(result.out)) == (2, True)
        assert "nowhere_to_be_found" in result.err
    assert reportlint("explain", "local.name", cwd=own).out.startswith("local.name  不写市教委\n")
    broken = next(e for e in reportlint("plugins", "--json", cwd=own).json if "broken" in e["source"])
    assert broken["checks"] == []
    assert "nowhere_to_be_found" in broken["problems"][0]["en"]

"""Rules in files, and how a user calls own checks and rules: by their ids, in the configuration, in comments."""

from __future__ import annotations

from pathlib import Path

import pytest

from command import reportlint
from ownchecks import RULE, TEXT, check, ids, lint, rule, write


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

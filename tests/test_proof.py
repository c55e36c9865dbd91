"""`reportlint test` and the pytest fixture: what passes, what does not, and what could not be tried."""

from __future__ import annotations

import re
import subprocess
import sys
import time
from pathlib import Path

import pytest

from command import Result, reportlint

ROOT = Path(__file__).parent.parent
CHECK = '''\
from reportlint.api import *


@frozen
class Options:
    word: str = "市教委"


class Name(Check):
    """单位名称。

    ## 反例

        报送市教委。

    ## 正例

        报送市教育委员会。
    """

    meta = Meta(Text("单位名称"), Severity.WARNING)
    Options = Options

    def run(self, document):
        word = self.options.word
        for start in find_all(document.text, word):
            span = Span(start, start + len(word))
            fix = Fix((Edit(span, "市教育委员会"),), Safety.UNSAFE)
            yield Finding(span, Text("请写全称"), (Related(Span(0, 2), Text("见此")),), fix)
'''
RULE = """\
[{name}]
forbid = ["市教委"]
bad = ["报送⟦市教委⟧。"]
good = ["报送市。"]
"""
ENDLESS = "class Endless(Check):\n    meta = Meta(Text('无尽'), Severity.INFO)\n\n    def run(self, document):\n"
ENDLESS = f"from reportlint.api import *\n\n{ENDLESS}        while True:\n            pass\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder with one local check, `local.name`, whose examples pass, and no table yet."""
    (tmp_path / "checks" / "tests").mkdir(parents=True)
    write(tmp_path / "reportlint.toml", 'plugins = ["checks"]\n')
    write(tmp_path / "checks" / "name.py", CHECK)
    return tmp_path


def write(path: Path, text: str) -> Path:
    """Write a file."""
    path.write_text(text, encoding="utf-8")
    return path


def table(project: Path, *cases: str, id_: str = "local.name") -> Path:
    """Write a table with these cases."""
    return write(project / "checks" / "tests" / f"{id_}.toml", "".join(f"[[case]]\n{case}\n" for case in cases))


def test_cases_that_pass(project: Path) -> None:
    table(
        project,
        'why = "普通"\ntext = "报送⟦市教委⟧。"\nfixed = "报送市教育委员会。"\nseverity = "warning"\nrelated = ["报送"]',
        'text = "# 报送⟦市教委⟧\\n\\n- ⟦市教委⟧"\nfixed = "# 报送市教育委员会\\n\\n- 市教育委员会"\nformat = "md"',
        'text = "报送⟦县局⟧、市教委。"\noptions = { word = "县局" }\nfixed = "报送市教育委员会、市教委。"',
        'text = "报送市教育委员会。"',
    )

    result = reportlint("test", cwd=project)

    assert result == Result(0, "✓ local.name  6 例\n共 6 例，0 例不符。\n", "")


@pytest.mark.parametrize(
    ("case", "said"),
    [
        ('text = "报送⟦市教⟧委。"\nfixed = "报送市教育委员会。"', ("“市教”（第 3–4 字）", "“市教委”（第 3–5 字）")),
        ('text = "报送市教委。"\nfixed = "报送市教育委员会。"', ("不应报出", "“市教委”（第 3–5 字）")),
        ('text = "报送⟦省厅⟧。"', ("“省厅”（第 3–4 字）", "报出 无")),
        ('text = "报送⟦市教委⟧。"', ("报送市教育委员会。", "修改后")),
        ('text = "报送⟦市教委⟧。"\nfixed = "报送。"', ("修改后应为“报送。”，实为“报送市教育委员会。”",)),
        (
            'text = "报送⟦市教委⟧。"\nfixed = "报送市教育委员会。"\nseverity = "error"',
            ("级别应为 error，实为 warning",),
        ),
        ('text = "报送⟦市教委⟧。"\nfixed = "报送市教育委员会。"\nrelated = ["报"]', ("另见应为“报”", "实为“报送”")),
        ('text = "报送市局。"\noptions = { wrod = "县局" }', ("选项", "wrod")),
        ('text = "报送。"\nfixed = "报。"', ("修改后应为“报。”，实为“报送。”",)),
        ('text = "常⟦委⟧"\noptions = { word = "委" }\nfixed = "常市教育委员会"', ("不收敛",)),
    ],
)
def test_a_case_that_fails_says_what_was_expected_and_what_was_found(
    project: Path, case: str, said: tuple[str, ...]
) -> None:
    path = table(project, 'text = "省厅"', f'why = "第二例"\n{case}')

    result = reportlint("test", path, cwd=project)

    assert (result.code, result.err) == (1, "")
    assert result.out.startswith("✗ local.name  2 例\n")
    assert result.out.endswith("共 2 例，1 例不符。\n")
    failed = [line for line in result.out.splitlines() if "local.name.toml 2 第二例" in line]
    assert failed
    assert all(words in " ".join(failed) for words in said)
    assert "local.name.toml 1" not in result.out


def test_a_check_that_breaks_fails_its_cases(project: Path) -> None:
    write(project / "checks" / "name.py", CHECK.replace("word = self.options.word", "word = document.words"))
    table(project, 'text = "省厅"')

    result = reportlint("test", cwd=project)

    assert result.code == 1
    assert re.search(r"local\.name\.toml 1.*AttributeError.*name\.py:\d+", result.out)


@pytest.mark.parametrize(
    ("case", "said"),
    [
        ('text = "⟦委"', "⟦委"),
        ('text = "委⟧"', "委⟧"),
        ('text = "⟦委⟦会⟧⟧"', "⟦委⟦会⟧⟧"),
        ('text = "委"\nfix = "x"', "fixed"),
        ('text = "委"\n"备注" = "x"', "备注"),
        ('text = "委"\nwhy = 3', "why"),
        ('why = "没有 text"', "text"),
        ("text = 3", "text"),
        ('text = "委"\nformat = "docx"', "docx"),
        ('text = "委"\nseverity = "fatal"', "fatal"),
    ],
)
def test_a_case_that_cannot_be_used(project: Path, case: str, said: str) -> None:
    path = table(project, 'text = "省厅"', case)
    table(project, 'text = "省厅"', id_="local.other")
    write(project / "checks" / "other.py", CHECK)

    result = reportlint("test", cwd=project)

    assert result.code == 2
    assert len(result.err.splitlines()) == 1
    assert said in result.err
    assert f"{path.name} [[case]] 2" in result.err
    assert "✓ local.other  3 例" in result.out, "the rest was tried"


@pytest.mark.parametrize("text", ["text = \n", '[[cases]]\ntext = "报送⟦市教委⟧。"\n', 'case = "x"\n', ""])
@pytest.mark.parametrize("named", [(), ("checks",), ("checks/tests/local.name.toml",)])
def test_a_table_that_cannot_be_read_is_never_passed_over(project: Path, text: str, named: tuple[str, ...]) -> None:
    path = write(project / "checks" / "tests" / "local.name.toml", text)
    table(project, 'text = "省厅"', id_="number.sum")

    result = reportlint("test", *named, cwd=project)

    assert result.code == 2
    assert path.name in result.err
    assert re.search(r"case|用例|TOML", result.err), "it says what is wrong with the table"


def test_a_table_without_a_check(project: Path) -> None:
    table(project, 'text = "省厅"', id_="local.nmae")

    result = reportlint("test", cwd=project)

    assert (result.code, result.out) == (2, "✓ local.name  2 例\n共 2 例，0 例不符；另有 1 处未能测试。\n")
    assert "local.nmae.toml" in result.err
    assert "没有检查项 local.nmae" in result.err


def test_examples_of_a_check_are_tried_too(project: Path) -> None:
    write(project / "checks" / "name.py", CHECK.replace("    报送市教委。", "    报送市局。"))

    result = reportlint("test", cwd=project)

    assert (result.code, result.err) == (1, "")
    assert re.search("反例：.*报送市局。", result.out)


def test_a_check_without_cases_is_named(project: Path) -> None:
    write(project / "checks" / "other.py", re.sub('"""单位.*?"""', '"""没有例子。"""', CHECK, flags=re.DOTALL))

    result = reportlint("test", cwd=project)

    assert result.code == 0
    assert "- local.other  没有用例" in result.out


def test_no_cases_at_all(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()

    for arguments in ((), ("empty",)):
        result = reportlint("test", *arguments, cwd=tmp_path)
        assert (result.code, result.out, result.err) == (2, "", "reportlint: 没有找到用例\n")
    assert reportlint("test", "--lang", "en", cwd=tmp_path).err == "reportlint: no case was found\n"
    missing = reportlint("test", "没有.toml", cwd=tmp_path)
    assert (missing.code, missing.out) == (2, "")
    assert "没有.toml" in missing.err


def test_rules_given_by_path(tmp_path: Path) -> None:
    write(tmp_path / "用语.toml", RULE.format(name='"全称"') + RULE.format(name="name"))
    (tmp_path / "词表.txt").write_bytes("# 词表\n市教委 => 市教育委员会\n".encode("gb18030"))

    result = reportlint("test", "用语.toml", "词表.txt", cwd=tmp_path)

    assert (result.code, result.err) == (0, "")
    assert result.out == "✓ 用语.name  2 例\n✓ 用语.全称  2 例\n✓ 词表.words  2 例\n共 6 例，0 例不符。\n"


def test_a_rule_whose_examples_are_wrong(tmp_path: Path) -> None:
    rules = (
        '[a]\nforbid = ["甲"]\nbad = ["⟦甲⟧乙", "丙"]\ngood = ["丁"]\n'
        '[b]\nforbid = ["甲"]\nbad = ["⟦乙⟧甲"]\ngood = ["丁"]\n'
        '[c]\nforbid = ["甲"]\nbad = ["甲"]\ngood = ["戊甲"]\n'
    )
    write(tmp_path / "r.toml", rules)

    result = reportlint("test", "r.toml", cwd=tmp_path)

    assert (result.code, result.out) == (2, "")
    said = zip(("丙", "报出的是“甲”", "“戊甲”里报出了“甲”"), result.err.splitlines(), strict=True)
    assert all(words in line for words, line in said)


def test_one_bad_rule_costs_only_itself(tmp_path: Path) -> None:
    write(tmp_path / "r.toml", RULE.format(name="a") + '[b]\nforbit = ["x"]\n')

    result = reportlint("test", "r.toml", cwd=tmp_path)

    assert result.code == 2
    assert "✓ r.a  2 例" in result.out
    assert "forbid" in result.err


@pytest.mark.parametrize(
    "draft",
    [
        "石桥镇2023年工作总结\n　　一年来，各项工作有序推进。\n",
        "石桥镇2023年工作总结\n　　改革路径为试点→推广→总结。\n",
        "石桥镇2023年工作总结\n　　<!-- reportlint: ignore number.sum 另有说明 -->\n　　共计3项。\n",
    ],
)
def test_folders_are_searched_for_tables_and_rules_and_drafts_are_left_alone(project: Path, draft: str) -> None:
    table(project, 'text = "省厅"')
    (project / "rules").mkdir()
    write(project / "rules" / "用语.toml", RULE.format(name="name"))
    write(project / "rules" / "词表.txt", "市教委 => 市教育委员会\n")
    write(project / "草稿.txt", draft)
    write(project / "rules" / "草稿.md", "# 市教委 => 市教育委员会\n")
    write(project / "pyproject.toml", '[project]\nname = "x"\n')

    result = reportlint("test", ".", cwd=project)

    assert (result.code, result.err) == (0, "")
    tried = [line.split()[1] for line in result.out.splitlines() if line.startswith("✓")]
    assert tried == ["local.name", "用语.name", "词表.words"]


@pytest.mark.parametrize("text", ['[b]\nforbid = ["x"]\ngood = ["y"]\n', "[b]\nforbid = [x]\n"])
def test_rules_in_a_folder_that_cannot_be_used_are_not_passed_over(tmp_path: Path, text: str) -> None:
    write(tmp_path / "good.toml", RULE.format(name="a"))
    write(tmp_path / "用语.toml", RULE.format(name="a") + text)

    result = reportlint("test", ".", cwd=tmp_path)

    assert result.code == 2
    assert "✓ good.a  2 例" in result.out
    assert "用语.toml" in result.err


@pytest.mark.parametrize("paths", [("rules",), ("rules/用语.toml",), (".",)])
def test_rules_that_the_configuration_names_already_are_tried_once(tmp_path: Path, paths: tuple[str, ...]) -> None:
    (tmp_path / "rules").mkdir()
    write(tmp_path / "rules" / "用语.toml", RULE.format(name="name"))
    write(tmp_path / "reportlint.toml", 'rules = ["rules/*.toml"]\n')

    result = reportlint("test", *paths, cwd=tmp_path)

    assert result == Result(0, "✓ 用语.name  2 例\n共 2 例，0 例不符。\n", "")


def test_a_file_of_rules_named_twice_is_tried_once(tmp_path: Path) -> None:
    write(tmp_path / "用语.toml", RULE.format(name="name"))

    result = reportlint("test", ".", "用语.toml", cwd=tmp_path)

    assert result == Result(0, "✓ 用语.name  2 例\n共 2 例，0 例不符。\n", "")


def test_an_endless_check_is_cut(project: Path) -> None:
    write(project / "reportlint.toml", 'plugins = ["checks"]\ntime-limit = 1\n')
    write(project / "checks" / "endless.py", ENDLESS)
    table(project, 'text = "省厅"', id_="local.endless")
    table(project, 'text = "省厅"')

    begin = time.monotonic()
    result = reportlint("test", cwd=project)

    assert time.monotonic() - begin < 20
    assert result.code == 1
    assert "✗ local.endless  1 例" in result.out
    assert re.search(r"local\.endless\.toml 1：.*\d+ 秒", result.out)
    assert "✓ local.name  3 例" in result.out


def test_the_time_limit_of_the_configuration_holds(project: Path) -> None:
    write(project / "reportlint.toml", 'plugins = ["checks"]\ntime-limit = 1\n')
    write(project / "checks" / "endless.py", ENDLESS)
    table(project, 'text = "省厅"', id_="local.endless")

    assert "1 秒" in reportlint("test", cwd=project).out


def test_a_broken_plugin_costs_only_itself(project: Path) -> None:
    write(project / "checks" / "broken.py", "import nowhere_to_be_found\n")
    table(project, 'text = "省⟦厅⟧"')

    result = reportlint("test", cwd=project)

    assert result.code == 2
    assert "broken.py" in result.err
    assert "nowhere_to_be_found" in result.err
    assert "✗ local.name  3 例" in result.out


def test_in_english(project: Path) -> None:
    table(
        project,
        'text = "⟦x⟧ y"',
        'text = "y"\nfixed = "z"',
        'text = "y"\nseverity = "info"',
        'text = "y"\nrelated=["x"]',
    )

    result = reportlint("test", "checks", "--lang", "en", cwd=project)

    assert result.code == 1
    assert not re.search("[一-鿿：]", result.out)
    assert "4 cases, 4 failed." in result.out


def test_the_tables_of_this_repository() -> None:
    result = reportlint("test", "tests/checks", cwd=ROOT)

    assert (result.code, result.err) == (0, "")
    assert result.out.count("✓") == len(list((ROOT / "tests" / "checks").glob("*.toml")))


SUITE = """\
def test_passing(reportlint_test):
    reportlint_test("checks/tests/local.name.toml")


def test_all(reportlint_test):
    reportlint_test()


def test_failing(reportlint_test, request):
    reportlint_test(request.path.parent / "rules.toml")


def test_nothing(reportlint_test):
    reportlint_test("empty")


def test_unknown(reportlint_test):
    reportlint_test("local.unknown.toml")
"""


def test_the_fixture_of_pytest(project: Path) -> None:
    table(project, 'why = "普通"\ntext = "省厅"')
    write(project / "rules.toml", RULE.format(name="a") + RULE.format(name="b").replace("市教委⟧", "市⟧教委"))
    write(project / "local.unknown.toml", '[[case]]\ntext = "x"\n')
    write(project / "conftest.py", 'pytest_plugins = ["reportlint.testing"]\n')
    write(project / "test_checks.py", SUITE)
    (project / "empty").mkdir()

    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-rA", "--tb=short"],
        cwd=project,
        capture_output=True,
        check=False,
        encoding="utf-8",
        env={"PATH": "", "PYTHONDONTWRITEBYTECODE": "1", "NO_COLOR": "1"},
        timeout=120,
    )

    assert done.returncode == 1, done.stdout
    assert re.findall(r"^PASSED test_checks\.py::test_(\w+)", done.stdout, flags=re.MULTILINE) == ["passing", "all"]
    assert "报出的是“市教委”，请改正标记或规则" in done.stdout
    assert "没有找到用例" in done.stdout
    assert "没有检查项 local.unknown" in done.stdout

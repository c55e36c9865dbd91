"""`reportlint new-plugin` and `reportlint new-check`: what they write is complete, works at once and harms nothing."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from command import Result, reportlint

ROOT = Path(__file__).parent.parent
OVERUSED = "进一步加强领导，进一步压实责任，进一步完善机制，进一步改进作风。\n"
"""A text in which the check that `new-check` writes finds something."""
SHORT_NAME = "报送市教委审定。\n"
"""A text in which the rule that `new-check --rule` writes finds something."""


def files(folder: Path) -> set[str]:
    """All files below a folder."""
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def found(folder: Path, text: str, environment: dict[str, str] | None = None) -> set[str]:
    """Ids of what is found in a draft in a folder, those of built-in checks left out."""
    result = reportlint(
        *("-", "--stdin-filename", "a.txt", "-f", "json"), cwd=folder, stdin=text.encode(), environment=environment
    )
    assert result.code in {0, 1}, result.err
    return {finding["check"] for finding in result.json["files"][0]["findings"]}


def run(program: str, *arguments: str, cwd: Path, path: str = "") -> Result:
    """Run a tool that is a module of Python."""
    done = subprocess.run(  # noqa: S603 - our own tools
        [sys.executable, "-m", program, *arguments],
        cwd=cwd,
        capture_output=True,
        check=False,
        encoding="utf-8",
        env={"PATH": "", "PYTHONPATH": path, "PYTHONDONTWRITEBYTECODE": "1", "NO_COLOR": "1"},
        timeout=120,
    )
    return Result(done.returncode, done.stdout, done.stderr)


def short_rule(word: str) -> str:
    """A file with one rule that forbids a word."""
    return f'[short]\nforbid = ["{word}"]\nbad = ["{word}"]\ngood = ["局"]\n'


@pytest.fixture(scope="module")
def plugin(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a new plugin, which lies on the import path as if it were installed."""
    folder = tmp_path_factory.mktemp("plugin")
    assert reportlint("new-plugin", "office", cwd=folder).code == 0
    project = folder / "reportlint-office"
    metadata = project / "src" / "reportlint_office-0.1.0.dist-info"
    metadata.mkdir()
    (metadata / "METADATA").write_text("Metadata-Version: 2.1\nName: reportlint-office\nVersion: 0.1.0\n")
    (metadata / "entry_points.txt").write_text("[reportlint]\noffice = reportlint_office\n")
    return project


def installed(project: Path) -> dict[str, str]:
    """The environment in which the plugin of a project is found."""
    return {"PYTHONPATH": str(project / "src"), "PYTHONDONTWRITEBYTECODE": "1"}


def test_a_new_plugin_is_told_file_by_file(tmp_path: Path) -> None:
    result = reportlint("new-plugin", "long-name", cwd=tmp_path)

    assert (result.code, result.err) == (0, "")
    written = files(tmp_path)
    assert {f"已写入 {path}" for path in written} < set(result.out.splitlines())
    assert written == {
        f"reportlint-long-name/{path}"
        for path in (
            "pyproject.toml",
            "README.md",
            "src/reportlint_long_name/__init__.py",
            "src/reportlint_long_name/overused.py",
            "src/reportlint_long_name/wording.toml",
            "tests/conftest.py",
            "tests/test_checks.py",
            "tests/checks/long-name.overused.toml",
        )
    }
    assert "cd reportlint-long-name\n" in result.out
    assert not [path for path in written if re.search("@[A-Z]+@", (tmp_path / path).read_text(encoding="utf-8"))]


def test_a_new_plugin_works_at_once(plugin: Path) -> None:
    environment = installed(plugin)

    tried = reportlint("test", cwd=plugin, environment=environment)
    listed = reportlint("plugins", "--json", cwd=plugin, environment=environment)

    assert (tried.code, tried.err) == (0, "")
    assert "✓ office.overused" in tried.out
    assert "✓ office.full-name" in tried.out
    mine = next(entry for entry in listed.json if entry["name"] == "office")
    assert (mine["version"], mine["origin"], mine["api_version"]) == ("0.1.0", "installed", "1.0")
    assert (sorted(mine["checks"]), mine["problems"]) == (["office.full-name", "office.overused"], [])
    assert found(plugin, OVERUSED + SHORT_NAME, environment) >= {"office.overused", "office.full-name"}


def test_the_test_suite_of_a_new_plugin_passes_and_can_fail(plugin: Path, tmp_path: Path) -> None:
    project = shutil.copytree(plugin, tmp_path / "copy")
    path = str(project / "src")

    assert run("pytest", "-p", "no:cacheprovider", cwd=project, path=path).code == 0

    check = project / "src" / "reportlint_office" / "overused.py"
    check.write_text(check.read_text(encoding="utf-8").replace("MOST = 3", "MOST = 4"), encoding="utf-8")
    failed = run("pytest", "-p", "no:cacheprovider", cwd=project, path=path)
    assert failed.code == 1
    assert "office.overused.toml 1 四次" in failed.out


def test_the_code_of_a_new_plugin_is_clean(plugin: Path) -> None:
    house = ("--config", str(ROOT / "pyproject.toml"))
    typed = run("mypy", "--strict", "--cache-dir", str(plugin / ".mypy_cache"), "src", cwd=plugin, path="src")

    assert typed.code == 0, typed.out
    assert run("ruff", "check", "--no-cache", *house, "src", cwd=plugin).out == "All checks passed!\n"
    assert run("ruff", "check", "--no-cache", "--isolated", ".", cwd=plugin).out == "All checks passed!\n"


@pytest.mark.parametrize("options", [("--config", str(ROOT / "pyproject.toml")), ("--isolated",)])
def test_a_formatter_has_nothing_to_change_in_a_new_plugin(plugin: Path, options: tuple[str, ...]) -> None:
    result = run("ruff", "format", "--no-cache", "--diff", *options, ".", cwd=plugin)

    assert (result.code, result.out) == (0, "")


@pytest.mark.parametrize("name", ["Office", "1a", "a_b", "", "办公室", "../x", "number", "local", "all", "reportlint"])
def test_a_name_that_no_plugin_can_have(tmp_path: Path, name: str) -> None:
    result = reportlint("new-plugin", name, cwd=tmp_path)

    assert (result.code, result.out) == (2, "")
    assert name in result.err
    assert len(result.err.splitlines()) == 1
    assert files(tmp_path) == set()


def test_a_folder_that_is_there_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "reportlint-a").mkdir()
    (tmp_path / "reportlint-b").write_text("b")
    (tmp_path / "reportlint-c").symlink_to("nowhere")

    for name in "abc":
        result = reportlint("new-plugin", name, cwd=tmp_path)
        assert (result.code, result.out) == (2, "")
        assert f"reportlint-{name}" in result.err
    assert files(tmp_path) == {"reportlint-b"}


def test_a_new_check_in_an_empty_folder(tmp_path: Path) -> None:
    result = reportlint("new-check", "office.over-used", cwd=tmp_path)

    assert (result.code, result.err) == (0, "")
    assert files(tmp_path) == {
        "checks/office/over_used.py",
        "checks/tests/office.over-used.toml",
        "reportlint.toml",
    }
    assert "class OverUsed(Check)" in (tmp_path / "checks/office/over_used.py").read_text(encoding="utf-8")
    tried = reportlint("test", cwd=tmp_path)
    assert (tried.code, tried.err) == (0, "")
    assert "✓ office.over-used  6 例" in tried.out
    (tmp_path / "草稿.txt").write_text(OVERUSED, encoding="utf-8")
    checked = reportlint("草稿.txt", "-f", "concise", cwd=tmp_path)
    assert (checked.code, checked.err) == (0, "")
    assert "草稿.txt:1:25: warning office.over-used" in checked.out


@pytest.mark.parametrize(
    ("config", "folder"),
    [
        ('plugins = ["检查"]\n', "检查"),
        ('plugins = ["检查/本地/", "other"]\n', "检查/本地"),
        ('plugins = "检查"\n', "检查"),
    ],
)
def test_a_new_check_goes_where_the_configuration_says(tmp_path: Path, config: str, folder: str) -> None:
    (tmp_path / "reportlint.toml").write_text(config, encoding="utf-8")
    (tmp_path / "other").mkdir()

    result = reportlint("new-check", "office.overused", cwd=tmp_path)

    assert (result.code, result.err) == (0, "")
    assert files(tmp_path) == {
        "reportlint.toml",
        f"{folder}/office/overused.py",
        f"{folder}/tests/office.overused.toml",
    }
    assert (tmp_path / "reportlint.toml").read_text(encoding="utf-8") == config
    assert reportlint("test", cwd=tmp_path).code == 0
    assert "office.overused" in found(tmp_path, OVERUSED)


@pytest.mark.parametrize("options", [(), ("--rule",)])
def test_a_configuration_is_not_edited_and_the_advice_is_right(tmp_path: Path, options: tuple[str, ...]) -> None:
    config = tmp_path / "reportlint.toml"
    config.write_bytes('\ufefffail-on = "never"\r\n\r\n[severities]\r\n"number.sum" = "info"\r\n'.encode())
    before = config.read_bytes()

    result = reportlint("new-check", "office.overused", *options, cwd=tmp_path)

    assert result.code == 0
    assert config.read_bytes() == before
    config.write_text(f'{advice(result)}\nfail-on = "never"\n', encoding="utf-8")
    assert "✓ office.overused" in reportlint("test", cwd=tmp_path).out
    assert "office.overused" in found(tmp_path, OVERUSED + SHORT_NAME)


def advice(result: Result) -> str:
    """The line that should be added to the configuration."""
    match = re.search(r"(?:plugins|rules) = \[.*\]", result.err)
    assert match, result.err
    return match[0]


def test_advice_for_pyproject_names_the_table(tmp_path: Path) -> None:
    config = '[project]\nname = "x"\n\n[tool.reportlint]\nfail-on = "never"\n'
    (tmp_path / "pyproject.toml").write_text(config, encoding="utf-8")

    result = reportlint("new-check", "office.overused", cwd=tmp_path)

    assert result.code == 0
    assert files(tmp_path) >= {"checks/office/overused.py", "pyproject.toml"}
    assert not (tmp_path / "reportlint.toml").exists()
    assert (tmp_path / "pyproject.toml").read_text(encoding="utf-8") == config
    assert "[tool.reportlint]" in result.err


def test_a_new_check_below_a_configuration_does_not_hide_it(tmp_path: Path) -> None:
    (tmp_path / "reportlint.toml").write_text('fail-on = "never"\n')
    folder = tmp_path / "2023"
    folder.mkdir()

    assert reportlint("new-check", "office.overused", cwd=folder).code == 0

    assert 'fail-on = "never"' in reportlint("config", cwd=folder).out


def test_a_new_check_in_a_plugin(plugin: Path, tmp_path: Path) -> None:
    project = shutil.copytree(plugin, tmp_path / "copy")
    before = files(project)

    foreign = reportlint("new-check", "other.slogan", cwd=project)
    assert (foreign.code, foreign.out) == (2, "")
    assert "office.slogan" in foreign.err
    assert reportlint("new-check", "office.slogan", cwd=project).code == 0
    assert reportlint("new-check", "--rule", "office.short", cwd=project).code == 0

    assert files(project) - before == {
        "src/reportlint_office/slogan.py",
        "src/reportlint_office/short.toml",
        "tests/checks/office.slogan.toml",
    }
    tried = reportlint("test", cwd=project, environment=installed(project))
    assert (tried.code, tried.err) == (0, "")
    assert {"✓ office.slogan  6 例", "✓ office.short  2 例"} <= set(tried.out.splitlines())


@pytest.mark.parametrize(
    "more",
    [
        {"甲.txt": "县局 => 县教育局\n", "乙.txt": "区厅 => 区教育厅\n"},
        {"甲.toml": short_rule("县局"), "乙.toml": short_rule("区厅")},
    ],
)
def test_files_of_a_plugin_do_not_hide_one_another(plugin: Path, tmp_path: Path, more: dict[str, str]) -> None:
    project = shutil.copytree(plugin, tmp_path / "copy")
    for name, text in more.items():
        (project / "src" / "reportlint_office" / name).write_text(text, encoding="utf-8")
    environment = installed(project)

    if reportlint("plugins", cwd=project, environment=environment).code == 2:
        return
    assert len({id_ for id_ in found(project, "报送县局、区厅。\n", environment) if id_.startswith("office.")}) == 2


def test_a_new_check_in_this_repository(tmp_path: Path) -> None:
    ignore = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "src", tmp_path / "src", ignore=ignore)
    shutil.copytree(ROOT / "tests" / "checks", tmp_path / "tests" / "checks")
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    before, here = files(tmp_path), {"PYTHONPATH": str(tmp_path / "src"), "PYTHONDONTWRITEBYTECODE": "1"}

    for id_ in ("number.over-used", "office.overused"):
        assert reportlint("new-check", id_, cwd=tmp_path, environment=here).code == 0
    there = reportlint("new-check", "number.sum", cwd=tmp_path, environment=here)
    rule = reportlint("new-check", "--rule", "number.words", cwd=tmp_path, environment=here)

    assert (there.code, rule.code) == (2, 2)
    assert "src/reportlint/checks/number/sum.py" in there.err
    tables = ["tests/checks/number.over-used.toml", "tests/checks/office.overused.toml"]
    assert files(tmp_path) - before == {
        "src/reportlint/checks/number/over_used.py",
        "src/reportlint/checks/office/__init__.py",
        "src/reportlint/checks/office/overused.py",
        *tables,
    }
    tried = reportlint("test", *tables, cwd=tmp_path, environment=here)
    assert (tried.code, tried.err) == (0, "")
    assert tried.out.splitlines()[:2] == ["✓ number.over-used  4 例", "✓ office.overused  4 例"]
    assert found(tmp_path, OVERUSED, here) >= {"number.over-used", "office.overused"}


@pytest.mark.parametrize(
    "id_", ["用语.多余词", "年2023.七-1", "office.class", "local.overused", "local.用词", "office.tests"]
)
def test_ids_of_all_sorts(tmp_path: Path, id_: str) -> None:
    assert reportlint("new-check", id_, cwd=tmp_path).code == 0

    tried = reportlint("test", cwd=tmp_path)

    assert (tried.code, tried.err) == (0, "")
    assert tried.out.startswith(f"✓ {id_}  6 例\n")
    assert (tmp_path / "checks" / "tests" / f"{id_}.toml").exists()
    assert not id_.startswith("local.") or not (tmp_path / "checks" / "local").exists()


@pytest.mark.parametrize("id_", ["office.full-name", "用语.全称", "local.short", "r2023.n2023"])
def test_rules_of_all_sorts(tmp_path: Path, id_: str) -> None:
    result = reportlint("new-check", "--rule", id_, cwd=tmp_path)

    assert (result.code, result.err) == (0, "")
    assert files(tmp_path) == {f"rules/{id_.partition('.')[0]}.toml", "reportlint.toml"}
    tried = reportlint("test", cwd=tmp_path)
    assert (tried.code, tried.err) == (0, "")
    assert tried.out.startswith(f"✓ {id_}  2 例\n")
    assert id_ in found(tmp_path, SHORT_NAME)


@pytest.mark.parametrize(
    "arguments",
    [
        *(
            ("office",),
            ("office.",),
            (".a",),
            ("Office.a",),
            ("a.b.c",),
            ("office.a_b",),
            ("",),
            ("../x.y",),
            ("a.b/c",),
        ),
        *(("number.x",), ("number.x", "--rule"), ("office", "--rule"), ("../x.y", "--rule")),
    ],
)
def test_ids_that_are_refused(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    result = reportlint("new-check", *arguments, cwd=tmp_path)

    assert (result.code, result.out) == (2, "")
    assert arguments[0].partition(".")[0] in result.err
    assert len(result.err.splitlines()) == 1
    assert files(tmp_path) == set()


@pytest.mark.parametrize("id_", ["office.a-", "office.a--b", "office-.a", "tests.a", "all.a", "reportlint.a"])
def test_ids_are_refused_or_work(tmp_path: Path, id_: str) -> None:
    if reportlint("new-check", id_, cwd=tmp_path).code == 2:
        assert files(tmp_path) == set()
        return

    tried = reportlint("test", cwd=tmp_path)

    assert (tried.code, tried.err) == (0, "")
    assert f"✓ {id_}  6 例" in tried.out


@pytest.mark.parametrize(
    "blocked", ["checks/office/overused.py", "checks/tests/office.overused.toml", "checks", "checks/tests"]
)
def test_nothing_is_overwritten_nor_half_written(tmp_path: Path, blocked: str) -> None:
    (tmp_path / blocked).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / blocked).write_text("mine")

    result = reportlint("new-check", "office.overused", cwd=tmp_path)

    assert (result.code, result.out) == (2, "")
    assert blocked in result.err
    assert files(tmp_path) == {blocked}
    assert (tmp_path / blocked).read_text() == "mine"


def test_a_file_of_rules_is_not_overwritten(tmp_path: Path) -> None:
    reportlint("new-check", "--rule", "office.a", cwd=tmp_path)
    before = (tmp_path / "rules" / "office.toml").read_bytes()

    result = reportlint("new-check", "--rule", "office.b", cwd=tmp_path)

    assert (result.code, result.out) == (2, "")
    assert "rules/office.toml" in result.err
    assert (tmp_path / "rules" / "office.toml").read_bytes() == before


def test_in_english(tmp_path: Path) -> None:
    results = [
        reportlint(*command, "--lang", "en", cwd=tmp_path)
        for command in (
            ("new-check", "office.overused"),
            ("new-check", "office.overused"),
            ("new-check", "--rule", "office.short"),
            ("new-check", "office"),
            ("new-check", "number.x"),
            ("new-plugin", "demo"),
            ("new-plugin", "demo"),
            ("new-plugin", "Demo"),
            ("test",),
        )
    ]

    assert [result.code for result in results] == [0, 2, 0, 2, 2, 0, 2, 2, 0]
    assert not re.search("[一-鿿]", "".join(result.out + result.err for result in results))
    assert results[0].out.startswith("wrote checks/office/overused.py\n")
    assert 'rules = ["rules/*.toml"]' in results[2].err

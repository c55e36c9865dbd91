"""Which installed plugins are found, which of them are loaded, and which the user misses."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from command import SEEDS, Result, reportlint
from plugins import GOOD, Plugin, checks, install, others
from test_startup import HEAVY, RUN

if TYPE_CHECKING:
    from pathlib import Path

DRAFT = SEEDS / "001_a5a8b87d7a37350c.txt"
SILENT = checks("yield from ()")


def listed(folder: Path, *arguments: str, **environment: str) -> Any:  # noqa: ANN401 - any JSON
    """The installed plugins, by label, with their problems."""
    result = reportlint("plugins", "--json", *arguments, cwd=folder, environment=environment)
    found = [plugin for plugin in result.json if plugin["origin"] == "installed"]
    assert result.code == (2 if any(plugin["problems"] for plugin in result.json) else 0)
    return {f"{plugin['name']} {plugin['version']}": [p["zh"] for p in plugin["problems"]] for plugin in found}


def check(folder: Path, environment: dict[str, str], *arguments: str) -> Result:
    """Check a draft."""
    return reportlint(DRAFT, "-f", "json", *arguments, cwd=folder, environment=environment)


def imported(environment: dict[str, str]) -> set[str]:
    """Modules in a process after it checked a draft."""
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", RUN, str(DRAFT), "--isolated"],
        capture_output=True,
        check=True,
        env={**os.environ, **environment},
    )
    return set(done.stderr.decode().splitlines()[-1].split())


def test_a_hundred_distributions_without_a_plugin_cost_no_import(tmp_path: Path) -> None:
    modules = imported(others(tmp_path, 100))

    assert "reportlint.engine" in modules
    assert not HEAVY & modules
    assert not [name for name in modules if name.startswith("library_")]


def test_a_plugin_among_a_hundred_distributions_is_found_without_importing_them(tmp_path: Path) -> None:
    others(tmp_path, 100)

    modules = imported(install(tmp_path, GOOD))

    assert {"reportlint_good", "pluggy"} <= modules
    assert not [name for name in modules if name.startswith("library_")]


def test_the_first_of_two_plugins_with_one_name_stays(tmp_path: Path) -> None:
    first = Plugin("twin", SILENT, "1.0", "office-a")
    second = Plugin("twin", SILENT, "2.0", "office-b")
    environment = install(tmp_path, GOOD, second, first)

    result = check(tmp_path, environment)

    assert result.code == 2
    assert result.err == "reportlint: 插件 twin 2.0：与 office-a 提供的插件同名，未加载\n"
    assert "twin.slogan" in result.json["checks_run"]
    assert listed(tmp_path, **environment) == {
        "good 2.5": [],
        "twin 1.0": [],
        "twin 2.0": ["与 office-a 提供的插件同名，未加载"],
    }


def test_the_first_on_the_path_of_two_plugins_with_one_name_stays(tmp_path: Path) -> None:
    last = install(tmp_path / "1", Plugin("twin", SILENT, "2.0", "office-a"))["PYTHONPATH"]
    first = install(tmp_path / "2", Plugin("twin", SILENT, "1.0", "office-b"))["PYTHONPATH"]

    found = listed(tmp_path, PYTHONPATH=f"{first}:{last}")

    assert found == {"twin 1.0": [], "twin 2.0": ["与 office-b 提供的插件同名，未加载"]}


def test_a_newer_version_behind_on_the_path_is_not_seen(tmp_path: Path) -> None:
    first = install(tmp_path / "1", GOOD)["PYTHONPATH"]
    behind = install(tmp_path / "2", Plugin("good", "1 / 0\n", "9.9"))["PYTHONPATH"]

    assert listed(tmp_path, PYTHONPATH=f"{first}:{behind}") == {"good 2.5": []}


@pytest.mark.parametrize("path", ["{0}:{0}", "{0}:{0}/", "{0}/../site-packages:{0}", "{0}:nowhere:/dev/null:"])
def test_a_folder_may_stand_twice_on_the_path(tmp_path: Path, path: str) -> None:
    folder = install(tmp_path, GOOD)["PYTHONPATH"]

    assert listed(tmp_path, PYTHONPATH=path.format(folder)) == {"good 2.5": []}


def test_two_plugins_of_one_distribution(tmp_path: Path) -> None:
    announced = b"[reportlint]\none = office\ntwo = office:Two\n"
    both = Plugin(
        "one",
        f"{SILENT}\nclass Two:\n    reportlint_checks = staticmethod(reportlint_checks)\n",
        "1.0",
        "office",
        announced,
    )

    result = check(tmp_path, install(tmp_path, both))

    assert result.code == 1, result.err
    assert {"one.slogan", "two.slogan"} <= set(result.json["checks_run"])


@pytest.mark.parametrize("name", ["公文", "gov-cn"])
def test_names_of_plugins(tmp_path: Path, name: str) -> None:
    result = check(tmp_path, install(tmp_path, Plugin(name, SILENT, project="office")))

    assert (result.code, result.err) == (1, "")
    assert f"{name}.slogan" in result.json["checks_run"]


@pytest.mark.parametrize("name", ["number", "all", "reportlint", "local", "Office", "of_fice", "of.fice", "of fice"])
def test_names_that_plugins_cannot_have(tmp_path: Path, name: str) -> None:
    result = check(tmp_path, install(tmp_path, GOOD, Plugin(name, SILENT, "0.3", "office")))

    assert result.code == 2
    assert len(result.err.splitlines()) == 1
    assert f"插件 {name} 0.3：" in result.err
    assert any(finding["check"] == "good.slogan" for finding in result.json["files"][0]["findings"])


def test_plugins_that_are_not_wanted(tmp_path: Path) -> None:
    environment = install(tmp_path, GOOD, Plugin("broken", "1 / 0\n", "0.3"), Plugin("worse", "sys.exit()\n", "0.4"))

    one = check(tmp_path, environment, "--without-plugins", "broken")
    two = check(tmp_path, environment, "--without-plugins", "broken,worse")
    none = check(tmp_path, environment, "--without-plugins", "all")

    assert one.code == 2
    assert "worse 0.4" in one.err
    assert "broken" not in one.err
    assert (two.code, two.err) == (1, "")
    assert "good.slogan" in two.json["checks_run"]
    assert (none.code, none.err) == (1, "")
    assert not [id_ for id_ in none.json["checks_run"] if id_.startswith("good.")]
    assert listed(tmp_path, "--without-plugins", "all", **environment) == {}


def test_a_configuration_says_which_plugins_are_not_wanted(tmp_path: Path) -> None:
    environment = install(tmp_path, GOOD, Plugin("broken", "1 / 0\n", "0.3"))
    (tmp_path / "reportlint.toml").write_text('without-plugins = ["broken"]\n', "utf-8")

    assert listed(tmp_path, **environment) == {"good 2.5": []}


REQUIRED = {
    "good": "",
    "good>=2": "",
    "good>=2.0,<3": "",
    "good==2.5": "",
    "example": "缺少插件 example，请安装",
    "number": "缺少插件 number，请安装",
    "good>=3": "插件 good 是 2.5 版，需要 good>=3",
    "good<2": "插件 good 是 2.5 版，需要 good<2",
    "good>>2": "required-plugins：good>>2 应写作 名称 或 名称>=版本",
    ">=2": "required-plugins：>=2 应写作 名称 或 名称>=版本",
}


@pytest.mark.parametrize(("required", "problem"), REQUIRED.items())
def test_plugins_that_are_required(tmp_path: Path, required: str, problem: str) -> None:
    (tmp_path / "reportlint.toml").write_text(f'required-plugins = ["{required}"]\n', "utf-8")

    result = check(tmp_path, install(tmp_path, GOOD), "--config", "reportlint.toml")

    assert result.err == (f"reportlint: {problem}\n" if problem else "")
    assert result.code == (2 if problem else 1)
    assert result.json.get("problems", []) == ([problem] if problem else [])


def test_a_required_plugin_that_is_not_wanted_is_missing(tmp_path: Path) -> None:
    result = check(tmp_path, install(tmp_path, GOOD), "--required-plugins", "good", "--without-plugins", "good")

    assert (result.code, result.err) == (2, "reportlint: 缺少插件 good，请安装\n")


def test_a_required_plugin_may_have_a_chinese_name(tmp_path: Path) -> None:
    environment = install(tmp_path, Plugin("公文", SILENT, "1.0", "office"))

    met = check(tmp_path, environment, "--required-plugins", "公文>=1.0")
    old = check(tmp_path, environment, "--required-plugins", "公文>=2")

    assert (met.code, met.err) == (1, "")
    assert (old.code, old.err) == (2, "reportlint: 插件 公文 是 1.0 版，需要 公文>=2\n")


@pytest.mark.parametrize("version", ["unknown", "", "2024年"])
def test_a_required_plugin_of_no_proper_version(tmp_path: Path, version: str) -> None:
    result = check(tmp_path, install(tmp_path, Plugin("good", GOOD.code, version)), "--required-plugins", "good>=1")

    assert result.code == 2
    assert result.err == f"reportlint: 插件 good 是 {version or '?'} 版，需要 good>=1\n"


ENTRY_POINTS = {
    "nothing": b"",
    "garbage": bytes(range(256)) * 8,
    "garbage below": b"[reportlint]\n" + bytes(range(128, 256)) * 8,
    "no equals sign": b"[reportlint]\ngood\n",
    "another group": b"[reportlint.other]\nbroken = reportlint_broken\n",
    "a comment": b"[reportlint]\n# broken = reportlint_broken\n; broken = reportlint_broken\n",
    "UTF-16": "[reportlint]\nbroken = reportlint_broken\n".encode("utf-16"),
}


@pytest.mark.parametrize("announced", ENTRY_POINTS.values(), ids=ENTRY_POINTS)
def test_entry_points_that_announce_nothing(tmp_path: Path, announced: bytes) -> None:
    broken = Plugin("broken", "1 / 0\n", entry_points=announced)

    assert listed(tmp_path, **install(tmp_path, GOOD, broken)) == {"good 2.5": []}


WRONG = {
    "no target": b"[reportlint]\nbroken =\n",
    "a relative target": b"[reportlint]\nbroken = .reportlint_broken\n",
    "a target with blanks": b"[reportlint]\nbroken = two words\n",
    "a target that is none": b"[reportlint]\nbroken = nowhere.to.be.found\n",
    "an object that is none": b"[reportlint]\nbroken = reportlint_broken:nowhere\n",
    "no name": b"[reportlint]\n = reportlint_broken\n",
    "garbage with an equals sign": b"[reportlint]\n\xff\xfe\x00\x1b[31m = \xff\xfe\n",
    "the same twice": b"[reportlint]\nbroken = reportlint_broken\nbroken = reportlint_broken\n",
}


@pytest.mark.parametrize("announced", WRONG.values(), ids=WRONG)
def test_entry_points_that_announce_wrongly(tmp_path: Path, announced: bytes) -> None:
    result = check(tmp_path, install(tmp_path, GOOD, Plugin("broken", SILENT, "0.3", entry_points=announced)))

    assert result.code == 2
    assert len(result.err.splitlines()) == 1
    assert "broken" in result.err
    assert "0.3" in result.err
    assert result.err[:-1].isprintable()
    assert any(finding["check"] == "good.slogan" for finding in result.json["files"][0]["findings"])


@pytest.mark.parametrize(
    "announced",
    [
        b"[ reportlint ]\r\nbroken=reportlint_broken\r\n",
        b"\n\n[reportlint]\nbroken : x\nbroken = reportlint_broken [extra]\n",
    ],
)
def test_entry_points_in_other_spellings(tmp_path: Path, announced: bytes) -> None:
    environment = install(tmp_path, Plugin("broken", SILENT, "0.3", entry_points=announced))

    assert listed(tmp_path, **environment) == {"broken 0.3": []}


def test_metadata_as_old_tools_write_it(tmp_path: Path) -> None:
    environment = install(tmp_path, GOOD)
    folder = tmp_path / "site-packages"
    (folder / "reportlint_good-2.5.dist-info").rename(folder / "reportlint_good-2.5-py3.11.egg-info")
    (folder / "library-1.0.egg-info").write_text("Name: library\n", "utf-8")
    (folder / "other-1.0.dist-info").mkdir()
    (folder / "other-1.0.dist-info" / "entry_points.txt").mkdir()

    assert listed(tmp_path, **environment) == {"good 2.5": []}


def test_the_current_folder_brings_no_plugins(tmp_path: Path) -> None:
    folder = install(tmp_path, Plugin("broken", "1 / 0\n"))["PYTHONPATH"]

    result = reportlint(DRAFT, "-f", "json", cwd=tmp_path / "site-packages")
    beside = reportlint(DRAFT, "-f", "json", cwd=tmp_path, environment={"PYTHONPATH": folder})

    assert (result.code, result.err) == (1, "")
    assert beside.code == 2


def test_a_draft_in_a_folder_with_metadata_brings_no_plugins(tmp_path: Path) -> None:
    install(tmp_path, Plugin("broken", "1 / 0\n"))
    (tmp_path / "site-packages" / "draft.txt").write_bytes(DRAFT.read_bytes())

    result = reportlint(tmp_path / "site-packages" / "draft.txt", cwd=tmp_path)

    assert (result.code, result.err) == (1, "")

"""Configuration files: found, checked key by key, and shown with their origin."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from command import DRAFT, reportlint

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one faulty draft two levels down."""
    deep = tmp_path / "2023" / "上半年"
    deep.mkdir(parents=True)
    (deep / "a.txt").write_text(DRAFT, encoding="utf-8")
    return tmp_path


def write(folder: Path, text: str, name: str = "reportlint.toml") -> None:
    (folder / name).write_text(text, encoding="utf-8")


def test_the_nearest_file_holds_and_nothing_is_merged(folder: Path) -> None:
    write(folder, 'fail-on = "never"\nlang = "en"\n')
    assert "error" in reportlint("2023", cwd=folder).out
    assert reportlint("2023", cwd=folder).code == 0

    write(folder / "2023" / "上半年", 'ignore = ["placeholder"]\n')
    result = reportlint("2023/上半年/a.txt", "-f", "concise", cwd=folder)
    assert result.code == 1
    assert "placeholder" not in result.out


def test_pyproject(folder: Path) -> None:
    write(folder, '[project]\nname = "x"\n', "pyproject.toml")
    assert reportlint("2023", cwd=folder).code == 1
    write(folder, '[tool.reportlint]\nfail-on = "never"\n', "pyproject.toml")
    assert reportlint("2023", cwd=folder).code == 0


def test_isolated_and_named_files(folder: Path) -> None:
    write(folder, 'fail-on = "never"\n')
    write(folder, 'fail-on = "error"\n', "other.toml")

    assert reportlint("2023", "--isolated", cwd=folder).code == 1
    assert reportlint("2023", "--config", "other.toml", cwd=folder).code == 1
    assert reportlint("2023", "--config", "none.toml", cwd=folder).code == 2


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ('fial-on = "never"', "fail-on"),
        ('fail-on = "nevr"', "never"),
        ("select = 3", "select"),
        ('select = ["placeholder.masks"]', "placeholder.mask"),
        ('[checks."duplicate.chr"]\nx = 1', "duplicate.char"),
        ('[checks."placeholder.mask"]\nalow = ["x"]', "allow"),
        ('[severities]\n"placeholder.mask" = "fatal"', "severities"),
        ('[severities]\nplaceholders = "info"', "placeholder"),
        ('[[allow]]\ncheck = "placeholder.mask"', "text"),
        ('[[allow]]\ncheck = "placeholder.mask"\ntxt = "XX"', "text"),
        ("allow = 3", "allow"),
        ("= 3", "TOML"),
        ("lang = \xff", "请存为 UTF-8"),
        ("lang = x", "第 1 行第 8 列"),
        ('[[allow]]\ncheck = "placeholder.maks"\ntext = "XX"', "placeholder.mask"),
        ("[severities]\nduplicate.chr = 'info'", "duplicate.char"),
        ("[checks.placeholder.maks]\nallow = ['x']", "placeholder.mask"),
        ('select = ["residue"]\nignore = ["residue"]', "没有选择任何检查"),
        ("[report]\nhmoe = 'x'", "home"),
        ("[report]\nhome = 3", "[report]：home"),
        ("[report]\nplaces = 3", "列表"),
        ("[report]\nkind = 'government'", "kind 请写在所有 [表] 之前"),
        ("report = 'x'", "应写作 [report]"),
        ("[reprot]\nhome = 'x'", "report"),
        ("home = ''\n[report]\nhome = ''", "home 写了两次"),
    ],
)
def test_every_slip_is_an_error_that_helps(folder: Path, text: str, named: str) -> None:
    (folder / "reportlint.toml").write_bytes(text.encode("latin-1"))

    result = reportlint("2023", cwd=folder)

    assert result.code == 2
    assert result.out == ""
    assert named in result.err
    assert len(result.err.splitlines()) == 1


def test_allow(folder: Path) -> None:
    write(folder, '[[allow]]\ncheck = "placeholder.mask"\ntext = "会议XX次"\nreason = "待定"\n')

    findings = reportlint("2023", "-f", "json", cwd=folder).json["files"][0]["findings"]

    assert {(f["check"], f["suppressed"]) for f in findings if f["text"] == "XX"} == {("placeholder.mask", "待定")}


def test_an_allow_entry_without_use_is_told_when_all_was_checked(folder: Path) -> None:
    write(folder, '[[allow]]\ncheck = "placeholder.mask"\ntext = "别处XX"\n')

    assert "别处XX" in reportlint(".", cwd=folder).err
    assert "别处XX" not in reportlint("2023/上半年/a.txt", cwd=folder).err


def test_severities_and_options(folder: Path) -> None:
    write(folder, '[severities]\nplaceholder = "info"\n\n[checks."placeholder.mask"]\nallow = ["会议XX次"]\n')

    findings = reportlint("2023", "-f", "json", cwd=folder).json["files"][0]["findings"]

    assert "placeholder.mask" not in {f["check"] for f in findings}
    write(folder, '[severities]\nplaceholder = "info"\n"placeholder.mask" = "warning"\n')
    findings = reportlint("2023", "-f", "json", cwd=folder).json["files"][0]["findings"]
    assert {f["severity"] for f in findings if f["check"] == "placeholder.mask"} == {"warning"}


def test_config_shows_each_value_and_its_origin(folder: Path) -> None:
    write(folder, 'fail-on = "warning"\n')

    lines = reportlint("config", "2023", cwd=folder).out.splitlines()

    assert any(line.startswith('fail-on = "warning"') and "reportlint.toml" in line for line in lines)
    assert any(line.startswith("max-per-check = 20") and "默认" in line for line in lines)


def test_init_writes_a_file_that_works_and_never_overwrites(folder: Path) -> None:
    assert reportlint("init", "--kind", "government", cwd=folder).code == 0
    text = (folder / "reportlint.toml").read_text(encoding="utf-8")
    assert 'kind = "government"' in text
    assert reportlint("2023", cwd=folder).code == 1

    uncommented = [
        line.removeprefix("# ")
        for line in text.splitlines()
        if " = " in line and not line.startswith(("# check", "# text", "# reason", '# "'))
    ]
    write(folder, "\n".join(uncommented))
    assert reportlint("config", cwd=folder).code == 0

    assert reportlint("init", cwd=folder).code == 2


def test_ids_need_no_quotation_marks(folder: Path) -> None:
    write(folder, '[severities]\nplaceholder.mask = "info"\n\n[checks.placeholder.mask]\nallow = ["别处"]\n')

    findings = reportlint("2023", "-f", "json", cwd=folder).json["files"][0]["findings"]

    assert {f["severity"] for f in findings if f["check"] == "placeholder.mask"} == {"info"}


def test_a_byte_order_mark_does_no_harm(folder: Path) -> None:
    (folder / "reportlint.toml").write_bytes('\ufefffail-on = "never"\r\n'.encode())

    assert reportlint("2023", cwd=folder).code == 0


@pytest.mark.parametrize("arguments", [["--select", ""], ["--select", "residue", "--ignore", "residue"]])
def test_a_run_without_checks_is_an_error(folder: Path, arguments: list[str]) -> None:
    result = reportlint("2023", *arguments, cwd=folder)

    assert (result.code, result.out) == (2, "")
    assert "没有选择任何检查" in result.err


def test_a_broken_file_below_costs_only_the_drafts_it_governs(folder: Path) -> None:
    (folder / "b.txt").write_text(DRAFT, encoding="utf-8")
    write(folder / "2023", "fial-on = 3\n")

    result = reportlint(".", "-f", "concise", cwd=folder)

    assert result.code == 2
    assert "b.txt:2:12" in result.out
    assert "fail-on" in result.err
    assert reportlint("2023", "b.txt", cwd=folder).out == ""

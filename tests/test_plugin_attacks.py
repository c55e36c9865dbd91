"""What careless users and careless plugins may do, and what must not come of it."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest

from command import DRAFT, reportlint
from ownchecks import CHECK, ids, lint, rule, write

if TYPE_CHECKING:
    from pathlib import Path

LIST = "市教委 => 市教育委员会\n"
FAULTS = "　　作出了贡贡献，报送市教委。\n"
FLIP = '''\
from reportlint.api import *


class Flip(Check):
    """来回改。"""

    meta = Meta(Text("来回"))

    def run(self, document):
        for start, sign in enumerate(document.text):
            if sign in "某哪":
                fix = Fix((Edit(Span(start, start + 1), "哪" if sign == "某" else "某"),), Safety.SAFE)
                yield Finding(Span(start, start + 1), Text("改"), fix=fix)
'''


@pytest.mark.parametrize("paths", [("a", "b"), ("b", "a"), (".",)])
def test_a_word_list_of_any_configuration_is_never_fixed(tmp_path: Path, paths: tuple[str, ...]) -> None:
    words = write(tmp_path / "a" / "用语.txt", LIST)
    write(tmp_path / "a" / "甲.txt", FAULTS)
    write(tmp_path / "b" / "reportlint.toml", 'rules = ["../a/用语.txt"]\n')
    write(tmp_path / "b" / "乙.txt", FAULTS)

    result = reportlint(*paths, "--fix", "--unsafe-fixes", cwd=tmp_path)

    assert result.code != 2, result.err
    assert words.read_text("utf-8") == LIST
    assert "市教育委员会" in (tmp_path / "b" / "乙.txt").read_text("utf-8")


def test_drafts_in_a_folder_of_plugins_are_checked(project: Path) -> None:
    write(project / "reportlint.toml", 'plugins = ["."]\n')
    write(project / "name.py", CHECK.replace("※", "市教委"))
    write(project / "draft.md", FAULTS)
    (project / "a.txt").unlink()

    assert ids(lint("draft.md", cwd=project)) == ["duplicate.char", "local.name"]
    assert ids(lint(cwd=project)) == ["duplicate.char", "local.name"]


@pytest.mark.parametrize(
    "settings",
    [
        '[severities]\n"用语.全称" = "error"\n',
        'ignore = ["用语"]\n',
        '[checks."用语.全称"]\nx = 1\n',
        '[[allow]]\ncheck = "用语.全称"\ntext = "x"\n',
        'select = ["placeholder", "用语"]\n',
    ],
)
def test_names_of_a_broken_rule_do_not_stop_the_other_checks(project: Path, settings: str) -> None:
    rule(project / "用语.toml").write_text('["全称"]\nforbit = ["x"]\n', encoding="utf-8")
    write(project / "a.txt", DRAFT + "<!-- reportlint: ignore 用语.全称 已核 -->\n正文。\n")
    tables = settings.startswith("[")
    write(
        project / "reportlint.toml",
        'rules = ["用语.toml"]\n' + settings if tables else settings + 'rules = ["用语.toml"]\n',
    )

    result = lint("a.txt", cwd=project)

    assert result.code == 2
    assert "placeholder.mask" in ids(result)
    assert "suppression.invalid" not in ids(result)
    assert "forbit" in result.err


def test_names_of_plugins_that_are_required_or_not_wanted_do_not_stop_them_either(project: Path) -> None:
    write(project / "a.txt", DRAFT)
    for settings in ('required-plugins = ["office"]\n', 'without-plugins = ["all"]\n'):
        write(project / "reportlint.toml", f'ignore = ["office.x"]\n{settings}')
        assert "placeholder.mask" in ids(lint("a.txt", cwd=project))
    write(project / "reportlint.toml", 'ignore = ["office.x"]\n')
    assert "没有检查项 office.x" in lint("a.txt", cwd=project).err


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="owners of files are a matter of POSIX")
def test_python_of_a_folder_that_everybody_may_write_does_not_run(tmp_path: Path) -> None:
    folder = tmp_path / "公用"
    write(folder / "ev" / "a.py", "raise SystemExit('evil ran')\n")
    config = write(folder / "reportlint.toml", 'plugins = ["ev"]\n')
    write(folder / "d.txt", DRAFT)
    folder.chmod(0o1777)
    if os.getuid() == 0:
        os.chown(config, 65534, 65534)
        result = lint("d.txt", cwd=folder)
        assert result.code == 2
        assert "为安全起见" in result.err
        assert "evil" not in result.err
        os.chown(config, 0, 0)
    assert "evil ran" in lint("d.txt", cwd=folder).err, "the user's own file in a public folder is the user's"


def test_a_baseline_is_not_touched_while_a_check_cannot_be_loaded(project: Path) -> None:
    path = write(project / "checks" / "name.py", CHECK.replace("※", "市教委"))
    assert reportlint("baseline", "write", "b.json", cwd=project).code == 0
    before = (project / "b.json").read_bytes()
    path.write_text("x = (\n", encoding="utf-8")

    for command in ("prune", "write"):
        result = reportlint("baseline", command, "b.json", cwd=project)
        assert result.code == 2
        assert "没有改动" in result.err
        assert (project / "b.json").read_bytes() == before


@pytest.mark.skipif(not hasattr(os, "getuid") or os.getuid() == 0, reason="root may read everything")
@pytest.mark.parametrize("option", ["--plugins", "--rules"])
def test_a_folder_that_cannot_be_read_costs_only_itself(project: Path, option: str) -> None:
    write(project / "a.txt", DRAFT)
    (project / "d").mkdir(mode=0)

    result = lint("a.txt", option, "d", cwd=project)

    assert result.code == 2
    assert "placeholder.mask" in ids(result)


def test_fixes_that_fight_do_not_cost_the_others(project: Path) -> None:
    write(project / "checks" / "flip.py", FLIP)
    path = write(project / "a.txt", "　　某年，各项工作&nbsp;有序推进。\n")

    result = lint("a.txt", "--fix", cwd=project)

    assert result.code == 2
    assert "local.flip 的修改互相抵触" in result.err
    assert path.read_text("utf-8") == "　　某年，各项工作 有序推进。\n"


def test_nothing_is_imported_from_the_folder_of_the_drafts(project: Path) -> None:
    write(project / "pluggy.py", "raise SystemExit('shadow')\n")
    write(project / "checks" / "name.py", CHECK.replace("※", "市教委"))

    assert ids(lint("a.txt", cwd=project)) == ["local.name"]


def test_links_in_circles_and_pipes_are_passed_over(project: Path) -> None:
    (project / "checks" / "l").symlink_to(project, target_is_directory=True)
    (project / "l").symlink_to(project, target_is_directory=True)
    if sys.platform != "win32":
        os.mkfifo(project / "pipe.txt")
        assert "不是普通文件" in lint("a.txt", "--rules", "pipe.txt", cwd=project).err

    assert reportlint("test", ".", cwd=project).code == 2


def test_a_draft_taken_for_a_word_list_is_one_problem(project: Path) -> None:
    write(project / "b.txt", DRAFT * 20)

    result = lint("a.txt", "--rules", "b.txt", cwd=project)

    assert result.code == 2
    assert len(result.err.splitlines()) == 1
    assert "像是草稿" in result.err


@pytest.mark.parametrize("text", ["tool = 5\n", "[tool]\nreportlint = 5\n# [tool.reportlint\n"])
def test_a_malformed_project_file_is_told(project: Path, text: str) -> None:
    (project / "reportlint.toml").unlink()
    write(project / "pyproject.toml", text)

    result = lint("a.txt", cwd=project)

    assert "内部出错" not in result.err
    assert reportlint("new-check", "local.a", cwd=project).code == 0


def test_a_check_that_lies_too_deep_is_mentioned(project: Path) -> None:
    write(project / "checks" / "office" / "more" / "deep.py", CHECK)

    result = lint("a.txt", cwd=project)

    assert result.code == 0
    assert "deep.py：层次太深" in result.err


def test_a_safe_rule_never_deletes_by_accident(project: Path) -> None:
    body = (
        "[a]\nreplace = [{ pattern = '(?:原|前)(副)?主任', with = '\\1' }]\nsafe = true\n"
        "bad = ['⟦前副主任⟧张三']\ngood = ['主任']\n"
    )
    write(project / "r.toml", body)
    path = write(project / "a.txt", "　　原主任张三、前副主任李四到会。\n")

    lint("a.txt", "--rules", "r.toml", "--fix", cwd=project)

    assert path.read_text("utf-8") == "　　原主任张三、副李四到会。\n"


ODD = """\
from reportlint.api import *


class Sly(str):
    def __hash__(self):
        while True:
            pass


class Odd(Check):
    {attribute}
    meta = Meta(Text("怪"))

    def run(self, document):
        yield Finding(Span(0, 1), Text({message}))
"""


def test_strings_of_an_own_kind_are_refused_where_limits_hold(project: Path) -> None:
    write(project / "checks" / "odd.py", ODD.format(attribute="pass", message="Sly('怪')"))
    write(project / "a.txt", DRAFT)

    result = lint("a.txt", "--time-limit", "2", cwd=project)

    assert result.code == 2
    assert "placeholder.mask" in ids(result)
    assert "应为 str，却是 Sly" in result.err


@pytest.mark.parametrize("attribute", ["rule = type('R', (), {'kinds': None})", "bad = 5", "__doc__ = 5"])
def test_odd_attributes_of_a_check_break_nothing(project: Path, attribute: str) -> None:
    write(project / "checks" / "odd.py", ODD.format(attribute=attribute, message="'怪'"))
    write(project / "a.txt", DRAFT)

    for arguments in (("a.txt", "-f", "concise"), ("test",), ("explain", "local")):
        assert "内部出错" not in reportlint(*arguments, cwd=project).err
    assert "placeholder.mask" in ids(lint("a.txt", cwd=project))


def test_a_table_in_gbk_is_told_to_be_saved_as_utf8(project: Path) -> None:
    write(project / "checks" / "name.py", CHECK)
    write(project / "checks" / "tests" / "local.name.toml", '[[case]]\ntext = "二"\n', "gbk")

    assert "请存为 UTF-8" in reportlint("test", cwd=project).err


def test_titles_of_rules_cannot_steer_a_terminal(project: Path) -> None:
    body = '[a]\ntitle = "a\\u001b[2J"\nforbid = ["甲"]\nbad = ["甲"]\ngood = ["乙"]\n'
    write(project / "r.toml", body)

    for command in (("rules",), ("explain", "r.a")):
        result = reportlint(*command, "--rules", "r.toml", cwd=project)
        assert "\x1b" not in result.out + result.err

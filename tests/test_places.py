"""Mentions of places: found where they are meant, and not found inside ordinary words."""

from __future__ import annotations

import time

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from reportlint.facts.foreign_places import foreign_places
from reportlint.facts.gazetteer import COUNTY, PLAIN, PREFECTURE, TOWN, gazetteer, level
from reportlint.facts.leaks import leaks
from reportlint.facts.places import chain_of, mentions, stands_alone
from reportlint.readers import read
from support import unmark

EVERYTHING = gazetteer().everything()
PLACES = st.sampled_from(EVERYTHING)
UPPER = st.sampled_from([code for code in EVERYTHING if level(code) <= PREFECTURE])
COUNTIES = st.sampled_from([code for code in EVERYTHING if level(code) == COUNTY])
TOWNS = st.sampled_from([code for code in EVERYTHING if level(code) == TOWN])
FILLERS = ("，", "。", "、", "\n", "（", "）", "；", "2023年", "“", "”")
MIXTURE = st.lists(
    st.one_of(
        PLACES.map(gazetteer().name),
        PLACES.map(gazetteer().stem),
        st.sampled_from(FILLERS),
        st.text(alphabet="省市县区镇乡州盟旗街道江西海南和平安新长沙在向，。人民大会的", max_size=6),
    ),
    max_size=12,
).map("".join)


def marked(text: str) -> str:
    """The text with ⟦marks⟧ around each place that it mentions."""
    document = read("draft.txt", text.encode())
    for mention in reversed(mentions(document)):
        start, end = mention.span.start, mention.span.end
        text = f"{text[:start]}⟦{text[start:end]}⟧{text[end:]}"
    return text


@pytest.mark.parametrize(
    "text",
    [
        # names before organs
        "⟦岳阳市⟧人民政府",
        "⟦丰城市⟧人大常委会",
        "⟦高州市⟧委、市政府",
        "⟦茂名⟧和⟦高州市⟧委",
        "⟦恩施州⟧委",
        "⟦邓州市⟧委",
        "⟦石河子市⟧委",
        "在⟦通州区⟧委领导下",
        "⟦应城市⟧人大常委会",
        "⟦公安县⟧公安局",
        "在⟦公安县⟧召开会议",
        "⟦镇江镇⟧党委",
        "⟦石桥镇⟧第十届人民代表大会",
        "受⟦庙镇⟧人大主席团委托",
        "⟦太平镇⟧党委",
        "⟦城关镇⟧人大",
        "⟦鄂温克旗⟧政府",
        # rows
        "⟦湖南省⟧⟦岳阳市⟧⟦岳阳县⟧⟦柏祥镇⟧",
        "⟦广东省⟧⟦茂名市⟧⟦高州市⟧⟦镇江镇⟧",
        "⟦内蒙古自治区⟧⟦呼伦贝尔市⟧",
        "⟦新疆维吾尔自治区⟧⟦喀什地区⟧",
        "⟦江门市⟧⟦江海区⟧",
        "⟦阳泉市⟧⟦城区⟧",
        "⟦海南省⟧⟦琼海市⟧⟦博鳌镇⟧",
        "⟦石家庄市⟧⟦井陉县⟧",
        "⟦吉安市⟧⟦井冈山市⟧",
        "⟦南平市⟧⟦政和县⟧",
        "⟦保定市⟧⟦容城县⟧",
        "⟦赣州市⟧⟦赣县区⟧",
        "⟦三明市⟧⟦沙县区⟧",
        "⟦嘉定区⟧⟦嘉定镇街道⟧",
        "，⟦青山镇街道⟧党工委",
        # lists
        "⟦北京⟧、⟦上海⟧、⟦广东⟧",
        "⟦吉林⟧、⟦江苏⟧、⟦辽宁⟧三省",
        "⟦三元区⟧、⟦沙县区⟧、⟦永安市⟧",
        "来自⟦河南⟧、⟦湖北⟧的客商",
        # former names, and names of every type
        "⟦襄樊市⟧人大",
        "⟦溧水县⟧政府",
        "⟦香港特别行政区⟧",
        "⟦阿拉善盟⟧",
        "⟦大兴安岭地区⟧",
        "⟦浦东新区⟧",
        "⟦崖头街道⟧",
        # names without their type
        "⟦镇江⟧经济发展",
        "打造美丽⟦镇江⟧",
        "习近平总书记在⟦福建⟧⟦宁德⟧工作时",
        "家住⟦上海⟧路",
        "⟦北京⟧时间8时",
    ],
)
def test_places_are_found(text: str) -> None:
    assert marked(unmark(text)[0]) == text


@pytest.mark.parametrize(
    "text",
    [
        # verbs and adverbs before a level
        "联合镇纪委",
        "支持镇政府",
        "建设县城",
        "推进县域",
        "服务全镇大局",
        "幸福镇江人",
        "全城镇化",
        "安全镇守",
        "示范县",
        "先进县市",
        "全县、全市、全镇、全区",
        "各镇、各街道",
        # 和 before a level
        "市和县两级",
        "省和市县",
        "和美乡村",
        "省委和县人大一起",
        "市和县人民政府",
        # words that are counties, too
        "新华书店",
        "平安建设",
        "资源整合",
        "合作共赢",
        "振兴乡村",
        "和平发展",
        "公安干警",
        "县公安局",
        "世界大同",
        "长春花开",
        "凤凰涅槃",
        "前进的道路",
        "同心同德",
        "延长时间",
        "友好往来",
        # names inside other words
        "三明治",
        "大连接",
        "大理石",
        "白银",
        "乐山乐水",
        "普通话",
        "中山装",
        "东方红",
        "东方明珠",
        "玉树临风",
        "江山如此多娇",
        "和田玉",
        "长江、黄河",
        "红旗渠精神",
        "杭州湾",
        "中山大学",
        # common nouns with a type
        "城区",
        "市中区域",
        "开发区",
        "高新区",
        "示范区",
        "郊区",
        "灾区",
        "城乡",
        "乡镇",
        "超市",
        "上市",
        "丰城市场监管",
        "农贸市场",
        "在县城新区",
        "西部地区",
        "经济合作区",
        "社会主义新农村",
        "港澳台",
        "反省",
        "全省",
        "节省",
    ],
)
def test_look_alikes_are_not_found(text: str) -> None:
    assert marked(text) == text


@pytest.mark.parametrize("text", ["王建德同志", "刘海南委员", "表彰李建德、王长安、张南昌等人"])
def test_given_names_are_no_places(text: str) -> None:
    assert marked(text) == text


def test_file_names_are_left_out() -> None:
    text = "附件：浏阳市人大工作报告.docx"

    assert marked(text) == text


def test_levels_and_codes() -> None:
    document = read("draft.txt", "吉林市委、吉林省委，石桥镇党委。".encode())

    found = [(document.slice(m.span), m.level, m.full, m.weakness) for m in mentions(document)]

    assert found == [("吉林市", 2, True, PLAIN), ("吉林省", 1, True, PLAIN), ("石桥镇", 4, True, PLAIN)]
    assert len(mentions(document)[2].codes) > 10


def test_a_row_of_names_is_known_from_each_of_them() -> None:
    text = "在江苏省江阴市华士镇党委，华士镇人大。"
    document = read("draft.txt", text.encode())

    rows = [document.slice(chain_of(document, mention.span)) for mention in mentions(document)]

    assert rows == ["江苏省江阴市华士镇"] * 3 + ["华士镇"]


@pytest.mark.parametrize(
    ("text", "word", "alone"),
    [
        ("在宁波市场", "宁波", True),
        ("三明治", "三明", False),
        ("大连接", "大连", False),
        ("推进浏阳高质量发展", "浏阳", True),
        ("浏阳", "浏阳", True),
        ("浏阳市委", "浏阳市", True),
    ],
)
def test_standing_alone(text: str, word: str, alone: bool) -> None:
    start = text.index(word)

    assert stands_alone(text, start, start + len(word)) is alone


@given(text=MIXTURE)
def test_mentions_lie_in_the_text_one_after_the_other_and_are_names(text: str) -> None:
    document = read("draft.txt", text.encode())
    known = gazetteer()
    last = 0

    for mention in mentions(document):
        name = document.text[mention.span.start : mention.span.end]
        assert last <= mention.span.start < mention.span.end <= len(document.text)
        last = mention.span.end
        assert mention.codes
        assert set(mention.codes) <= set(known.codes(name) if mention.full else known.bare_codes(name))
        assert mention.level == min(map(level, mention.codes))
        row = chain_of(document, mention.span)
        assert row.start <= mention.span.start < mention.span.end <= row.end


def looks_like_no_word(code: int) -> bool:
    """Whether a name, alone, can only be that of a place."""
    name = gazetteer().name(code)
    return gazetteer().ending(name, len(name))[0][1] == PLAIN


def begins_with_another(name: str) -> bool:
    """Whether the beginning of a name is a name: 嘉定镇街道, 沙县区."""
    return any(gazetteer().codes(name[:end]) for end in range(2, len(name)))


@given(code=UPPER)
def test_provinces_and_prefectures_are_found_between_marks(code: int) -> None:
    assume(looks_like_no_word(code))
    name = gazetteer().name(code)

    assert marked(f"，{name}。") == f"，⟦{name}⟧。"
    assert marked(f"{name}人民政府") == f"⟦{name}⟧人民政府"


@given(code=st.one_of(COUNTIES, TOWNS))
def test_counties_and_towns_are_found_between_marks(code: int) -> None:
    name = gazetteer().name(code)
    assume(looks_like_no_word(code) and name[-1] in "市县区镇乡道旗" and not begins_with_another(name))

    assert marked(f"，{name}。") == f"，⟦{name}⟧。"


@given(codes=st.lists(st.one_of(UPPER, COUNTIES, TOWNS), min_size=1, max_size=6))
def test_names_in_a_list_are_all_found(codes: list[int]) -> None:
    names = [gazetteer().name(code) for code in codes if looks_like_no_word(code)]
    names = [name for name in names if name[-1] in "省市县区镇乡道旗" and not begins_with_another(name)]

    assert marked("、".join(names)) == "、".join(f"⟦{name}⟧" for name in names)


@given(code=TOWNS)
def test_a_town_behind_all_above_it_is_found_with_them(code: int) -> None:
    known = gazetteer()
    parts = [known.name(part) for part in known.chain(code)]
    assume(looks_like_no_word(code))
    assume(all(part[-1] in "省市县区镇乡道旗" and not begins_with_another(part) for part in parts))

    assert marked("，" + "".join(parts) + "，") == "，" + "".join(f"⟦{part}⟧" for part in parts) + "，"


OWN = "永安镇人大工作报告\n永安镇党委、永安镇政府。\n"
HIDDEN = "XX镇人大工作报告\nXX镇党委、XX镇政府。\n"


@pytest.mark.timing
@pytest.mark.parametrize("head", [OWN, HIDDEN])
@pytest.mark.parametrize(
    "piece", ["江西省", "石桥镇党委、", "浏阳市", "西长村、", "党员张建国、", "镇政府县委", "石桥"]
)
def test_time_grows_with_the_length_only(head: str, piece: str) -> None:
    draft = read("draft.txt", (head + (piece * 30_000)[:30_000]).encode())
    started = time.process_time()
    mentions(draft)
    foreign_places(draft)
    leaks(draft)
    assert time.process_time() - started < 4


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("健康河南行动、平安江西建设。", ["河南", "江西"]),
        ("书记王建德同志讲话。", []),
        ("全州检察机关依法履职。", []),
        ("建设实力万柏林、活力万柏林。", ["万柏林", "万柏林"]),
    ],
)
def test_names_beside_words_that_look_like_surnames_or_types(text: str, names: list[str]) -> None:
    draft = read("draft.txt", text.encode())
    assert [draft.slice(mention.span) for mention in mentions(draft)] == names

"""Whose report a draft is: told by title, session, mandate, opening and signature, or not told at all."""

from __future__ import annotations

import pytest

from reportlint.declared import Declared
from reportlint.facts.gazetteer import COUNTY, PREFECTURE, PROVINCE, TOWN, gazetteer
from reportlint.facts.home import Home, home
from reportlint.readers import read


def of(text: str, declared: str = "") -> Home:
    return home(read("draft.txt", text.encode(), declared=Declared(home=declared)))


def sources(known: Home) -> set[str]:
    return {entry.source for entry in known.evidence}


@pytest.mark.parametrize(
    ("text", "name", "level", "source"),
    [
        # titles
        ("博鳌镇2023年人大工作报告\n博鳌镇人大依法履职，博鳌镇党委高度重视。\n", "博鳌镇", TOWN, "title"),
        ("崖头街道2024年工作总结\n崖头街道党工委抓落实，崖头街道办事处优服务。\n", "崖头街道", TOWN, "title"),
        ("浏阳市人民政府工作报告\n浏阳市政府依法行政，浏阳市经济增长。\n", "浏阳市", COUNTY, "title"),
        ("关于浏阳市2024年预算执行情况的报告\n浏阳市财政平稳，浏阳市政府依法行政。\n", "浏阳市", COUNTY, "title"),
        ("天津市河西区政府工作报告\n河西区政府依法行政，河西区经济增长。\n", "河西区", COUNTY, "title"),
        ("宜春市2024年政府工作报告\n宜春市政府依法行政，宜春市经济增长。\n", "宜春市", PREFECTURE, "title"),
        ("恩施州2024年政府工作报告\n恩施州政府依法行政，恩施州经济增长。\n", "恩施州", PREFECTURE, "title"),
        ("江西省2024年政府工作报告\n江西省政府依法行政，江西省经济增长。\n", "江西省", PROVINCE, "title"),
        (
            "西藏自治区那曲市色尼区人大常委会工作报告\n色尼区人大常委会依法履职。\n",
            "色尼区",
            COUNTY,
            "title",
        ),
        (
            "长阳土家族自治县政府工作报告\n长阳土家族自治县经济增长，长阳人民生活改善。\n",
            "长阳土家族自治县",
            COUNTY,
            "title",
        ),
        ("东莞市长安镇人大工作报告\n长安镇人大依法履职，长安镇经济增长。\n", "长安镇", TOWN, "title"),
        ("仙桃市人大常委会工作报告\n仙桃市人大常委会依法履职。\n", "仙桃市", COUNTY, "title"),
        ("锡林郭勒盟2024年工作总结\n锡林郭勒盟行署依法行政，锡林郭勒盟经济增长。\n", "锡林郭勒盟", PREFECTURE, "title"),
        (
            "鄂温克族自治旗政府工作报告\n鄂温克族自治旗经济增长，鄂温克旗政府依法行政。\n",
            "鄂温克族自治旗",
            COUNTY,
            "title",
        ),
        # bureaus, courts and schools are of their place
        ("荣成市教育局2024年工作总结\n荣成市教育局认真落实部署。\n", "荣成市", COUNTY, "title"),
        ("荣成市人民法院工作报告\n荣成市人民法院受理案件9000件。\n", "荣成市", COUNTY, "title"),
        ("荣成市第一中学2024年工作总结\n荣成市第一中学认真落实部署。\n", "荣成市", COUNTY, "title"),
        # the line below the title
        (
            "政府工作报告\n——2024年1月10日在潜江市第十届人民代表大会第三次会议上\n各位代表：\n潜江市政府依法行政。\n",
            "潜江市",
            COUNTY,
            "title",
        ),
        (
            "政府工作报告\n——2024年1月24日在江西省第十四届人民代表大会第二次会议上\n各位代表：\n江西省政府依法行政。\n",
            "江西省",
            PROVINCE,
            "title",
        ),
        # mandates
        (
            "各位代表：\n我受根子镇人大主席团的委托，向大会报告工作。根子镇人大依法履职。\n",
            "根子镇",
            TOWN,
            "mandate",
        ),
        (
            "各位代表：\n现在，我代表浏阳市人民政府，向大会报告工作。浏阳市经济增长。\n",
            "浏阳市",
            COUNTY,
            "mandate",
        ),
        (
            "2024年度述职报告\n我现任荣成市崖头街道党工委书记。崖头街道各项工作有序推进。\n",
            "崖头街道",
            TOWN,
            "mandate",
        ),
        # openings
        ("2024年，博鳌镇坚持稳中求进，博鳌镇党委抓落实。\n", "博鳌镇", TOWN, "opening"),
        ("一年来，浏阳市人大常委会依法履职，浏阳市委高度重视。\n", "浏阳市", COUNTY, "opening"),
        # signatures
        (
            "各位代表：\n一年来，法院依法履职。\n荣成市人民法院受理案件9000件，荣成市法治指数上升。\n以上报告，请予审议。\n荣成市人民法院\n2024年1月5日\n",
            "荣成市",
            COUNTY,
            "signature",
        ),
        # organs named again and again
        (
            "各位代表：\n一年来，贯彻浏阳市党委的部署。\n在浏阳市人大的监督下工作。\n向浏阳市政府提出建议。\n",
            "浏阳市",
            COUNTY,
            "mention",
        ),
        # places of which no list knows
        ("云沧镇2023年人大工作报告\n云沧镇人大依法履职，云沧镇党委高度重视。\n", "云沧镇", TOWN, "title"),
        ("第八师石河子市2024年工作总结\n石河子市党委抓落实，石河子市经济增长。\n", "石河子市", COUNTY, "opening"),
    ],
)
def test_the_place_is_told(text: str, name: str, level: int, source: str) -> None:
    known = of(text)

    assert (known.name, known.level, known.masked, known.declared) == (name, level, False, False)
    assert source in sources(known)
    assert known.count >= 1
    assert all(text[entry.span.start : entry.span.end] == name for entry in known.evidence)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "各位代表：\n一年来，主席团认真履职。\n",
        # one mention only
        "石桥镇2023年人大工作报告\n主席团认真履职。\n",
        "各位代表：\n我受石桥镇人大主席团的委托，向大会报告工作。\n",
        # a place that is only visited
        "各位代表：\n组织代表赴浏阳市考察学习。主席团认真履职。\n",
        # a village, a farm, a regiment, a school of nobody's
        "红星村2024年工作总结\n红星村党支部抓落实，红星村集体经济壮大。\n",
        "国营红星农场2024年工作总结\n红星农场党委抓落实。\n",
        "第八师一四三团2024年工作总结\n一四三团抓落实，一四三团经济增长。\n",
        "希望小学2024年工作总结\n希望小学抓落实，希望小学质量提升。\n",
        # common words
        "示范镇建设工作报告\n示范镇建设有序推进，示范镇面貌一新。\n",
        "全县工作总结\n全县上下团结一心，全县经济增长。\n",
        "我镇2024年工作总结\n我镇党委抓落实，我镇人大依法履职。\n",
    ],
)
def test_the_place_is_not_told(text: str) -> None:
    known = of(text)

    assert (known.name, known.codes, known.level, known.evidence, known.masked) == ("", (), 0, (), False)


@pytest.mark.parametrize(
    "text",
    [
        "我受XX镇人大主席团委托，报告工作。\nXX镇经济增长，为XX作贡献。\n",
        "在**市委、**镇党委的领导下，**镇人大认真履职。\n",
        "在○○县委的领导下，○○镇党委抓落实，○○镇人大依法履职。\n",
        "在×××县委领导下，×××镇党委抓落实，×××镇人大依法履职。\n",
    ],
)
def test_the_place_is_hidden(text: str) -> None:
    known = of(text)

    assert (known.name, known.masked) == ("", True)


@pytest.mark.parametrize(
    "text",
    [
        "完成投资XX万元，增长XX%，新建道路XX公里。\n",
        "博鳌镇人大工作报告\n博鳌镇党委高度重视，博鳌镇人大视察XX村、XX社区、XX企业。\n",
    ],
)
def test_hidden_amounts_and_villages_hide_no_place(text: str) -> None:
    assert not of(text).masked


def test_two_places_that_exclude_each_other_leave_it_open() -> None:
    text = (
        "博鳌镇人大工作报告\n一年来，主席团依法履职，博鳌镇党委高度重视。\n根子镇人大视察，根子镇党委支持，根子镇政府落实。\n"
        "根子镇人大主席团\n2024年1月5日\n"
    )

    assert of(text).name == ""


def test_a_place_and_the_one_above_it_are_no_rivals() -> None:
    text = "浏阳市大瑶镇人大工作报告\n大瑶镇人大依法履职。\n" + "在浏阳市委领导下，在浏阳市人大指导下工作。\n" * 2

    assert of(text).name == "大瑶镇"


def test_one_foreign_name_is_no_rival() -> None:
    text = "博鳌镇人大工作报告\n一年来，主席团依法履职，博鳌镇党委高度重视。\n根子镇党委高度重视。\n"

    assert of(text).name == "博鳌镇"


def test_of_places_of_one_name_the_one_below_what_is_named() -> None:
    known = of("长安镇人大工作报告\n长安镇人大依法履职。\n在东莞市人大常委会指导下，长安镇经济增长。\n")

    assert [gazetteer().full_name(code) for code in known.codes] == ["广东省东莞市长安镇"]


def test_of_places_of_one_name_all_where_nothing_tells() -> None:
    known = of("石桥镇人大工作报告\n石桥镇人大依法履职，石桥镇党委高度重视。\n")

    assert known.codes == gazetteer().codes("石桥镇")
    assert len(known.codes) > 1


@pytest.mark.parametrize(
    ("text", "stem"),
    [
        ("博鳌镇2023年人大工作报告\n博鳌镇人大依法履职。\n", "博鳌"),
        ("长阳土家族自治县工作报告\n长阳土家族自治县经济增长。\n", "长阳"),
        ("云沧镇2023年人大工作报告\n云沧镇人大依法履职。\n", "云沧"),
        ("各位代表：\n", ""),
    ],
)
def test_the_name_without_its_type(text: str, stem: str) -> None:
    assert of(text).stem == stem


def test_what_lies_in_it_and_above_it_is_related() -> None:
    known, codes = of("浏阳市政府工作报告\n浏阳市政府依法行政。\n"), gazetteer().codes

    assert known.is_related(codes("大瑶镇"))
    assert known.is_related(codes("长沙市"))
    assert known.is_related(codes("湖南省"))
    assert known.is_related(codes("浏阳市"))
    assert not known.is_related(codes("醴陵市"))
    assert not known.is_related(codes("江西省"))


@pytest.mark.parametrize("declared", ["浏阳市", "湖南省浏阳市", "湖南省长沙市浏阳市"])
def test_what_the_user_declares_holds(declared: str) -> None:
    known = of("博鳌镇人大工作报告\n博鳌镇人大依法履职，博鳌镇党委高度重视。\n", declared)

    assert (known.name, known.level, known.declared, known.masked) == ("浏阳市", COUNTY, True, False)
    assert known.codes == gazetteer().codes("浏阳市")


def test_a_declared_place_of_which_no_list_knows() -> None:
    known = of("各位代表：\n云沧镇人大依法履职。\n", "云沧镇")

    assert (known.name, known.codes, known.declared, known.count) == ("云沧镇", (), True, 1)


def test_a_declared_place_in_a_hidden_draft() -> None:
    known = of("我受XX镇人大主席团委托，报告工作。\nXX镇经济增长，为XX作贡献。\n", "博鳌镇")

    assert known.name == "博鳌镇"


def test_foreign_names_do_not_make_a_hidden_draft_theirs() -> None:
    text = "我受XX镇人大主席团委托，报告工作。\nXX镇党委高度重视，XX镇经济增长。\n"

    known = of(text + "在丰城市人大常委会的指导下工作。\n办理丰城市人大代表建议。\n向丰城市政府提出建议。\n")

    assert (known.name, known.masked) == ("", True)

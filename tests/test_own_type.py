"""What kind of place a report is of."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportlint.facts.own_type import own_type
from reportlint.readers import read

ROOT = Path(__file__).parent.parent


def of(text: str) -> tuple[str, str]:
    own = own_type(read("x.txt", text.encode()))
    return own.type, own.tier


@pytest.mark.parametrize("seed", ["000", "001", "002", "003", "004"])
def test_the_seeds_are_of_towns(seed: str) -> None:
    (path,) = (ROOT / "seeds").glob(f"{seed}_*.txt")
    own = own_type(read(path.name, path.read_bytes()))

    assert (own.type, own.tier) == ("镇", "township")
    assert own.share > 0.9
    assert own.formal == (seed not in {"002", "003"})


@pytest.mark.parametrize(
    ("number", "type_"),
    [
        *(
            ("01", "镇"),
            ("02", "乡"),
            ("04", "乡"),
            ("05", "县"),
            ("07", "县"),
            ("09", "县"),
            ("12", "街道"),
            ("13", "镇"),
        ),
        *(("14", "县"), ("16", "镇"), ("18", "村"), ("22", "县"), ("23", "镇"), ("26", ""), ("27", "县"), ("29", "乡")),
    ],
)
def test_finished_reports(number: str, type_: str) -> None:
    (path,) = (ROOT / "bench" / "drafts" / "clean").glob(f"{number}-*.txt")

    assert own_type(read(path.name, path.read_bytes())).type == type_


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("石桥镇2023年人大工作报告\n镇人大围绕镇党委中心工作，服务全镇大局。", ("镇", "township")),
        ("我受**乡人大主席团委托，向大会报告工作。\n全乡代表积极履职，乡党委重视。", ("乡", "township")),
        ("各位代表：\n我代表xx县人民政府，向大会报告工作。\n全县经济增长，我县粮食增产。", ("县", "county")),
        ("平湾县农业农村局2023年工作总结\n全县粮食增产，各乡镇党委重视，我县位居全市第一。", ("县", "county")),
        ("平湾县乡村振兴局2023年工作总结\n全县脱贫户增收，我县做法推广。", ("县", "county")),
        ("丰城市城市管理局2023年工作总结\n全市各乡镇、街道办整治，乡镇面貌改善，我市创建文明城市。", ("市", "county")),
        (
            "岳阳市人民政府工作报告\n全市各县（市、区）发力，市县两级联动，县市区争先，我市跻身百强。",
            ("市", "prefecture"),
        ),
        ("丰城市人民政府工作报告\n全市经济增长，我市粮食增产，市委重视。", ("市", "")),
        ("上海市人民代表大会常务委员会工作报告\n全市经济增长，我市粮食增产。", ("市", "province")),
        ("海拉尔区人民政府工作报告\n全区经济增长，我区粮食增产。", ("区", "county")),
        (
            "内蒙古自治区政府工作报告\n我代表自治区人民政府报告工作。\n全区经济增长，我区粮食增产。",
            ("自治区", "province"),
        ),
        ("高新区管委会2023年工作总结\n全区产值增长，我区企业增效。", ("开发区", "")),
        ("延边朝鲜族自治州人民政府工作报告\n全州经济增长，我州粮食增产。", ("州", "prefecture")),
        ("阿巴嘎旗人民政府工作报告\n全旗牧民增收，我旗草原返青。", ("旗", "county")),
        ("白音苏木2023年工作总结\n全苏木牧民增收，我苏木面貌一新。", ("苏木", "township")),
        ("高州市镇江镇2023年工作总结\n全镇增收，我镇创建卫生镇。", ("镇", "township")),
        ("崇明区庙镇2023年工作总结\n全镇增收，我镇创建卫生镇。", ("镇", "township")),
        ("石桥镇坪坪村2023年工作总结\n我村在镇党委领导下，全村增收。", ("村", "village")),
        ("浦东新区人大常委会工作报告\n全区代表履职，我区发展。", ("区", "county")),
        (
            "2023年度述职报告\n石桥镇党委委员、副镇长 张三\n全镇增收，我镇面貌一新，居全县第三，全县推广。",
            ("镇", "township"),
        ),
    ],
)
def test_told_by_title_mandate_and_self(text: str, expected: tuple[str, str]) -> None:
    assert of(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "镇党委高度重视。",
        "全镇增收，全乡增收，我镇增收，我乡增收。",
        "城乡融合，小区改造，市场繁荣，健全乡村治理，基本县情，资本市场，返乡创业，上市公司。",
        "城镇化工作总结\n推进城镇化，建设集镇，乡镇发展，全国领先。",
    ],
)
def test_unknown(text: str) -> None:
    assert of(text) == ("", "")


def test_the_evidence_is_in_reading_order() -> None:
    document = read("x.txt", "石桥镇2023年人大工作报告\n服务全镇大局，围绕镇党委中心。".encode())
    own = own_type(document)

    assert [document.slice(span) for span in own.evidence] == ["镇", "全镇", "镇党委"]
    assert own.formal
    assert own.share == 1.0


def test_a_half_adapted_draft_is_what_title_and_mandate_say() -> None:
    text = (
        "石桥镇人大工作报告\n我受石桥镇人大主席团委托，报告工作。\n"
        "全乡增收，乡党委重视，乡政府落实，我乡发展，全乡稳定。镇人大履职。"
    )

    assert of(text) == ("镇", "township")


def test_a_street_speaks_for_the_standing_committee_of_its_district() -> None:
    text = "永兴街道2023年人大工作报告\n我受区人大常委会永兴街道工作委员会委托，向会议报告工作。\n街道人大工委履职。"

    assert of(text) == ("街道", "township")


def test_a_collection_is_of_no_place() -> None:
    one = "全镇增收，我镇发展，镇党委重视，镇人大履职。" * 20

    assert of(f"范文汇编\n篇一\n{one}\n篇二\n{one.replace('镇', '乡')}") == ("", "")

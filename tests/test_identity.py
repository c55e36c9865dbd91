"""Kind, years and parts of real drafts and of short ones of every kind."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportlint.declared import Declared
from reportlint.facts.identity import KINDS, identity
from reportlint.facts.kinds import missing_parts, parts_of
from reportlint.facts.planning import closing, plan
from reportlint.facts.shortcomings import shortcomings
from reportlint.readers import read

SEEDS = Path(__file__).parent.parent / "seeds"


@pytest.mark.parametrize(
    ("seed", "review", "planned", "half", "masked"),
    [
        ("000", 2021, 2022, False, True),
        ("001", 2021, 2022, False, False),
        ("002", 2022, 2023, False, True),
        ("003", None, None, False, True),
        ("004", 2023, 2023, True, True),
    ],
)
def test_seed(seed: str, review: int | None, planned: int | None, half: bool, masked: bool) -> None:
    (path,) = SEEDS.glob(f"{seed}_*.txt")
    who = identity(read(path.name, path.read_bytes()))

    assert who.kind == "npc-presidium"
    assert (who.review_year, who.plan_year, who.half_year, who.masked) == (review, planned, half, masked)


@pytest.mark.parametrize(("seed", "line"), [("000", 16), ("001", 16), ("002", 30), ("003", 14), ("004", 14)])
def test_seeds_state_their_shortcomings_in_a_paragraph(seed: str, line: int) -> None:
    (path,) = SEEDS.glob(f"{seed}_*.txt")
    document = read(path.name, path.read_bytes())
    found = shortcomings(document)

    assert found is not None
    assert document.start_place(found).line == line
    assert plan(document) is not None
    assert {part.need for part in missing_parts(document)} <= {"may"}


@pytest.mark.parametrize("seed", ["000", "001", "003", "004"])
def test_finished_seeds_have_closing_words(seed: str) -> None:
    (path,) = SEEDS.glob(f"{seed}_*.txt")

    assert closing(read(path.name, path.read_bytes())) is not None


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        ("青石镇人大主席团工作报告\n各位代表：", "npc-presidium"),
        ("青石县人民代表大会常务委员会工作报告\n各位代表：", "npc-presidium"),
        ("青石镇第十九届人民代表大会\n主席团工作报告\n各位代表：", "npc-presidium"),
        ("各位代表：\n受镇人大主席团的委托，我向大会报告工作，请予审议。", "npc-presidium"),
        ("政 府 工 作 报 告\n各位代表：", "government"),
        ("各位代表：\n现在，我代表镇人民政府向大会报告工作，请予审议。", "government"),
        ("县水利局2023年工作总结及2024年工作打算\n", "work-summary"),
        ("中共青石村支部2023年度党建工作情况报告\n", "work-summary"),
        ("青石村村民委员会二〇二三年工作报告\n", "work-summary"),
        ("2023年度述职述廉报告\n", "personal-report"),
        ("青石街道2024年上半年工作总结\n", "half-year"),
        ("关于做好2023年工作总结的通知\n", "generic"),
        ("县水利局2024年工作要点\n", "generic"),
        ("在全县工作会议上的讲话\n", "generic"),
        ("关于养老服务情况的调研报告\n", "generic"),
        ("主席团会议纪要\n", "generic"),
        ("政府工作报告（节选）\n", "generic"),
        ("关于2023年财政预算执行情况的报告\n", "generic"),
        ("", "generic"),
    ],
)
def test_kinds(head: str, kind: str) -> None:
    assert identity(read("x.txt", f"{head}\n一年来，各项工作扎实推进，取得明显成效。".encode())).kind == kind


def test_a_declared_kind_wins() -> None:
    document = read("x.txt", "政府工作报告\n一年来，成效明显。".encode(), declared=Declared("half-year"))

    assert (identity(document).kind, identity(document).confidence) == ("half-year", 1.0)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_parts_in_both_languages(kind: str) -> None:
    parts = parts_of(kind)

    assert {"shortcomings", "plan"} <= {part.id for part in parts}
    assert all(part.zh and part.en and part.advice_zh and part.advice_en for part in parts)
    assert all(part.need in {"must", "should", "may"} for part in parts)
    assert [part.cue.compiled for part in parts]


def test_an_unknown_kind_has_no_parts() -> None:
    assert parts_of("../secret") == ()


@pytest.mark.parametrize(
    "words",
    [
        "但我们也清醒地看到，工作中还存在一些不足。",
        "离上级要求还有一定差距，主要表现在监督不够深入。",
        "存在的主要问题：资金到位慢。",
        "个别代表履职不主动，闭会期间活动偏少，联系选民不够经常。",
        "监督实效有待增强，代表培训有待加强。",
        "一年来，自己学习不够系统，研究不深，方法简单。",
        "我们做的与乡亲们盼的相比还有不小差距。",
    ],
)
def test_shortcomings_in_many_words(words: str) -> None:
    assert shortcomings(read("x.txt", f"工作总结\n一年来，成效明显。\n{words}\n继续努力。".encode())) is not None


@pytest.mark.parametrize(
    "words",
    [
        "有效解决了群众反映强烈的突出问题，补齐了农村饮水短板。",
        "检查发现部分企业还存在一些问题，已责令整改。",
        "针对代表提出的意见建议，逐条研究办理。",
        "深刻认识到主题教育的重大意义，学习热情高涨。",
        "坚持问题导向，聚焦薄弱环节，集中破解难题。",
        "督促政府解决了还存在的困难和问题。",
        "要着力补短板、强弱项，推动高质量发展。",
    ],
)
def test_solved_problems_are_no_shortcomings(words: str) -> None:
    assert shortcomings(read("x.txt", f"工作总结\n一年来，成效明显。\n{words}\n继续努力。".encode())) is None

"""What a report says of its own time, and the sessions and plans it names."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from reportlint.document import Document
from reportlint.facts.periods import document_date, plans_named, reported_period
from reportlint.facts.sessions import sessions
from reportlint.readers import read
from support import unmark

SEEDS = Path(__file__).parent.parent / "seeds"
BODY = "\n各位代表：\n现将工作报告如下，请予审议。\n一年来，各项工作扎实推进，取得明显成效，群众比较满意。\n"


def document(text: str) -> Document:
    return read("x.txt", text.encode())


@pytest.mark.parametrize(
    ("head", "tail", "date"),
    [
        ("政府工作报告\n——2024年2月28日在青石县第二十届人民代表大会第四次会议上", "", (2024, 2, 28)),
        ("政府工作报告\n（二〇二四年二月二十八日在青石县第二十届人民代表大会第四次会议上）", "", (2024, 2, 28)),
        ("青石县水利局2023年工作总结", "青石县水利局\n2023年12月28日", (2023, 12, 28)),
        ("政府工作报告\n——2024年2月28日在青石县人民代表大会上", "青石县人民政府\n2024年3月1日", (2024, 2, 28)),
        ("青石县水利局2023年工作总结", "", None),
        ("青石县水利局2023年工作总结", "青石县水利局\n2023年13月28日", None),
        ("青石县水利局2023年工作总结", "青石县水利局\n2023年12月", None),
    ],
)
def test_date_of_the_document(head: str, tail: str, date: tuple[int, int, int] | None) -> None:
    found = document_date(document(head + BODY + tail))
    assert (found.first if found else None) == date


@pytest.mark.parametrize(
    ("text", "first", "last", "evidence"),
    [
        ("青石镇2023年工作总结" + BODY, (2023, 1, 1), (2023, 12, 31), "2023年"),
        ("青石镇2023年上半年工作总结" + BODY, (2023, 1, 1), (2023, 6, 30), "2023年上半年"),
        ("青石镇2023年半年工作总结" + BODY, (2023, 1, 1), (2023, 6, 30), "2023年"),
        (
            "各位代表：\n一、2023年上半年主要工作" + BODY + "二、2023年下半年工作安排\n继续努力。",
            (2023, 1, 1),
            (2023, 6, 30),
            None,
        ),
        ("青石镇上半年工作总结" + BODY + "青石镇人民政府\n2023年7月8日", (2023, 1, 1), (2023, 6, 30), "上半年"),
        ("青石镇2023年工作总结和2024年工作打算" + BODY, (2023, 1, 1), (2023, 12, 31), "2023年"),
        (
            "政府工作报告" + BODY + "一、2023年工作回顾\n成效明显。\n二、2024年工作安排\n继续努力。",
            (2023, 1, 1),
            (2023, 12, 31),
            "2023年",
        ),
        (
            "政府工作报告" + BODY + "一、2025年和“十四五”时期工作回顾\n成效明显。\n二、2026年工作安排\n继续努力。",
            (2021, 1, 1),
            (2025, 12, 31),
            "2025年",
        ),
        (
            "政府工作报告" + BODY + "一、主要工作\n成效明显。\n二、2026年工作安排\n继续努力。",
            (2025, 1, 1),
            (2025, 12, 31),
            None,
        ),
    ],
)
def test_period(text: str, first: tuple[int, int, int], last: tuple[int, int, int], evidence: str | None) -> None:
    draft = document(text)
    found = reported_period(draft)
    assert found is not None
    assert (found.first, found.last) == (first, last)
    assert (draft.slice(found.evidence) if found.evidence else None) == evidence


@pytest.mark.parametrize(
    ("seed", "date", "first", "last"),
    [
        ("000", None, (2021, 1, 1), (2021, 12, 31)),
        ("001", (2022, 3, 23), (2021, 1, 1), (2021, 12, 31)),
        ("002", None, (2022, 1, 1), (2022, 12, 31)),
        ("003", None, None, None),
        ("004", None, (2023, 1, 1), (2023, 6, 30)),
    ],
)
def test_seeds(
    seed: str,
    date: tuple[int, int, int] | None,
    first: tuple[int, int, int] | None,
    last: tuple[int, int, int] | None,
) -> None:
    (path,) = SEEDS.glob(f"{seed}_*.txt")
    draft = read(path.name, path.read_bytes())
    signed, period = document_date(draft), reported_period(draft)
    assert (signed.first if signed else None) == date
    assert ((period.first, period.last) if period else (None, None)) == (first, last)


@pytest.mark.parametrize(
    ("marked", "body", "national", "term", "meeting", "kind"),
    [
        ("镇⟦第十三届人民代表大会第一次全体会议⟧", "people", False, 13, 1, "session"),
        ("去年⟦十三届人大三次会议⟧期间", "people", False, 13, 3, "session"),
        ("⟦第14届人民代表大会第2次会议⟧", "people", False, 14, 2, "session"),
        ("⟦十四届全国人大四次会议⟧", "people", True, 14, 4, "session"),
        ("全国政协⟦十四届四次会议⟧", "consultative", True, 14, 4, "session"),
        ("政协青石县⟦第十届委员会第二次会议⟧", "consultative", False, 10, 2, "session"),
        ("⟦十四届三次会议⟧", "unknown", None, 14, 3, "session"),
        ("党的⟦十九届六中全会⟧精神", "party", True, 19, 6, "plenum"),
        ("按照区委⟦十四届八次全会⟧", "party", False, 14, 8, "session"),
        ("县委⟦十三届五次全委会⟧", "party", False, 13, 5, "session"),
        ("⟦党的二十大⟧精神", "party", True, 20, None, "congress"),
        ("学习⟦十九大⟧报告", "party", True, 19, None, "congress"),
        ("⟦中国共产党第二十次全国代表大会⟧", "party", True, 20, None, "congress"),
        ("我受⟦第十八届人大⟧主席团的委托", "people", False, 18, None, "term"),
    ],
)
def test_sessions(  # noqa: PLR0913, PLR0917 - the columns of the table
    marked: str, body: str, national: bool | None, term: int, meeting: int | None, kind: str
) -> None:
    text, spans = unmark(marked)
    found = sessions(document(text))
    assert [(one.span.start, one.span.end) for one in found] == spans
    (one,) = found
    assert (one.body, one.national, one.term, one.meeting, one.kind) == (body, national, term, meeting, kind)


def test_plenums_that_share_their_words() -> None:
    found = sessions(document("贯彻党的十八届三中、四中全会精神"))
    assert [(one.term, one.meeting, one.national) for one in found] == [(18, 3, True), (18, 4, True)]


@pytest.mark.parametrize(
    "text", ["新一届人大代表", "届中调整", "十大工程", "二十大类", "召开三次会议", "历届人大", "五十大寿", ""]
)
def test_what_is_no_session(text: str) -> None:
    assert sessions(document(text)) == ()


@pytest.mark.parametrize(
    ("marked", "kind", "number", "first"),
    [
        ("⟦“十四五”规划⟧启动", "development", 14, 2021),
        ("⟦“十五五”时期⟧", "development", 15, 2026),
        ("⟦第十四个五年规划⟧", "development", 14, 2021),
        ("⟦十三五时期⟧", "development", 13, 2016),
        ("⟦“八五”普法⟧", "law", 8, 2021),
        ("⟦八五普法⟧", "law", 8, 2021),
    ],
)
def test_plans(marked: str, kind: str, number: int, first: int) -> None:
    text, spans = unmark(marked)
    found = plans_named(document(text))
    assert [(one.span.start, one.span.end) for one in found] == spans
    assert [(one.kind, one.number, one.first, one.last) for one in found] == [(kind, number, first, first + 4)]


@pytest.mark.parametrize("text", ["三五户", "“三五”学雷锋", "五年规划", "二十五个", "十五", "共有十五人", ""])
def test_what_is_no_plan(text: str) -> None:
    assert plans_named(document(text)) == ()


@pytest.mark.timing
@pytest.mark.parametrize(
    "piece", ["届", "一届", "第一届", "十九届一中、", "第1届人", "十大", "“十五", "十", "第", "五", "2023年", "党的"]
)
def test_time_grows_with_the_length_only(piece: str) -> None:
    draft = document((piece * 30_000)[:30_000])
    started = time.process_time()
    sessions(draft)
    plans_named(draft)
    assert time.process_time() - started < 2

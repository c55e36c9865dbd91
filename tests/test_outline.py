"""The outline of real drafts, and headings of every style in every order."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportlint.facts.numbering import han, slips
from reportlint.facts.outline import number_of, outline
from reportlint.readers import read
from support import check_text

SEEDS = Path(__file__).parent.parent / "seeds"
STYLES = {
    "han": "{han}、",
    "han-paren": "（{han}）",
    "arabic": "{digit}.",
    "arabic-paren": "（{digit}）",
    "part": "第{han}部分　",
}


def outline_of(seed: str) -> tuple[list[str], str | None, list[str], list[str]]:
    """Markers with levels, title, salutations and signature of a seed."""
    (path,) = SEEDS.glob(f"{seed}_*.txt")
    document = read(path.name, path.read_bytes())
    sketch = outline(document)
    return (
        [heading.marker or heading.title for heading in sketch.headings],
        document.slice(sketch.title) if sketch.title else None,
        [document.slice(line) for line in sketch.salutations],
        [document.slice(line) for line in sketch.signature],
    )


@pytest.mark.parametrize(
    ("seed", "markers", "title", "salutations", "signature"),
    [
        ("000", "一、 （一） （二） 二、 （一） （二） （三）", None, ["各位代表："], []),
        (
            "001",
            "一、 二、 三、 四、 2022年工作展望 一、 二、 三、 四、",
            "镇江镇2021年人大工作报告",
            [],
            ["镇江镇人民政府2022-03-23"],
        ),
        (
            "002",
            "2022年工作回顾 一、 二、 三、 四、 2023年工作安排 一、 二、",
            "人大主席团工作报告汇编(4篇)",
            ["各位代表:"],
            [],
        ),
        ("003", "20_年工作回顾 一、 二、 三、 20_年人大工作规划 一、 二、 三、", None, [], []),
        (
            "004",
            "2023年上半年工作回顾 一、 二、 三、 四、 2023年下半年工作安排 一、 二、 三、 四、",
            None,
            ["各位代表："],
            [],
        ),
    ],
)
def test_seed(seed: str, markers: str, title: str | None, salutations: list[str], signature: list[str]) -> None:
    assert outline_of(seed) == (markers.split(), title, salutations, signature)


def test_run_in_headings_end_at_their_first_stop() -> None:
    (path,) = SEEDS.glob("001_*.txt")
    document = read(path.name, path.read_bytes())
    plan = [heading for heading in outline(document).headings if heading.run_in]

    assert [document.slice(heading.span) for heading in plan] == [
        "一、坚持党的领导。",
        "二、监督精准有效。",
        "三、激发代表活力。",
        "四、强化队伍建设。",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "2.5亿元资金到位",
        "1.2万人受益",
        "2023年，成效明显。",
        "一是抓学习",
        "一、二、三产业融合发展",
        "十九大报告指出",
        "3·15活动",
    ],
)
def test_what_only_looks_like_a_heading(line: str) -> None:
    assert outline(read("x.txt", f"工作报告\n一年来，成效明显。\n{line}\n继续努力。".encode())).headings == ()


@pytest.mark.parametrize(
    ("line", "style", "number"),
    [
        ("１．抓学习", "arabic", 1),
        ("12、抓学习", "arabic", 12),
        ("(三)抓学习", "han-paren", 3),
        ("③抓学习", "circled", 3),
        ("第二章　抓学习", "part", 2),
        ("二十一、抓学习", "han", 21),
        ("　　（2）抓学习", "arabic-paren", 2),
    ],
)
def test_styles(line: str, style: str, number: int) -> None:
    (heading,) = outline(read("x.txt", f"工作报告\n一年来，成效明显。\n{line}\n继续努力。".encode())).headings

    assert (heading.style, heading.number, heading.title) == (style, number, "抓学习")


def test_markdown_headings() -> None:
    headings = outline(
        read("x.md", "# 工作报告\n\n## 工作回顾\n\n学习四次。\n\n## 一、安排\n\n继续。\n".encode())
    ).headings

    assert [(heading.style, heading.title) for heading in headings] == [
        ("division", "工作报告"),
        ("division", "工作回顾"),
        ("han", "安排"),
    ]


def test_attachments_are_no_part_of_the_text() -> None:
    document = read(
        "x.txt", "工作报告\n一年来，成效明显，让我们共同努力，再创佳绩！\n附件1\n一、名单\n三、名册".encode()
    )

    assert outline(document).headings == ()
    assert document.slice(outline(document).main).endswith("再创佳绩！")


@given(st.integers(1, 99))
def test_numbers_are_read_as_they_are_written(number: int) -> None:
    assert number_of(han(number)) == number_of(str(number)) == number


@given(st.integers(1, 30), st.data())
def test_a_slip_is_found_wherever_it_is(length: int, data: st.DataObject) -> None:
    numbers = list(range(1, length + 1))
    assert slips(numbers) == ()
    at = data.draw(st.integers(0, length - 1))
    numbers[at] = data.draw(st.integers(1, 40))
    assert bool(slips(numbers)) == (numbers != list(range(1, len(numbers) + 1)))


def text_of(style: str, numbers: list[int], *, run_in: bool) -> str:
    """Headings with these numbers, each with a paragraph."""
    mark = STYLES[style]
    between = "。" if run_in else "\n"
    lines = [mark.format(han=han(n), digit=n) + f"抓好{chr(0x7532 + n)}项工作{between}全年组织四次。" for n in numbers]
    return "工作开展如下。\n" + "\n".join(lines)


@given(st.sampled_from(sorted(STYLES)), st.integers(3, 12), st.booleans(), st.data())
def test_a_dropped_number_is_reported_and_a_whole_sequence_is_not(
    style: str, length: int, run_in: bool, data: st.DataObject
) -> None:
    numbers = list(range(1, length + 1))
    assert check_text("structure.heading-sequence", text_of(style, numbers, run_in=run_in)) == ()
    numbers.remove(data.draw(st.integers(2, length - 1)))
    assert len(check_text("structure.heading-sequence", text_of(style, numbers, run_in=run_in))) == 1


@given(st.lists(st.integers(1, 4), min_size=1, max_size=5), st.booleans())
def test_sub_headings_of_any_parents_are_silent(sizes: list[int], run_in: bool) -> None:
    text = "".join(
        f"{han(i)}、抓好{chr(0x7532 + i)}项工作\n"
        + text_of("han-paren", list(range(1, size + 1)), run_in=run_in)
        + "\n"
        for i, size in enumerate(sizes, 1)
    )
    assert check_text("structure.heading-level", text) == ()
    found = check_text("structure.heading-sequence", text)
    assert len([d for d in found if d.severity.label == "error"]) == 0

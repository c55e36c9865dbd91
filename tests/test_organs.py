"""Organs of a level, and whether a name stands before them."""

from __future__ import annotations

import pytest

from reportlint.facts.organ_words import begins, in_quotes
from reportlint.facts.organs import organs
from reportlint.readers import read
from reportlint.text import Span


def of(text: str) -> list[tuple[str, str, bool]]:
    document = read("x.txt", text.encode())
    return [(document.slice(organ.span), organ.kind, organ.bare) for organ in organs(document)]


def test_kinds() -> None:
    assert of("县委、镇党委、街道党工委、街道办事处、镇人民政府、县人大、镇纪委、市政协") == [
        ("县委", "党委", True),
        ("镇党委", "党委", True),
        ("街道党工委", "党委", True),
        ("街道办事处", "政府", True),
        ("镇人民政府", "政府", True),
        ("县人大", "人大", True),
        ("镇纪委", "纪委", True),
        ("市政协", "政协", True),
    ]


@pytest.mark.parametrize(
    "text",
    ["县委员会", "受市委托", "镇委派干部", "城乡群众", "乡镇企业", "区域发展", "县委任命", "村党支部", "市场政策"],
)
def test_no_organ(text: str) -> None:
    assert of(text.replace("县委任命", "县委任")) == []


@pytest.mark.parametrize(
    "text",
    ["在镇党委", "重大问题向镇党委", "，镇党委", "围绕镇党委", "离不开镇党委", "人大和镇党委", "对镇党委", "“镇党委"],
)
def test_no_name_before(text: str) -> None:
    assert begins(text, text.index("镇党委"))


@pytest.mark.parametrize(
    "text",
    [
        "大冲镇党委",
        "太和镇党委",
        "XX镇党委",
        "**镇党委",
        "西向镇党委",
        "大将镇党委",
        "各镇党委",
        "城镇党委",
        "固本镇党委",
        "团结镇党委",
        "联合镇党委",
        "两镇党委",
        "该镇党委",
    ],
)
def test_perhaps_a_name_before(text: str) -> None:
    assert not begins(text, text.index("镇党委"))


def test_quotes_and_titles() -> None:
    document = read("x.txt", "学习《乡人大工作条例》，开展“镇党委开讲”，镇党委重视。".encode())
    text = document.text

    assert in_quotes(document, Span(text.index("乡人大"), text.index("乡人大") + 3))
    assert in_quotes(document, Span(text.index("镇党委"), text.index("镇党委") + 3))
    assert not in_quotes(document, Span(text.rindex("镇党委"), text.rindex("镇党委") + 3))

"""So many times so much each: sums that fit are never reported, slipped units always."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reportlint.document import Document
from reportlint.facts.numerals import ONE
from reportlint.facts.products import odd_products, product
from reportlint.readers import read

_WORDS = st.sampled_from(
    (
        "惠及农户{n}户，户均增收{each}元，共增收{total}。",
        "为{n}名老人每人发放慰问金{each}元，共计{total}。",
        "大病救助{n}人次，人均救助{each}元，累计支出救助金{total}。",
        "安装路灯{n}盏，每盏{each}元，总投资{total}。",
        "扶持{n}个村发展产业，每村补助{each}元，共下拨资金{total}。",
        "流转土地{n}亩，亩均租金{each}元，合计{total}。",
    )
)
_MANY = st.integers(11, 990)
_EACH = st.integers(2, 90).map(lambda tens: tens * 100)


def _draft(words: str, many: int, each: int, unit: str) -> Document:
    tens_of_thousands = f"{many * each / 10_000:.2f}".rstrip("0").rstrip(".")
    return read("draft.txt", words.format(n=many, each=each, total=tens_of_thousands + unit).encode())


@given(_WORDS, _MANY, _EACH)
def test_sums_that_fit(words: str, many: int, each: int) -> None:
    assert odd_products(_draft(words, many, each, "万元")) == ()


@given(_WORDS, _MANY, _EACH, st.sampled_from((("元", 10_000), ("亿元", 10_000))))
def test_slipped_units(words: str, many: int, each: int, slip: tuple[str, int]) -> None:
    unit, factor = slip
    [(head, one, whole, off)] = odd_products(_draft(words, many, each, unit))
    assert product(head, one) == many * each * ONE
    assert whole.unit.name in {"元", "亿元"}
    assert off == factor

"""Numbers in every writing, and what must not pass for one."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportlint.facts.numerals import ONE, parse, parse_digits

WHOLE = st.integers(0, 10**12) | st.integers(0, 10**5)
WIDE = str.maketrans("0123456789.,", "０１２３４５６７８９．，")
HAN = "零一二三四五六七八九"


def write_chinese(number: int) -> str:
    """The number as it is read out, by the book: 一百零五, 十二, 一万零三百."""
    if number == 0:
        return HAN[0]
    written = ""
    for worth, name in ((10**8, "亿"), (10**4, "万"), (1, "")):
        section, number = divmod(number, worth)
        if not section:
            continue
        if worth == 10**8 and section >= 10**4:
            part = write_chinese(section)
        else:
            part = _section(section)
            if written and section < 1000:
                part = "零" + part
        written += part + name
    return written.removeprefix("一") if written.startswith("一十") else written


def _section(number: int) -> str:
    written, gap = "", False
    for worth, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // worth % 10
        if digit:
            written += ("零" if gap and written else "") + HAN[digit] + name
        gap = not digit
    return written


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (0, "零"),
        (10, "十"),
        (12, "十二"),
        (105, "一百零五"),
        (110, "一百一十"),
        (2010, "二千零一十"),
        (10300, "一万零三百"),
        (100_000_000_000, "一千亿"),
        (10**12, "一万亿"),
        (120_000_300, "一亿二千万零三百"),
    ],
)
def test_the_writer_of_these_tests(number: int, written: str) -> None:
    assert write_chinese(number) == written


@given(WHOLE)
def test_whole_numbers_in_every_writing(number: int) -> None:
    for text in (str(number), f"{number:,}", f"{number:,}".replace(",", "，"), str(number).translate(WIDE)):
        found = parse(text)
        assert found is not None
        assert (found.value, found.decimals, found.place, found.style) == (number * ONE, 0, ONE, "arabic")
    han = parse(write_chinese(number))
    assert han is not None
    assert (han.value, han.style) == (number * ONE, "chinese")
    twos = parse(write_chinese(number).replace("二千", "两千").replace("二万", "两万").replace("二亿", "两亿"))
    assert twos is None or twos.value == number * ONE


@given(st.integers(0, 10**9), st.integers(1, 6), st.data())
def test_decimals(whole: int, length: int, data: st.DataObject) -> None:
    fraction = data.draw(st.text("0123456789", min_size=length, max_size=length))
    found = parse(f"{whole}.{fraction}")
    assert found is not None
    assert found.value == whole * ONE + int(fraction) * 10 ** (6 - length)
    assert (found.decimals, found.place) == (length, 10 ** (6 - length))
    assert parse(f"{whole:,}.{fraction}".translate(WIDE)) == found


@given(st.integers(1, 9999), st.sampled_from(["万", "亿", "万亿", "千", "百万"]))
def test_multiples(number: int, multiple: str) -> None:
    factor = {"万": 10**4, "亿": 10**8, "万亿": 10**12, "千": 1000, "百万": 10**6}[multiple]
    found = parse(f"{number}{multiple}")
    assert found is not None
    assert (found.value, found.place, found.style) == (number * factor * ONE, factor * ONE, "mixed")


@pytest.mark.parametrize(
    ("text", "value", "decimals", "style"),
    [
        ("两千", "2000", 0, "chinese"),
        ("两", "2", 0, "chinese"),
        ("一百零五", "105", 0, "chinese"),
        ("一百五十", "150", 0, "chinese"),
        ("一百十二", "112", 0, "chinese"),
        ("二百二十二", "222", 0, "chinese"),
        ("六亿七千七百三十八", "600007738", 0, "chinese"),
        ("二〇二二", "2022", 0, "chinese"),
        ("二○二一", "2021", 0, "chinese"),
        ("二零二一", "2021", 0, "chinese"),
        ("三点五", "3.5", 1, "chinese"),
        ("零点零五", "0.05", 2, "chinese"),
        ("三点五万", "35000", 1, "chinese"),
        ("三万亿", "3000000000000", 0, "chinese"),
        ("十二万三千", "123000", 0, "chinese"),
        ("3千", "3000", 0, "mixed"),
        ("5万", "50000", 0, "mixed"),
        ("1.2亿", "120000000", 1, "mixed"),
        ("3.5万亿", "3500000000000", 1, "mixed"),
        ("2万5千", "25000", 0, "mixed"),
        ("1万2000", "12000", 0, "mixed"),
        ("5.53万亿", "5530000000000", 2, "mixed"),
        ("0.5", "0.5", 1, "arabic"),
    ],
)
def test_numbers(text: str, value: str, decimals: int, style: str) -> None:
    found = parse(text)
    assert found is not None
    whole, _, fraction = value.partition(".")
    assert found.value == int(whole) * ONE + int(fraction.ljust(6, "0"))
    assert (found.decimals, found.style) == (decimals, style)


@pytest.mark.parametrize(
    "text",
    [
        *("", "。", "abc", "百", "千", "万", "亿", "点", "点五", "三点", "零零", "百分", "万亿"),
        *("三千五", "三万五", "一百五", "一亿二", "三五", "七八", "一二三", "二两", "十两", "二十两", "两十"),
        *("亿亿亿", "一亿亿", "三万万", "一亿二亿", "五十百", "百五", "一千二千", "三点五点", "三点两", "三点十"),
        *("12,34", "1,2345", "1,,234", ",123", "1.2.3", "1.", ".5", "1.1234567", "007", "5万3", "1.5万3千", "3千5万"),
        *("零五", "一百零", "三十零五千", "1-2", "3 4", "-5", "1e5", "²", "٣", "5万万", "1亿亿", "9" * 19),
    ],
)
def test_what_is_no_number_or_more_than_one(text: str) -> None:
    assert parse(text) is None


@given(st.text(st.sampled_from("0123456789.,，．０９零〇○一二两三五九十百千万亿点几 x")) | st.text())
def test_nothing_raises(text: str) -> None:
    found = parse(text)
    assert found is None or (found.value >= 0 and found.place > 0)


@pytest.mark.timing
@pytest.mark.parametrize("text", ["9" * 5000, "九" * 5000, "亿" * 5000, "1,234" * 5000, "1." * 5000, "十" * 100_000])
def test_absurd_lengths_cost_nothing(text: str) -> None:
    started = time.perf_counter()
    assert parse(text) is None
    assert parse_digits(text) is None
    assert time.perf_counter() - started < 0.01


@pytest.mark.parametrize(("text", "value"), [("07", 7), ("０７", 7), ("二〇二二", 2022), ("十", None), ("", None)])
def test_bare_digits(text: str, value: int | None) -> None:
    assert parse_digits(text) == value


@pytest.mark.parametrize(("text", "value"), [("一万一千六百八十万", 116_800_000), ("两万二千二百万", 222_000_000)])
def test_ten_thousands_of_ten_thousands_are_read_as_they_are_spoken(text: str, value: int) -> None:
    known = parse(text)

    assert known is not None
    assert known.value == value * ONE
    assert known.place == 10_000 * ONE

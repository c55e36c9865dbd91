"""Automatic numbers of Word documents: every format, lists of several levels, and files made to break the reader."""

from __future__ import annotations

import re
import shutil
import subprocess
import zipfile
from pathlib import Path
from xml.sax.saxutils import quoteattr

import pytest
from hypothesis import event, given
from hypothesis import strategies as st

from reportlint.word.error import WordError
from reportlint.word.lists import LONGEST, MOST
from reportlint.word.numbering import Counter, Label, read_numbering
from reportlint.word.numerals import custom, numeral

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"

NUMERALS = {
    "decimal": "0 1 9 10 101 2024",
    "decimalZero": "00 01 09 10 101",
    "decimalHalfWidth": "0 1 9 10 101",
    "decimalFullWidth": "０ １ ９ １０ １０１",
    "hex": "0 1 9 A 65",
    "numberInDash": "1=-·1·- 12=-·12·-",
    "lowerRoman": "1=i 4=iv 9=ix 14=xiv 40=xl 90=xc 400=cd 1999=mcmxcix 3999=mmmcmxcix 4000=4000 0=0",
    "upperRoman": "1=I 8=VIII 49=XLIX 3999=MMMCMXCIX 4000=4000 0=0",
    "lowerLetter": f"1=a 26=z 27=aa 28=bb 52=zz 53=aaa 780={'z' * 30} 781=781 0=0",
    "upperLetter": "1=A 26=Z 27=AA 0=0",
    "chicago": "1=* 2=† 3=‡ 4=§ 5=** 6=††",
    "chineseCounting": "0=○ 1=一 9=九 10=十 11=十一 19=十九 20=二十 21=二十一 99=九十九 100=一○○ 101=一○一 120=一二○",
    "chineseCountingThousand": (
        "0=〇 1=一 10=十 11=十一 20=二十 21=二十一 99=九十九 100=一百 101=一百〇一 110=一百一十 123=一百二十三 "
        "1000=一千 1001=一千〇一 1010=一千〇一十 1100=一千一百 1101=一千一百〇一 9999=九千九百九十九 10000=10000"
    ),
    "chineseLegalSimplified": (
        "0=零 1=壹 2=贰 3=叁 4=肆 5=伍 6=陆 7=柒 8=捌 9=玖 10=壹拾 11=壹拾壹 20=贰拾 101=壹佰零壹 1001=壹仟零壹"
    ),
    "ideographLegalTraditional": "1=壹 2=貳 3=參 6=陸 10=壹拾 21=貳拾壹 100=壹佰",
    "taiwaneseCounting": "1=一 10=十 21=二十一 100=一○○",
    "taiwaneseCountingThousand": "1=一 10=十 21=二十一 100=一百 101=一百零一",
    "taiwaneseDigital": "1=一 10=一○ 21=二一",
    "japaneseCounting": "1=一 10=十 11=十一 20=二十 100=百 101=百一 110=百十 211=二百十一 1000=一千 0=0",
    "ideographDigital": "0=〇 1=一 10=一〇 21=二一 100=一〇〇",
    "ideographTraditional": "1=甲 2=乙 3=丙 10=癸 11=11 0=0",
    "ideographZodiac": "1=子 2=丑 12=亥 13=13",
    "ideographZodiacTraditional": "1=甲子 2=乙丑 11=甲戌 12=乙亥 13=丙子 60=癸亥 61=61",
    "decimalEnclosedCircle": "1=① 10=⑩ 20=⑳ 21=21 0=0",
    "decimalEnclosedCircleChinese": "1=① 10=⑩ 11=11",
    "decimalEnclosedParen": "1=⑴ 20=⒇ 21=21",
    "decimalEnclosedFullstop": "1=⒈ 20=⒛ 21=21",
    "ideographEnclosedCircle": "1=㈠ 10=㈩ 11=11",
    "001": "1=001 12=012 1000=1000",
    "0001": "1=0001",
    "00001": "1=00001",
    "none": "1= 7=",
    "bullet": "1= 7=",
    "ordinal": "1 2",
    "no such format": "1 2",
    "": "1 2",
}


@pytest.mark.parametrize("kind", NUMERALS)
def test_numerals(kind: str) -> None:
    for pair in NUMERALS[kind].split():
        number, _, written = pair.partition("=")
        if "=" in pair:
            assert numeral(int(number), kind) == written.replace("·", " "), (kind, number)
        else:
            value = int(
                pair.translate(str.maketrans("０１２３４５６７８９", "0123456789")), 16 if kind == "hex" else 10
            )
            assert numeral(value, kind) == pair


def test_custom_formats() -> None:
    assert custom("001, 002, 003, ...") == "001"
    assert custom("00001, 00002, 00003, ...") == "00001"
    assert custom("甲, 乙, 丙, ...") is None
    assert custom("") is None


VALUES = {
    **{
        sign: value
        for signs in ("○一二三四五六七八九", "〇壹贰叁肆伍陆柒捌玖", "零")
        for value, sign in enumerate(signs)
    },
    **{sign: value for value, sign in enumerate("０１２３４５６７８９")},
}
UNITS = {"十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000}


def spoken(text: str) -> int:
    """The number that is spoken so: 一百二十三."""
    total, digit = 0, 0
    for sign in text:
        if sign in UNITS:
            total += (digit or 1) * UNITS[sign]
            digit = 0
        else:
            digit = VALUES[sign]
    return total + digit


def spelt(text: str) -> int:
    """The number whose digits stand so; 十 with what is around it is spoken."""
    return spoken(text) if UNITS.keys() & set(text) else int("".join(str(VALUES[sign]) for sign in text))


def roman(text: str) -> int:
    """The number of Roman digits."""
    values = ["ivxlcdm".index(sign) for sign in text]
    worth = [(5 if place % 2 else 1) * 10 ** (place // 2) for place in values]
    return sum(-one if one < after else one for one, after in zip(worth, [*worth[1:], 0], strict=True))


@given(st.integers(1, 9999))
def test_numerals_can_be_read_back(value: int) -> None:
    for kind in ("chineseCountingThousand", "chineseLegalSimplified", "taiwaneseCountingThousand", "japaneseCounting"):
        assert spoken(numeral(value, kind)) == value
    for kind in ("chineseCounting", "taiwaneseCounting", "ideographDigital", "taiwaneseDigital", "decimalFullWidth"):
        assert spelt(numeral(value, kind)) == value
    assert int(numeral(value, "decimalZero")) == int(numeral(value, "hex"), 16) == value
    if value < 4000:
        assert roman(numeral(value, "lowerRoman")) == roman(numeral(value, "upperRoman").lower()) == value
    if value <= 780:
        letters = numeral(value, "lowerLetter")
        assert (len(letters) - 1) * 26 + ord(letters[0]) - 96 == value
        assert len(set(letters)) == 1


@given(st.integers(0, MOST), st.sampled_from(sorted(NUMERALS)))
def test_numerals_are_short(value: int, kind: str) -> None:
    assert len(numeral(value, kind)) <= 30


def level(index: int, text: str, kind: str = "decimal", *, start: int = 1, more: str = "") -> str:
    """A level of a list."""
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="{start}"/><w:numFmt w:val="{kind}"/>{more}'
        f"<w:lvlText w:val={quoteattr(text)}/></w:lvl>"
    )


def abstract(number: int, *levels: str) -> str:
    """A definition of a list."""
    inside = "".join(levels)
    return f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="multilevel"/>{inside}</w:abstractNum>'


def instance(number: int, definition: int, *changes: str) -> str:
    """A list."""
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{definition}"/>{"".join(changes)}</w:num>'


def restarted(index: int, first: int) -> str:
    """A level that begins anew."""
    return f'<w:lvlOverride w:ilvl="{index}"><w:startOverride w:val="{first}"/></w:lvlOverride>'


def part(*lists: str, uri: str = WORD) -> bytes:
    """The part that defines these lists."""
    return f'<w:numbering xmlns:w="{uri}" xmlns:mc="{COMPATIBILITY}">{"".join(lists)}</w:numbering>'.encode()


def labels(definition: bytes, paragraphs: str) -> str:
    """Numbers of paragraphs, each given as list.level; a dash where there is none."""
    counter = Counter(read_numbering(definition))
    found = [counter.label(*map(int, paragraph.split("."))) for paragraph in paragraphs.split()]
    return " ".join(label.text if label else "-" for label in found)


THREE = (level(0, "%1"), level(1, "%1.%2"), level(2, "%1.%2.%3"))
REPORT = (
    level(0, "第%1章", "chineseCountingThousand"),
    level(1, "%2、", "chineseCounting"),
    level(2, "（%3）", "chineseCounting"),
    level(3, "%4."),
    level(4, "(%5)"),
    level(5, "%6", "decimalEnclosedCircleChinese"),
)
STYLED = (
    "<w:abstractNum w:abstractNumId='1'><w:numStyleLink w:val='Mine'/></w:abstractNum>"
    f"<w:abstractNum w:abstractNumId='2'><w:styleLink w:val='Mine'/>{level(0, '%1）')}</w:abstractNum>"
)
ZERO_PADDED = (
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><mc:AlternateContent><mc:Choice Requires="w14">'
    '<w:numFmt w:val="custom" w:format="{}"/></mc:Choice><mc:Fallback><w:numFmt w:val="{}"/></mc:Fallback>'
    '</mc:AlternateContent><w:lvlText w:val="%1."/></w:lvl>'
)

LISTS = {
    "chapters as reports have them": (
        part(abstract(1, *REPORT), instance(1, 1)),
        "1.0 1.1 1.2 1.2 1.3 1.4 1.5 1.5 1.4 1.2 1.1 1.2 1.0 1.1 1.3",
        "第一章 一、 （一） （二） 1. (1) ① ② (2) （三） 二、 （一） 第二章 一、 1.",
    ),
    "strict": (part(abstract(1, *THREE), instance(1, 1), uri=STRICT), "1.0 1.1", "1 1.1"),
    "levels that were skipped": (
        part(abstract(1, *THREE), instance(1, 1)),
        "1.1 1.1 1.0 1.1 1.2 1.0 1.2 1.1",
        "1.1 1.2 2 2.1 2.1.1 3 3.1.1 3.2",
    ),
    "levels that were skipped and start late": (
        part(abstract(1, level(0, "%1", start=5), level(1, "%1.%2", start=3), THREE[2]), instance(1, 1)),
        "1.2 1.0 1.2 1.1",
        "5.3.1 6 6.3.1 6.4",
    ),
    "never restarted": (
        part(abstract(1, THREE[0], level(1, "%1.%2", more='<w:lvlRestart w:val="0"/>')), instance(1, 1)),
        "1.0 1.1 1.1 1.0 1.1",
        "1 1.1 1.2 2 2.3",
    ),
    "restarted by the first level only": (
        part(abstract(1, *THREE[:2], level(2, "%1.%2.%3", more='<w:lvlRestart w:val="1"/>')), instance(1, 1)),
        "1.0 1.1 1.2 1.1 1.2 1.0 1.1 1.2",
        "1 1.1 1.1.1 1.2 1.2.2 2 2.1 2.1.1",
    ),
    "two lists with one definition": (
        part(abstract(1, *THREE), instance(1, 1), instance(2, 1)),
        "1.0 2.0 1.0 2.1 1.1",
        "1 2 3 3.1 3.2",
    ),
    "two definitions": (
        part(abstract(1, *THREE), abstract(2, *THREE), instance(1, 1), instance(2, 2)),
        "1.0 2.0 1.0 2.1",
        "1 1 2 1.1",
    ),
    "a list that begins anew": (
        part(abstract(1, *THREE), instance(1, 1), instance(2, 1, restarted(0, 1))),
        "1.0 1.0 2.0 2.0 1.0 2.0",
        "1 2 1 2 3 4",
    ),
    "a list that begins anew at several levels": (
        part(abstract(1, *THREE), instance(1, 1), instance(2, 1, restarted(0, 7), restarted(1, 4))),
        "1.0 1.1 2.0 2.1 2.1 2.0 2.1 1.0 1.1",
        "1 1.1 7 7.4 7.5 8 8.4 9 9.1",
    ),
    "a level of another form": (
        part(
            abstract(1, *THREE),
            instance(1, 1),
            instance(
                2, 1, '<w:lvlOverride w:ilvl="0">', level(0, "（%1）", "chineseCounting", start=9), "</w:lvlOverride>"
            ),
        ),
        "1.0 1.0 2.0 2.1 1.0",
        "1 2 （三） 三.1 4",
    ),
    "in digits": (
        part(
            abstract(1, level(0, "%1、", "chineseCounting"), level(1, "%1.%2", "upperRoman", more="<w:isLgl/>")),
            instance(1, 1),
        ),
        "1.0 1.1 1.0 1.1",
        "一、 1.1 二、 2.1",
    ),
    "in digits is off": (
        part(abstract(1, level(0, "%1、", "upperRoman", more='<w:isLgl w:val="0"/>')), instance(1, 1)),
        "1.0 1.0",
        "I、 II、",
    ),
    "bullets": (
        part(
            abstract(1, level(0, "\uf0b7", "bullet"), level(1, "◆", "bullet"), level(2, "", "bullet")),
            instance(1, 1),
        ),
        "1.0 1.1 1.2",
        "• ◆ -",
    ),
    "text without a number": (
        part(abstract(1, level(0, "附件：", "none"), level(1, "%1", "none"), level(2, "%3")), instance(1, 1)),
        "1.0 1.1 1.2",
        "附件： - 1",
    ),
    "from a list style": (part(STYLED, instance(1, 1), instance(2, 2)), "1.0 1.0 2.0", "1） 2） 1）"),
    "padded by Word": (
        part(abstract(1, ZERO_PADDED.format("001, 002, 003, ...", "decimalZero")), instance(1, 1)),
        "1.0 1.0",
        "001. 002.",
    ),
    "of a form nobody knows, with another to fall back on": (
        part(abstract(1, ZERO_PADDED.format("Ⅰ-Ⅱ", "chineseCounting")), instance(1, 1)),
        "1.0 1.0",
        "一. 二.",
    ),
    "defined after it is used": (part(instance(1, 1), abstract(1, *THREE)), "1.0 1.1", "1 1.1"),
    "without start": (
        part(abstract(1, '<w:lvl w:ilvl="0"><w:lvlText w:val="%1."/></w:lvl>'), instance(1, 1)),
        "1.0 1.0",
        "0. 1.",
    ),
    "signs that are no number": (
        part(abstract(1, level(0, "100%%1%x%0%"), level(1, "%1-%9")), instance(1, 1)),
        "1.0 1.1",
        "100%1%x%0% 1-",
    ),
    "lists that are not there": (
        part(abstract(1, *THREE), instance(1, 7), instance(2, 1)),
        "0.0 1.0 3.0 2.3 2.9 2.0",
        "- - - - - 1",
    ),
    "the first of two with one id": (
        part(abstract(1, level(0, "a")), abstract(1, level(0, "b")), instance(1, 1), instance(1, 2)),
        "1.0",
        "a",
    ),
    "the largest number": (
        part(abstract(1, level(0, "%1", start=MOST), level(1, "%2", "upperRoman", start=99999999999)), instance(1, 1)),
        "1.0 1.0 1.1",
        f"{MOST} {MOST} 0",
    ),
}


@pytest.mark.parametrize("name", LISTS)
def test_lists(name: str) -> None:
    definition, paragraphs, expected = LISTS[name]
    assert labels(definition, paragraphs) == expected


def test_what_follows_a_number() -> None:
    more = '<w:suff w:val="{}"/>'
    lists = read_numbering(
        part(
            abstract(
                1,
                level(0, "%1、"),
                level(1, "%2、", more=more.format("space")),
                level(2, "%3、", more=more.format("nothing")),
                level(3, "●", "bullet", more=more.format("?")),
            ),
            instance(1, 1),
        )
    )
    counter = Counter(lists)
    assert [counter.label(1, index) for index in range(4)] == [
        Label("1、", "tab", bullet=False),
        Label("1、", "space", bullet=False),
        Label("1、", "nothing", bullet=False),
        Label("●", "tab", bullet=True),
    ]


def test_each_story_counts_for_itself() -> None:
    numbering = read_numbering(part(abstract(1, *THREE), instance(1, 1)))
    body, notes = Counter(numbering), Counter(numbering)
    assert [counter.label(1, 0) for counter in (body, body, notes)] == [
        Label(text, "tab", bullet=False) for text in ("1", "2", "1")
    ]


def test_levels_tied_to_styles() -> None:
    numbering = read_numbering(
        part(
            abstract(1, level(0, "%1", more='<w:pStyle w:val="A"/>'), level(3, "%4", more='<w:pStyle w:val="B"/>')),
            instance(1, 1),
        )
    )
    assert numbering.level_of(1, "A") == 0
    assert numbering.level_of(1, "B") == 3
    assert numbering.level_of(1, "C") is None
    assert numbering.level_of(1, "") is None
    assert numbering.level_of(2, "A") is None


def test_numbers_stay_on_their_line() -> None:
    breaking = part(abstract(1, level(0, "第\n%1\u2028章\u0085").replace("\n", "&#10;")), instance(1, 1))
    assert labels(breaking, "1.0") == "第1章"


def test_hostile_lists() -> None:
    assert read_numbering(None).find(1) is None
    many = [abstract(number, level(0, "%1" * 500, "lowerLetter", start=700)) for number in range(5000)]
    lists = read_numbering(part(*many, *(instance(number, number) for number in range(1, 5000))))
    label = Counter(lists).label(4999, 0)
    assert label is not None
    assert len(label.text) == LONGEST
    circle = "".join(
        f'<w:abstractNum w:abstractNumId="{number}"><w:styleLink w:val="{number}"/>'
        f'<w:numStyleLink w:val="{(number + 1) % 3}"/></w:abstractNum>{instance(number + 1, number)}'
        for number in range(3)
    )
    assert labels(part(circle), "1.0 2.0 3.0") == "- - -"


@pytest.mark.parametrize("broken", [b"", b"<w:numbering>", b"\xff\xfe", b"<!DOCTYPE a []><a/>"])
def test_damaged_lists(broken: bytes) -> None:
    with pytest.raises(WordError):
        read_numbering(broken)


SIGNS = st.lists(st.sampled_from(["%1", "%2", "%9", "%", "0", "章", "\uf0b7", "&#10;"]), max_size=6).map("".join)
STRANGE = st.sampled_from(["", "-1", "x", "１", "²", "2147483647", "1e9", "9" * 40])
NUMBERS = st.one_of(st.integers(0, 3).map(str), st.integers(0, 3).map(str), STRANGE)
OF_LEVELS = ["start", "numFmt", "lvlText", "suff", "lvlRestart", "isLgl", "pStyle"]
ALL = [
    *OF_LEVELS,
    "abstractNum",
    "abstractNumId",
    "lvl",
    "lvlOverride",
    "num",
    "numStyleLink",
    "startOverride",
    "styleLink",
]
NAMES = {"abstractNum": "abstractNumId", "num": "numId", "lvl": "ilvl", "lvlOverride": "ilvl"}
CONTENT = {"lvlText": SIGNS, "numFmt": st.sampled_from(sorted(NUMERALS))}


RARELY = st.sampled_from([False] * 12 + [True])


@st.composite
def parts(draw: st.DrawFn) -> bytes:
    """A part whose elements mostly, but not always, stand where they should and say what they should."""

    def element(tag: str, value: object, inside: str = "") -> str:
        value = draw(CONTENT.get(tag, NUMBERS)) if draw(RARELY) else value
        tag = draw(st.sampled_from(ALL)) if draw(RARELY) else tag
        attribute = "" if draw(RARELY) else f' w:{NAMES.get(tag, "val")}="{value}"'
        return f"<w:{tag}{attribute}>{inside}</w:{tag}>"

    def a_level(index: int) -> str:
        more = [element(tag, draw(CONTENT.get(tag, NUMBERS))) for tag in draw(st.lists(st.sampled_from(OF_LEVELS)))]
        return element("lvl", index, element("lvlText", draw(SIGNS)) + "".join(more))

    def a_list(number: int) -> str:
        changes = [
            element(
                "lvlOverride", index, draw(st.sampled_from([element("startOverride", draw(NUMBERS)), a_level(index)]))
            )
            for index in draw(st.lists(st.integers(0, 3), max_size=2))
        ]
        return element("num", number, element("abstractNumId", draw(st.integers(0, 2))) + "".join(changes))

    definitions = []
    for number in range(draw(st.integers(1, 3))):
        levels = "".join(a_level(index) for index in range(draw(st.integers(1, 4))))
        tied = draw(st.sampled_from(["", *(element(tag, number) for tag in ("styleLink", "numStyleLink"))]))
        definitions.append(element("abstractNum", number, levels + tied))
    return part(*definitions, *(a_list(number) for number in range(1, draw(st.integers(2, 4)))))


@given(parts(), st.lists(st.tuples(st.integers(-1, 4), st.integers(-1, 9)), max_size=20))
def test_any_file_and_any_paragraphs(definition: bytes, paragraphs: list[tuple[int, int]]) -> None:
    counter = Counter(read_numbering(definition))
    for number, index in paragraphs:
        label = counter.label(number, index)
        event("a number" if label else "none")
        assert label is None or 0 < len(label.text) <= LONGEST
        assert label is None or "\n" not in label.text


@given(st.lists(st.integers(0, 2), max_size=30))
def test_counting_is_what_it_says(paragraphs: list[int]) -> None:
    """Each number is one more than the last of its level, or 1 after a higher one."""
    counts = [0, 0, 0]
    counter = Counter(read_numbering(part(abstract(1, *THREE), instance(1, 1))))
    for index in paragraphs:
        counts = [*(count or 1 for count in counts[:index]), counts[index] + 1, *[0] * (2 - index)]
        label = counter.label(1, index)
        assert label is not None
        assert label.text == ".".join(map(str, counts[: index + 1]))


# How far LibreOffice writes the same as Word; for the rest it has no formats of its own.
SAME_IN_LIBREOFFICE = {
    "chineseCounting": 99,
    "chineseCountingThousand": 100,
    "chineseLegalSimplified": 120,
    "decimal": 120,
    "decimalEnclosedCircle": 20,
    "decimalEnclosedCircleChinese": 10,
    "decimalZero": 120,
    "ideographLegalTraditional": 120,
    "ideographTraditional": 10,
    "ideographZodiac": 12,
    "japaneseCounting": 99,
    "lowerLetter": 120,
    "lowerRoman": 120,
    "taiwaneseCounting": 99,
    "taiwaneseCountingThousand": 120,
    "upperLetter": 120,
    "upperRoman": 120,
}
SAME_LISTS = (
    "levels that were skipped",
    "levels that were skipped and start late",
    "two lists with one definition",
    "two definitions",
    "a list that begins anew",
)
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def document(path: Path, definition: bytes, paragraphs: list[tuple[int, int]]) -> None:
    """Write a document of numbered paragraphs."""
    body = "".join(
        f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{index}"/><w:numId w:val="{number}"/></w:numPr></w:pPr>'
        "<w:r><w:t>ends</w:t></w:r></w:p>"
        for number, index in paragraphs
    )
    with zipfile.ZipFile(path, "w") as package:
        package.writestr(
            "[Content_Types].xml",
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{TYPE}.document.main+xml"/>'
            f'<Override PartName="/word/numbering.xml" ContentType="{TYPE}.numbering+xml"/></Types>',
        )
        for name, kind, target in (
            ("_rels/.rels", "officeDocument", "word/document.xml"),
            ("word/_rels/document.xml.rels", "numbering", "numbering.xml"),
        ):
            package.writestr(
                name,
                f'<Relationships xmlns="{RELATIONS}">'
                f'<Relationship Id="r1" Type="{OFFICE}/{kind}" Target="{target}"/></Relationships>',
            )
        package.writestr("word/numbering.xml", definition)
        package.writestr("word/document.xml", f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>')


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_same_numbers_as_libreoffice(tmp_path: Path) -> None:
    paths = []
    expected = {}
    formats = list(enumerate(SAME_IN_LIBREOFFICE.items(), 1))
    cases = [
        (
            part(
                *(abstract(number, level(0, "%1|", kind)) for number, (kind, _) in formats),
                *(instance(number, number) for number, _ in formats),
            ),
            " ".join(f"{number}.0" for number, (_, last) in formats for _ in range(last)),
        ),
        *((definition, paragraphs) for definition, paragraphs, _ in map(LISTS.__getitem__, SAME_LISTS)),
    ]
    for index, (definition, paragraphs) in enumerate(cases):
        path = tmp_path / f"{index}.docx"
        document(
            path, definition, [(int(one), int(two)) for one, _, two in (p.partition(".") for p in paragraphs.split())]
        )
        paths.append(path)
        expected[path] = labels(definition, paragraphs).split()
    subprocess.run(  # noqa: S603 - our own files
        [
            shutil.which("soffice") or "",
            f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            "txt:Text (encoded):UTF8",
            "--outdir",
            str(tmp_path),
            *map(str, paths),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    for path in paths:
        lines = path.with_suffix(".txt").read_text(encoding="utf-8-sig").split("\n")
        found = [re.sub(r"\s*ends$", "", line).strip() for line in lines if line.strip()]
        assert found == expected[path]

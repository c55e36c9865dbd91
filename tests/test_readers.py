"""What readers make of a file: blocks, what is left out, and which paragraph a comment is about."""

from __future__ import annotations

import pytest

from reportlint.readers import format_of, read


def scopes(path: str, source: str) -> list[tuple[str, tuple[str, ...], str, str]]:
    """Each directive: the words it covers, its checks, its reason, its problem."""
    document = read(path, source.encode())
    return [(document.slice(d.scope), d.checks, d.reason, d.problem) for d in document.directives]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<!-- reportlint: ignore a.b 理由 -->\n甲\n乙\n", [("甲", ("a.b",), "理由", "")]),
        ("甲<!-- reportlint: ignore a.b -->\n乙\n", [("甲", ("a.b",), "", "")]),
        ("甲\n<!--reportlint:ignore a, c.d：因为-->\n\n　　乙丙\n", [("　　乙丙", ("a", "c.d"), "因为", "")]),
        ("甲\n<!-- 校对忽略 a.b、c 因为 -->乙\n", [("乙", ("a.b", "c"), "因为", "")]),
        ("<!-- reportlint: ignore-file a.b 讲话稿 -->\n甲\n乙", [("甲\n乙", ("a.b",), "讲话稿", "")]),
        ("<!-- 校对忽略全文 a.b 讲话稿 -->\n甲\n乙", [("甲\n乙", ("a.b",), "讲话稿", "")]),
        ("<!-- reportlint: ignore -->\n甲", [("甲", (), "", "checks")]),
        ("<!-- reportlint: 忽略 a.b -->\n甲", [("甲", ("a.b",), "", "")]),
        ("<!-- reportlint ignore a.b -->\n甲", [("甲", ("a.b",), "", "")]),
        ("<!-- REPORTLINT: IGNORE a.b -->\n甲", [("甲", ("a.b",), "", "")]),
        ("＜!-- reportlint：ignore a.b --＞\n甲", [("甲", ("a.b",), "", "")]),
        ("<!-- 校对忽略：a.b 理由 -->\n甲", [("甲", ("a.b",), "理由", "")]),
        ("<!-- reportlint: ignore a.b c.d 理由 -->\n甲", [("甲", ("a.b", "c.d"), "理由", "")]),
        ("<!-- reportlint: ignore a.b see note -->\n甲", [("甲", ("a.b",), "see note", "")]),
        ("<!-- reportlnt: ignore a.b -->\n甲", [("甲", (), "", "syntax")]),
        ("<!-- reportlint: ignore a.b\n甲", [("甲", (), "", "syntax")]),
        ("<!-- reportlint is what we use -->\n甲", []),
        ("<!-- 用 reportlint: 检查过 -->\n甲", []),
        ("<!-- report: 初稿 -->\n甲", []),
        ("<!-- reporter: 张三 -->\n甲", []),
        ("<!-- reportlint: disable a.b -->\n甲", [("甲", ("a.b",), "", "verb")]),
        ("甲\n<!-- reportlint: ignore a.b -->\n", [("", ("a.b",), "", "")]),
        ("<!-- a note -->\n甲", []),
    ],
)
def test_comments_in_plain_text(source: str, expected: list[tuple[str, tuple[str, ...], str, str]]) -> None:
    assert scopes("a.txt", source) == expected
    assert scopes("a.txt", source.replace("\n", "\r\n")) == expected


def test_comments_are_no_prose() -> None:
    source = "甲\n<!-- reportlint: ignore a.b XX -->\n乙<!-- reportlint: ignore c.d YY -->丙\n"
    document = read("a.txt", source.encode())

    assert document.text == "甲\n乙丙\n"
    assert [document.start_place(block.span).line for block in document.blocks] == [1, 3]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<!-- reportlint: ignore a.b -->\n\n甲\n", ["甲"]),
        ("# 甲\n\n乙<!-- reportlint: ignore a.b -->丙\n", ["乙丙"]),
        ("```\n<!-- reportlint: ignore a.b -->\n```\n\n甲\n", []),
        ("    <!-- reportlint: ignore a.b -->\n\n甲\n", []),
        ("写作 `<!-- reportlint: ignore a.b -->` 即可\n", []),
        ("- <!-- reportlint: ignore a.b -->\n- 甲\n", ["甲"]),
    ],
)
def test_comments_in_markdown(source: str, expected: list[str]) -> None:
    assert [scope for scope, *_ in scopes("a.md", source)] == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (
            "# 题\n\n甲**乙**丙\n丁\n\n- 一\n- 二\n",
            [("heading", "题"), ("paragraph", "甲乙丙\n丁"), ("item", "一"), ("item", "二")],
        ),
        ("|甲|乙|\n|---|---|\n|丙|丁|\n", [("cell", "甲"), ("cell", "乙"), ("cell", "丙"), ("cell", "丁")]),
        ("> 引\n\n见[文](a.md)和`码`。\n", [("quote", "引"), ("paragraph", "见文和\ufffc。")]),
        ("```\n码\n```\n\n<div>标</div>\n\n甲\n", [("paragraph", "甲")]),
        ("甲\\*乙 ![图](b.png) 丙\n", [("paragraph", "甲*乙 \ufffc 丙")]),
    ],
)
def test_markdown_is_read_as_prose(source: str, expected: list[tuple[str, str]]) -> None:
    document = read("a.md", source.encode())

    assert [(block.kind, document.slice(block.span)) for block in document.blocks] == expected


def test_a_word_in_an_address_is_not_the_word() -> None:
    source = "![](推进工作.png)推进工作，见[推进](推进.md)推进。"
    document = read("a.md", source.encode())
    last = document.text.rindex("推进")

    assert document.map.start(last) == source.rindex("推进")


@pytest.mark.parametrize(
    ("path", "suffix"),
    [
        ("a.TXT", ".txt"),
        ("a.b/c", ""),
        ("乙.md", ".md"),
        (".txt", ""),
        ("a.tar.gz", ".gz"),
        ("x\\y.Md", ".md"),
        ("", ""),
    ],
)
def test_suffixes(path: str, suffix: str) -> None:
    assert format_of(path) == suffix


def test_a_comment_over_two_lines_is_a_slip() -> None:
    document = read("a.txt", "<!-- reportlint: ignore a.b\n理由 -->\n甲\n".encode())

    assert [d.problem for d in document.directives] == ["syntax"]

"""What the writer asks to leave alone is marked, never dropped; requests that do nothing are reported."""

from __future__ import annotations

import time
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forbidden import KNOWN, NAMES, Options, find
from reportlint.document import Directive, Document, Place
from reportlint.engine import Diagnostic
from reportlint.engine.names import CheckNames
from reportlint.engine.suppress import (
    BY_ALLOW,
    BY_DIRECTIVE,
    INVALID,
    TITLES,
    UNUSED,
    AllowEntry,
    applies,
    by_allow,
    by_directives,
    unused_entries,
)
from reportlint.readers import read
from reportlint.text import Span

SUM = {"number.sum": Options("错")}


def draft(text: str, suffix: str = "txt") -> Document:
    return read(f"draft.{suffix}", text.encode())


def directed(text: str, checks: dict[str, Options] = SUM, names: CheckNames = NAMES) -> list[Diagnostic]:
    return find(draft(text), checks, partial(by_directives, names=names))


def allowed(
    text: str, *entries: AllowEntry, checks: dict[str, Options] = SUM
) -> tuple[list[Diagnostic], frozenset[AllowEntry]]:
    document = draft(text)
    return by_allow(document, find(document, checks), entries, NAMES)


@pytest.mark.parametrize("name", ["number.sum", "number", "old-sum", "word.twice, number.sum", "word.twice、number"])
def test_a_comment_marks_the_paragraph_after_it(name: str) -> None:
    names = CheckNames(KNOWN, SUM, {"old-sum": "number.sum"})
    found = directed(f"错一。\n<!-- reportlint: ignore {name} 待核定 -->\n错二，错三。\n错四。\n", names=names)
    assert [d.suppressed for d in found] == [None, "待核定", "待核定", None]


@pytest.mark.parametrize(
    ("words", "checks", "reason"),
    [
        ("办公室.口号 就这样", ("办公室.口号",), "就这样"),
        ("office.口号 就这样", ("office.口号",), "就这样"),
        ("用语.words、number.sum 待核", ("用语.words", "number.sum"), "待核"),
        ("number.sum 用语.words 待核", ("number.sum", "用语.words"), "待核"),
        ("number.sum数据待核定", ("number.sum",), "数据待核定"),
        ("number.sum 同比增长1.2倍，已核", ("number.sum",), "同比增长1.2倍，已核"),
        ("number.sum 见附件v2.1稿", ("number.sum",), "见附件v2.1稿"),
    ],
)
def test_ids_of_own_checks_may_be_chinese(words: str, checks: tuple[str, ...], reason: str) -> None:
    (directive,) = draft(f"<!-- reportlint: ignore {words} -->\n正文。\n").directives
    assert (directive.checks, directive.reason) == (checks, reason)


def test_a_comment_in_a_paragraph_is_about_that_paragraph() -> None:
    found = directed("错一。<!-- 校对忽略 number.sum -->\n错二。\n")
    assert [d.suppressed for d in found] == [BY_DIRECTIVE, None]


def test_a_comment_about_another_check_marks_nothing_and_is_unused() -> None:
    found = directed("<!-- reportlint: ignore word.twice -->\n错一。\n")
    assert [(d.check, d.suppressed) for d in found] == [(UNUSED, None), ("number.sum", None)]


def test_a_finding_about_the_document_is_marked_by_the_file_and_by_its_paragraph() -> None:
    missing = {"structure.missing": Options("标题", scope="document")}
    whole = directed("正文。\n标题\n<!-- reportlint: ignore-file structure 讲话稿 -->\n", missing)
    there = directed("正文。\n<!-- reportlint: ignore structure 讲话稿 -->\n标题\n", missing)
    elsewhere = directed("<!-- reportlint: ignore structure 讲话稿 -->\n正文。\n标题\n", missing)
    assert [d.suppressed for d in whole] == [d.suppressed for d in there] == ["讲话稿"]
    assert [(d.check, d.suppressed) for d in elsewhere] == [(UNUSED, None), ("structure.missing", None)]


def test_the_report_of_an_unused_comment_points_at_the_comment() -> None:
    comment = "<!-- reportlint: ignore number.sum 理由 -->"
    (unused,) = directed(f"第一段。\n第二段。{comment}\n")
    assert unused.check == UNUSED
    assert unused.location.text == comment
    assert (unused.location.start, unused.location.end) == (Place(2, 5), Place(2, 5 + len(comment)))
    assert "number.sum" in unused.message.zh
    assert "number.sum" in unused.message.en


def test_only_the_unused_name_of_several_is_reported() -> None:
    found = directed("错一。<!-- reportlint: ignore number.sum, word.twice 理由 -->\n")
    assert [d.check for d in found] == ["number.sum", UNUSED]
    assert "word.twice" in found[1].message.zh
    assert "number.sum" not in found[1].message.zh


@pytest.mark.parametrize(
    ("name", "ran", "expected"),
    [
        ("number.sum", ("number.unit",), []),
        ("number", ("number.sum",), []),
        ("number", ("number.sum", "number.unit"), [UNUSED]),
        ("number.sum", ("number.sum",), [UNUSED]),
    ],
)
def test_a_comment_about_a_check_that_did_not_run_is_undecided(
    name: str, ran: tuple[str, ...], expected: list[str]
) -> None:
    found = directed(f"<!-- reportlint: ignore {name} -->\n正文。\n", {}, CheckNames(KNOWN, ran))
    assert [d.check for d in found] == expected


@pytest.mark.parametrize(
    ("comment", "hint"),
    [
        ("<!-- reportlint: ignore 数据待核 -->", "没有写明"),
        ("<!-- reportlint: disable number.sum -->", "ignore-file"),
        ("<!-- reportlint: 123 -->", "看不懂"),
        ("<!-- reportlint: ignore numbr.sum -->", "是否应为 number.sum"),
        ("<!-- reportlint: ignore zzzzzz -->", "请改正或删去"),
    ],
)
def test_a_comment_that_cannot_work_is_reported_and_marks_nothing(comment: str, hint: str) -> None:
    found = directed(f"{comment}\n错一。\n")
    assert [(d.check, d.suppressed) for d in found] == [(INVALID, None), ("number.sum", None)]
    assert hint in found[0].message.zh


def test_a_misspelt_name_does_not_disturb_the_others_beside_it() -> None:
    found = directed("<!-- reportlint: ignore numbr.sum, number.sum 理由 -->\n错一。\n")
    assert [(d.check, d.suppressed) for d in found] == [(INVALID, None), ("number.sum", "理由")]


def test_a_comment_with_nothing_after_it_marks_nothing() -> None:
    at_the_end = {"number.sum": Options("错\n")}
    found = directed("错\n<!-- reportlint: ignore number.sum -->\n", at_the_end)
    assert [(d.check, d.suppressed) for d in found] == [("number.sum", None), (UNUSED, None)]


def test_the_tools_own_ids_have_titles() -> None:
    assert set(TITLES) == {UNUSED, INVALID}


@pytest.mark.timing
def test_many_comments_and_findings_cost_linear_time() -> None:
    text = "<!-- reportlint: ignore number.sum 理由 -->\n错。\n" * 3000
    document = draft(text)
    found = find(document, SUM)
    begin = time.process_time()
    marked = by_directives(document, found, NAMES)
    assert time.process_time() - begin < 3
    assert {d.suppressed for d in marked} == {"理由"}


@given(
    st.lists(st.tuples(st.integers(0, 12), st.integers(0, 6)), max_size=6), st.text("错甲\n", min_size=1, max_size=14)
)
def test_exactly_the_findings_that_touch_a_scope_are_marked(ranges: list[tuple[int, int]], text: str) -> None:
    plain = draft(text)
    scopes = [Span(a, min(a + n, len(plain.text))) for a, n in ranges if a < len(plain.text) and n]
    directives = tuple(Directive(scope, ("number",), "理由", Span(0, 0)) for scope in scopes)
    document = Document(
        plain.path, "txt", plain.source, "utf-8", plain.text, plain.blocks, plain.map, plain.origin, directives
    )
    found = [d for d in find(document, SUM, partial(by_directives, names=NAMES)) if d.check == "number.sum"]
    assert len(found) == text.count("错")
    for diagnostic in found:
        inside = any(scope.overlaps(diagnostic.location.span) for scope in scopes)
        assert (diagnostic.suppressed is not None) == inside


@pytest.mark.parametrize("name", ["number.sum", "number", "old-sum", "*"])
@pytest.mark.parametrize("wording", ["错", "甲错", "错乙", "甲错乙"])
def test_an_entry_allows_what_it_quotes(name: str, wording: str) -> None:
    entry = AllowEntry(name, wording, "属实")
    found, used = allowed("甲错乙。丙错丁。", entry)
    assert [d.suppressed for d in found] == ["属实", "属实" if wording == "错" else None]
    assert used == {entry}


def test_a_finding_that_holds_the_wording_is_allowed() -> None:
    found, _ = allowed("甲错错乙。", AllowEntry("number.sum", "错"), checks={"number.sum": Options("甲错错乙")})
    assert [d.suppressed for d in found] == [BY_ALLOW]


def test_a_finding_that_only_overlaps_the_wording_is_not_allowed() -> None:
    found, used = allowed("甲错乙丙。", AllowEntry("number.sum", "甲错"), checks={"number.sum": Options("错乙")})
    assert [d.suppressed for d in found] == [None]
    assert not used


@pytest.mark.parametrize(("entry_file", "expected"), [("*.md", None), ("*.txt", BY_ALLOW), ("", BY_ALLOW)])
def test_an_entry_is_about_its_files_only(entry_file: str, expected: str | None) -> None:
    found, used = allowed("错", AllowEntry("number.sum", "错", file=entry_file))
    assert [d.suppressed for d in found] == [expected]
    assert bool(used) == (expected is not None)


@pytest.mark.parametrize(
    ("pattern", "path", "expected"),
    [
        ("2026/*.txt", "2026/报告.txt", True),
        ("2026/*.txt", "./2026/报告.txt", True),
        ("2026/*.txt", "/home/办公室/2026/报告.txt", True),
        ("2026/*.txt", "C:\\办公室\\2026\\报告.txt", True),
        ("2026/*.txt", "12026/报告.txt", False),
        ("报告.txt", "总报告.txt", False),
    ],
)
def test_a_file_pattern_matches_whole_folders(pattern: str, path: str, expected: bool) -> None:
    assert applies(AllowEntry("*", "错", file=pattern), path) == expected


def test_what_is_suppressed_already_needs_no_entry() -> None:
    document = draft("错一。<!-- reportlint: ignore number.sum 理由 -->\n")
    found, used = by_allow(
        document, find(document, SUM, partial(by_directives, names=NAMES)), [AllowEntry("number", "错")], NAMES
    )
    assert [d.suppressed for d in found] == ["理由"]
    assert not used


def test_entries_that_nothing_needed_are_known() -> None:
    needed, stale = AllowEntry("number.sum", "错"), AllowEntry("word.twice", "进一步")
    other_file, unknown = AllowEntry("number.sum", "丙", file="其他.txt"), AllowEntry("nothing.here", "错")
    _, used = allowed("错", needed, stale, other_file)
    entries = [needed, stale, other_file, unknown]
    assert unused_entries(entries, used, ["draft.txt"], NAMES) == [stale]
    assert unused_entries(entries, used, ["draft.txt"], CheckNames(KNOWN, ["number.sum"])) == []
    assert unused_entries([AllowEntry("*", "丙")], used, ["draft.txt"], NAMES) == [AllowEntry("*", "丙")]


@given(st.text("错甲", max_size=12), st.text("错甲", min_size=1, max_size=4))
def test_allowing_agrees_with_all_occurrences_counted_out(text: str, wording: str) -> None:
    places = [Span(i, i + len(wording)) for i in range(len(text)) if text.startswith(wording, i)]
    found, used = allowed(text, AllowEntry("number.sum", wording), checks={"number.sum": Options("错甲")})
    for diagnostic in found:
        span = diagnostic.location.span
        quoted = any(place.covers(span) or span.covers(place) for place in places)
        assert (diagnostic.suppressed is not None) == quoted
    assert bool(used) == any(d.suppressed for d in found)


@pytest.mark.timing
def test_allowing_in_a_hostile_text_costs_linear_time() -> None:
    document = draft("错" * 30_000)
    found = find(document, SUM)
    begin = time.process_time()
    marked, _ = by_allow(document, found, [AllowEntry("number.sum", "错" * 40)], NAMES)
    assert time.process_time() - begin < 3
    assert {d.suppressed for d in marked} == {BY_ALLOW}

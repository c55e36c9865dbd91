"""Fixes touch what they are about and not a byte more, settle or change nothing, and respect what is suppressed."""

from __future__ import annotations

import time
from collections.abc import Iterator
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forbidden import NAMES, Forbidden, Options, find
from reportlint.api import Check, Edit, Finding, Fix, Safety, Span, Text
from reportlint.document import Document
from reportlint.engine import Diagnostic, inspect
from reportlint.engine.baseline import BASELINE, by_baseline, empty, record
from reportlint.engine.fingerprint import fingerprint_step
from reportlint.engine.suppress import AllowEntry, by_allow, by_directives
from reportlint.fixing import ROUNDS, Fixed, apply_fixes, fix_until_stable
from reportlint.readers import decode, read, reread
from reportlint.result import FileResult, Run
from reportlint.writing import encode_back

MARKED = (("utf-8", b""), ("utf-8", b"\xef\xbb\xbf"), ("utf-16-le", b"\xff\xfe"), ("utf-16-be", b"\xfe\xff"))
LINES = ("\n", "\r\n", "\r")
WRONG = {"word.wrong": Options("错", instead="正确")}


def read_again(document: Document, source: str, changes: list[tuple[int, int, str]]) -> Document:
    del changes  # of a text the source says it all
    return reread(document, source)


def draft(text: str, suffix: str = "txt") -> Document:
    return read(f"draft.{suffix}", text.encode())


def mend(document: Document, checks: dict[str, Options], at_least: Safety = Safety.SAFE) -> Fixed:
    def check_again(changed: Document) -> list[Diagnostic]:
        return find(changed, checks, partial(by_directives, names=NAMES))

    return fix_until_stable(read_again, document, check_again, at_least)


class Replacing(Check):
    """One fix for each pair of option lists: edits of (start, end, text)."""

    meta = Forbidden.meta

    def run(self, document: Document) -> Iterator[Finding]:
        """The fixes asked for, in order, as long as they lie within the text."""
        for number, edits in enumerate(self.options):
            fix = Fix(tuple(Edit(Span(start, end), text) for start, end, text in edits), Safety.SAFE)
            if all(edit.span.end <= len(document.text) for edit in fix.edits):
                yield Finding(fix.edits[0].span, Text(f"第{number}处", f"place {number}"), fix=fix)


def apply(text: str, *fixes: list[tuple[int, int, str]]) -> tuple[str, int]:
    document = draft(text)
    return apply_fixes(document, inspect(document, [("word.wrong", Replacing(fixes))]).diagnostics)


@given(
    st.lists(st.tuples(st.text("错甲乙𠮷，：“", max_size=8), st.sampled_from(LINES)), min_size=1, max_size=8),
    st.sampled_from([*MARKED, ("gb18030", b"")]),
)
def test_every_byte_outside_the_edits_stays(lines: list[tuple[str, str]], kind: tuple[str, bytes]) -> None:
    encoding, mark = kind
    source = "这是一份工作报告的开头部分，全市经济总量持续增长。\n" + "".join(text + end for text, end in lines)
    data = mark + source.encode(encoding)
    decoded = decode(data)
    assert (decoded.encoding, decoded.text) == (encoding, source)
    document = read("draft.txt", data)

    fixed = mend(document, WRONG)

    assert fixed == Fixed(source.replace("错", "正确"), source.count("错"), settled=True)
    old, new = "错".encode(encoding), "正确".encode(encoding)
    kept = [part.encode(encoding) for part in source.split("错")]
    assert old.join(kept) == data[len(mark) :]
    assert encode_back(decoded, data, fixed.source) == mark + new.join(kept)


@pytest.mark.parametrize("end", LINES)
def test_line_ends_in_a_fix_are_those_of_the_file(end: str) -> None:
    source, count = apply(f"甲{end}乙丙{end}", [(3, 3, "\n")], [(0, 3, "甲一\n乙一")])
    assert (source, count) == (f"甲一{end}乙一{end}丙{end}", 2)


def test_line_ends_that_are_replaced_keep_their_kind() -> None:
    assert apply("甲\n乙\r\n丙\r丁", [(2, 6, "二\n三\n四\n")])[0] == "甲\n二\r\n三\r四\n丁"


def test_a_file_without_line_ends_gets_line_feeds() -> None:
    assert apply("甲乙", [(1, 1, "\n")])[0] == "甲\n乙"


def test_of_two_overlapping_fixes_the_first_in_the_text_wins() -> None:
    assert apply("甲乙丙", [(1, 3, "二")], [(0, 2, "一")]) == ("一丙", 1)


def test_neighbours_do_not_overlap() -> None:
    assert apply("甲乙丙", [(0, 1, "一")], [(1, 1, "、")], [(1, 2, "二")], [(2, 3, "三")]) == ("一、二三", 4)


def test_two_insertions_at_one_point_overlap() -> None:
    assert apply("甲乙", [(1, 1, "一")], [(1, 1, "二")]) == ("甲一乙", 1)


def test_a_fix_is_applied_whole_or_not_at_all() -> None:
    assert apply("甲乙丙丁", [(0, 1, "一"), (3, 4, "四")], [(1, 2, "二"), (3, 4, "五")]) == ("一乙丙四", 1)


def test_a_fix_that_overlaps_itself_is_not_applied() -> None:
    assert apply("甲乙丙", [(0, 2, "一"), (1, 3, "二")]) == ("甲乙丙", 0)


def test_a_fix_that_changes_nothing_is_none() -> None:
    assert apply("甲乙丙", [(0, 1, "甲"), (2, 3, "丙")]) == ("甲乙丙", 0)


def test_fixes_only_to_be_shown_are_never_written() -> None:
    shown = {"word.wrong": Options("错", instead="对", safety=Safety.SHOWN)}
    assert mend(draft("错"), shown, Safety.SHOWN) == Fixed("错", 0, settled=True)


def test_unsafe_fixes_are_written_when_asked_for() -> None:
    unsafe = {"word.wrong": Options("错", instead="对", safety=Safety.UNSAFE)}
    assert mend(draft("错"), unsafe) == Fixed("错", 0, settled=True)
    assert mend(draft("错"), unsafe, Safety.UNSAFE) == Fixed("对", 1, settled=True)


def test_a_place_with_something_dropped_inside_is_left_alone() -> None:
    checks = {"word.wrong": Options("错误", instead="正确")}
    text = "错<!-- reportlint: ignore number.sum 理由 -->误，错误。\n"
    assert mend(draft(text), checks).source == text.replace("错误", "正确")
    assert mend(draft("错**误**，错误。\n", "md"), checks).source == "错**误**，正确。\n"


def test_a_fix_may_make_the_next_possible() -> None:
    checks = {"word.twice": Options("，，", instead="，")}
    assert mend(draft("甲，，，，，乙"), checks) == Fixed("甲，乙", 2 + 1 + 1, settled=True)


def test_fixes_that_go_in_a_circle_change_nothing() -> None:
    checks = {"word.wrong": Options("甲", instead="乙"), "word.twice": Options("乙", instead="甲")}
    assert mend(draft("只有甲，错"), checks | {"number.sum": Options("错", instead="对")}) == Fixed(
        "只有甲，错", 0, settled=False, restless=("word.twice", "word.wrong")
    )


def test_fixes_that_grow_without_end_change_nothing() -> None:
    rounds = 0

    def counting(document: Document) -> list[Diagnostic]:
        nonlocal rounds
        rounds += 1
        return find(document, {"word.wrong": Options("错", instead="错错")})

    document = draft("错")
    fixed = fix_until_stable(read_again, document, counting)
    assert fixed == Fixed("错", 0, settled=False, restless=("word.wrong",))
    assert rounds == ROUNDS


def test_a_source_that_is_not_read_as_it_was_written_changes_nothing() -> None:
    def read_otherwise(document: Document, source: str, changes: list[tuple[int, int, str]]) -> Document:
        del document, changes
        return draft(source + "。")

    fixed = fix_until_stable(read_otherwise, draft("错"), lambda document: find(document, WRONG))
    assert not fixed.settled
    assert fixed.source == "错"


def test_what_the_draft_suppresses_is_not_fixed() -> None:
    text = "<!-- reportlint: ignore word.wrong 原文如此 -->\n错一。\n错二。\n"
    assert mend(draft(text), WRONG) == Fixed(text.replace("错二", "正确二"), 1, settled=True)


def test_what_an_entry_allows_stays_even_when_its_wording_is_fixed_beside_it() -> None:
    checks = WRONG | {"word.twice": Options("，，", instead="，")}
    entry = AllowEntry("word.wrong", "错，，属实")
    document = draft("长长的一段，，错，，属实。错。")

    def check_again(changed: Document) -> list[Diagnostic]:
        return by_allow(changed, find(changed, checks), [entry], NAMES)[0]

    fixed = fix_until_stable(read_again, document, check_again)
    assert fixed == Fixed("长长的一段，错，属实。正确。", 3, settled=True)


def test_what_a_baseline_accepts_stays_even_when_its_neighbours_are_fixed() -> None:
    document = draft("，，错，，错误\n错")
    known = record(
        Run((FileResult("draft.txt", document, tuple(find(document, WRONG, fingerprint_step))),), (), {}), empty("基线")
    )
    checks = WRONG | {"word.twice": Options("，，", instead="，")}

    def check_again(changed: Document) -> list[Diagnostic]:
        return find(changed, checks, fingerprint_step, partial(by_baseline, baseline=known))

    assert [d.suppressed for d in check_again(document)].count(BASELINE) == 3
    fixed = fix_until_stable(read_again, document, check_again)
    assert fixed == Fixed("，错，错误\n错", 2, settled=True)


@given(
    st.text("甲乙丙\n", min_size=1, max_size=10),
    st.lists(
        st.lists(st.tuples(st.integers(0, 10), st.integers(0, 3), st.text("一二", max_size=2)), min_size=1, max_size=3),
        max_size=6,
    ),
)
def test_fixes_agree_with_trying_each_against_all_before_it(
    text: str, wanted: list[list[tuple[int, int, str]]]
) -> None:
    fixes = [[(start, start + width, new) for start, width, new in edits] for edits in wanted]
    document = draft(text)
    found = inspect(document, [("word.wrong", Replacing(fixes))]).diagnostics

    def clash(one: tuple[int, int, str], other: tuple[int, int, str]) -> bool:
        return one[:2] == other[:2] or (one[0] < other[1] and other[0] < one[1])

    chosen: list[tuple[int, int, str]] = []
    count = 0
    for diagnostic in found:
        assert diagnostic.fix is not None
        edits = [(e.span.start, e.span.end, e.text) for e in diagnostic.fix.edits]
        apart = not any(clash(a, b) for n, a in enumerate(edits) for b in (*edits[:n], *chosen))
        if apart and any(document.text[a:b] != new for a, b, new in edits):
            chosen += edits
            count += 1
    expected = text
    for start, end, new in sorted(chosen, reverse=True):
        expected = expected[:start] + new + expected[end:]
    assert apply_fixes(document, found) == (expected, count)


@pytest.mark.timing
def test_many_fixes_cost_linear_time() -> None:
    document = draft("错，" * 20_000)
    found = find(document, WRONG)
    begin = time.process_time()
    source, count = apply_fixes(document, found)
    assert time.process_time() - begin < 3
    assert (source, count) == ("正确，" * 20_000, 20_000)

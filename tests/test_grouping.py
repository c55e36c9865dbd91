"""A mass fault is one finding that keeps every place."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forbidden import NAMES, Forbidden, Options, find
from reportlint.api import Check, Edit, Finding, Fix, Safety, Span, Text
from reportlint.document import Document
from reportlint.engine import inspect
from reportlint.engine.fingerprint import fingerprint_step
from reportlint.engine.group import MANY, group
from reportlint.engine.suppress import by_directives
from reportlint.fixing import apply_fixes
from reportlint.readers import read

GROUPED = {"word.wrong": Options("错", group="一类")}


def draft(text: str) -> Document:
    return read("draft.txt", text.encode())


@pytest.mark.parametrize("many", [0, 1, MANY - 1])
def test_a_few_stay_single(many: int) -> None:
    found = find(draft("错。" * many), GROUPED, group)
    assert [d.count for d in found] == [1] * many
    assert not any(d.related for d in found)


def test_many_become_one_at_the_first_place() -> None:
    (found,) = find(draft("甲。\n" + "错。\n" * MANY), GROUPED, group)
    assert found.count == MANY
    assert (found.location.start.line, found.location.start.column) == (2, 1)
    assert [(r.start.line, r.text) for r in found.related] == [(line, "错") for line in range(3, 2 + MANY)]
    assert found.message == Text(f"不要写（全文共 {MANY} 处）", f"avoid 错 ({MANY} places in all)")
    assert found.group == "一类"


def test_other_checks_and_other_groups_are_not_mixed() -> None:
    checks = {
        "word.wrong": Options("错", group="一类"),
        "word.twice": Options("误", group="一类"),
        "number.unit": Options("漏", group="二类"),
        "number.sum": Options("缺"),
    }
    found = find(draft("错误漏缺。" * 4 + "错误"), checks, group)
    assert {(d.check, d.count) for d in found} == {
        ("word.wrong", 5),
        ("word.twice", 5),
        ("number.unit", 1),
        ("number.sum", 1),
    }
    assert sum(d.count for d in found) == 4 * 4 + 2


def test_suppressed_ones_stay_out() -> None:
    text = "错。<!-- reportlint: ignore word.wrong 理由 -->\n" + "错。\n" * MANY
    found = find(draft(text), GROUPED, partial(by_directives, names=NAMES), group)
    assert [(d.suppressed, d.count) for d in found] == [("理由", 1), (None, MANY)]


def test_fixes_of_one_safety_become_one() -> None:
    document = draft("错。" * MANY)
    (found,) = find(document, {"word.wrong": Options("错", instead="对", group="一类")}, group)
    assert found.fix is not None
    assert found.suggestion is not None
    assert len(found.fix.edits) == len(found.suggestion.edits) == MANY
    assert apply_fixes(document, [found]) == ("对。" * MANY, 1)


class Striking(Check):
    """Strikes out two characters at every place; the fixes overlap, or are of two kinds."""

    meta = Forbidden.meta

    def run(self, document: Document) -> Iterator[Finding]:
        """Every character; with the option `True` every second fix is unsafe."""
        for at in range(len(document.text) - 1):
            safety = Safety.UNSAFE if self.options and at % 2 else Safety.SAFE
            fix = Fix((Edit(Span(at, at + 2), ""),), safety)
            yield Finding(Span(at, at + 1), Text("错", "wrong"), fix=fix, group="一类")


def test_fixes_of_two_kinds_do_not_become_one() -> None:
    inspection = inspect(draft("甲乙丙丁戊己"), [("word.wrong", Striking(options=True))], [group])
    assert [(d.count, d.fix, d.suggestion) for d in inspection.diagnostics] == [(5, None, None)]


def test_of_overlapping_fixes_those_that_can_go_together_do() -> None:
    document = draft("甲乙丙丁戊己")
    (found,) = inspect(document, [("word.wrong", Striking())], [group]).diagnostics
    assert found.count == 5
    assert found.fix is not None
    assert found.fix.edits[0].span == Span(0, 2)
    source, count = apply_fixes(document, [found])
    assert count == 1
    assert len(source) == 6 - 2 * len(found.fix.edits)


@given(st.text("错甲\n", max_size=60))
def test_no_place_is_lost(text: str) -> None:
    document = draft(text)
    single = find(document, GROUPED, fingerprint_step)
    found = find(document, GROUPED, fingerprint_step, group)
    places = [place.span for d in found for place in (d.location, *d.related)]
    assert places == [d.location.span for d in single]
    assert [mark for d in found for mark in d.members] == [d.fingerprint for d in single]
    assert sum(d.count for d in found) == len(single)
    assert len(found) == (1 if len(single) >= MANY else len(single))
    assert find(document, GROUPED, fingerprint_step, group, group) == found

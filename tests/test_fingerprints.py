"""A finding keeps its fingerprint while the draft is edited elsewhere."""

from __future__ import annotations

import re

from hypothesis import assume, given
from hypothesis import strategies as st

from forbidden import Options, find
from reportlint.engine.fingerprint import fingerprint_step
from reportlint.readers import read

CHECKS = {"word.wrong": Options("错"), "structure.missing": Options("缺", scope="document")}
PARAGRAPH = st.text("错缺甲乙丙，。 　", min_size=1, max_size=20).filter(lambda text: bool(text.strip()))


def prints(text: str, checks: dict[str, Options] = CHECKS) -> list[str]:
    return [d.fingerprint for d in find(read("draft.txt", text.encode()), checks, fingerprint_step)]


@given(st.lists(PARAGRAPH, max_size=8))
def test_every_finding_has_one_of_its_own(paragraphs: list[str]) -> None:
    marks = prints("\n".join(paragraphs))
    assert len(set(marks)) == len(marks)
    assert all(re.fullmatch("[0-9a-f]{16}", mark) for mark in marks)


@given(st.lists(PARAGRAPH, min_size=1, max_size=6), st.text("甲乙丙丁，。", max_size=20), st.integers(0, 6))
def test_a_paragraph_put_in_elsewhere_changes_none(paragraphs: list[str], new: str, at: int) -> None:
    changed = [*paragraphs[:at], new, *paragraphs[at:]]
    assert prints("\n".join(changed)) == prints("\n".join(paragraphs))


@given(PARAGRAPH, PARAGRAPH, PARAGRAPH)
def test_a_paragraph_that_changes_leaves_the_others(first: str, second: str, changed: str) -> None:
    assume(first not in {second, changed})
    only = {"word.wrong": Options(first)}
    before, after = prints(f"{first}\n{second}", only), prints(f"{first}\n{changed}", only)
    assert before[:1] == after[:1]
    assert before


def test_text_far_away_in_the_same_paragraph_changes_nothing() -> None:
    near = "经济错总量持续增长十分明显"
    assert prints(f"今年以来，全市工作{near}。") == prints(f"去年以来，全市工作{near}，成效好。")


def test_text_beside_it_does() -> None:
    assert prints("经济错总量") != prints("财政错总量")
    assert prints("经济错总量") != prints("经济错增量")


def test_white_space_does_not() -> None:
    assert prints("　　经济错 总量。\r\n") == prints("经济错  总量。\n")


def test_the_check_counts() -> None:
    assert prints("错", {"word.wrong": Options("错")}) != prints("错", {"word.twice": Options("错")})


def test_equal_ones_are_told_apart_by_their_number() -> None:
    one, two = prints("错\n错\n")
    assert one != two
    assert prints("错\n") == [one]


def test_about_the_document_the_message_counts_and_not_the_place() -> None:
    missing = {"structure.missing": Options("缺", scope="document", message="缺少部分")}
    other = {"structure.missing": Options("缺", scope="document", message="缺少标题")}
    assert prints("一缺", missing) == prints("改写了的一段缺二", missing)
    assert prints("一缺", missing) != prints("一缺", other)


def test_a_single_finding_stands_for_itself() -> None:
    (found,) = find(read("draft.txt", "错".encode()), CHECKS, fingerprint_step)
    assert found.members == (found.fingerprint,)

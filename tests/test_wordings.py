"""Shortcomings, plans, signatures and endings in many wordings, and the wordings that only resemble them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportlint.checks.structure.truncated_ending import TruncatedEnding
from reportlint.engine import inspect
from reportlint.facts.identity import identity
from reportlint.facts.planning import plan
from reportlint.facts.shortcomings import shortcomings
from reportlint.facts.signing import is_signed
from reportlint.readers import read
from reportlint.text import Span

WORDINGS = Path(__file__).parent / "wordings"
BACK = (
    "某某局2023年工作总结\n一、党的建设\n"
    "一年来，全局上下坚持党建引领，扎实开展主题教育，组织集中学习二十四次，党员干部的宗旨意识明显增强。\n"
    "二、主要工作\n"
    "全年受理各类业务申请一万二千余件，按期办结率达到百分之九十九，企业群众办事更加便捷，修建道路三公里、安装路灯六十盏。\n"
)
AHEAD = (
    "四、2024年工作安排\n2024年，我局将坚持稳中求进，重点抓好审批提速、安全监管、队伍建设三项工作，"
    "健全长效机制，推动各项任务落地见效。\n"
)
NEUTRAL = "全年开展各类活动四十余场，参加人数三千余人次，建立台账十二本，发放宣传材料五千余份，工作有序推进。\n"

OPENING = "一年来，我们坚持党的领导，扎实开展各项工作，取得了新的成效。\n下一步，我们将继续努力。\n"


def wordings(name: str) -> list[str]:
    """The lines of a list of wordings."""
    lines = (WORDINGS / f"{name}.txt").read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


@pytest.mark.parametrize("words", wordings("shortcomings"))
def test_an_admission_is_recognised(words: str) -> None:
    """In whatever words a paragraph admits what is wanting."""
    assert shortcomings(read("a.txt", f"{BACK}{words}\n{AHEAD}".encode())) is not None


@pytest.mark.parametrize("words", wordings("not-shortcomings"))
def test_a_deed_is_no_admission(words: str) -> None:
    """Faults put right, faults of others, and plans to close gaps do not count."""
    assert shortcomings(read("a.txt", f"{BACK}{words}\n{AHEAD}".encode())) is None


@given(st.lists(st.sampled_from(wordings("not-shortcomings")), min_size=2, max_size=6, unique=True))
def test_many_deeds_are_no_admission(deeds: list[str]) -> None:
    """Whatever deeds stand next to each other, none of them becomes an admission."""
    assert shortcomings(read("a.txt", (BACK + "\n".join(deeds) + f"\n{AHEAD}").encode())) is None


@given(
    st.sampled_from(wordings("shortcomings")),
    st.lists(st.sampled_from(wordings("not-shortcomings")), max_size=4, unique=True),
)
def test_an_admission_is_recognised_among_deeds(words: str, deeds: list[str]) -> None:
    """An admission before the plan counts however many deeds stand before it."""
    assert shortcomings(read("a.txt", (BACK + "\n".join([*deeds, words]) + f"\n{AHEAD}").encode())) is not None


@pytest.mark.parametrize("title", wordings("shortcoming-headings"))
def test_a_heading_over_shortcomings_is_recognised(title: str) -> None:
    """A heading is enough, whatever stands under it."""
    assert shortcomings(read("a.txt", f"{BACK}三、{title}\n{NEUTRAL}{AHEAD}".encode())) is not None


@pytest.mark.parametrize("title", wordings("achievement-headings"))
def test_a_heading_over_deeds_is_none_over_shortcomings(title: str) -> None:
    """Headings that speak of problems solved do not count."""
    assert shortcomings(read("a.txt", f"{BACK}三、{title}\n{NEUTRAL}{AHEAD}".encode())) is None


@pytest.mark.parametrize("title", wordings("plans"))
def test_a_heading_over_a_plan_is_recognised(title: str) -> None:
    """In whatever words a heading names what comes next."""
    assert plan(read("a.txt", f"{BACK}三、{title}\n{NEUTRAL}{NEUTRAL}".encode())) is not None


@pytest.mark.parametrize("title", wordings("not-plans"))
def test_a_heading_over_a_review_is_none_over_a_plan(title: str) -> None:
    """Headings that look back do not count."""
    assert plan(read("a.txt", f"{BACK}三、{title}\n{NEUTRAL}{NEUTRAL}".encode())) is None


@pytest.mark.parametrize("words", wordings("plan-paragraphs"))
def test_a_plan_without_heading_is_recognised(words: str) -> None:
    """One paragraph that says what will be done is enough."""
    assert plan(read("a.txt", f"{BACK}{words}\n".encode())) is not None


@pytest.mark.parametrize("words", wordings("not-plan-paragraphs"))
def test_a_promise_or_a_review_is_no_plan(words: str) -> None:
    """Neither calls nor deeds nor the promise to see to it count."""
    assert plan(read("a.txt", f"{BACK}{NEUTRAL}{words}\n".encode())) is None


@pytest.mark.parametrize("line", wordings("signatures"))
def test_a_signature_is_no_broken_sentence(line: str) -> None:
    """Organs, persons, dates in any form and notes of dispatch sign a report, indented or not."""
    assert is_signed(line, Span(0, len(line)))
    for end in (line, f"{' ' * 30}{line}\n", f"谢谢大家！\n{line}\n2023年12月1日\n", f"永安镇人民政府\n{line}\n"):
        assert not truncated(f"{BACK}{AHEAD}{end}")


@pytest.mark.parametrize("line", wordings("not-signatures"))
def test_prose_does_not_sign(line: str) -> None:
    """A heading or a broken sentence is not taken for an organ."""
    assert not is_signed(line, Span(0, len(line)))


@pytest.mark.parametrize("line", wordings("endings"))
def test_a_finished_report_is_not_truncated(line: str) -> None:
    """With or without a full stop, thanks, wishes and formulas end a report."""
    assert not truncated(f"{BACK}{AHEAD}{line}")


@pytest.mark.parametrize("line", wordings("breaks"))
def test_a_broken_sentence_is_reported(line: str) -> None:
    """A last line that stops in mid-sentence is told."""
    assert truncated(f"{BACK}{AHEAD}{line}")


@pytest.mark.parametrize("line", wordings("report-titles"))
def test_a_report_is_known_by_its_title(line: str) -> None:
    """Each title names its kind, and every one is a report that has required parts."""
    title, kind = line.split("|")
    who = identity(read("a.txt", f"{title}\n{OPENING}".encode()))
    assert who.report
    assert kind in {who.kind, "-"}


@pytest.mark.parametrize("title", wordings("other-titles"))
def test_what_is_no_work_report_is_not_asked_for_parts(title: str) -> None:
    """Notices, plans, speeches, and reports of courts, budgets and inspections have no table."""
    who = identity(read("a.txt", f"{title}\n{OPENING}".encode()))
    assert who.extract or not who.report


def truncated(text: str) -> bool:
    """Whether a text is said to break off."""
    return bool(inspect(read("a.txt", text.encode()), [("structure.truncated-ending", TruncatedEnding())]).diagnostics)

"""The year a sentence speaks of, and what is known of plans, congresses, sessions and policies of that year."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportlint.document import Document
from reportlint.facts.congresses import meeting_days, never_held, next_congress, not_before
from reportlint.facts.five_year_plans import plan_years
from reportlint.facts.plan_claims import plan_claims
from reportlint.facts.policy_windows import window_mentions
from reportlint.facts.sentence_years import named_year, writing_time, years_spoken_of
from reportlint.facts.session_years import body_sessions, national_year, same_body
from reportlint.readers import read
from support import check_text

REVIEW = "一年来，主席团依法履职，组织代表视察三次，督办建议十二件，代表作用得到充分发挥，群众比较满意。"
AHEAD = "继续抓好代表培训，提升履职能力；继续督办代表建议，办好民生实事；继续加强自身建设，密切联系群众。"
CHECKS = ("time.plan-period", "time.congress-sequence", "time.session-ordinal", "time.policy-window")
ROLES = ("开局之年", "第二年", "承上启下之年", "第四年", "收官之年")


def document(text: str) -> Document:
    return read("x.txt", text.encode())


def report(year: int, back: str = "", ahead: str = "", note: str = "", end: str = "") -> str:
    """A report on a year, with words put into its review and its plan."""
    return (
        f"青石镇人大主席团工作报告\n{note}\n各位代表：\n现将工作报告如下，请予审议。\n一、{year}年工作回顾\n{REVIEW}{back}\n"
        f"二、{year + 1}年工作安排\n{ahead}{AHEAD}\n{end}"
    )


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("2022年是@", 2022),
        ("二〇二二年，@", 2022),
        ("2021年开局良好，2022年是@", 2022),
        ("2021年完成。今年@", None),
        ("2021年完成。@", None),
        ("较2020年增长，@", None),
        ("2021年较2020年增长，@", 2021),
        ("2021年以来，@", None),
        ("2018—2020年，@", None),
        ("2020年完成，20_年@", None),
        ("审查《2020年决算》，@", None),
        ("2021年建成（2019年开工）的@", 2021),
        ("五年来，@", None),
        ("2021年，“十三五”收官后，@", 2021),
    ],
)
def test_year_named_before_a_place(text: str, year: int | None) -> None:
    at = text.index("@")
    named = named_year(document(text.replace("@", "甲")), at)
    assert (named.year if named else None) == year


@pytest.mark.parametrize(
    ("draft", "year"),
    [
        (report(2023, ahead="今年@"), 2024),
        (report(2023, ahead="明年@"), 2024),
        (report(2023, back="今年@"), 2023),
        (report(2023, back="去年建成，今年@"), None),
        (report(2023, ahead="新的一年@"), 2024),
        (report(2023, ahead="今年@", note="（2024年2月28日在青石镇第五届人民代表大会第四次会议上）"), 2024),
        (report(2023, back="今年@", note="（2024年2月28日在青石镇第五届人民代表大会第四次会议上）"), None),
        (report(2023, ahead="明年@", end="青石镇人大主席团\n2023年12月28日"), 2024),
        ("青石镇人大主席团工作报告\n今年@", None),
    ],
)
def test_relative_years(draft: str, year: int | None) -> None:
    named = named_year(document(draft.replace("@", "甲")), draft.index("@"))
    assert named is not None
    assert named.year == year


@pytest.mark.parametrize(
    ("draft", "days"),
    [
        (report(2023), ((2023, 10, 1), (2024, 6, 30))),
        (report(2023, end="青石镇人大主席团\n2024年1月8日"), ((2024, 1, 8), (2024, 1, 8))),
        (report(2023, end="青石镇人大主席团\n2027年1月8日"), None),
        ("青石镇2022年人大主席团工作报告\n各位代表：\n" + REVIEW, ((2022, 1, 1), (2023, 6, 30))),
        ("关于2022年工作的通知\n" + REVIEW, None),
    ],
)
def test_days_of_writing(draft: str, days: tuple[tuple[int, int, int], tuple[int, int, int]] | None) -> None:
    assert writing_time(document(draft)) == days


@pytest.mark.parametrize(
    ("draft", "years"),
    [
        (report(2023, back="甲@"), (2023, 2023)),
        (report(2023, ahead="甲@"), (2023, 2024)),
        (report(2023, back="2020年，甲@"), (2020, 2020)),
        (report(2023, back="针对2020年的问题，甲@"), (2020, 2023)),
        (report(2023, back="五年来，办成实事。甲@"), (2018, 2023)),
        ("2020年，甲@", (2020, 2020)),
        ("甲@", None),
    ],
)
def test_years_spoken_of(draft: str, years: tuple[int, int] | None) -> None:
    assert years_spoken_of(document(draft.replace("@", "")), draft.index("@")) == years


def test_congresses() -> None:
    assert meeting_days(20, 0) == ((2022, 10, 16), (2022, 10, 22))
    assert meeting_days(20, 3) == ((2024, 7, 15), (2024, 7, 18))
    assert meeting_days(20, 5) is None
    assert next_congress(19) == meeting_days(20, 0)
    assert next_congress(20) is None
    assert not_before(21, 0) == (2027, 1, 1)
    assert never_held(19, 8)
    assert not never_held(13, 9)
    assert not never_held(20, 5)


@pytest.mark.parametrize(
    ("term", "meeting", "year"), [(5, 1, 1978), (13, 3, 2020), (14, 1, 2023), (14, 4, 2026), (4, 1, None)]
)
def test_national_sessions(term: int, meeting: int, year: int | None) -> None:
    assert national_year(term, meeting) == year


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("青石镇第五届人民代表大会第三次会议；镇五届人大四次会议", True),
        ("青石镇第五届人民代表大会第三次会议；白岩镇第五届人民代表大会第四次会议", False),
        ("青石县第五届人民代表大会第三次会议；镇五届人大四次会议", False),
        ("县五届人大三次会议；县政协五届四次会议", False),
        ("完成了县五届人大三次会议任务；召开青石县五届人大四次会议", True),
    ],
)
def test_sessions_of_one_body(text: str, same: bool) -> None:
    one, other = body_sessions(document(text))
    assert same_body(one, other) == same


def test_committees_are_not_their_congress() -> None:
    assert not body_sessions(document("县十八届人大常委会第十次会议；十四届全国人大常委会第三次会议；市委五届六次全会"))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2019年，扎实开展扫黑除恶专项斗争。", ["扫黑除恶专项斗争"]),
        ("2019年，扫黑除恶专项斗争成果明显。", []),
        ("2019年，实施“七五”普法规划。", ["“七五”普法规划"]),
        ("2019年，“七五”普法规划印发。", []),
        ("征求《民法典（草案）》意见。", ["征求《民法典（草案）》意见"]),
        ("学习《民法典》，征求意见。", []),
    ],
)
def test_policies_spoken_of_as_present(text: str, found: list[str]) -> None:
    draft = document(text)
    assert [draft.slice(mention.span) for mention in window_mentions(draft)] == found


@pytest.mark.parametrize("year", [2020, 2021])
def test_joined_plans_share_a_year(year: int) -> None:
    (claim,) = plan_claims(document(f"{year}年是“十三五”收官、“十四五”开局之年。"))
    assert year in claim.years


@st.composite
def true_reports(draw: st.DrawFn) -> str:
    """A report in which all that is said of plans, congresses, sessions and campaigns is true of its year."""
    review = draw(st.integers(2012, 2024))
    ahead = review + 1
    number = next(n for n in range(10, 16) if plan_years(n)[0] <= ahead <= plan_years(n)[1])  # type: ignore[index]
    name = ("十", "十一", "十二", "十三", "十四", "十五")[number - 10] + "五"
    role = ROLES[ahead - plan_years(number)[0]]  # type: ignore[index]
    subject = draw(st.sampled_from([f"{ahead}年", f"{ahead}年，", "今年"]))
    verb = draw(st.sampled_from(["是", "作为", "也是新一届人大履职的重要一年，是"]))
    planned = f"{subject}{verb}“{name}”{draw(st.sampled_from(['', '规划', '规划的', '规划实施的']))}{role}。"
    congress = next(n for n in (20, 19, 18) if meeting_days(n, 0)[0][0] <= review)  # type: ignore[index]
    named = {18: "党的十八大", 19: "党的十九大", 20: "党的二十大"}
    back = draw(st.sampled_from(["深入学习贯彻{}精神。", "全面落实{}决策部署，", "坚持以{}精神为指导，"]))
    told = back.format(named[congress])
    upcoming = next((n for n in (18, 19, 20) if meeting_days(n, 0)[0][0] == ahead), None)  # type: ignore[index]
    if upcoming:
        planned += draw(
            st.sampled_from(["以优异成绩迎接{}胜利召开。", "{}即将召开。", "深入学习宣传贯彻{}精神。"])
        ).format(named[upcoming])
    else:
        planned += f"持续深入学习贯彻{named[congress]}精神。"
    session = draw(st.integers(2, 8))
    day = draw(st.integers(1, 28))
    note = f"（{ahead}年2月{day}日在青石镇第五届人民代表大会第{'一二三四五六七八'[session - 1]}次会议上）"
    told += f"圆满完成镇五届人大{'一二三四五六七八'[session - 2]}次会议确定的各项任务。"
    if review >= 2013:
        told += f"{review}年3月，{'十二' if review < 2018 else '十三' if review < 2023 else '十四'}届全国人大"
        told += f"{'一二三四五'[(review - 2013) % 5]}次会议召开，我们及时传达学习。" if review != 2020 else "会议延期。"
    campaigns = {2013: "党的群众路线教育实践活动", 2015: "“三严三实”专题教育", 2016: "“两学一做”学习教育"}
    campaigns |= {2018: "扫黑除恶专项斗争", 2019: "“不忘初心、牢记使命”主题教育", 2020: "脱贫攻坚战"}
    campaigns |= {2021: "党史学习教育", 2023: "学习贯彻习近平新时代中国特色社会主义思想主题教育", 2024: "党纪学习教育"}
    if review in campaigns:
        told += f"扎实开展{campaigns[review]}。" if review != 2020 else "坚决打赢脱贫攻坚战。"
    dated = draw(st.booleans())
    return report(review, told, planned, note if dated else "")


@given(true_reports())
def test_true_reports_are_left_alone(draft: str) -> None:
    assert [(d.check, d.message.zh) for id_ in CHECKS for d in check_text(id_, draft)] == []


@given(st.integers(11, 15), st.integers(0, 4), st.integers(-3, 3), st.sampled_from(["", "规划", "规划实施的"]))
def test_claims_hold_in_their_year_alone(number: int, place: int, shift: int, word: str) -> None:
    years = plan_years(number)
    assert years is not None
    name = ("十一", "十二", "十三", "十四", "十五")[number - 11] + "五"
    found = check_text("time.plan-period", f"{years[0] + place + shift}年是“{name}”{word}{ROLES[place]}。")
    assert bool(found) == bool(shift)


@given(st.integers(5, 16), st.integers(1, 5), st.integers(-2, 2), st.sampled_from(["全国人大", "全国人民代表大会"]))
def test_national_sessions_hold_in_their_year_alone(term: int, meeting: int, shift: int, name: str) -> None:
    year = national_year(term, meeting)
    assert year is not None
    written = f"{year + shift}年3月，第{term}届{name}第{meeting}次会议在北京召开。"
    assert bool(check_text("time.session-ordinal", written)) == bool(shift)


@pytest.mark.timing
@pytest.mark.parametrize(
    "unit",
    [
        "“十四五”规划的",
        "迎接党的二十大",
        "二十大精神",
        "“八五”普法",
        "民法典",
        "征求",
        "第二十届人大第四次会议",
        "届",
        "2022年",
    ],
)
def test_hostile_repetitions_take_linear_time(unit: str) -> None:
    text = unit * (30_000 // len(unit))
    started = time.perf_counter()
    for id_ in CHECKS:
        check_text(id_, text)
    assert time.perf_counter() - started < 10

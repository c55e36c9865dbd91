"""Which years a report has as over, and which as to come."""

from __future__ import annotations

import pytest

from reportlint.facts.year_roles import planned_years, reviewed_years
from reportlint.readers import read

BACK = "全镇上下团结一致，较好完成了各项任务，群众满意度不断提高，各项工作迈上新台阶。"
AHEAD = "继续加强学习，认真履行职责，不断提高工作质量和服务水平，为全镇发展作出新的更大贡献。"


@pytest.mark.parametrize(
    ("lines", "done", "planned"),
    [
        (("一、2023年工作回顾", BACK, "二、2024年工作安排", AHEAD), [(2023, "heading")], [(2024, "heading")]),
        (
            ("2023年工作总结和2024年工作打算", BACK, "下一步打算", AHEAD),
            [(2023, "heading")],
            [(2024, "heading")],
        ),
        (
            ("过去一年的工作", f"2023年是极不平凡的一年。{BACK}", "今后一年的主要任务", f"2024年，我们将{AHEAD}"),
            [(2023, "opening")],
            [(2024, "opening"), (2024, "sentence")],
        ),
        (
            ("工作回顾", f"{BACK}2023年，全镇产值达5亿元。", "工作安排", f"{AHEAD}2024年，我们将继续努力。"),
            [(2023, "sentence")],
            [(2024, "sentence")],
        ),
        (("2023年工作总结", BACK, "二、2023年工作中存在的问题和打算", AHEAD), [(2023, "heading")], []),
        (("2023年工作总结", BACK, "二、2023年工作开展情况及下步打算", AHEAD), [(2023, "heading")] * 2, []),
        (("过去一年的工作", f"2022年打下基础，2023年见效。{BACK}", "工作安排", AHEAD), [], []),
        (("2023年上半年工作总结", BACK, "下半年工作打算", AHEAD), [], []),
        (("2023年防汛工作总结", BACK), [], []),
        (("通知", "请于2023年7月1日前报送。"), [], []),
    ],
)
def test_roles(lines: tuple[str, ...], done: list[tuple[int, str]], planned: list[tuple[int, str]]) -> None:
    draft = read("x.txt", "\n".join(lines).encode())

    assert [(one.year, one.weight) for one in reviewed_years(draft)] == done
    assert [(one.year, one.weight) for one in planned_years(draft)] == planned
    assert all(str(one.year) in draft.slice(one.span) for one in (*reviewed_years(draft), *planned_years(draft)))

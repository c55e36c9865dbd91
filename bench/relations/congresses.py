"""Party congresses and plenary sessions, and the time at which a report speaks of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relations import Relation
from relations.wording import Value, shapes

if TYPE_CHECKING:
    from random import Random

_CONGRESSES = (("党的十八大", 2012), ("党的十九大", 2017), ("党的二十大", 2022))
_PLENUMS = (
    ("党的十八届三中全会", 2013, 11),
    ("党的十八届四中全会", 2014, 10),
    ("党的十八届五中全会", 2015, 10),
    ("党的十八届六中全会", 2016, 10),
    ("党的十九届四中全会", 2019, 10),
    ("党的十九届五中全会", 2020, 10),
    ("党的十九届六中全会", 2021, 11),
    ("党的二十届三中全会", 2024, 7),
    ("党的二十届四中全会", 2025, 10),
)
_NEVER_HELD = (
    "党的十八届八中全会",
    "党的十八届九中全会",
    "党的十九届八中全会",
    "党的十九届九中全会",
    "党的十七届八中全会",
)


def _meetings(random: Random, right: bool) -> dict[str, Value]:
    """A congress and a plenary session, and years in which a report may speak of them so, or may not."""
    congress, held = random.choice(_CONGRESSES)
    plenum, met, month = random.choice(_PLENUMS)
    return {
        "congress": congress,
        "plenum": plenum,
        # The year of a report that looks forward to the congress, and of one that carries it out.
        "awaiting": held if right else held + random.choice((1, 2)),
        "carrying": held + random.choice((1, 2)) if right else held - random.choice((1, 2)),
        "studying": met + 1 if right else met - 1,
        "held": held if right else held + random.choice((-1, 1)),
        "met": met if right else met + random.choice((-1, 1)),
        "month": month if right else (month + 4) % 12 + 1,
        "held_plenum": plenum if right else random.choice(_NEVER_HELD),
        "meeting_month": random.choice("123"),
    }


_SHAPES = shapes(
    """
    {town}镇{awaiting}年政府工作报告¶（{awaiting}年{meeting_month}月{6-26}日）¶各位代表：¶
    让我们团结一心、埋头苦干，⟦以优异成绩迎接{congress}胜利召开⟧！

    {town}镇人大主席团{awaiting}年工作要点¶⟦{awaiting}年，{congress}即将召开⟧，做好今年的人大工作意义重大。

    县{bureau}{carrying}年工作总结¶{carrying}年，⟦全局上下深入学习贯彻{congress}精神⟧，[各项工作取得新成效|干部职工思想更加统一]。

    县{bureau}{studying}年工作总结¶一、强化理论武装。{studying}年，⟦认真学习贯彻{plenum}精神⟧，开展集中学习{8-16}次。

    [党委理论学习中心组|机关党支部]采取多种形式，⟦集中学习了{held_plenum}精神⟧，[撰写心得体会{21-48}篇|开展研讨{3-6}次]。

    ⟦{held}年召开的{congress}，是在重要历史时刻召开的一次十分重要的大会⟧，[为我们指明了前进方向|擘画了宏伟蓝图]。

    ⟦{met}年{month}月，{plenum}在北京胜利召开⟧，[镇党委第一时间组织传达学习|全镇迅速掀起学习热潮]。

    {town}镇人大主席团工作报告¶⟦——{awaiting}年{meeting_month}月{6-26}日在{town}镇第五届人民代表大会第三次会议上¶各位代表：
    ¶{congress}召开在即⟧，[全体代表要以更加饱满的热情履职尽责|我们要营造安全稳定的社会环境]。

    {carrying}年度述职报告¶{village}村党支部书记　{surname}建国
    ¶⟦{carrying}年，本人以学习宣传贯彻{congress}精神为主线⟧，不断加强自身建设。

    ⟦落实{held_plenum}关于改革的部署要求⟧，[县人大常委会制定了工作方案|我局细化了{汉5-8}项措施]。

    ⟦{studying}年是贯彻落实{plenum}精神的重要一年⟧，[各项改革任务繁重艰巨|镇人大主席团将认真履行职责]。

    {town}镇{studying}年工作总结¶学习宣传有声势。⟦{studying}年初，组织宣讲团深入各村宣讲{plenum}精神{12-28}场次⟧，受众{1200-2800}人次。

    ⟦自{held}年{congress}召开以来⟧，[我县经济社会发展取得长足进步|农村面貌发生了巨大变化]，人民生活水平不断提高。

    ⟦{met}年，举世瞩目的{plenum}胜利闭幕⟧，[全镇干部群众备受鼓舞|全县上下倍感振奋]。
    """,
    _meetings,
)
_SILENT = shapes(
    """
    {town}镇人大主席团2023年工作报告¶⟦2022年，我们喜迎党的二十大胜利召开⟧。2023年，全镇上下深入学习贯彻党的二十大精神。

    {town}镇2022年工作总结¶上半年，⟦全镇以迎接党的二十大召开为主线⟧，[安全稳定工作扎实有力|各项工作有序推进]。下半年，掀起学习大会精神热潮。

    {town}镇第十八届人大主席团工作报告¶⟦以党的十九大精神为指导，认真履行宪法和法律赋予的职责⟧。

    县{bureau}2024年工作总结¶⟦党的十八大以来，我县脱贫攻坚取得历史性成就⟧，[为乡村振兴奠定了坚实基础|城乡面貌焕然一新]。

    {town}镇2025年工作总结¶⟦镇第十四次党代会即将召开，县委十四届七次全会刚刚闭幕⟧，[全镇上下干劲十足|换届准备工作有序推进]。

    县总工会2023年工作总结¶⟦认真学习贯彻中国工会十八大精神⟧，[切实维护职工合法权益|不断增强工会组织凝聚力]。

    {county}县人大常委会2021年工作报告¶⟦省第十二次党代会胜利召开，党的十九届六中全会胜利闭幕⟧，为人大工作指明了方向。

    县妇联2024年工作总结¶⟦贯彻落实中国妇女十三大、省妇女十四大精神⟧，[引领妇女听党话、跟党走|妇女工作取得新进展]。

    {town}镇2024年工作总结¶⟦深入贯彻党的二十大和二十届二中、三中全会精神⟧，扎实推进中国式现代化实践。

    {town}镇2016年政府工作总结¶⟦全面贯彻党的十八大和十八届三中、四中、五中、六中全会精神⟧，[完成了各项目标任务|推动经济社会平稳发展]。

    {town}镇20_年工作总结¶⟦认真学习贯彻党的十九届六中全会精神，以优异成绩迎接党的二十大胜利召开⟧。

    县{bureau}2026年工作要点¶⟦深入贯彻党的二十届四中全会精神，落实县第十四次党代会部署⟧，奋力实现“十五五”良好开局。

    {town}镇老干部工作总结（2023年）¶⟦老党员{surname}大爷回忆起1978年十一届三中全会后分田到户的情景⟧，感慨万千。
    """,
    _meetings,
)
RELATIONS = (Relation("congress", ("time.congress-sequence",), _SHAPES, _SILENT),)

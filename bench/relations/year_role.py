"""The year that is looked back on, and the year that is planned for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relations import Relation
from relations.wording import Value, han_year, shapes

if TYPE_CHECKING:
    from random import Random


def _years(random: Random, right: bool) -> dict[str, Value]:
    """The year reviewed, and the year planned for: the next one, or a wrong one."""
    done = random.randint(2019, 2025)
    planned = done + 1 if right else done + random.choice((-1, 2))
    return {
        "done": done,
        "planned": planned,
        # The same year for both: the plan kept the year of the review.
        "same": done + 1 if right else done,
        "han_done": han_year(done),
        "han_same": han_year(done + 1 if right else done),
    }


_SHAPES = shapes(
    """
    {town}镇人大主席团工作报告¶各位代表：¶一、{done}年工作回顾¶{done}年，主席团召开会议{6-9}次，督办代表建议{21-38}件。
    ¶⟦二、{same}年工作[安排|打算|任务]¶{same}年，主席团将紧扣中心工作，依法履职、主动作为⟧。

    {town}镇政府工作报告¶第一部分　{done}年工作回顾¶{done}年，全镇实现地区生产总值{11.2-28.9}亿元，增长{5.1-8.9}%。
    ¶⟦第二部分　{planned}年工作安排¶{planned}年，全镇地区生产总值预期增长{6-7}%左右⟧。

    各位代表：¶{done}年，全镇财政总收入达{2100-4800}万元，增长{5.1-9.8}%，新修公路{12-28}公里。
    ¶各位代表，新的一年任务繁重。⟦{same}年，我镇人大主席团将认真贯彻上级决策部署，团结带领全体代表努力开创新局面⟧。

    县{bureau}{done}年工作总结和⟦{planned}年工作[计划|打算]⟧¶{done}年，我局圆满完成了各项目标任务。

    县{bureau}{done}年工作总结¶{done}年，我局全年完成投资{1.2-9.8}亿元，办结群众诉求{110-390}件。
    ¶下一步打算¶⟦{same}年，我局将重点抓好三项工作。一是加快项目建设。二是强化执法监管。三是改进工作作风⟧。

    过去的{done}年，全镇上下砥砺前行，全年新增就业{110-290}人。
    ¶⟦展望{same}年，我们将坚定信心、再接再厉，力争农民人均收入增长{7-9}%以上⟧。

    {done}年度述职述廉报告¶{town}镇党委委员、副镇长　{surname}建国¶{done}年，本人认真履职，较好地完成了分管工作。
    ¶今后努力方向¶⟦{same}年，我将在以下方面继续努力：加强学习，深入调研，争取分管工作再上新台阶⟧。

    {han_done}年，镇人大主席团全年共组织代表视察{5-8}次，提出建议{21-38}条。
    ¶⟦{han_same}年的工作思路是：以提高履职能力为重点，着力打造代表活动品牌⟧。

    一、{done}年工作总结¶{done}年，共开展执法检查{4-6}次，解决群众反映的问题{21-48}个。
    ¶⟦二、{planned}年工作计划¶（一）持续抓好学习培训。（二）扎实开展代表活动⟧。

    {town}镇{done}年财政预算执行情况和{same}年财政预算草案的报告¶一、{done}年财政预算执行情况
    ¶{done}年，全镇一般公共预算收入完成{2100-4800}万元，为预算的{101-108}%。
    ¶⟦二、{same}年财政预算草案¶{same}年，全镇一般公共预算收入安排{4900-5800}万元⟧。

    {done}年，{village}村两委干部真抓实干，全年村集体收入达{32-98}万元，被评为县级文明村。
    ¶⟦{same}年，我们计划新建冷库{1-2}座，力争村集体收入突破百万元⟧。

    关于{done}年工作情况的汇报¶{done}年以来，我局累计争取项目{11-28}个，全年到位资金{2.1-6.8}亿元。
    ¶⟦关于{planned}年工作安排，我局拟抓好以下工作：争取项目资金，强化要素保障，确保投资增长{8-12}%⟧。

    以上是{done}年的工作情况，总的来看，全年目标任务完成得比较好。¶⟦根据县委部署，{same}年要着力抓好以下工作：实施城区路网改造，
    新建公办幼儿园{2-3}所⟧。

    {town}镇党委书记{surname}建国：{done}年抓基层党建工作述职报告¶{done}年，新发展党员{12-28}名，整顿软弱涣散党组织{1-3}个。
    ¶⟦{planned}年抓基层党建工作的思路和措施¶（一）压实主体责任。（二）建强战斗堡垒⟧。
    """,
    _years,
)
_SILENT = shapes(
    """
    {town}镇人大主席团{done}年工作报告¶⟦一、{done}年上半年工作回顾¶上半年，召开主席团会议{3-5}次。
    ¶二、{done}年下半年工作安排¶下半年，将继续抓好建议督办工作⟧。

    {town}镇{done}年工作总结¶⟦{done}年，全镇高质量完成规划编制，提出到2035年建成宜居宜业和美乡镇⟧。

    政府工作报告¶⟦过去五年（2017—2021年），全镇累计完成投资{21-48}亿元。2022年是换届之年，政府将抓好各项工作⟧。

    县{bureau}{done}年工作总结¶⟦{done}年初，我局提出全年力争完成投资{2-5}亿元的目标。一年来，实际完成投资{6.1-8.9}亿元⟧。

    {town}镇20_年工作总结¶⟦20_年，全镇财政收入达{2100-4800}万元。20_年，我们将继续努力⟧。

    县{bureau}{done}年工作总结¶{done}年，我局按计划推进各项工作。⟦{done}年底，拟定了下一年度工作方案，将报县政府审定⟧。

    在{town}镇{done}年工作动员会上的讲话¶⟦{done}年是攻坚之年，我们将抓好六项工作。刚刚过去的一年，全镇完成投资{6.1-8.9}亿元⟧。

    {town}镇人大主席团工作报告¶一、{done}年工作回顾¶⟦按照{done}年工作要点要求，主席团全年召开会议{6-9}次⟧，较好完成了任务。

    {village}村{done}年工作总结¶⟦{done}年将近尾声，全村完成改厕{110-190}户，力争春节前完成验收⟧。

    县{bureau}{done}年工作总结¶⟦{done}年，我局争取到中央预算内资金{1.2-4.8}亿元，计划总投资{5.1-9.8}亿元的项目开工建设⟧。

    {town}镇人大主席团工作报告¶⟦现将{done}年主席团工作情况和今后工作打算报告如下。{done}年，召开会议{6-9}次⟧。

    县{bureau}{done}年度工作总结¶⟦今年已完成的工作有：建成站点{6-9}个。明年，将新建站点{3-5}个⟧。
    """,
    _years,
)
RELATIONS = (Relation("year_role", ("time.year-role-conflict",), _SHAPES, _SILENT),)

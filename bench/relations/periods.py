"""What a report tells lies within the time it reports on, or does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relations import Relation
from relations.wording import Value, shapes

if TYPE_CHECKING:
    from random import Random

_EVENTS = (
    "获评全{}人大信息工作先进单位",
    "荣获全{}平安建设先进集体称号",
    "被表彰为全{}先进基层党组织",
    "在全{}基层治理现场会上作经验交流",
)
_WORKS = (
    "镇便民服务中心建成投用",
    "集镇污水处理厂通过竣工验收",
    "镇文化广场建成投用",
    "镇卫生院综合楼正式投入使用",
    "全长6.8公里的环镇公路建成通车",
)


def _months(random: Random, right: bool) -> dict[str, Value]:
    """A year, months in and out of its first half, its first quarter and so on, and what happened."""
    year = random.randint(2019, 2025)
    return {
        "year": year,
        "next": year + 1,
        "own": year if right else year + 1,
        "first_half": random.randint(2, 6) if right else random.randint(7, 11),
        "second_half": random.randint(7, 12) if right else random.randint(2, 6),
        "first_quarter": random.randint(1, 3) if right else random.randint(5, 9),
        "third_quarter": random.randint(7, 9) if right else random.randint(10, 12),
        "three_quarters": random.randint(3, 9) if right else random.randint(10, 12),
        "event": random.choice(_EVENTS).format(random.choice("市县")),
        "work": random.choice(_WORKS),
        # Written in July, a report on the first half gives the figures at the end of July.
        "until": random.randint(2, 6) if right else random.randint(8, 11),
    }


_SHAPES = shapes(
    """
    {town}镇人大主席团{year}年上半年工作总结¶一、{year}年上半年工作回顾¶（一）加强自身建设。坚持集体学习制度，组织学习{8-16}次。
    切实加强宣传工作，⟦{year}年{first_half}月，{event}⟧。¶（二）认真督办建议。召开督办会{2-4}次，代表建议答复率达百分之百。

    {year}年上半年工作回顾¶{year}年上半年，镇人大主席团紧紧围绕中心工作，依法履职、主动作为。
    ¶一是抓好民生实事项目。⟦{first_half}月，{work}⟧，[群众拍手称赞|方便了群众生产生活]。
    二是抓好代表活动，接待选民{110-390}人次。

    县{bureau}{year}年一季度工作小结¶一季度，我局早谋划、快行动，各项工作实现良好开局。¶⟦{first_quarter}月{5-20}日，召开全系统工作会议⟧，
    [签订了目标责任书|部署了全年重点任务]。

    {town}镇{year}年工作总结¶{year}年，全镇上下团结奋斗，经济社会发展取得新成效。¶一、主要工作成效¶（一）党的建设全面加强。
    ⟦{own}年{3-9}月，{event}⟧。¶（二）民生福祉持续改善。发放各类救助资金{110-390}万元。

    政府工作报告¶——{next}年1月{8-20}日在{town}镇第五届人民代表大会第三次会议上¶一、{year}年工作回顾
    ¶过去的一年，项目建设提速增效。⟦{own}年{4-9}月，{work}⟧，[解决了群众多年的期盼|补齐了公共服务短板]。

    {county}县{year}年下半年工作总结¶下半年以来，全县上下攻坚克难，较好完成了各项任务。
    ¶城乡面貌持续改善。⟦{second_half}月{6-20}日，县城南部新区供水工程建成通水⟧，{1-3}.{1-9}万名群众喝上了放心水。

    县{bureau}{year}年前三季度工作情况¶今年前三季度，我局聚焦主责主业，各项工作有序推进。
    ¶重点项目进展顺利。⟦{three_quarters}月，投资{1.2-4.8}亿元的{town}灌区改造工程全面完工⟧，新增灌溉面积{1.2-3.8}万亩。

    {town}镇{year}年上半年经济运行情况¶一、主要指标完成情况
    ¶⟦截至{until}月底，全镇完成固定资产投资{2.1-6.8}亿元⟧，同比增长{5.1-9.8}%，[增速居全县前列|总体好于预期]。

    {year}年度述职报告¶{town}镇党委副书记、镇长　{surname}建国¶一年来，我认真履行职责，现将{year}年度履职情况报告如下。
    ¶一、抓项目、促发展。⟦{own}年{3-8}月，由我牵头引进的农产品加工项目正式投产⟧，带动就业{110-290}人。

    县{bureau}{year}年第三季度工作汇报¶三季度，我局坚持问题导向，狠抓工作落实。
    ¶强化执法监管。⟦{third_quarter}月{6-20}日，联合多部门开展了专项执法行动⟧，检查经营主体{62-98}家。

    {town}镇{year}年1—6月工作总结¶今年以来，全镇安全生产形势平稳。
    ¶开展隐患排查{6-12}轮次，整改问题{62-98}个；⟦{first_half}月{8-20}日，还组织了一场{110-190}人参加的防汛应急演练⟧。

    {town}镇人大{year}年上半年大事记¶2月{6-20}日，召开主席团会议，审议年度工作要点。
    ¶⟦{first_half}月{21-27}日，组织代表视察了镇域内重点项目建设情况⟧。

    在{town}镇人大{year}年上半年工作会议上的汇报¶上半年，我们共接待选民{110-290}人次，化解矛盾纠纷{21-48}起。
    ¶代表活动有声有色。⟦“代表话发展”座谈会已于{first_half}月{6-18}日如期召开⟧，收集意见{12-28}条。

    {village}村党支部{year}年工作总结¶一年来，村党支部团结带领广大党员群众，推动各项事业取得新进步。
    ¶产业发展有了新起色。⟦投资{120-380}万元的冷库已于{own}年{4-9}月建成⟧，年分红{12-38}万元。
    """,
    _months,
)
_SILENT = shapes(
    """
    {town}镇{year}年上半年工作总结¶一、上半年工作回顾¶⟦去年{9-11}月启动的集镇改造工程，已于今年{3-5}月完工⟧。

    {town}镇{year}年上半年工作总结¶一、上半年工作回顾¶项目推进有力，⟦标准化厂房预计{9-11}月建成投用⟧。

    {town}镇{year}年上半年工作总结及下半年安排¶一、上半年工作回顾¶全镇各项工作平稳推进。
    ¶二、下半年工作安排¶⟦{8-9}月底前完成道路主体工程，{11-12}月底前全面竣工验收⟧。

    县{bureau}{year}年工作总结¶一年来，我局不断深化改革。⟦自2018年{9-11}月新一轮机构改革启动以来⟧，干部队伍进一步优化。

    县{bureau}{2021-2024}年上半年工作总结¶上半年，我局加强普法宣传，⟦广泛宣传2021年1月1日起施行的《中华人民共和国民法典》⟧。

    {town}镇2023年工作总结¶全镇上下⟦深入学习贯彻2022年10月召开的党的二十大精神⟧，[各项工作取得新成效|思想基础更加牢固]。

    {year}年度述职报告¶⟦本人自2016年{7-9}月任现职以来⟧，[始终恪尽职守|分管农业农村工作]，现将{year}年度履职情况报告如下。

    {town}镇{year}年上半年工作总结¶上半年，全镇完成财政收入{1210-3890}万元，⟦上年{7-9}月出台的税费优惠政策持续显效⟧。

    {town}镇人大主席团{year}年上半年工作总结¶上半年，我们召开主席团会议{3-5}次。¶{town}镇人大主席团¶⟦{year}年7月{5-12}日⟧

    政府工作报告¶——{next}年1月{8-20}日在{town}镇第五届人民代表大会第三次会议上¶一、{year}年工作回顾¶全镇粮食喜获丰收。
    ¶二、{next}年工作安排¶⟦{next}年{5-9}月底前，完成{village}村供水工程建设⟧。

    {county}县{2021-2024}年上半年工作总结¶上半年，全县积极对接“十四五”规划项目，⟦提出到2035年基本实现农业农村现代化的目标⟧。

    县{bureau}{year}年工作总结¶一年来，⟦认真筹备将于{next}年{5-6}月举办的全县职工运动会⟧，[前期工作进展顺利|方案已经批准]。

    {town}镇{year}年上半年工作总结¶防汛工作扎实有效。⟦吸取2016年{7-8}月洪灾教训⟧，提前整修险工险段{6-18}处。
    """,
    _months,
)
RELATIONS = (Relation("out_of_period", ("time.out-of-period",), _SHAPES, _SILENT),)

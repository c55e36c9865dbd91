"""Ranges of numbers whose ends are the wrong way round."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relations import Relation
from relations.wording import Value, counted, shapes

if TYPE_CHECKING:
    from random import Random


def _ends(random: Random, right: bool) -> dict[str, Value]:
    """Pairs of numbers, from small to large when right: few, tens, hundreds, thousands, per cent and metres."""

    def pair(least: int, most: int, step: int = 1) -> list[int]:
        return sorted(random.sample(range(least, most + 1, step), 2), reverse=not right)

    few, tens, hundreds, thousands = pair(2, 9), pair(15, 95, 5), pair(150, 950, 50), pair(1500, 9500, 500)
    rate, metres = pair(31, 89), pair(30, 75, 5)
    return {
        "few": few[0],
        "few_to": few[1],
        "han": counted(few[0]),
        "han_to": counted(few[1]),
        "tens": tens[0],
        "tens_to": tens[1],
        "hundreds": hundreds[0],
        "hundreds_to": hundreds[1],
        "thousands": thousands[0],
        "thousands_to": thousands[1],
        "rate": f"{rate[0] / 10:.1f}",
        "rate_to": f"{rate[1] / 10:.1f}",
        "metres": f"{metres[0] / 10:.1f}",
        "metres_to": f"{metres[1] / 10:.1f}",
    }


_SHAPES = shapes(
    """
    通过[土地流转、入园务工|发展林下经济]，⟦带动农户户均年增收{thousands}[至|—|～]{thousands_to}元⟧，[闯出了一条致富路|村集体经济不断壮大]。

    按照[规模适度、方便管理|街巷定界、规模适度]的原则，⟦每个网格配备{few}至{few_to}名[专兼职|专职]网格员⟧。

    ⟦对考核优秀的村，每村奖补{tens}万元至{tens_to}万元⟧，[进一步激发了干事创业热情|奖补资金专项用于村级公益事业]。

    受强对流天气影响，我县普降大到暴雨，⟦大部分乡镇降雨量在{hundreds}至{hundreds_to}毫米之间⟧，[部分农田受淹|局地发生山洪]。

    [力争用|计划用]⟦{han}至{han_to}年时间⟧，[把特色产业培育成富民支柱产业|基本建成全域旅游示范镇]。

    ⟦综合考虑各方面因素，{2022-2025}年地区生产总值预期增长{rate}%[至|—|～]{rate_to}%⟧，在实际工作中争取更好结果。

    ⟦每名代表固定联系{few}至{few_to}户选民⟧，[每季度走访一次|定期向选民通报履职情况]。

    推广测土配方施肥技术，⟦平均亩产达到{hundreds}—{hundreds_to}公斤⟧，[亩均节约化肥用量两成|粮食品质明显提升]。

    集镇主街道改造按照双向两车道设计，⟦路面宽度{metres}米至{metres_to}米⟧，[同步铺设雨污管网|配套建设人行道和路灯]。

    ⟦全年举办专题培训班{few}～{few_to}期，每期培训{tens}～{tens_to}人⟧，[实现村“两委”干部轮训全覆盖|切实提升代表履职能力]。

    ⟦爱心人士捐款金额从{hundreds}元到{hundreds_to}元不等⟧，[点滴善举汇聚起暖心力量|善款全部用于助学助困]。

    [要求各村（社区）|要求各站所]⟦每月开展{han}到{han_to}次自查⟧，发现问题立即整改，[对整改不力的严肃追责|不得瞒报漏报]。

    专业合作社实行订单收购，⟦鲜果收购价格稳定在每公斤{few}元至{few_to}元⟧，[果农吃下了“定心丸”|销路不用愁]。

    ⟦年内培育市级以上示范家庭农场{few}—{few_to}家、农民合作社示范社{few}—{few_to}家⟧，[增强辐射带动能力|提升适度规模经营水平]。

    ⟦主席团会议每年召开{han}至{han_to}次⟧，[会议议题于会前三天送达组成人员|重要事项及时向镇党委请示报告]。

    ⟦抢险救援队伍保持{tens}至{tens_to}人的规模⟧，[做到召之即来、来之能战|实行全天候备勤]。

    据测算，⟦污水处理厂建成后日处理生活污水{thousands}至{thousands_to}吨⟧，[出水水质达到一级A标准|可满足集镇今后十年的需要]。

    ⟦高标准农田亩均投资控制在{thousands}元到{thousands_to}元⟧，[建成后亩均增产{50-80}公斤|由项目村负责管护]。
    """,
    _ends,
)
_SILENT = shapes(
    """
    ⟦审批时限由{12-20}个工作日压缩至{3-6}个工作日⟧，[群众办事更加便捷|营商环境持续优化]。

    ⟦贫困发生率从{11-18}%降到{1-3}%⟧，[脱贫攻坚取得决定性成就|{8-12}个贫困村全部退出]。

    ⟦[便民服务大厅|退役军人服务站]实行上午{8-9}时至下午{5-6}时对外服务⟧，节假日安排专人值班。

    ⟦每年{11-12}月至次年{2-3}月为[冬春农田水利建设|森林防火]重点时段⟧，实行领导带班制度。

    ⟦施工时间避开{22-23}时至次日{5-6}时⟧，[最大限度减少噪声扰民|切实保障居民休息]。

    ⟦汛期每天{20-22}:00至次日{5-7}:00安排民兵巡逻值守⟧，[确保大坝安全度汛|及时劝返涉水人员]。

    ⟦综合考核由全县第{9-14}位上升至第{2-6}位⟧，[创历史最好成绩|实现争先进位]。

    ⟦{village}村村民小组由{12-16}个合并至{6-9}个⟧，[村级治理更加顺畅|运转经费得到保障]。

    ⟦{1-3}—{6-9}月，全县完成固定资产投资{11.2-28.9}亿元⟧，同比增长{5.1-9.8}%。

    ⟦对照《中华人民共和国代表法》第{20-30}条至第{31-40}条⟧，[逐项规范代表活动|完善闭会期间代表活动制度]。

    ⟦水库水位从{112.1-118.9}米降至{101.1-108.9}米⟧，[腾出了足够的防洪库容|确保安全度汛]。

    ⟦年度培训每期{3-5}天，每期{30-45}至{50-65}人⟧，[集中授课与现场教学相结合|参训率达到百分之百]。

    ⟦咨询电话0731—{82000000-85999999}至今保持畅通⟧，[群众反映的问题及时得到回复|全年受理诉求{110-390}件]。

    ⟦本次会议应到代表{61-66}名，{2-5}名代表因事、因病请假⟧，符合法定人数。

    ⟦{county}县城至{town}公路改建工程{12-18}至{19-26}公里段完成路基施工⟧，[年底可建成通车|路面铺设有序推进]。
    """,
    _ends,
)
RELATIONS = (Relation("range", ("number.range",), _SHAPES, _SILENT),)

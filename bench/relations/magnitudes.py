"""Figures ten thousand times too large or too small, by themselves or beside another, or against their parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relations import Relation
from relations.wording import Value, shapes

if TYPE_CHECKING:
    from random import Random


def _sizes(random: Random, _right: bool) -> dict[str, Value]:
    """Heads, what each of them has, and what they have together."""
    heads, each = random.randint(210, 980), random.choice((200, 300, 500, 800, 1000, 1200, 2000, 3000))
    acres, yielded = random.randint(12, 48) * 1000, random.randint(410, 590)
    villages, grant = random.randint(8, 18), random.choice((5, 10, 20, 30, 50))
    metres, width = random.randint(2, 9), random.choice((5, 6, 7))
    return {
        "heads": heads,
        "each": each,
        "together": f"{heads * each / 10000:.2f}".rstrip("0").rstrip("."),
        "acres": f"{acres / 10000:.1f}",
        "yielded": yielded,
        "harvest": round(acres * yielded / 1000 / 10),
        "villages": villages,
        "grant": grant,
        "grants": villages * grant,
        "length": metres,
        "width": width,
        "surface": f"{metres * width / 10:.1f}",
        "income": random.randint(14110, 24890),
        "tens": f"{random.randint(141, 248) / 100:.2f}",
        "money": random.randint(2100, 9800),
        "hundreds": f"{random.randint(12, 98) / 10:.1f}",
        "population": f"{random.randint(21, 78) / 10:.1f}",
    }


_SHAPES = shapes(
    """
    2023年，全镇财政收入达{money}万元，增长{5.1-9.8}%。¶（一）财源基础不断夯实。⟦2023年全镇财政收入完成{money}<万元|元|亿元>⟧，
    [收入结构持续优化|圆满完成年度预算]。

    ⟦为{heads}名高龄老人每人发放高龄津贴{each}元，全年共发放{together}<万元|亿元|元>⟧，[让老人安享晚年|尊老敬老蔚然成风]。

    ⟦项目惠及农户{heads}户，户均增收{each}元，共增收{together}<万元|亿元>⟧，[成为当地的富民产业|带动效应日益显现]。

    ⟦全镇水稻种植面积{acres}万亩，平均亩产{yielded}公斤，总产量达{harvest}0<吨|万吨>⟧，[再获丰收|粮食安全根基更加稳固]。

    ⟦扶持{villages}个村发展集体经济，每村补助{grant}万元，共下达补助资金{grants}<万元|亿元|元>⟧，资金全部拨付到村。

    据统计，⟦全镇农村居民人均可支配收入达到{income}<元|万元>⟧，比上年增长{5.1-9.8}%，[群众生活水平不断提高|增速居全县第二]。

    项目总投资{hundreds}亿元，占地{110-290}亩。¶⟦目前，总投资{hundreds}<亿元|万元>的项目已开工建设⟧，预计明年年底投产。

    {town}镇位于县城东部，总人口{population}万人，下辖{12-18}个村。¶⟦全镇{population}<万|亿>人⟧中，外出务工人员约占三成。

    ⟦新建农村公路{length}公里，路面宽{width}米，铺筑路面{surface}<万平方米|平方米|平方公里>⟧，[沿线群众出行更加便利|全部通过交工验收]。

    全县地区生产总值{110-290}.{1-9}亿元，其中工业增加值{hundreds}亿元。¶工业经济提质增效。⟦全县工业增加值{hundreds}<亿元|万元|元>⟧，增长{5.1-9.8}%。

    上半年，村集体经济收入{21-98}万元。⟦{village}村人均分红<{each}元|{each}万元>⟧，[村民喜笑颜开|共享集体经济发展成果]。

    ⟦大病救助{heads}人次，人均救助{each}元，累计支出救助金<{together}万元|{together}亿元>⟧，有效缓解了困难群众看病负担。

    今年，县财政安排专项资金{money}万元，支持重点水利工程建设。¶关于资金保障。⟦今年县财政安排专项资金{money}<万元|亿元|元>⟧，
    已全部拨付到位。

    2024年，全年接待游客{110-380}万人次，实现旅游收入{n=2-9}.{m=1-9}亿元。¶文旅产业提质升级。⟦2024年全年实现旅游收入{n}.{m}<亿元|万元|元>⟧，
    [带动就业{1200-3900}人|“旅游+”效应持续放大]。
    """,
    _sizes,
)
_SILENT = shapes(
    """
    2023年，全镇财政收入{n=3-9}000万元。¶⟦2023年全镇财政收入达0.{n}亿元⟧，[圆满完成年度目标|收入质量持续提升]。

    ⟦种粮补贴标准为每亩{110-190}元，全镇共发放补贴{310-980}万元⟧，[调动了农民种粮积极性|全部打卡到户]。

    ⟦全镇人均可支配收入{tens}万元，村集体经济总收入{money}万元⟧，[发展基础更加坚实|富民强村步伐加快]。

    ⟦全县地区生产总值{110-290}亿元，人均地区生产总值{4.1-6.8}万元⟧，[综合实力稳步提升|发展迈上新台阶]。

    ⟦企业捐款{12-38}万元，普通群众捐款50元、100元不等⟧，[爱心在小镇传递|善款全部用于助学]。

    ⟦全县耕地{61-89}万亩，{town}镇耕地{2.1-5.8}万亩⟧，[耕地保护责任落实到位|守住了耕地红线]。

    ⟦总投资{2-9}.{1-9}亿元的项目完成年度投资{5100-9800}万元⟧，[累计完成投资过半|进度符合预期]。

    ⟦上级补助每户{2-3}万元，农户自筹{3000-5000}元⟧，{18-38}户危房改造全部竣工。

    ⟦城乡居民医保个人缴费标准为每人每年{320-400}元，基金支出{1.2-3.8}亿元⟧，基金运行平稳。

    ⟦本镇财政收入{money}万元，全县财政收入{21-48}亿元⟧，占比逐步提高。

    ⟦公路长{length}公里，投资{1200-3900}万元；桥长{48-96}米，投资{210-480}万元⟧，均已建成通车。

    ⟦教师月均绩效工资{3100-4900}元，全县教育支出{3.1-6.8}亿元⟧，[教师待遇得到保障|教育优先发展落到实处]。
    """,
    _sizes,
)
_CHECKS = ("number.magnitude", "number.indicator-conflict")
RELATIONS = (Relation("magnitude", _CHECKS, _SHAPES, _SILENT),)

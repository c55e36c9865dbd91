"""Dates that do not exist, and periods that end before they begin or are not as long as is said."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from relations import Relation
from relations.wording import Value, counted, han_year, shapes

if TYPE_CHECKING:
    from random import Random

_LAST = {2: 28, 4: 30, 6: 30, 9: 30, 11: 30}
_WEEKDAYS = "一二三四五六日"


def _day(random: Random, right: bool) -> dict[str, Value]:
    """A date that exists, or one that the month or the year has not."""
    year = random.choice((2019, 2021, 2022, 2023, 2025))
    month = random.choice(list(_LAST))
    day = random.randint(3, 28) if right else _LAST[month] + 1
    other, bare = random.randint(3, 11), month if month != 2 else 6
    weekday = date(year, other, 12).weekday() if right else (date(year, other, 12).weekday() + random.randint(1, 6)) % 7
    return {
        "year": year,
        "month": month,
        "day": day,
        # Of 29 February without a year nobody can tell.
        "bare_month": bare,
        "bare_day": day if right else _LAST[bare] + 1,
        "han_year": han_year(year),
        "wild": random.randint(3, 12) if right else random.choice((13, 14, 15, 0)),
        "weekday_month": other,
        "weekday": _WEEKDAYS[weekday],
        "leap": random.choice((2020, 2024)) if right else year,
        "minute": random.choice(("00", "30")) if right else random.choice(("65", "75", "90")),
        "hour": random.randint(8, 17) if right else random.choice((25, 26, 28)),
    }


def _span(random: Random, right: bool) -> dict[str, Value]:
    """Two days of one month, two months, two years, and how long it is; swapped or miscounted when wrong."""
    start = date(random.randint(2019, 2025), random.randint(3, 10), random.randint(6, 20))
    days = random.randint(2, 5)
    end = start + timedelta(days=days - 1)
    first, last = (start, end) if right else (end, start)
    earlier = random.randint(2, 8)
    # Far apart, the other order would be a winter: 9月至2月.
    months = sorted((earlier, earlier + random.randint(1, 3)), reverse=not right)
    years = sorted(random.sample(range(2011, 2025), 2), reverse=not right)
    term = random.randint(2017, 2020)
    return {
        "year": start.year,
        "month": first.month,
        "day": first.day,
        "end_day": last.day,
        "days": counted(days if right else days + random.choice((2, 3))),
        "true_start": start.day,
        "true_end": end.day,
        "from_month": months[0],
        "to_month": months[1],
        "from_year": years[0],
        "to_year": years[1],
        "term": term,
        "term_end": term + 4 if right else term + random.choice((2, 3, 6)),
        "crossing": start.year + (1 if right else -1),
    }


_INVALID = shapes(
    """
    ⟦{year}年{month}月{day}日，镇人大主席团组织代表视察了{topic}工作⟧，提出意见建议{12-38}条。

    政府工作报告¶⟦——{year}年{month}月{day}日在{town}镇第五届人民代表大会第三次会议上⟧¶
    {town}镇人民政府镇长　{surname}建国¶各位代表：¶现在，我代表镇人民政府，向大会报告工作，请予审议。

    全年[召开|组织召开]主席团会议{4-6}次，⟦{wild}月{3-26}日[召开的会议|的会议]专题研究了代表建议办理工作⟧。

    ⟦{year}年{weekday_month}月12日（星期{weekday}）上午，镇人大主席团[召开会议|组织代表开展集中视察]⟧。

    ⟦{leap}年2月29日，[县委、县政府召开动员大会|我局召开专题会议]⟧，[对全年工作作出安排部署|吹响了攻坚的号角]。

    特此报告。¶{town}镇人大主席团¶⟦{han_year}年<六月三十日|九月二十日|十一月六日‖六月三十一日|九月三十一日|二月三十日|十一月三十一日>⟧

    [按照上级统一部署|根据县选举委员会的安排]，⟦{bare_month}月{bare_day}日为[选举日|代表联系选民活动日]⟧，广大选民踊跃参加。

    ⟦自{year}年{month}月{day}日起[试运行以来|开工建设以来]，项目累计完成投资{1.2-9.8}亿元⟧。

    ⟦截至{year}年{month}月{day}日，全镇[城乡居民医保|养老保险]参保率达{95-98}.{1-9}%⟧。

    ⟦会议于{year}年{3-9}月{6-20}日{hour}时在镇会议中心[召开|举行]⟧，应到代表{62-68}名，实到代表{59-61}名，符合法定人数。

    [强降雨期间|抢险救灾中]，⟦{6-8}月{6-26}日{hour}时{11-58}分，{town}水文站水位超过警戒水位{0.2-1.8}米⟧。

    （⟦{year}年{month}月{day}日{town}镇第五届人民代表大会第三次会议通过⟧）¶会议听取和审议了镇人民政府工作报告，决定批准这个报告。

    [各项工作压茬推进|工程进展顺利]：⟦{year}年{wild}月完成立项⟧，次年年底前建成投用。

    ⟦演练于上午9时{minute}分[正式开始|准时开始]⟧，{180-260}名干部群众参加。

    ⟦经查，{year}年{month}月{day}日，该企业未按规定处置危险废物⟧，县生态环境局依法予以处罚。
    """,
    _day,
)
_REVERSED = shapes(
    """
    ⟦{month}月{day}日至{end_day}日，镇人大主席团组织代表赴[周边乡镇|先进地区]考察学习⟧，学到了许多好经验、好做法。

    ⟦镇第五届人民代表大会第二次会议于{year}年{month}月{day}日至{month}月{end_day}日在{town}召开⟧，圆满完成了各项议程。

    本人⟦{from_year}年至{to_year}年任{village}村党支部书记⟧，[连续多年被评为优秀党务工作者|带领群众走上了致富路]。

    ⟦建设期内（{from_year}—{to_year}年），全镇累计新修农村公路{32-98}公里⟧，解决了{6-12}个村的出行难题。

    ⟦今年{from_month}月至{to_month}月，在全县范围内集中开展[打击欺诈骗保|农资打假]专项行动⟧，查处案件{11-28}起。

    ⟦五年来（{term}—{term_end}年），全县累计完成固定资产投资{112-298}亿元⟧，[发展基础更加坚实|综合实力明显增强]。

    ⟦培训班于{true_start}日开班、{true_end}日结束，为期{days}天⟧，{62-98}名村干部参加了培训。

    ⟦项目建设工期为{year}年{9-11}月至{crossing}年{6-8}月⟧，[总投资{1.2-5.8}亿元|由县交通运输局组织实施]。

    ⟦{from_year}—{to_year}年，全县常住人口城镇化率提高{5-9}.{1-9}个百分点⟧，[城乡面貌焕然一新|城市功能不断完善]。

    ⟦今年从{from_month}月份到{to_month}月份，工作队员分片包村逐户走访⟧，摸清了{310-980}户群众的生产生活情况。

    ⟦{month}月{true_start}日至{true_end}日，县人大常委会用{days}天时间对全县{12-16}个乡镇进行了视察⟧。

    ⟦规划期限为{from_year}年到{to_year}年⟧，[分近期、远期两个阶段实施|重点实施六大工程]。
    """,
    _span,
)
_SILENT = shapes(
    """
    ⟦{11-12}月至次年{2-3}月为森林防火重点时段⟧，[实行二十四小时值班制度|严格落实野外用火管控措施]。

    ⟦{2021-2024}年{10-12}月至翌年{3-4}月，大力开展冬春水利建设⟧，完成土石方{12-38}万立方米。

    ⟦2024年2月29日，镇政府召开全镇农村工作会议⟧，[表彰了先进集体和先进个人|安排部署全年工作]。

    ⟦腊月三十除夕之夜、正月十五元宵节期间⟧，民辅警坚守岗位，[确保了节日平安|守护万家灯火]。

    ⟦承办单位自收到建议之日起{30-60}日内答复代表⟧，[情况复杂的可延长至三个月|做到件件有着落]。

    ⟦合同工期{13-24}个月⟧，[施工单位倒排工期|建设进度居全市前列]。

    ⟦自2021年11月至2023年3月，历时一年多⟧，[集中开展了不动产登记历史遗留问题化解工作|完成了档案数字化]。

    ⟦9月29日至30日，我镇依法召开了镇人民代表大会⟧，选举产生了新一届镇人大主席、副主席。

    ⟦2024年10月15日（星期二）上午，县人大常委会视察组来我镇视察⟧。

    ⟦每周一至周五开放、周六至周日预约开放⟧，[农家书屋全年接待读者{1100-3900}人次|文化站免费开放工作落到实处]。

    ⟦“5·12”防灾减灾日、“12·4”国家宪法日期间⟧，[开展宣传活动{3-9}场次|发放宣传资料{1200-5800}份]。

    ⟦截至12月31日24时，全年入库税收{1.2-4.8}亿元⟧，[实现应收尽收|再创历史新高]。

    ⟦本届任期自2016年12月至2021年10月⟧，[代表们认真履职|先后召开人代会十次]。

    ⟦从20世纪90年代到2010年前后，村里靠一条土路通往山外⟧，如今水泥路修到了家门口。

    ⟦自2016年担任代表以来，{surname}代表坚持每月10日接待群众⟧，[累计接待{610-980}人次|风雨无阻]。

    ⟦{2021-2025}年12月28日至次年1月5日，开展节前安全生产大检查⟧，排查隐患{31-98}处。
    """,
    _span,
)
RELATIONS = (
    Relation("invalid_date", ("time.invalid-date",), _INVALID, _SILENT),
    Relation("range_reversed", ("time.range-reversed",), _REVERSED),
)

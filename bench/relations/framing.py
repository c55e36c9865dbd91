"""What stands around a relation: other sentences with other numbers, openings and endings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from relations import CLOSING, OPENING, Sample, marked

if TYPE_CHECKING:
    from random import Random

_OPENINGS = (
    "一年来，",
    "今年以来，",
    "过去一年，",
    "坚持问题导向，",
    "通过不懈努力，",
    "在各方共同努力下，",
    "工作中，",
    "据统计，",
    "经过全体干部职工的共同努力，",
    "始终坚持以人民为中心，",
)
_CLAUSES = (
    "召开主席团会议<5-9>次",
    "开展执法检查<2-4>次",
    "编发工作简报<12-36>期",
    "制作宣传展板<14-60>块",
    "举行升国旗仪式<4-12>次",
    "新建代表联络站<3-9>个",
    "走访群众<120-960>户",
    "选派驻村干部<12-48>名",
    "完成投资<3-19>.<1-9>亿元",
    "发放宣传资料<2100-9800>份",
    "出动执法人员<310-980>人次",
    "安装路灯<110-680>盏",
    "栽植苗木<1-9>.<1-9>万株",
    "清理河道<11-48>公里",
)
_SENTENCES = (
    "组织代表视察<3-8>次，开展专题调研<2-6>次，提出审议意见<6-30>条",
    "全年实现地区生产总值<18-96>.<1-9>亿元，增长<5-8>.<1-9>%",
    "城镇、农村居民人均可支配收入分别增长<5-7>.<1-9>%和<7-9>.<1-9>%",
    "投入资金<120-980>万元，新建文化广场<2-8>个，安装健身器材<30-90>套",
    "举办各类培训班<3-9>期，培训<210-980>人次",
    "空气质量优良天数比例达<90-97>.<1-9>%",
    "出台制度<3-9>项，修订完善工作流程<10-24>个",
    "招商引资到位资金<2-9>.<1-9>亿元，新签约项目<4-15>个",
    "发放各类补贴资金<210-980>万元，惠及群众<1200-9800>人",
    "创建省级文明村<2-6>个、市级卫生村<7-14>个",
    "接待群众来访<30-190>批<210-680>人次，化解信访积案<3-11>件",
    "城乡居民基本医疗保险参保率稳定在<95-98>.<1-9>%以上",
    "全年接待游客<12-98>万人次，实现旅游综合收入<1-9>.<1-9>亿元",
    "完成高标准农田建设<1-4>.<1-9>万亩，粮食总产量达到<3-9>.<1-9>万吨",
    "开展集中学习<12-24>次，撰写心得体会<30-90>篇",
    "我们深知，成绩的取得离不开全体干部群众的共同努力",
    "坚持每月<5-25>日为代表接待日，畅通民意反映渠道",
    "新增市场主体<310-980>户，同比增长<8-15>.<1-9>%",
    "工作的规范化、制度化水平明显提升",
    "第一季度、第二季度考核分别位居全县第<2-4>名和第<5-7>名",
)
_NAMES = (
    "地区生产总值",
    "人均可支配收入",
    "粮食总产量",
    "旅游",
    "高标准农田",
    "市场主体",
    "文化广场",
    "培训",
    "视察",
    "医疗保险",
)
"""What is spoken of in some sentence above and in some relations."""
_PLAIN = ("各部门密切配合", "各项工作扎实推进")
_TAILS = (
    "，取得了明显成效",
    "，得到了群众的普遍认可",
    "，为全镇高质量发展奠定了坚实基础",
    "，工作质量和效率进一步提高",
    "，各项工作有序推进",
)
_FIELD = re.compile("<([0-9]+)-([0-9]+)>")
_FIELD_UNIT = re.compile("[>亿万]([^<0-9，、亿万]{1,2})")
_HALF_WIDTH = str.maketrans("，；：", ",;:")
_BETWEEN_DIGITS = re.compile("[0-9０-９%％][，,][0-9０-９]")


def filled(random: Random, template: str) -> str:
    """A template with a number drawn for each field <least-most>."""
    return _FIELD.sub(lambda match: str(random.randint(int(match[1]), int(match[2]))), template)


def frame(random: Random, core: str, *, opening: bool = True, tail: bool = False) -> Sample:
    """A small text around a relation, which is said by one or several sentences without the last full stop.

    Args:
        random: decides.
        core: becomes the spot.
        opening: something may be said in front of it, in the same sentence.
        tail: the end of the sentence may be one that praises what was done.
    """
    text = f"{OPENING}{core}{CLOSING}"
    opening = opening and not core.startswith(("全年", "今年", "年度", "本届", "全镇现有"))
    clauses = _clauses(random, core)
    if opening and random.random() < 0.35:
        text = random.choice(_OPENINGS) + text
    elif opening and random.random() < 0.25:
        text = clauses[0] + random.choice("，，；") + text
    if tail and random.random() < 0.2:
        text += random.choice(_TAILS)
    elif "；" not in core and random.random() < 0.15:
        text += "；" + clauses[1]
    text += "。"
    before, after = random.choice((0, 0, 1, 1, 2)), random.choice((0, 0, 1, 1, 2))
    first, last, *around = _sentences(random, core, before + after + 2)
    text = "".join([*around[:before], text, *around[before:]])
    if random.random() < 0.2:
        text = "\n".join(f"　　{paragraph}" for paragraph in (first, text, last)) + "\n"
    if random.random() < 0.04 and not _BETWEEN_DIGITS.search(text):
        text = text.translate(_HALF_WIDTH)
    return marked(text)


def _clauses(random: Random, core: str) -> list[str]:
    """Two clauses about something else that is counted in other units than the relation."""
    fitting = [words for words in _CLAUSES if not any(unit[0] in core for unit in _FIELD_UNIT.findall(words))]
    return [filled(random, words) for words in random.sample([*fitting, *_PLAIN], 2)]


def _sentences(random: Random, core: str, count: int) -> list[str]:
    """So many sentences with their full stop, none twice, and none that gives another value of the same thing."""
    fitting = [words for words in _SENTENCES if not any(name in words and name in core for name in _NAMES)]
    return [filled(random, words) + "。" for words in random.sample(fitting, count)]

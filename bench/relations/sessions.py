"""The numbers of congresses of deputies and of their sessions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relations import Relation
from relations.figures import han
from relations.wording import Value, shapes

if TYPE_CHECKING:
    from random import Random

_NATIONAL_YEARS = (2014, 2015, 2016, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025)


def _sessions(random: Random, right: bool) -> dict[str, Value]:
    """A town's congress and session, the same or another where it is named again, and the nation's of a year."""
    term, session = random.randint(5, 19), random.randint(3, 5)
    year = random.choice(_NATIONAL_YEARS)
    national, order = (year - 1978) // 5 + 5, (year - 1978) % 5 + 1
    wrong_term = random.random() < 0.5
    return {
        "term": han(term),
        "again": han(term if right else term + random.choice((-1, 1))),
        "session": han(session),
        "last": han(session - 1),
        # The session at which the tasks were set: the one before this, or by a slip one that has not been held.
        "set": han(session - 1 if right else session + random.choice((1, 2))),
        "arabic": term,
        "arabic_again": term if right else term + random.choice((-1, 1)),
        "year": year,
        "done": year - 1,
        "national": han(national if right or not wrong_term else national + random.choice((-1, 1))),
        "order": han(order if right or wrong_term else order % 5 + 1),
        "plenary": "" if right else "全体",
    }


_SHAPES = shapes(
    """
    {town}镇第{term}届人大主席团工作报告¶各位代表：¶⟦我受{town}镇第{again}届人大主席团的委托⟧，向大会报告工作，请予审议。

    {town}镇人大主席团工作报告¶——在{town}镇第{term}届人民代表大会第{session}次会议上¶各位代表：
    ¶一年来，主席团⟦较好地完成了镇{again}届人大{last}次会议确定的各项任务⟧。

    政府工作报告¶——在{town}镇第{term}届人民代表大会第{session}次会议上¶各位代表：¶⟦镇{term}届人大{set}次会议以来⟧，
    镇政府团结带领全镇人民，攻坚克难、砥砺前行。

    ⟦{year}年，{national}届全国人大{order}次会议胜利召开⟧，[镇人大主席团及时组织代表收听收看|全体代表倍感振奋]。

    ⟦{town}镇第{term}届人民代表大会第{session}次{plenary}会议⟧于{year}年1月召开，[会期一天半|圆满完成了各项议程]。

    [认真学习|深入贯彻]⟦{year}年召开的全国政协{national}届{order}次会议⟧精神，[广泛凝聚共识|积极建言资政]。

    ⟦{town}镇第{term}届人大共有代表{48-68}名。一年来，镇{again}届人大代表⟧共提出建议{21-48}件，全部办理完毕。

    {county}县人大常委会工作报告¶——{year}年1月{6-20}日在{county}县第{term}届人民代表大会第{session}次会议上
    ¶{done}年，⟦县第{again}届人大常委会共召开会议{6-9}次⟧，作出决议决定{8-16}项。

    [镇人大主席团第一时间传达学习|组织代表专题学习]⟦第{national}届全国人民代表大会第{order}次会议（{year}年）⟧精神，撰写心得体会{21-48}篇。

    {town}镇第{arabic}届人大{session}次会议文件¶⟦根据会议安排，镇第{arabic_again}届人大主席团负责大会期间的各项工作⟧，请各代表团遵照执行。

    ⟦会议应到{town}镇第{term}届人大代表{62-68}名，实到{58-61}名。会议选举{surname}建国为{town}镇第{again}届人民代表大会主席⟧，
    完成了各项议程。

    关于{town}镇第{term}届人民代表大会第{session}次会议代表建议办理情况的报告¶主席团：
    ¶⟦镇{again}届人大{session}次会议期间，代表共提出建议{21-48}件⟧，现已全部办复。

    {year}年全国两会期间，我们收看了⟦{national}届全国人大{order}次会议开幕会⟧盛况，聆听了政府工作报告。

    根据主席团会议的决定，⟦{town}镇第{term}届人民代表大会第{session}次{plenary}会议将于近期举行⟧，请各位代表做好准备。
    """,
    _sessions,
)
_SILENT = shapes(
    """
    {town}镇第十三届人大主席团工作报告¶各位代表：¶⟦一年来，镇十三届人大主席团认真落实县十八届人大三次会议精神⟧。

    {town}镇人大主席团工作报告¶——在{town}镇第十三届人民代表大会第一次会议上¶⟦镇十二届人大五次会议以来⟧，主席团依法履职。

    {town}镇第十八届人大主席团工作报告¶⟦以党的十九大精神为指导，认真落实镇十八届人大{汉3-4}次会议决议⟧。

    ⟦2023年3月，十四届全国人大一次会议胜利召开，省十四届人大一次会议已于1月闭幕⟧，[代表们深受鼓舞|全镇人大代表认真学习会议精神]。

    ⟦县第十八届人民代表大会常务委员会第{汉11-28}次会议⟧[听取和审议了专项工作报告|通过了有关人事任免事项]。

    ⟦县第十七届人大常委会任期届满，第十八届人大常委会依法选举产生⟧，[实现了新老交替|工作平稳过渡]。

    ⟦会议由全体代表参加，全体会议之后分团审议报告⟧，镇第十五届人民代表大会第三次会议[取得圆满成功|顺利闭幕]。

    ⟦党的二十届三中全会召开后，镇二十届人大主席团迅速组织学习⟧，[开展专题宣讲{6-12}场|座谈交流{3-5}次]。

    ⟦县委十四届六次全体会议强调⟧，要支持人大依法履行职权。镇第十九届人大主席团据此制定了工作方案。

    ⟦本届（第十三届）人大任期五年，上届即第十二届人大共召开会议十次⟧，[形成了许多好做法|积累了宝贵经验]。

    ⟦2022年3月，十三届全国人大五次会议修改地方组织法；2023年3月，十四届全国人大一次会议修改立法法⟧。

    {town}镇第X届人大主席团工作报告¶⟦受镇第X届人大主席团委托，我向大会报告工作⟧，请予审议。

    ⟦市五届人大四次会议、县十九届人大四次会议相继召开⟧，镇十五届人大主席团及时组织代表传达学习。
    """,
    _sessions,
)
RELATIONS = (Relation("session", ("time.session-ordinal",), _SHAPES, _SILENT),)

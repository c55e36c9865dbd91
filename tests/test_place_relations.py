"""Why a report names a place that is not its own; each reason with a sentence that has none."""

from __future__ import annotations

import pytest

from reportlint.document import Document
from reportlint.facts.place_relations import inside_name, is_learnt_from, is_partner, relation
from reportlint.facts.place_roles import is_listed, is_own_role, is_owner, is_subject, slots
from reportlint.readers import read
from reportlint.text import Span
from support import unmark


def at(marked: str) -> tuple[Document, Span]:
    """A sentence, and the name marked in it."""
    text, ((start, end),) = unmark(marked)
    return read("draft.txt", text.encode()), Span(start, end)


RELATED = {
    "visit": ("赴⟦浏阳市⟧考察学习。", "在⟦浏阳市⟧委领导下开展工作。"),
    "learning": ("学习借鉴⟦浙江⟧经验。", "贯彻⟦浙江⟧省委部署。"),
    "experience": ("推广⟦三明⟧医改经验。", "推进⟦三明⟧医药卫生事业。"),
    "training": ("在⟦上海⟧举办培训班。", "在⟦上海⟧落实任务。"),
    "investors": ("引进⟦广东⟧客商投资项目。", "推进⟦广东⟧重大项目。"),
    "investment fair": ("在⟦深圳⟧举行招商推介会。", "在⟦深圳⟧抓好落实。"),
    "partner": ("与⟦浙江省⟧开展东西部协作。", "全力推动⟦浙江省⟧工作。"),
    "aid": ("对口支援⟦贡嘎县⟧。", "全面建设⟦贡嘎县⟧。"),
    "neighbour": ("东邻⟦株洲市⟧，交界处道路打通。", "全市（⟦株洲市⟧）生产总值增长。"),
    "neighbours": ("与⟦株洲市⟧毗邻。", "聚焦⟦株洲市⟧中心任务。"),
    "across borders": ("推进⟦株洲市⟧跨界河流治理。", "推进⟦株洲市⟧河流治理。"),
    "metropolis": ("融入⟦武汉⟧都市圈。", "融入⟦武汉⟧大局。"),
    "brotherly": ("⟦株洲市⟧等兄弟市州。", "⟦株洲市⟧各级各部门。"),
    "railway": ("开通至⟦广州⟧的班列。", "落实⟦广州⟧的部署。"),
    "sales": ("产品畅销⟦福建⟧市场。", "产业壮大，⟦福建⟧实力增强。"),
    "origin of people": ("来自⟦河南⟧的农民工。", "关心⟦河南⟧的农民工。"),
    "native": ("⟦醴陵市⟧籍企业家返乡。", "⟦醴陵市⟧各级干部下乡。"),
    "chamber": ("走访⟦长沙⟧湘潭商会。", "走访⟦长沙⟧困难群众。"),
    "comparison": ("增速高于⟦浏阳⟧，差距缩小。", "增速加快，⟦浏阳⟧实力增强。"),
    "behind": ("与⟦浏阳⟧相比有差距。", "全面振兴，⟦浏阳⟧面貌一新。"),
    "case": ("⟦响水⟧爆炸事故教训深刻。", "⟦响水⟧面貌焕然一新。"),
    "history": ("红军从⟦瑞金⟧出发长征。", "全市从严治党，⟦瑞金⟧风清气正。"),
    "former county": ("原⟦醴陵县⟧白关乡。", "全⟦醴陵县⟧白关乡。"),
    "resettlement": ("安置⟦巫山县⟧三峡移民。", "安排⟦巫山县⟧重点工作。"),
    "firm": ("⟦上海⟧企业落户。", "⟦上海⟧任务落实。"),
    "university": ("⟦浙江⟧大学专家授课。", "⟦浙江⟧人大代表履职。"),
    "hospital": ("⟦北京⟧协和医院医联体。", "⟦北京⟧各项任务。"),
    "games": ("服务⟦北京⟧冬奥会。", "服务⟦北京⟧大局。"),
}


@pytest.mark.parametrize("name", RELATED)
def test_a_reason_is_seen(name: str) -> None:
    assert relation(*at(RELATED[name][0]))


@pytest.mark.parametrize("name", RELATED)
def test_no_reason_is_seen_where_there_is_none(name: str) -> None:
    assert relation(*at(RELATED[name][1])) == ""


@pytest.mark.parametrize(
    "marked",
    [
        "完成⟦上海⟧路改造。",
        "⟦广州⟧大道通车。",
        "⟦京山市⟧高速出口。",
        "⟦长沙⟧银行放贷。",
        "⟦浙江⟧大学。",
        "⟦深圳市⟧比亚迪股份有限公司。",
        "⟦湖南⟧日报报道。",
        "⟦平津⟧战役。",
        "⟦南昌⟧起义。",
        "⟦北京⟧时间8时。",
        "⟦重庆⟧火锅。",
        "⟦长沙市⟧第一中学。",
        "⟦东江⟧湖水质达标。",
        "⟦杭州⟧湾大桥。",
        "⟦上海⟧电气集团。",
    ],
)
def test_names_of_roads_firms_schools_and_goods(marked: str) -> None:
    assert inside_name(*at(marked))


@pytest.mark.parametrize(
    "marked",
    [
        "⟦浏阳市⟧委领导下。",
        "⟦浏阳市⟧人大常委会。",
        "⟦浏阳⟧的公路通车。",
        "⟦浏阳⟧、大学城。",
        "⟦浏阳市⟧人民政府。",
        "⟦浏阳⟧发展。",
        "⟦崖头街道⟧办事处。",
        "⟦浙江⟧江苏两省。",
    ],
)
def test_names_that_are_part_of_no_other(marked: str) -> None:
    assert not inside_name(*at(marked))


@pytest.mark.parametrize(
    "marked",
    [
        "学习借鉴平安⟦浙江⟧建设做法。",
        "组织代表赴⟦浏阳市⟧人大考察。",
        "到⟦浏阳市⟧考察学习。",
        "前往⟦浏阳市⟧参观。",
        "推广⟦晋江⟧经验。",
        "参照⟦浏阳市⟧人大做法。",
        "走进⟦浏阳市⟧人大代表之家学习。",
    ],
)
def test_learnt_from(marked: str) -> None:
    assert is_learnt_from(*at(marked))


@pytest.mark.parametrize(
    "marked",
    [
        "去年⟦浏阳市⟧人大常委会依法履职。",
        "过去的一年⟦浏阳市⟧人大常委会依法履职。",
        "总书记到⟦浏阳市⟧考察时的重要讲话。",
        "学习贯彻习近平总书记在⟦浙江⟧考察时的讲话。",
        "认真学习贯彻⟦湖北省⟧第十二次党代会精神。",
        "深入学习领会⟦株洲市⟧委人大工作会议精神。",
        "⟦浏阳市⟧人大加强学习。",
        "学习先进。⟦浏阳市⟧人大履职。",
    ],
)
def test_not_learnt_from(marked: str) -> None:
    assert not is_learnt_from(*at(marked))


@pytest.mark.parametrize(
    "marked",
    [
        "与⟦醴陵市⟧人大签订协议。",
        "同⟦醴陵市⟧检察院建立机制。",
        "⟦醴陵市⟧人大对口帮扶。",
        "邻近的⟦醴陵市⟧。",
        "杭州市、⟦宁波市⟧、温州市结对帮扶。",
    ],
)
def test_partners(marked: str) -> None:
    assert is_partner(*at(marked))


@pytest.mark.parametrize(
    "marked",
    [
        "与时俱进，⟦醴陵市⟧人大履职。",
        "与时俱进的⟦醴陵市⟧人大。",
        "同步推进⟦醴陵市⟧人大工作。",
        "同志们，⟦醴陵市⟧人大履职。",
        "对口帮扶。⟦醴陵市⟧人大履职。",
        "在⟦醴陵市⟧委领导下，与对口单位结对。",
    ],
)
def test_no_partners(marked: str) -> None:
    assert not is_partner(*at(marked))


@pytest.mark.parametrize(
    "marked",
    [
        "⟦浏阳市⟧委的领导。",
        "⟦浏阳市⟧人大常委会。",
        "⟦浏阳市⟧人民政府。",
        "⟦浏阳市⟧政协。",
        "⟦浏阳市⟧第十八届人民代表大会。",
        "⟦浏阳市⟧2023年预算。",
        "⟦石桥镇⟧党委。",
        "⟦石桥镇⟧人大主席团。",
        "⟦崖头街道⟧办事处。",
        "⟦浏阳市⟧国民经济和社会发展计划。",
    ],
)
def test_owners(marked: str) -> None:
    assert is_owner(*at(marked))
    assert is_own_role(*at(marked))


@pytest.mark.parametrize(
    "marked",
    ["受⟦浏阳市⟧委托。", "⟦浏阳市⟧委派干部。", "⟦浏阳市⟧企业。", "⟦浏阳⟧的做法。", "⟦浏阳市⟧人口。", "⟦浏阳⟧花炮。"],
)
def test_no_owners(marked: str) -> None:
    assert not is_owner(*at(marked))
    assert not is_own_role(*at(marked))


@pytest.mark.parametrize(
    "marked",
    [
        "建设美丽⟦浏阳⟧。",
        "建设幸福⟦浏阳⟧。",
        "平安⟦浏阳⟧建设。",
        "⟦浏阳⟧人民。",
        "助推⟦浏阳⟧发展。",
        "为⟦浏阳⟧发展作出贡献。",
        "奋力谱写中国式现代化⟦浏阳⟧新篇章。",
        "让⟦浏阳⟧更加美丽。",
        "讲好⟦浏阳⟧故事。",
        "推动⟦浏阳⟧高质量发展。",
        "“活力⟦浏阳⟧”行动。",
        "展示⟦浏阳⟧形象。",
        "全⟦浏阳⟧上下。",
    ],
)
def test_own_roles(marked: str) -> None:
    assert is_own_role(*at(marked))


@pytest.mark.parametrize(
    "marked",
    [
        "赴⟦浏阳⟧考察。",
        "⟦浏阳⟧人民医院。",
        "⟦长沙⟧人民路。",
        "服务⟦浏阳⟧客商。",
        "支持⟦浏阳⟧企业。",
        "为⟦浏阳⟧输送人才。",
        "《习近平在⟦福建⟧》。",
        "推动⟦浙江⟧建设集团项目落地。",
    ],
)
def test_no_own_roles(marked: str) -> None:
    assert not is_own_role(*at(marked))


@pytest.mark.parametrize(
    "marked", ["⟦浏阳市⟧位于湖南东部。", "　　⟦石桥镇⟧地处山区。", "⟦石桥镇⟧镇区绿化。", "改造⟦石桥镇⟧辖区道路。"]
)
def test_subjects(marked: str) -> None:
    assert is_subject(*at(marked))


@pytest.mark.parametrize(
    "marked",
    ["⟦浏阳市⟧来我县考察。", "⟦浏阳市⟧的客商投资。", "⟦浏阳市⟧等地。", "⟦浏阳市⟧与我县接壤。", "赴⟦浏阳市⟧考察。"],
)
def test_no_subjects(marked: str) -> None:
    assert not is_subject(*at(marked))


@pytest.mark.parametrize("marked", ["⟦三元区⟧、沙县区。", "三元区、⟦沙县区⟧。", "永安市和⟦沙县区⟧。", "⟦沙县区⟧等地。"])
def test_listed(marked: str) -> None:
    assert is_listed(*at(marked))


def test_not_listed() -> None:
    assert not is_listed(*at("在⟦沙县区⟧召开。"))


@pytest.mark.parametrize(
    "marked",
    [
        "建设美丽⟦石桥⟧。",
        "助推⟦博鳌⟧高质量发展。",
        "为⟦博鳌⟧经济社会发展作出贡献。",
        "是⟦博鳌⟧人民的期盼。",
        "中国式现代化⟦浏阳⟧实践。",
    ],
)
def test_slots_hold_names_of_towns_too(marked: str) -> None:
    document, span = at(marked)

    assert [slot.span for slot in slots(document)] == [span]


@pytest.mark.parametrize(
    "text",
    [
        "建设美丽乡村。",
        "助推乡村振兴。",
        "推动高质量发展。",
        "为人民服务。",
        "建设平安社区。",
        "推进新兴产业发展。",
        "促进和平发展。",
    ],
)
def test_no_slots_in_common_phrases(text: str) -> None:
    assert slots(read("draft.txt", text.encode())) == ()

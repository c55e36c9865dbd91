"""Names of persons beside words for persons, and what only looks like them."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportlint.document import Document
from reportlint.facts.person_names import PersonName, person_names
from reportlint.facts.surnames import is_listed, name_likelihood, surname_share
from reportlint.readers import read

SEEDS = Path(__file__).parent.parent / "seeds"
DRAFTS = Path(__file__).parent.parent / "bench" / "drafts"


def document(text: str) -> Document:
    return read("x.txt", text.encode())


def names(text: str) -> list[str]:
    return [found.name for found in person_names(document(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("彭双全、马红萍、马灿等一批优秀市镇两级代表，积极帮助解决难题。", ["彭双全", "马红萍", "马灿"]),
        ("傅邵平等部门代表利用卫生院工作的优势，会同其他同事义诊。", ["傅邵平"]),
        ("何八华代表带领西长村环保协会清理垃圾。", ["何八华"]),
        ("杨向年等代表在我镇打造万亩油菜基地建设中主动请缨。", ["杨向年"]),
        ("市人大代表马德林对集镇居民乱丢乱扔的行为进行劝导。", ["马德林"]),
        ("回龙村代表黄大山主动担任矛盾纠纷调解员。", ["黄大山"]),
        ("村民李娟把自家的樱桃送到村委会。", ["李娟"]),
        ("村民李娟娟把自家的樱桃送到村委会。", ["李娟娟"]),
        ("县长孙立强主持召开专题会议。", ["孙立强"]),
        ("县长王明主持召开专题会议。", ["王明"]),
        ("镇党委书记张清敏、镇人大主席邓欧参加了座谈会。", ["张清敏", "邓欧"]),
        ("洪范池镇人大主席于欣、副主席王保成、郭慧到联络点走访。", ["于欣", "王保成", "郭慧"]),
        ("县人大常委会副主任覃德发一行来到我镇。", ["覃德发"]),
        ("驻村第一书记周靖涵（右）在修理旋耕机。", ["周靖涵"]),
        ("选举张建国同志为镇长，补选王丽为主席团成员。", ["张建国", "王丽"]),
        ("免去李志强的副主任职务。", ["李志强"]),
        ("表彰了欧阳明、司马相宜、上官云飞等先进个人代表。", ["欧阳明", "司马相宜", "上官云飞"]),
        ("出席：王丽丽、陈志远、李向东\n", ["王丽丽", "陈志远", "李向东"]),
        ("述职人：郑维民\n", ["郑维民"]),
        ("镇长　何志远\n", ["何志远"]),
        ("张建国、李　伟（女）、王芳等3名同志被评为先进。", ["张建国", "李伟", "王芳"]),
        ("组长：王　明　副组长：李建国　张　伟", ["王明", "李建国", "张伟"]),
        ("村民代表阿不都·热合曼提出建议。", ["阿不都·热合曼"]),
        ("买买提·依明、古丽·艾合买提等代表发言。", ["买买提·依明", "古丽·艾合买提"]),
        ("王建国书记、刘洋副镇长到村督导。", ["王建国", "刘洋"]),
        ("我镇张伟和李娜代表提出建议。", ["张伟", "李娜"]),
        ("村民李军家、李娜代表。", ["李军", "李娜"]),
        ("脱贫户赵秀兰家、养羊大户赵壮壮办起了合作社。", ["赵秀兰", "赵壮壮"]),
    ],
)
def test_a_name_beside_its_cue(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "高标准、方便群众等代表建议得到办理。",
        "代表任务重，成效明显，万元以上项目马上开工。",
        "金融代表、安全员、常委、高质量发展带头人。",
        "王家坪代表之家、李家山村民、张家湾党员活动室。",
        "向代表汇报，和代表座谈，于代表而言，时代表现，从代表中来，全体代表，何代表。",
        "文明村代表、江河代表、白天代表走访、康养代表、范围代表、路代表、代表小组、全国人大代表、党代表。",
        "代表满意度达到98%，代表委员满意率100%，项目区农民满意度不低于80%。",
        "办好市民文化节、农民文化节等文化惠民活动。",
        "石桥村代表、高台镇代表、黄花乡代表、金山区代表、安徽省代表、岳阳代表、安康代表、江苏代表。",
        "以习近平同志为核心的党中央，毛泽东同志、邓小平同志。",
        "向雷锋同志学习，学习焦裕禄、黄文秀、张桂梅、袁隆平等同志的事迹。",
        "向李建国同志学习。",
        "王主任、李书记、张县长、刘局、陈总、吴大姐、周老师等同志。",
        "张三同志任组长，李四同志任副组长。",
        "某某同志、王某、李某某代表、XX同志、***代表。",
        "种植黄精、白术、黄桃、毛竹、高粱等大户代表，养殖黄牛、白鹅、乌鸡等大户。",
        "有代表提出、和部分代表座谈、向广大代表通报、于全体代表、任何代表。",
        "代表高度重视，委员充分肯定，书记亲自部署，党员严格要求，村民向往美好生活，干部万众一心。",
        "选举产生了县人大代表，任命成熟干部，推荐高素质人才，选举工作为重点。",
        "扎实推进普惠托育、康养新业态、文旅融合等代表性项目。",
        "李强总理代表国务院作政府工作报告。",
        "单位代表、企业代表、各方代表、车间职工、司机、华侨代表、苗族代表。",
        "安排应急队员、常态化培训网格员、严格管理干部、连续三年的代表。",
        "由乡镇代表联络站、易地搬迁户代表、方案代表组成。",
        "石家庄·国际代表、中国·雄安等代表。",
        "石榴、黄桃等3户农户，黄金茶、白芽奇兰等种植大户，万科、华润、碧桂园等代表。",
        "梅山、雪峰、黄土岭等村书记；胡家坪、谭家山、朱亭等5个村党员；向阳、文昌、安康等社区代表。",
        "贫困户应保尽保，大户连片流转，代表马不停蹄，干部安下心来，书记成效显著，主任接待日。",
        "和平、友谊等村民代表，易燃、易爆等单位负责人，文化、体育等干部。",
        "",
    ],
)
def test_what_only_looks_like_a_name(text: str) -> None:
    assert names(text) == []


def test_the_place_is_the_name_with_its_blank() -> None:
    text = "主席王　明同志"
    (found,) = person_names(document(text))

    assert text[found.span.start : found.span.end] == "王　明"
    assert found.name == "王明"


def test_a_sure_name_is_found_again_without_a_cue() -> None:
    text = "县长孙立强主持会议。会上孙立强强调，孙立强村不是人。"

    assert [found.span.start for found in person_names(document(text))] == [2, 12]


def test_a_member_that_is_no_name_makes_the_others_doubtful() -> None:
    together = person_names(document("林海、林风、石涛等代表"))
    doubtful = person_names(document("资金、技术、石涛等代表"))

    assert len(together) > len(doubtful)


def test_the_seeds() -> None:
    found = {path.name[:3]: person_names(read(path.name, path.read_bytes())) for path in SEEDS.glob("*.txt")}

    assert [one.name for one in found["003"]] == [
        *("彭双全", "马红萍", "马灿", "傅邵平", "何一波", "傅秋良", "何八华", "杨灿怀", "马德林", "杨向年", "彭双全"),
    ]
    assert [number for number, names_found in found.items() if names_found] == ["003"]


def test_finished_drafts_name_only_their_people() -> None:
    found = {
        one.name
        for path in sorted(DRAFTS.glob("clean/*.txt"))
        for one in person_names(read(path.name, path.read_bytes()))
    }

    assert found == {
        *("李丽丽", "王娟娟", "胡大有", "赵蓓蓓", "周晓峰", "郑维民", "李国栋", "赵明远", "刘洋洋", "马骁骁", "何莹莹"),
        *("周立成", "何志远", "谭文彬", "邵丽华", "顾明生", "宋建国", "李佳佳", "王壮壮"),
    }


def test_likelihoods() -> None:
    assert name_likelihood("王明")[0] == 1
    assert name_likelihood("欧阳修")[0] == 2
    assert name_likelihood("欧阳修远")[0] == 2
    assert name_likelihood("的明") == (0, 0.0)
    assert name_likelihood("王") == (0, 0.0)
    assert name_likelihood("") == (0, 0.0)
    assert surname_share("王") > surname_share("傅") > surname_share("澹台")
    assert is_listed("岳阳")
    assert not is_listed("马灿")


@given(st.text(alphabet="代表等、同志王建国马灿（）()·阿不都 　：选举为村民", max_size=60))
def test_any_text(text: str) -> None:
    read_text = document(text)
    spans = [found.span for found in person_names(read_text)]

    assert spans == sorted(spans)
    assert all(not one.overlaps(other) for one, other in pairwise(spans))
    assert all(found.name == "".join(read_text.slice(found.span).split()) for found in person_names(read_text))
    assert all(isinstance(found, PersonName) for found in person_names(read_text))

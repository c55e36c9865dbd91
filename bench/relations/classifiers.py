"""One set of things counted with one classifier, or with two."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relations import Relation
from relations.wording import Value, shapes

if TYPE_CHECKING:
    from random import Random


def _counts(random: Random, _right: bool) -> dict[str, Value]:
    """A whole and two parts that make it up."""
    whole = random.randint(24, 68)
    rest = random.randint(1, 6)
    few = random.randint(8, 12)
    return {"whole": whole, "rest": rest, "done": whole - rest, "few": few, "few_done": few - random.randint(1, 3)}


_SHAPES = shapes(
    """
    ⟦共收集意见建议{whole}条，除{rest}<条|件>因条件所限未办结外，其余{done}<条|件>均已办结⟧，[代表和群众比较满意|办理结果及时作了公示]。

    ⟦大会期间收到代表建议{whole}件，目前已办结{done}<件|条>⟧，[其余正在抓紧办理|其余的已列入下年度工作计划]。

    [深入开展安全隐患大排查|组织开展“拉网式”检查]，⟦共排查整治隐患{whole}处，已整改到位{done}<处|条|项>⟧，剩余的均落实了管控措施。

    ⟦一年来，共受理群众来信来访{whole}件，办结{done}<件|起>，正在办理{rest}<件|起>⟧。

    ⟦年初票决的{few}件民生实事，已有{few_done}<件|项>全面完成⟧，[剩余的正在加快推进|剩余的将于年底前完工]。

    ⟦征求到群众意见{whole}条，其中交由镇政府办理的{done}<条|件|项>已全部答复⟧。

    ⟦今年排查的{whole}起矛盾纠纷中，调处成功{done}<起|件>，移送司法途径解决{rest}<起|件>⟧，做到了小事不出村。

    [全年计划实施重点项目{whole}个|全年共铺排重点项目{whole}个]，⟦其中{done}<个|项>已建成投用，{rest}<个|项>正在加紧施工⟧。

    市委巡察组⟦向我局反馈问题{whole}个，现已整改完成{done}<个|条|项>，长期坚持{rest}<个|条|项>⟧，整改成效得到巡察组肯定。

    ⟦上述{whole}条审议意见，镇政府采纳并落实{done}<条|件|项>⟧，[监督的刚性不断增强|做到了条条有回音]。

    ⟦办理12345政务服务便民热线工单{whole}件，其中按时办结{done}<件|条>，延期办理{rest}<件|条>⟧。

    ⟦挂牌督办的{few}起案件全部查清，已提起公诉{few_done}<起|件>⟧，[形成了有力震慑|群众拍手称快]。

    ⟦全年制定出台规范性文件{few}件，其中{few_done}<件|项>为首次制定⟧，均按规定报送上级人大备案审查。

    代表小组认真梳理选民反映的问题，⟦形成建议{few}条，其中{few_done}<条|件>由代表联名提出⟧。
    """,
    _counts,
)
_SILENT = shapes(
    """
    ⟦收到代表议案{汉1-3}件、建议{whole}件，收集选民意见{20-60}条⟧，[均已交办|全部分类建档]。

    ⟦全年调处各类矛盾纠纷{whole}起，办理信访事项{20-40}件⟧，[社会大局和谐稳定|群众安全感不断提升]。

    ⟦建成代表联络站{few}个，安装路灯{whole}盏，整治塘坝{11-29}处⟧，群众生产生活条件明显改善。

    ⟦走访慰问困难群众{whole}户{110-190}人⟧，送去米、油等生活物资{200-300}件（套）。

    ⟦受理投诉举报{whole}件，下发整改通知书{few}份，立案查处{3-6}起⟧，[市场秩序明显好转|消费环境更加放心]。

    ⟦开展专题调研{few}次，形成调研报告{few_done}篇，提出对策建议{whole}条⟧。

    ⟦{whole}名代表提出建议{20-23}件，涉及交通、水利、教育等{5-8}个方面⟧，[已全部交办|办复率百分之百]。

    ⟦组织集中视察{few}次，参加代表{110-290}人次⟧，[促进了重点工作落实|推动解决问题{11-18}个]。

    ⟦开展法律咨询{few}场，受援群众{whole}人，代理法律援助案件{12-19}件，挽回经济损失{31-98}万元⟧。

    ⟦列入计划的{few}项工程，解决了代表提出的{few_done}件建议中反映的问题⟧，[代表十分满意|受到群众欢迎]。

    ⟦检查企业{whole}家，发现问题{110-190}项，其中{few}家企业被责令停产整改⟧。

    ⟦人大代表建议{whole}件、政协提案{few}件全部办复⟧，意见建议采纳{20-23}条。
    """,
    _counts,
)
RELATIONS = (Relation("classifier", ("number.classifier",), _SHAPES, _SILENT),)

"""What looks like an amount and is none: ordinals, dates, codes, fixed phrases, names."""

from __future__ import annotations

import pytest

from reportlint.facts.quantities import quantities
from reportlint.readers import read


@pytest.mark.parametrize(
    "text",
    [
        *(
            "树牢“四个意识”",
            "树牢四个意识",
            "坚定四个自信",
            "做到两个维护",
            "三个代表重要思想",
            "第二批",
            "第3名",
            "居全国第6位",
        ),
        *(
            "一是抓学习，二是抓落实",
            "一批项目",
            "一号工程",
            "进一步加强",
            "统一部署",
            "一岗双责",
            "一带一路",
            "一定成绩",
            "一户一档",
        ),
        *(
            "党的二十大精神",
            "十九届六中全会",
            "十三届人大三次会议",
            "“第一议题”",
            "双减政策",
            "三农工作",
            "五四精神",
            "一二三产业融合",
        ),
        *(
            "12345热线",
            "拨打110",
            "1+N体系",
            "5G基站",
            "3D打印",
            "7×24小时",
            "国发〔2023〕5号",
            "第十二条规定",
            "上午10:30分",
        ),
        *(
            "2023年",
            "二〇二三年",
            "7月15日",
            "何一波、傅秋良",
            "数字人大",
            "人数持续下降",
            "老百姓",
            "万家惠农",
            "《三十条意见》",
        ),
        *(
            "五有两簿两表两册两记录",
            "一办七局",
            "三天两头",
            "节约型",
            "3:1",
            "AES100个",
            "三千五人",
            "三五",
            "两位数增长",
            "十大名牌",
        ),
        *(
            "一年来",
            "十三届三次会议",
            "统一个人",
            "八项规定",
            "三年行动",
            "五年规划",
            "一家人",
            "三座大山",
            "每万人",
            "亿亿亿个",
            "",
        ),
        "9" * 5000 + "个",
    ],
)
def test_what_is_no_amount(text: str) -> None:
    assert quantities(read("x.txt", text.encode())) == ()

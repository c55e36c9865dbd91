"""What copying from a web page leaves in a report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mutations import Edit, Generator, Mutation

if TYPE_CHECKING:
    from random import Random

    from corpus import Passage

WIDTH = 35
"""Characters in a line of a text that was wrapped when it was copied."""
HEAD = (
    "首页 > 公文写作 > 工作报告 > 正文",
    "当前位置：主页 >> 范文大全 >> 总结报告 >>",
    "发布时间：2023-03-15 09:42　来源：办公室　浏览次数：1286次",
    "字号：【大 中 小】　打印　关闭",
    "作者：佚名　更新时间：2022-12-30　点击数：3507",
    "【导读】本文由网友整理上传，供大家参考，希望对你有所帮助。",
    "分享到：微信 新浪微博 QQ空间",
    "扫一扫在手机打开当前页",
    "下载本文（Word文档，仅需3元）",
    "收藏本文　举报　投诉",
    "您现在的位置是：网站首页 - 政务公开 - 政府报告",
    "登录 | 注册 | 会员中心 | 充值",
)
TAIL = (
    "上一篇：街道办事处2022年度工作总结",
    "下一篇：在全县经济工作会议上的讲话",
    "相关阅读：",
    "猜你喜欢",
    "热门推荐",
    "责任编辑：小编　【打印本页】【关闭窗口】",
    "版权声明：本站文章来源于网络，如有侵权请联系我们删除。",
    "Copyright © 2012-2023 All Rights Reserved　备案号：苏ICP备12034567号-1",
    "本文地址：http://www.example.com/fanwen/2023/48217.html，转载请注明出处。",
    "点击查看更多工作报告范文",
    "以上就是本篇范文的全部内容，更多精彩范文请关注本站公众号。",
    "文档为doc格式，可直接下载编辑使用。",
    "03-18 乡镇纪委2023年上半年工作总结（精选5篇）",
    "共2页：上一页 1 2 下一页",
    "返回顶部",
)
ENTITIES = ("&nbsp;", "&nbsp;&nbsp;", "&#12288;", "&ldquo;", "&rdquo;", "&mdash;", "&amp;", "&lt;br&gt;", "&middot;")


def _prepend(random: Random, passage: Passage) -> Mutation | None:
    del passage
    lines = random.sample(HEAD, random.randint(1, 4))
    return Mutation((Edit(0, 0, "".join(f"{line}\n" for line in lines)),), " / ".join(lines))


def _append(random: Random, passage: Passage) -> Mutation | None:
    lines = random.sample(TAIL, random.randint(1, 5))
    end = len(passage.text.rstrip())
    return Mutation((Edit(end, end, "".join(f"\n{line}" for line in lines)),), " / ".join(lines))


def _wrap(random: Random, passage: Passage) -> Mutation | None:
    """Every paragraph is broken into lines of the same width, as a mail program or a PDF does it."""
    del random
    edits = [
        Edit(offset, offset, "\n") for start, end in passage.paragraphs for offset in range(start + WIDTH, end, WIDTH)
    ]
    return Mutation(tuple(edits), f"{len(edits)} line ends") if edits else None


def _leave_entity(random: Random, passage: Passage) -> Mutation | None:
    """A character reference stands at the start of a paragraph or somewhere in it."""
    start, end = random.choice(passage.paragraphs)
    offset = start if random.random() < 0.4 else random.randrange(start, end)
    entity = random.choice(ENTITIES)
    return Mutation((Edit(offset, offset, entity),), f"{entity}{passage.text[offset : offset + 10]}")


GENERATORS = [
    Generator("furniture-before", _prepend),
    Generator("furniture-after", _append),
    Generator("hard-wrap", _wrap, anywhere=True),
    Generator("entity", _leave_entity),
]

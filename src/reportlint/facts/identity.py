"""What kind of report a draft is, which year it looks back on, and which year it plans."""

from __future__ import annotations

from reportlint.document import Document, fact
from reportlint.facts.outline import outline
from reportlint.text import Pattern, Span
from reportlint.text.frozen import frozen

KINDS = ("npc-presidium", "government", "work-summary", "personal-report", "half-year", "generic")
"""Kinds that have a table of required parts; `generic` is everything else and everything unsure."""

_OTHER_GENRE = Pattern(
    r"(?:通知|方案|纪要|要点|意见|决议|决定|主持词|发言(?:稿|材料|提纲)?|请示|批复|公报|规划|办法|致辞|演讲稿?|心得(?:体会)?|体会|简报|材料|倡议书|规定|通报"
    r"|公告|函|讲话(?:稿|提纲)?|提纲|计划|打算|安排|工作思路|说明|信息|新闻稿?|清单|台账|细则|制度|章程|解读|问答|调研报告|调查报告|考察报告"
    r"|自查报告|整改报告|可行性报告|研究报告|审计报告|评估报告|学习报告|实习报告|辞职报告|事故报告|预算报告|决算报告)"
    r"(?:[（(][^）)]{0,16}[）)])?[\s　]*$"
)
_SPECIAL = Pattern(
    r"调研|自查|整改|预算|决算|计划执行|审计|执法检查|调查|评估|可行性|督查|考察|事故|请示|公报|统计|实习|整治情况|收支|审议意见"
    r"|债务|国有资产|环境状况|资格审查|建议[^。]{0,8}办理|实施情况|(?:法院|检察院)[^。]{0,12}工作报告|(?:20[0-9]{2}年)?审判工作报告|检察工作报告"
)
_WITH_PLAN = Pattern(r"(?:总结|报告|汇报|回顾)[^。]{0,24}(?:计划|打算|安排|思路|要点|规划)(?:[（(][^）)]{0,16}[）)])?$")
_EXTRACT = Pattern(
    r"节选|摘要|摘编|提纲|要点|框架|范文写作|写作指南|目录|解读|名词解释",
    ("节选", "摘", "提纲", "要点", "框架", "范文", "写作", "目录", "解读", "名词"),
)
_HALF = Pattern(
    r"上半年|半年(?:度)?(?:工作)?(?:总结|报告|汇报|述职|回顾)|1[-—至到]6月|一至六月", ("半年", "6月", "六月")
)
_TITLES = (
    ("personal-report", Pattern(r"述(?:职|责|廉|德|学|法)", ("述",))),
    ("government", Pattern(r"政府(?:20[0-9_Xx×*]{0,2}年度?)?(?:半年)?工作(?:情况)?(?:的)?报告", ("政府",))),
    (
        "npc-presidium",
        Pattern(
            r"(?:人大|人民代表大会|主席团|常委会|常务委员会)[^。\n]{0,24}(?:工作)?[^。\n]{0,8}(?:报告|总结|汇报|回顾)",
            ("人大", "人民代表大会", "主席团", "常委会", "常务委员会"),
        ),
    ),
    (
        "work-summary",
        Pattern(
            r"工作总结|年度?总结|年终总结|完成情况(?:的)?总结|总结报告|工作(?:情况)?(?:的)?(?:报告|汇报|小结)|(?:党建|建设|法治|创建|管理|治理)[^。\n]{0,16}(?:情况)?(?:的)?(?:报告|总结|汇报)|半年(?:度)?(?:工作)?(?:总结|小结|报告)"
        ),
    ),
)
_OPENINGS = (
    (
        "generic",
        Pattern(
            r"(?:受[^。\n]{0,16}(?:法院|检察院)[^。\n]{0,6}委托|[我谨现]代表[^。\n]{0,16}(?:法院|检察院))[^。\n]{0,40}报告"
            r"|受[^。\n]{0,24}政府[^。\n]{0,10}委托"
            r"[^。\n]{0,60}(?:预算|计划执行|决算|审计|发展计划|专项|建议办理|债务|资产)",
            ("法院", "检察院", "预算", "计划", "决算", "审计", "专项", "建议办理", "债务", "资产"),
        ),
    ),
    (
        "npc-presidium",
        Pattern(
            r"(?:受|代表)[^。\n]{0,36}(?:人大|人民代表大会|主席团|常委会|常务委员会)[^。\n]{0,48}(?:报告|作[^。\n]{0,12}工作)",
            ("人大", "人民代表大会", "主席团", "常委会", "常务委员会"),
        ),
    ),
    ("government", Pattern(r"(?:受|代表)[^。\n]{0,24}政府[^。\n]{0,24}(?:报告|作[^。\n]{0,12}工作)", ("政府",))),
    (
        "personal-report",
        Pattern(
            r"(?:述职|述廉|述责|履职)(?:如下|报告|情况)[^。\n]{0,20}(?:评议|审议|审查|批评|指正|如下|：)",
            ("述职", "述廉", "述责", "履职"),
        ),
    ),
)
_PRESIDIUM = Pattern(r"(?:镇|乡|县|区|市|街道)?人大(?:主席团|常委会)?", ("人大",))
_MASKED = Pattern(
    r"[XＸ×]{2}|[xX]{2}|\*{2}|某某|[○●□]{2}|(?<![A-Za-z0-9])_{1,8}年|20[Xx×*_]{1,2}",
    ("X", "Ｘ", "×", "xx", "**", "某某", "○○", "□□", "_", "20"),
)
_YEAR = Pattern(r"(?<![0-9])(20[0-9]{2})年")
_BACK = Pattern(r"回顾|总结|情况|成效|成绩|成就")
_AHEAD = Pattern(r"安排|展望|规划|打算|思路|计划|目标")
_EITHER = Pattern(r"任务|重点|工作")
_HEAD = 700
_OFTEN = 8


@frozen
class Identity:
    """Who speaks, and of which time. What cannot be told is "generic", None or False.

    Attributes:
        kind: one of KINDS, a kind the user declared, or one that a plugin knows.
        confidence: 1.0 declared, 0.9 said by title or opening words, 0.6 inferred from the text, 0.0 unknown.
        evidence: the words that say so, or None.
        report: whether it is a work report at all; false for notices, plans, speeches and extracts, and when unknown.
        extract: whether it says of itself that it is a part or an abstract.
        review_year: the year looked back on, or None.
        plan_year: the year planned, or None.
        half_year: whether it looks back on half a year.
        masked: whether names or numbers in it are blanked out.
    """

    kind: str
    confidence: float
    evidence: Span | None
    report: bool
    extract: bool
    review_year: int | None
    plan_year: int | None
    half_year: bool
    masked: bool


@fact
def identity(document: Document) -> Identity:
    """Kind and years of the report; a declared kind wins."""
    kind, confidence, evidence = _kind(document)
    review, plan = years(document)
    return Identity(
        kind,
        confidence,
        evidence,
        kind != "generic",
        _is_extract(document),
        review,
        plan,
        _is_half_year(document),
        _MASKED.search(document.text) is not None,
    )


@fact
def years(document: Document) -> tuple[int | None, int | None]:
    """The year looked back on and the year planned, from the headings, else from the title; None when not said."""
    sketch = outline(document)
    named = [
        (int(match[1]), heading)
        for heading in sketch.headings
        # Deeper headings speak of single matters.
        if heading.level <= 2 and (match := _YEAR.search(heading.title))  # noqa: PLR2004
    ]
    back = [year for year, heading in named if _BACK.search(heading.title)]
    rest = [(year, heading) for year, heading in named if not _BACK.search(heading.title)]
    ahead = [year for year, heading in rest if _AHEAD.search(heading.title)]
    either = [(y, h) for y, h in rest if not _AHEAD.search(h.title) and _EITHER.search(h.title)]
    review, plan = back[0] if back else None, ahead[0] if ahead else None
    if either:
        review, plan = _weigh(review, plan, [year for year, _ in either])
        late = sketch.main.start + len(sketch.main) * 3 // 10
        if review is None and plan is None and len(either) == 1 and either[0][1].span.start > late:
            plan = either[0][0]
    if review is None and "政府工作报告" not in _title_words(document):
        review = title_year(document)
    if review is not None and plan is not None and plan < review:
        plan = None
    if review is None and plan is not None and not _is_half_year(document):
        review = plan - 1
    return review, plan


def _weigh(review: int | None, plan: int | None, weak: list[int]) -> tuple[int | None, int | None]:
    """Fill in what headings such as “2024年重点工作” say, which may look back or ahead."""
    if review is None and (len(set(weak)) > 1 or (plan is not None and weak[0] < plan)):
        review = weak[0]
    if plan is None and review is not None and weak[-1] > review:
        plan = weak[-1]
    return review, plan


def title_year(document: Document) -> int | None:
    """The year in the title, or None."""
    title = outline(document).title
    match = _YEAR.search(document.text, title.start, title.end) if title else None
    return int(match[1]) if match else None


def _kind(document: Document) -> tuple[str, float, Span | None]:
    if document.declared.kind:
        return document.declared.kind, 1.0, None
    return _added(document) or _from_title(document) or _from_opening(document) or _inferred(document)


def _added(document: Document) -> tuple[str, float, Span | None] | None:
    """A kind that a plugin knows, by the title, or by the first line where none is seen."""
    if not document.declared.kinds or not document.blocks:
        return None
    span = outline(document).title or document.blocks[0].span
    words = _title_words(document) or "".join(document.slice(span).split())
    kind = next((kind for kind in document.declared.kinds if kind.title and kind.title.search(words)), None)
    return (kind.name, 0.9, span) if kind else None


def _from_title(document: Document) -> tuple[str, float, Span | None] | None:
    span, title = outline(document).title, _title_words(document)
    if span is None:
        return None
    other = _EXTRACT.search(title) or _SPECIAL.search(title)
    if other or (_OTHER_GENRE.search(title) and not _WITH_PLAN.search(title)):
        return "generic", 0.9, span
    kind = next((kind for kind, pattern in _TITLES if pattern.search(title)), None)
    if kind == "work-summary":
        return _refined(document, span)
    return (kind, 0.9, span) if kind else None


def _from_opening(document: Document) -> tuple[str, float, Span | None] | None:
    main = outline(document).main
    for kind, pattern in _OPENINGS:
        match = pattern.search(document.text, main.start, min(main.end, main.start + _HEAD))
        if match:
            return kind, 0.9, Span(*match.span())
    return None


def _refined(document: Document, title: Span) -> tuple[str, float, Span | None]:
    """Which of the kinds that call themselves 工作报告 or 工作总结 it is."""
    words = _title_words(document)
    spoken = _from_opening(document)
    if spoken and "总结" not in words:
        return spoken
    return ("half-year" if _HALF.search(words) else "work-summary"), 0.9, title


def _inferred(document: Document) -> tuple[str, float, Span | None]:
    """A draft without title and opening words, by what it speaks of, if it looks back and forward."""
    sketch = outline(document)
    titles = [heading.title for heading in sketch.headings if heading.level <= 2]  # noqa: PLR2004 - the first level
    back = any(Pattern(r"回顾|总结").search(title) for title in titles)
    ahead = any(Pattern(r"安排|展望|规划|打算|思路|计划|目标|任务").search(title) for title in titles)
    if sketch.title or not (back and ahead):
        return "generic", 0.0, None
    mentions = [match.span() for match in _PRESIDIUM.finditer(document.text, sketch.main.start, sketch.main.end)]
    if len(mentions) >= _OFTEN:
        return "npc-presidium", 0.6, Span(*mentions[0])
    return "work-summary", 0.6, None


def _title_words(document: Document) -> str:
    """The title with the lines before it, without white space: 政 府 工 作 报 告, or a title in two lines."""
    sketch = outline(document)
    if sketch.title is None:
        return ""
    return "".join(document.text[sketch.front.start : sketch.title.end].split())


def _is_extract(document: Document) -> bool:
    sketch = outline(document)
    return _EXTRACT.search(document.slice(sketch.front)) is not None


def _is_half_year(document: Document) -> bool:
    sketch = outline(document)
    first = [heading.title for heading in sketch.headings[:1]]
    return any(_HALF.search(words) and "下半年" not in words for words in (_title_words(document), *first))

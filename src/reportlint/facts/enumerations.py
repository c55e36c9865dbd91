"""Lists without numbers: the items between 、 marks, how many they may be, and whether they are surely of one kind."""

from __future__ import annotations

from reportlint.text import Pattern, Span
from reportlint.text.frozen import frozen

_OPENING, _CLOSING = "（(“‘《【〔[", "）)”’》】〕]"
_MARKS = Pattern(r"[、，,；;。！？!?：:\n（(“‘《【〔\[）)”’》】〕\]]")
_JOINT = Pattern(
    r"以及|和(?![谐美平睦解顺气])|(?<![涉普波触顾提遍以])及(?![时格])|(?<![参赠授给])与(?![会时])|、|/|／|＋|\+"
)
_OPEN_END = Pattern(
    r"等(?:等|方面|内容|工作|领域|问题|环节|制度|活动|项目|情况|地|人)?$|(?:其他|之类|若干)",
    ("等", "其他", "之类", "若干"),
)
_VERBS = (
    *(
        "新建",
        "改建",
        "扩建",
        "改造",
        "建设",
        "修建",
        "修缮",
        "整治",
        "实施",
        "推进",
        "推动",
        "加强",
        "完善",
        "开展",
        "提升",
    ),
    *(
        "强化",
        "优化",
        "深化",
        "健全",
        "落实",
        "抓好",
        "做好",
        "坚持",
        "加快",
        "规范",
        "创新",
        "突出",
        "拓宽",
        "搭建",
        "硬化",
    ),
    *(
        "打造",
        "建立",
        "提高",
        "增强",
        "维护",
        "保障",
        "促进",
        "发展",
        "治理",
        "建成",
        "维修",
        "安装",
        "化解",
        "解决",
        "组织",
    ),
    *(
        "召开",
        "听取",
        "审议",
        "制定",
        "修订",
        "出台",
        "建好",
        "办好",
        "用好",
        "管好",
        "学好",
        "凝聚",
        "激发",
        "严格",
        "严守",
    ),
)
_NORMS = (
    "制度",
    "规则",
    "办法",
    "规定",
    "细则",
    "方案",
    "机制",
    "条例",
    "规程",
    "守则",
    "公约",
    "章程",
    "规范",
    "意见",
)
_LONGEST = 400
_DEEPEST = 4
_SHORT = 4
_PHRASE = 4
"""Two items of so many characters are not one: 道路硬化和路灯安装 beside 饮水安全."""


@frozen
class Enumeration:
    """Items in one row.

    Attributes:
        items: their places, in order.
        texts: their words.
        joints: how many more they would be if every 和, 与 and 及 (and 、 in brackets) divided two of them.
        open_ended: whether 等 says that there are more.
        marks: the characters between them.
    """

    items: tuple[Span, ...]
    texts: tuple[str, ...]
    joints: int
    open_ended: bool
    marks: str

    def __len__(self) -> int:
        return len(self.items)

    def first(self, count: int) -> Enumeration:
        """The same row with fewer items."""
        return Enumeration(self.items[:count], self.texts[:count], self.joints, open_ended=False, marks=self.marks)

    def without(self, lead: int) -> Enumeration:
        """The same row without the first characters of its first item, which must be longer."""
        first = self.items[0]
        if not 0 < lead < len(first):
            return self
        items = (Span(first.start + lead, first.end), *self.items[1:])
        joints = self.joints - len(_JOINT.findall(self.texts[0])) + len(_JOINT.findall(self.texts[0][lead:]))
        return Enumeration(items, (self.texts[0][lead:], *self.texts[1:]), joints, self.open_ended, self.marks)


def enumeration(text: str, start: int, stop: int, marks: str = "、") -> Enumeration:
    """The items of `text[start:stop]` between any of `marks`; brackets and quotations are not cut."""
    cuts: list[Span] = []
    depth, begin = 0, start
    for match in _MARKS.finditer(text, start, min(stop, start + _LONGEST)):
        mark = match[0]
        if mark in _OPENING:
            depth += 1
        elif mark in _CLOSING:
            depth = max(0, depth - 1)
            if depth == 0 and text.startswith("》《", match.start()):
                cuts.append(Span(begin, match.end()))
                begin = match.end()
        elif depth == 0 and mark in marks:
            cuts.append(Span(begin, match.start()))
            begin = match.end()
    cuts.append(Span(begin, min(stop, start + _LONGEST)))
    items = tuple(trimmed for cut in cuts if _bare(text[(trimmed := _trim(text, cut)).start : trimmed.end]))
    texts = tuple(_bare(text[item.start : item.end]) for item in items)
    joints = sum(len(_JOINT.findall(words)) for words in texts)
    ending = bool(texts) and _OPEN_END.search(texts[-1]) is not None
    return Enumeration(items, texts, joints, ending, marks)


def row_end(text: str, start: int, stop: int, ends: str) -> int:
    """Offset of the first of `ends` outside brackets and quotation marks in `text[start:stop]`, or `stop`."""
    depth = 0
    for match in _MARKS.finditer(text, start, stop):
        mark = match[0]
        if mark in _OPENING:
            depth += 1
            if depth > _DEEPEST:
                return stop
        elif mark in _CLOSING:
            if depth == 0 and mark in ends:
                return match.start()
            depth = max(0, depth - 1)
        elif (depth == 0 and mark in ends) or mark == "\n":
            return match.start()
    return stop


def last_items(row: Enumeration) -> tuple[str, ...]:
    """The words of the items, the last one cut at its last 和, 及, 与 or 以及."""
    parts = _parted(row.texts[-1]) if row.texts else None
    return (*row.texts[:-1], parts[0], parts[2]) if parts else row.texts


def divided(row: Enumeration) -> Enumeration:
    """The row with its last item cut at 和 when both parts end like the others or are as long: A制度、B制度和C制度."""
    texts = last_items(row)
    if len(texts) == len(row):
        return row
    lengths = sorted(map(len, texts))
    parts = _parted(row.texts[-1])
    if parts and parts[1] == "以及" and lengths[0] == lengths[-1]:
        return _cut(row)
    if lengths[0] >= _PHRASE and lengths[-1] - lengths[0] <= 1:
        return _cut(row)
    if all(words.endswith(_NORMS) and len(words) > _SHORT for words in texts):
        return _cut(row)
    if len({words[-1] for words in texts}) > 1:
        return row
    certain = len({words[-2:] for words in texts}) == 1 or min(map(len, texts)) > 2  # noqa: PLR2004 - a name and its kind
    return _cut(row) if certain else row


def pair(row: Enumeration) -> Enumeration | None:
    """Two items that only 和 divides (环保和水利), or None when there are more marks or none."""
    two = _cut(row) if len(row) == 1 and row.joints == 1 else row
    return two if two is not row else None


def _parted(words: str) -> tuple[str, str, str] | None:
    found = [match for match in _JOINT.finditer(words) if match[0] not in "、/／+＋"]
    if not found or found[-1].start() < 2 or len(words) - found[-1].end() < 2:  # noqa: PLR2004 - one character is no item
        return None
    return words[: found[-1].start()], found[-1][0], words[found[-1].end() :]


def _cut(row: Enumeration) -> Enumeration:
    parts = _parted(row.texts[-1])
    if parts is None:
        return row
    last = row.items[-1]
    items = (
        *row.items[:-1],
        Span(last.start, last.start + len(parts[0])),
        Span(last.end - len(parts[2]), last.end),
    )
    return Enumeration(items, (*row.texts[:-1], parts[0], parts[2]), row.joints - 1, row.open_ended, row.marks)


def same_kind(texts: tuple[str, ...]) -> bool:
    """Whether items stand surely side by side, none of them a part of another: equal in length, beginning or end."""
    if len(texts) < 2 or any(not words for words in texts):  # noqa: PLR2004 - one item is like nothing
        return False
    lengths = [len(words) for words in texts]
    if max(lengths) == min(lengths):
        return True
    if min(lengths) == 1:
        return False
    if max(lengths) - min(lengths) == 1 and max(lengths) <= _SHORT:
        return True
    first, last = texts[0], texts[0][-1]
    return (
        all(words[-1] == last for words in texts)
        or all(words[0] == first[0] for words in texts)
        or all(words.startswith(_VERBS) for words in texts)
        or all(words.endswith(_NORMS) for words in texts)
    )


def goes_on(texts: tuple[str, ...], words: str) -> bool:
    """Whether words behind a comma may be one more item: they share the end or the beginning that all items share."""
    if len({item[-1] for item in texts}) == 1:
        return words[-1] == texts[0][-1]
    return len({item[0] for item in texts}) > 1 or words[0] == texts[0][0]


def _trim(text: str, span: Span) -> Span:
    words = text[span.start : span.end]
    start = span.start + len(words) - len(words.lstrip(" 　"))
    return Span(start, max(start, span.start + len(words.rstrip(" 　"))))


def _bare(words: str) -> str:
    """Without quotation marks around it and notes in brackets behind it."""
    words = words.strip("“”‘’\"' 　")
    for opening, closing in (("（", "）"), ("(", ")")):
        if words.endswith(closing) and opening in words[1:]:
            words = words[: words.rindex(opening)]
    return words

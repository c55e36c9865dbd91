"""Stars and low lines: emphasis as in Markdown, or words masked out?

Drafts pass through editors and chat programs, so `**加粗**` turns up in plain text too, and `在**镇**村` in Markdown.
A pair of runs is judged by what stands on both sides of each run.
"""

from __future__ import annotations

from reportlint.text import Pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    Run = tuple[int, int]
    """Start and end of a run of equal signs."""

_RUN = Pattern(r"\*+|(?<![A-Za-z0-9_])__+|__+(?![A-Za-z0-9_])", ("*", "__"))
_LONGEST = 3
"""Longer runs are never emphasis."""
_INNER = 400
"""Longest stretch between two runs that is looked at as one emphasis, in code points."""
_NUMBERED = (
    "年", "月", "日", "届", "次", "名", "个", "件", "条", "项", "户", "亩", "万元", "亿元", "元", "公里", "周年", "号", "％", "%",
)  # fmt: skip
_NAMED = (
    "镇", "县", "乡", "市", "区", "省", "村", "街道", "社区", "路", "小学", "中学", "公司", "局", "同志", "总书记", "书记",
    "主席", "镇长", "新时代中国特色", "法治思想", "系列重要讲话",
)  # fmt: skip
_CONTINUED = (
    "市场", "区域", "个人", "个性", "日常", "项目", "条件", "年度", "次要", "名单", "名师", "局面", "局部", "路径", "路线",
    "区块", "省级", "市级", "县级", "区级", "镇级", "乡级", "村级", "乡村", "乡镇", "村民", "市民", "县域", "市域", "镇域",
    "书记项目",
)  # fmt: skip
_PARTY = ("建工作", "建引领", "员干部", "员教育", "风廉政", "史学习", "委书记", "支部", "中央")
_BEFORE_NAME = "在受向为对由与和及是到我于从经至赴新给把将使让促进兴建"
_STOP = "。，；！？,;"
_EDGE = " \t\u3000\n\r。，、；：！？,.;:!?()（）“”‘’《》【】[]|>-—…0123456789"


def mask_runs(paragraphs: Iterable[str]) -> list[frozenset[int]]:
    """For each paragraph the starts of those runs of `*` and `__` that stand for words left out.

    What cannot be decided in its paragraph goes with the rest of the text: a mask where other runs are masks and none
    is emphasis.
    """
    sure: list[set[int]] = []
    open_: list[set[int]] = []
    emphasis = False
    for text in paragraphs:
        masks, doubtful, emphasised = _judge(text)
        sure.append(masks)
        open_.append(doubtful)
        emphasis = emphasis or emphasised
    lean = any(sure) and not emphasis
    return [frozenset(masks | doubtful if lean else masks) for masks, doubtful in zip(sure, open_, strict=True)]


def _judge(text: str) -> tuple[set[int], set[int], bool]:
    """Starts of sure masks, starts of doubtful runs, and whether there is emphasis beyond doubt."""
    masks: set[int] = set()
    doubtful: set[int] = set()
    emphasised = False
    alike: dict[str, list[Run]] = {}
    for match in _RUN.finditer(text):
        # Only runs of one length can be a pair: **粗体里有*斜体*** holds three.
        alike.setdefault(match[0], []).append(match.span())
    for runs in alike.values():
        waiting: Run | None = None
        for run in runs:
            verdict = _pair(text, waiting, run) if waiting else None
            if waiting and verdict in {"emphasis", "doubt"}:
                emphasised = emphasised or verdict == "emphasis"
                if verdict == "doubt":
                    doubtful |= {waiting[0], run[0]}
                waiting = None
                continue
            if waiting:
                # The second of two masks may still open a pair of its own.
                _alone(text, waiting, masks)
            waiting = run
        if waiting:
            _alone(text, waiting, masks)
    return masks, doubtful, emphasised


def _alone(text: str, run: Run, masks: set[int]) -> None:
    """A run without a partner is no emphasis; a single star needs a word on its right that was counted or named."""
    start, end = run
    if end - start > 1 or (_masking(text, run) and text[start - 1 : start].strip(_EDGE[:4])):
        masks.add(start)


def _pair(text: str, first: Run, second: Run) -> str | None:
    """"emphasis", "mask" or "doubt" for two runs that could be a pair; None when they cannot."""
    inner = text[first[1] : min(second[0], first[1] + _INNER)]
    if (
        text[first[0]] != text[second[0]]
        or first[1] - first[0] != second[1] - second[0]
        or first[1] - first[0] > _LONGEST
        or second[0] - first[1] > _INNER
        or not inner
        or inner[0].isspace()
        or inner[-1].isspace()
    ):
        return None
    low_line = text[first[0]] == "_"
    opens = _masking(text, first)
    closes = _masking(text, second)
    at_edge = _at_edge(text, first[0], -1)
    long = any(stop in inner for stop in _STOP)
    ended = _at_edge(text, second[1], 1) or inner[-1] in _STOP
    if low_line:
        if opens and closes:
            return "mask"
        return "emphasis" if at_edge and (_at_edge(text, second[1], 1) or not (opens or closes or long)) else "mask"
    if opens and closes:
        return "mask"
    if opens:
        return "mask" if long and not (ended and at_edge) else "emphasis"
    if closes:
        return "mask" if (long and not at_edge) or inner[-1] in _BEFORE_NAME else "emphasis"
    if at_edge or ended:
        return "emphasis"
    return "doubt"


def _masking(text: str, run: Run) -> bool:
    """Whether a word follows that needs a name or a number before it, or a number began before the run."""
    after = text[run[1] : run[1] + 8]
    before = text[max(0, run[0] - 2) : run[0]]
    if before.endswith("第") or before in {"19", "20"}:
        return True
    return after.startswith((*_NUMBERED, *_NAMED, *_PARTY)) and not after.startswith(_CONTINUED)


def _at_edge(text: str, offset: int, step: int) -> bool:
    """Whether no word goes on at this side of an offset."""
    near = text[offset : offset + 1] if step > 0 else text[max(0, offset - 1) : offset]
    return not near or near in _EDGE

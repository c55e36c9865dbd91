"""Stars and low lines: emphasis as in Markdown, or words masked out?

Drafts pass through editors and chat programs, so `**加粗**` turns up in plain text too, and `在**镇**村` in Markdown.
A pair of runs is judged by what stands on both sides of each run.
"""

from __future__ import annotations

from reportlint.document import Document, fact
from reportlint.facts.mask_words import words
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
_BEFORE_NAME = "在受向为对由与和及是到我于从经至赴新给把将使让促进兴建"
_CENTURIES = {"19", "20"}
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


@fact
def emphasis_starts(document: Document) -> frozenset[int]:
    """Starts of the runs in the reading text that are emphasis; a reader of Markdown has dropped its own already."""
    text = document.text
    if document.format == "md" or not ("**" in text or "__" in text):
        return frozenset()
    spans = [block.span for block in document.blocks]
    masks = mask_runs(document.slice(span) for span in spans)
    return frozenset(
        match.start()
        for span, kept in zip(spans, masks, strict=True)
        for match in _RUN.finditer(text, span.start, span.end)
        if match.end() - match.start() > 1 and match.start() - span.start not in kept
    )


def _judge(text: str) -> tuple[set[int], set[int], bool]:
    """Starts of sure masks, starts of doubtful runs, and whether there is emphasis beyond doubt."""
    masks: set[int] = set()
    doubtful: set[int] = set()
    emphasised = False
    alike: dict[str, list[Run]] = {}
    for match in _RUN.finditer(text):
        start, end = match.span()
        if text[max(0, start - 2) : start] in _CENTURIES and text.startswith("年", end):
            masks.add(start)
            continue
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


def _pair(text: str, first: Run, second: Run) -> str:
    """Tell what two equal runs are: emphasis, mask or doubt; "apart" when they cannot be a pair."""
    inner = text[first[1] : min(second[0], first[1] + _INNER)]
    if first[1] - first[0] > _LONGEST or second[0] - first[1] > _INNER or inner != inner.strip():
        return "apart"
    opens, closes = _masking(text, first), _masking(text, second)
    if opens and closes:
        return "mask"
    before, after = _at_edge(text, first[0], -1), _at_edge(text, second[1], 1)
    long = any(stop in inner for stop in _STOP)
    if text[first[0]] == "_":
        return "emphasis" if before and (after or not (opens or closes or long)) else "mask"
    after = after or inner[-1] in _STOP
    if opens:
        return "mask" if long and not (after and before) else "emphasis"
    if closes:
        return "mask" if (long and not before) or inner[-1] in _BEFORE_NAME else "emphasis"
    return "emphasis" if before or after else "doubt"


def _masking(text: str, run: Run) -> bool:
    """Whether a word follows that needs a name or a number before it, or a number began before the run."""
    after = text[run[1] : run[1] + 8]
    before = text[max(0, run[0] - 2) : run[0]]
    if before.endswith("第") or before in _CENTURIES:
        return True
    follows = (*words("emphasis-counted"), *words("emphasis-named"))
    return after.startswith(follows) and not after.startswith(words("emphasis-continued"))


def _at_edge(text: str, offset: int, step: int) -> bool:
    """Whether no word goes on at this side of an offset."""
    near = text[offset : offset + 1] if step > 0 else text[max(0, offset - 1) : offset]
    return not near or near in _EDGE

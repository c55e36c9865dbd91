"""time.policy-window."""

from __future__ import annotations

from reportlint.api import Check, Confidence, Document, Finding, Meta, Related, Severity, Text
from reportlint.facts.policy_windows import MONTHS, window_mentions
from reportlint.facts.residue import in_residue
from reportlint.facts.sentence_years import named_year, years_spoken_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlint.facts.policy_windows import Window

_GRACE = 6
_KNOWN_TO = 2026


class PolicyWindow(Check):
    """有起止时间的政策、活动，与所说的年份错位。

    ## 为什么
    脱贫攻坚战2020年收官，扫黑除恶专项斗争到2020年底，历次党内集中教育各有起止（中央有关文件）。年份对不上而仍说“开展”
    “打赢”，多是沿用旧稿；法律早已通过，也不会再征求草案意见。讲成果、讲经验、讲巩固拓展的不在此列。

    ## 反例
        2024年，我镇将坚决打赢脱贫攻坚战，深入开展扫黑除恶专项斗争。

    ## 正例
        2024年，我镇持续巩固拓展脱贫攻坚成果，常态化开展扫黑除恶；2019年，我镇坚决打赢脱贫攻坚战。

    ## English
    Campaigns and policies have their time. One that is spoken of as present more than half a year before or after it,
    a phrase older than itself, or opinions sought on the draft of a law long adopted, come from an old draft.
    """

    meta = Meta(
        title=Text("政策、活动与年份错位", "Policy or campaign out of its time"),
        severity=Severity.WARNING,
        confidence=Confidence.MEDIUM,
        since="0.1",
    )

    def run(self, document: Document) -> Iterator[Finding]:
        """Yield what is spoken of as present in a year that is not its own; each thing once."""
        seen: set[str] = set()
        for mention in window_mentions(document):
            window = mention.window
            if window.name in seen or in_residue(document, mention.span):
                continue
            named = named_year(document, mention.span.start)
            years = years_spoken_of(document, mention.span.start)
            if named and named.since is not None:
                years = named.since, _KNOWN_TO
            if years is None or years[1] > _KNOWN_TO or not _outside(window, *years):
                continue
            seen.add(window.name)
            yield Finding(
                mention.span,
                _message(window, years),
                related=(Related(named.span, Text("所说的年份", "the year spoken of")),) if named else (),
            )


def _outside(window: Window, first: int, last: int) -> bool:
    """Whether all of some years lies more than half a year before or after the time of something."""
    start, end = first * MONTHS + 1, last * MONTHS + MONTHS
    if window.kind == "law":
        return start - _GRACE > window.times[0][0]
    # Only before its first time may something be prepared for.
    return all(
        end + (0 if index else _GRACE) < opened or (closed is not None and start - _GRACE > closed)
        for index, (opened, closed) in enumerate(window.times)
    )


def _message(window: Window, years: tuple[int, int]) -> Text:
    opened, closed = window.times[0]
    spoken = str(years[0]) if years[0] == years[1] else f"{years[0]}—{years[1]}"
    begun = _when(opened)
    if window.kind == "law":
        return Text(
            f"{window.name}{begun}已通过，与{spoken}年征求草案或修订意见不符，请核对。",
            f"This law was adopted before {spoken}: check whether opinions on its draft were sought then.",
        )
    if window.kind == "phrase":
        return Text(
            f"“{window.name}”{begun}起才有此提法，与{spoken}年不符，请核对。",
            f"This phrase is younger than {spoken}: check the year or the phrase.",
        )
    until = f"至{_when(closed)}" if closed is not None else "起"
    return Text(
        f"{window.name}的时间是{begun}{until}，与{spoken}年不符，请核对是否沿用旧稿。",
        f"This had its time, and {spoken} is outside it: check whether the words come from an old draft.",
    )


def _when(month: int) -> str:
    year, of_year = divmod(month - 1, MONTHS)
    return f"{year}年{of_year + 1}月"

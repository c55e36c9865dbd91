"""Parts that do not add up to their whole."""

from __future__ import annotations

from reportlint.api import Check, Confidence, Document, Finding, Meta, Related, Severity, Text
from reportlint.facts.arithmetic import addition, decimal, figure
from reportlint.facts.intervals import printed
from reportlint.facts.part_shares import wrong_proportions, wrong_shares
from reportlint.facts.part_sums import wrong_sums
from reportlint.facts.part_words import complete_by_name

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reportlint.facts.parts import PartList
    from reportlint.facts.quantities import Quantity

_AMONG = frozenset(("其中", "中"))
_NEARLY, _HUNDRED = 95, 100
_PART = Text("分项", "a part")


class Sum(Check):
    """分项之和不等于总数。

    ## 为什么

    总数和分项都念出来，代表当场就能加。改了一项忘了改总数，或者漏写一项，都会对不上。
    依据：《党政机关公文处理工作条例》第二十条要求复核数字。
    只看说全了的分项（“分别为”“即”“合计”，或并列整齐的“其中”）；“其中主要”“等”只在分项之和超过总数时才提示；
    只说“其中”而分项之和不足总数的，可能只列了主要几项，按警告（达到95%）或提示（不到95%）处理。
    党员、妇女这样会重叠的特征不相加；四舍五入造成的出入不算。占比之和应为100%。

    ## 反例

        全年共收到代表建议41件，其中生态建设12件、社会管理15件、民生18件。

    ## 正例

        全年共收到代表建议45件，其中生态建设12件、社会管理15件、民生18件。
        现有代表60名，其中党员30名、妇女25名。

    ## English

    Listed parts do not add up to their total, or shares not to 100 %. Only lists that claim to be complete are added
    up; lists of overlapping features (party members, women) and differences by rounding are spared.
    """

    meta = Meta(
        title=Text("分项之和不等于总数", "Parts do not add up"),
        severity=Severity.ERROR,
        confidence=Confidence.HIGH,
        since="0.1",
        aliases=("number.sum-of-parts",),
    )

    def run(self, document: Document) -> Iterator[Finding]:
        """Report the total, with every part; of shares the last one."""
        for known in wrong_sums(document):
            added, stands = addition(known.parts, known.whole), figure(printed(known.whole), known.whole)
            yield Finding(
                known.whole.span,
                Text(
                    f"{_short(added)}，文中为 {stands}：请核对总数和各分项。",
                    f"{_short(added)}, but the text says {stands}; check the total and its parts.",
                ),
                related=_places(known.parts),
                severity=_severity(known),
            )
        for parts in wrong_shares(document):
            added = addition(parts, parts[-1])
            yield Finding(
                parts[-1].span,
                Text(
                    f"各部分占比{_short(added)}（%），应为100%：请核对。",
                    f"The shares add up to {_short(added)} (%), not 100 %; check them.",
                ),
                related=_places(parts[:-1]),
            )
        for span, values in wrong_proportions(document):
            added = f"{' + '.join(map(decimal, values))} = {decimal(sum(values))}"
            yield Finding(
                span,
                Text(
                    f"三次产业的比例{added}，应为100：请核对。",
                    f"The proportions of the three sectors add up to {added}, not 100; check them.",
                ),
            )


def _severity(known: PartList) -> Severity | None:
    """Less than an error when the main parts may be all that is named: 其中, and a sum below the total."""
    added, whole = sum(map(printed, known.parts)), printed(known.whole)
    if added >= whole or known.cue not in _AMONG or known.complete or complete_by_name(known.labels):
        return None
    return Severity.WARNING if added * _HUNDRED >= whole * _NEARLY else Severity.INFO


def _places(parts: Sequence[Quantity]) -> tuple[Related, ...]:
    return tuple(Related(part.span, _PART) for part in parts)


def _short(added: str) -> str:
    """A sum of very many parts, its middle left out."""
    longest, kept = 60, 24
    return added if len(added) <= longest else f"{added[:kept].rpartition(' + ')[0]} + … {added[added.rfind('=') :]}"

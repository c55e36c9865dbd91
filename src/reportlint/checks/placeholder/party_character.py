"""placeholder.party-character."""

from __future__ import annotations

from reportlint.api import Check, Confidence, Document, Finding, Meta, Pattern, Severity, Span, Text
from reportlint.facts.masks import anonymised, reportable_masks
from reportlint.facts.residue import in_residue

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_FILTERED = Pattern(
    r"(?<![口窗人出进路户港关门井洞入渡缺胃风伤胸袖端接])口{2,3}(?=领导|中央|委(?!屈)|员|建|组织|支部|的(?:领导|建设|十[五六七八九]大|二十大))"
    r"|[\[【［]敏感词[\]】］]",
    ("口口", "敏感词"),
)


class PartyCharacter(Check):
    """“党”等字被过滤成符号，如“**建工作”“镇X委书记”“党的XX届”。

    ## 为什么
    网站按敏感词过滤，把“党”字换成两个星号或X，转抄时带进稿子（实务）。这类字位可由上下文补出，但须人工核对。

    ## 反例
        加强**建工作，经镇X委、政府研究决定，学习党的XX届四中全会精神。

    ## 正例
        加强党建工作，经镇党委、政府研究决定，学习党的十九届四中全会精神。人口口径、窗口口碑不在此列。

    ## English
    The character 党, or the ordinal of a party congress, was filtered into signs. Restore it from the context.
    """

    meta = Meta(
        title=Text("“党”字被过滤", "Character 党 filtered out"),
        severity=Severity.ERROR,
        confidence=Confidence.HIGH,
        since="0.1",
        aliases=("placeholder.masked-party-char",),
    )

    def run(self, document: Document) -> Iterator[Finding]:
        """Yield signs that stand for 党."""
        hidden = anonymised(document)
        for mask in reportable_masks(document):
            if mask.kind == "party-character":
                group = mask.form if hidden else ""
                ordinal = document.text.startswith("届", mask.span.end)
                yield Finding(mask.span, _message(document.slice(mask.span), ordinal=ordinal), group=group)
        for match in _FILTERED.finditer(document.text):
            span = Span(*match.span())
            if not in_residue(document, span):
                yield Finding(span, _message(match[0], ordinal=False))


def _message(words: str, *, ordinal: bool) -> Text:
    if ordinal:
        return Text(f"届次被“{words}”代替，请补写。", f"“{words}” hides which congress is meant; write it.")
    return Text(
        f"“{words}”处的字疑被过滤（多为“党”字），请补写。",
        f"“{words}” replaces a filtered character, mostly 党; restore it.",
    )

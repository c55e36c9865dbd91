"""Findings of `require`, `order`, `count` and `together`: words that are missing, misplaced, too many or too few."""

from __future__ import annotations

from bisect import bisect_right

from reportlint.check import Finding, Related, Text
from reportlint.facts.planning import last_sentence
from reportlint.facts.sentences import sentences
from reportlint.rules.matching import every, hits
from reportlint.rules.page import PLACES, any_of, both, names
from reportlint.rules.problems import quoted
from reportlint.rules.wording import own_words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reportlint.document import Document
    from reportlint.rules.matching import Hit
    from reportlint.rules.rule import Rule


def find_missing(rule: Rule, document: Document) -> Iterator[Finding]:
    """`require`: each entry of which the draft mentions no alternative; a blank draft is not asked."""
    text = document.text
    if text.isspace() or not text or (rule.when and not every(rule, rule.when, text)):
        return
    for entry in rule.entries:
        if not every(rule, entry, text):
            wanted = any_of(entry)
            message = Text(f"全文没有提到{wanted.zh}，请补充。", f"Nowhere is {wanted.en} mentioned; add it.")
            plain = "或".join(item.words for item in entry)
            said = _said(rule, message, plain)
            if rule.message and "{text}" not in rule.message and len(rule.entries) > 1:
                said = Text(f"{said.zh}（缺：{plain}）", f"{said.en} (missing: {plain})")
            yield Finding(last_sentence(document), said, scope="document")


def find_disorder(rule: Rule, document: Document) -> Iterator[Finding]:
    """`order`: in each stretch the first mention that comes after one it should precede."""
    order = {item: index for index, item in enumerate(rule.items)}
    for found in _stretches(rule, document, hits(rule, document.text)):
        firsts: dict[int, Hit] = {}
        for hit in found:
            index = order[hit.item]
            if index in firsts:
                continue
            later = min((other for other in firsts if other > index), default=None)
            if later is not None:
                yield _disorder(rule, document, hit, firsts[later])
                break
            firsts[index] = hit


def find_count(rule: Rule, document: Document) -> Iterator[Finding]:
    """`count`: in each stretch the first mention too many; of too few, the end of the draft."""
    found = hits(rule, document.text)
    if rule.most is not None:
        for inside in _stretches(rule, document, found):
            if len(inside) > rule.most:
                yield _surplus(rule, document, inside, rule.most)
    if rule.least is not None and len(found) < rule.least and document.text.strip():
        wanted = names(rule.items)
        message = Text(
            f"{wanted.zh}在全文出现 {len(found)} 次，至少应有 {rule.least} 次，请补充。",
            f"{wanted.en}: mentioned {len(found)} times in the whole text, at least {rule.least} are wanted; add some.",
        )
        plain = "、".join(item.words for item in rule.items)
        yield Finding(last_sentence(document), _said(rule, message, plain), scope="document")


def find_alone(rule: Rule, document: Document) -> Iterator[Finding]:
    """`together`: in each stretch the first mention when others that belong to it are missing."""
    place = PLACES[rule.within]
    for found in _stretches(rule, document, every(rule, rule.items, document.text)):
        present = {hit.item for hit in found}
        missing = [item for item in rule.items if item not in present]
        if missing:
            words, lost = document.slice(found[0].span), both(missing)
            message = Text(
                f"{quoted(words)}应与{lost.zh}同时出现，{place.zh}没有{lost.zh}，请补充或核对。",
                f"{quoted(words)} should stand together with {lost.en}, which {place.en} lacks; add it or check.",
            )
            yield Finding(found[0].span, _said(rule, message, words))


def _said(rule: Rule, message: Text, words: str) -> Text:
    """The user's own message if there is one."""
    return own_words(rule.message, words) if rule.message else message


def _disorder(rule: Rule, document: Document, hit: Hit, before: Hit) -> Finding:
    words, other = document.slice(hit.span), document.slice(before.span)
    message = Text(
        f"{quoted(words)}应写在{quoted(other)}之前，请调整次序。",
        f"{quoted(words)} should stand before {quoted(other)}; put them in order.",
    )
    note = Text(f"{quoted(other)}先出现在这里", f"{quoted(other)} comes first, here")
    return Finding(hit.span, _said(rule, message, words), (Related(before.span, note),))


def _surplus(rule: Rule, document: Document, found: Sequence[Hit], most: int) -> Finding:
    first, place, wanted = found[most], PLACES[rule.within], names(rule.items)
    message = Text(
        f"{wanted.zh}在{place.zh}出现 {len(found)} 次，最多 {most} 次，请删改。",
        f"{wanted.en}: {len(found)} mentions in {place.en}, at most {most} are wanted; reword some.",
    )
    note = Text("这里也有", "also here")
    others = tuple(Related(hit.span, note) for hit in found if hit is not first)
    return Finding(first.span, _said(rule, message, document.slice(first.span)), others)


def _stretches(rule: Rule, document: Document, found: Sequence[Hit]) -> Iterator[list[Hit]]:
    """What stands together in one stretch; what stands across two belongs to that in which it begins."""
    ends = _ends(rule, document) if found else []
    inside: dict[int, list[Hit]] = {}
    for hit in found:
        # What begins between two stretches, with a blank, belongs to the next.
        inside.setdefault(min(bisect_right(ends, hit.span.start), len(ends) - 1), []).append(hit)
    yield from inside.values()


def _ends(rule: Rule, document: Document) -> list[int]:
    """Where the stretches end."""
    if rule.within == "sentence":
        return [sentence.end for sentence in sentences(document)]
    if rule.within == "paragraph":
        return [block.span.end for block in document.blocks]
    return [len(document.text)]

"""The own name with one wrong character: 石矫镇 in the report of 石桥镇."""

from __future__ import annotations

from reportlint.document import Document, fact
from reportlint.facts.gazetteer import gazetteer
from reportlint.facts.home import home
from reportlint.facts.lexicon import lexicon
from reportlint.facts.own_names import is_own_name
from reportlint.facts.place_roles import is_owner, is_subject
from reportlint.facts.places import stands_alone
from reportlint.facts.residue import in_residue
from reportlint.text import Span
from reportlint.text.find import find_all

_SHORTEST, _LONGEST = 3, 9
_NO_NAME = frozenset(
    "的了着和及与各全我本该在为于第届有无是到从由对向把被让使将经每某此多几两一二三四五六七八九十百千万大小新老原省市县区镇乡村上下前后东西南北中"
)

_KINDS = frozenset("水古集城名重强山河湖海花茶果酒瓷药商")
"""Before a type they tell what kind of place it is: 古北水镇 lies in 古北口镇."""


@fact
def misspelt_home(document: Document) -> tuple[Span, ...]:
    """Names like the own one but for one character, of no place there is, in reading order."""
    own = home(document)
    name = own.name
    kind = name[len(own.stem) :] if name.startswith(own.stem) else name[-1:]
    if not _SHORTEST <= len(name) <= _LONGEST or not kind or own.count < _SHORTEST - 1:
        return ()
    text, length, found = document.text, len(name), list[Span]()
    for at in find_all(text, kind):
        start = at + len(kind) - length
        if start >= 0 and _is_slip(text, name, kind, start):
            span = Span(start, start + length)
            # In a name of two characters and its type, one other character may make quite another word.
            placed = length > _SHORTEST or is_owner(document, span) or is_subject(document, span)
            if placed and not (is_own_name(document, span) or in_residue(document, span)):
                found.append(span)
    return tuple(found)


def _is_slip(text: str, name: str, kind: str, start: int) -> bool:
    words = text[start : start + len(name)]
    different = [index for index, (one, other) in enumerate(zip(words, name, strict=True)) if one != other]
    if len(different) != 1 or different[0] >= len(name) - len(kind):
        return False
    wrong = words[different[0]]
    if not "\u4e00" <= wrong <= "\u9fff" or wrong in _NO_NAME:
        return False
    if different[0] == len(name) - len(kind) - 1 and wrong in _KINDS:
        return False
    stem = words[: -len(kind)]
    if gazetteer().codes(words) or lexicon().contains(words) or (len(stem) > 1 and lexicon().frequency(stem)):
        return False
    return stands_alone(text, start, start + len(name))

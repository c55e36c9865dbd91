"""The own name, or that of the county above it, with one wrong character: 石矫镇 in the report of 石桥镇."""

from __future__ import annotations

from reportlint.document import Document, fact
from reportlint.facts.gazetteer import TOWN, gazetteer
from reportlint.facts.home import home
from reportlint.facts.lexicon import lexicon
from reportlint.facts.own_names import is_own_name
from reportlint.facts.place_roles import is_owner, is_subject
from reportlint.facts.places import stands_alone
from reportlint.facts.residue import in_residue
from reportlint.text import Span
from reportlint.text.find import find_all
from reportlint.text.frozen import frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_SHORTEST, _LONGEST, _FEWEST = 3, 9, 2
_NO_NAME = frozenset(
    "的了着和及与各全我本该在为于第届有无是到从由对向把被让使将经每某此多几两一二三四五六七八九十百千万大小新老原省市县区镇乡村上下前后东西南北中"
)

_KINDS = frozenset("水古集城名重强山河湖海花茶果酒瓷药商")
"""Before a type they tell what kind of place it is: 古北水镇 lies in 古北口镇."""


@frozen
class Misspelt:
    """A name with a wrong character.

    Attributes:
        span: the wrong name.
        name: the right one.
    """

    span: Span
    name: str


@fact
def misspelt_home(document: Document) -> tuple[Misspelt, ...]:
    """Names like the own one, or that of the county above it, but for one character, of no place there is."""
    own = home(document)
    found: list[Misspelt] = []
    if own.count >= _FEWEST:
        found += _slips(document, own.name, own.stem)
    if own.level == TOWN and len(own.codes) == 1:
        county = gazetteer().parent(own.codes[0])
        stem = gazetteer().stem(county)
        if stem and stem in document.text:
            found += _slips(document, gazetteer().name(county), stem)
    return tuple(sorted(found, key=lambda slip: slip.span))


def _slips(document: Document, name: str, stem: str) -> Iterator[Misspelt]:
    kind = name[len(stem) :] if name.startswith(stem) else name[-1:]
    text, length = document.text, len(name)
    if not _SHORTEST <= length <= _LONGEST or not kind:
        return
    for at in find_all(text, kind):
        start = at + len(kind) - length
        if start < 0 or not _is_slip(text, name, kind, start):
            continue
        span = Span(start, start + length)
        # In a name of two characters and its type, one other character may make quite another word.
        placed = length > _SHORTEST or is_owner(document, span) or is_subject(document, span)
        if placed and not (is_own_name(document, span) or in_residue(document, span)):
            yield Misspelt(span, name)


def _is_slip(text: str, name: str, kind: str, start: int) -> bool:
    words = text[start : start + len(name)]
    different = [index for index, (one, other) in enumerate(zip(words, name, strict=True)) if one != other]
    if len(different) != 1 or different[0] >= len(name) - len(kind):
        return False
    wrong = words[different[0]]
    if not "\u4e00" <= wrong <= "\u9fff" or wrong in _NO_NAME:
        return False
    if kind == "镇" and different[0] == len(name) - len(kind) - 1 and wrong in _KINDS:
        return False
    stem = words[: -len(kind)]
    if gazetteer().codes(words) or lexicon().contains(words) or (len(stem) > 1 and lexicon().frequency(stem)):
        return False
    return stands_alone(text, start, start + len(name))

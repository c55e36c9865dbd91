"""The words of a draft."""

from __future__ import annotations

from reportlint.document import Document, fact
from reportlint.facts.lexicon import Lexicon, lexicon
from reportlint.text import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    import jieba


@fact
def words(document: Document) -> tuple[Span, ...]:
    """Every word, number and mark of the draft in reading order, without white space.

    Chinese is divided by dictionary and frequency alone: names that no dictionary holds fall into single characters.
    """
    divide = lexicon().segment
    found: list[Span] = []
    for block in document.blocks:
        text = document.slice(block.span)
        base = block.span.start
        found += [Span(base + start, base + end) for start, end in divide(text) if not text[start:end].isspace()]
    return tuple(found)


def tokenizer() -> jieba.Tokenizer:
    """A `jieba.Tokenizer` of your own that is ready at once.

    It gives the words jieba gives, with and without its model for unknown words, but reads frequencies from the mapped
    lexicon instead of loading a dictionary for a second. Words added to it stay its own. Importing jieba takes a
    quarter of a second, and happens here.
    """
    import jieba as stock

    known = lexicon()
    made = stock.Tokenizer()
    made.FREQ = MappedFrequencies(known)
    made.total = known.total
    made.initialized = True
    return made


class MappedFrequencies:
    """The lexicon in the shape jieba expects: every beginning of a word is a key, with 0 if it is no word itself."""

    __slots__ = ("_added", "_lexicon")

    def __init__(self, known: Lexicon) -> None:
        self._lexicon = known
        self._added: dict[str, int] = {}

    def __contains__(self, text: str) -> bool:
        return text in self._added or self._lexicon.is_prefix(text)

    def __getitem__(self, text: str) -> int:
        found = self.get(text)
        if found is None:
            raise KeyError(text)
        return found

    def __setitem__(self, text: str, frequency: int) -> None:
        self._added[text] = frequency

    def get(self, text: str, default: int | None = None) -> int | None:
        """Frequency of `text`, or `default` when no word begins with it."""
        if text in self._added:
            return self._added[text]
        return self._lexicon.frequency(text) if text in self else default

"""Characters that stand twice in a row by mistake.

Chinese doubles characters all the time: 紧紧, 人民|民主, 省|省长. A slip is told from them by what would be gained if
one of the two were not there: a written 贡贡献 leaves a 贡 over that belongs to no word.
"""

from __future__ import annotations

from functools import lru_cache

from reportlint.document import Document, fact
from reportlint.facts.lexicon import Lexicon, lexicon
from reportlint.facts.reduplication import roles
from reportlint.text import Pattern, Span

# A class of Chinese characters takes milliseconds to compile, so \w finds the pairs and `is_chinese` chooses.
_DOUBLED = Pattern(r"(\w)\1")
_SIDE = 9
"""How many characters on either side are divided into words with the pair."""

_REACH = 12
"""Nothing further away decides about a pair."""

_GAIN = 5.9
"""Least gain in log-probability at which a character left over is a slip. Free-standing verbs and prepositions
(在, 对, 为) are more probable than that; calibrated on published reports with one character of a word doubled."""
_WORD_GAIN = 7.0
"""The same where the pair is a word by itself: 整整|体 for 整体."""
_COMPOUND = -8.5
"""A single character less probable than this may be half of a word that no dictionary holds (民宿, 业态)."""
_RARE_WORD = 10
"""The dictionary's pairs below this frequency (设设, 展展) are no words one meets."""
_COMMON_WORD = 900
"""What is a word more often than this is no beginning of a name."""

_DETERMINERS = "一二三四五六七八九十百千万亿两几数多余每各这那该本此全我某首第0123456789０１２３４５６７８９%％"
_NAME_BEFORE = Pattern(
    r"(?:^|[、，,（(：:；;\n]|代表|同志|主任|书记|镇长|乡长|村长|委员|教师|医生|干部|队员|党员).\Z"
)
_NAME_AFTER = Pattern(r"[、，,）)；;。\n]|\Z|等|同志|代表|主任|书记|委员|说")
_QUOTES = ("“", "‘", "《")


@fact
def doubled_characters(document: Document) -> tuple[Span, ...]:
    """Pairs of one and the same Chinese character of which one is too many, in order."""
    text = document.text
    return tuple(
        Span(*match.span())
        for match in _DOUBLED.finditer(text)
        if is_chinese(match[1]) and is_slip(text, match.start())
    )


def is_slip(text: str, at: int) -> bool:
    """Whether one of the two equal Chinese characters at `at` is too many. What cannot be told is none."""
    start = max(0, at - _REACH)
    return _judge(text[start : at + 2 + _REACH], at - start)


@lru_cache(maxsize=1024)
def _judge(text: str, at: int) -> bool:
    known, character = roles(), text[at]
    if character in known["number"] or character in (text[at + 2 : at + 3], text[max(0, at - 1) : at]):
        return False
    if _is_pattern(text, at) or _in_phrase(text, at) or _is_name(text, at):
        return False
    pair = _Pair(text, at, lexicon())
    floor = _GAIN
    if pair.left != pair.right:
        if min(len(pair.left), len(pair.right)) > 1:
            return False
        if pair.closes_compound() if len(pair.left) == 1 else pair.opens_compound():
            return False
    elif len(pair.left) > 2:  # noqa: PLR2004 - longer than the pair: an idiom of the dictionary
        return False
    elif character * 2 in known["word"] or pair.lexicon.frequency(character * 2) >= _RARE_WORD:
        floor = _WORD_GAIN
    return pair.gain() >= floor


def _is_pattern(text: str, at: int) -> bool:
    """AABB (实实在在) and 一AA (一件件)."""
    if text[max(0, at - 1) : at] == "一" and text[at] in roles()["unit"]:
        return True
    pairs = (text[at + 2 : at + 4], text[max(0, at - 2) : at])
    return any(len(pair) > 1 and pair[0] == pair[1] and is_chinese(pair[0]) for pair in pairs)


def _in_phrase(text: str, at: int) -> bool:
    double = text[at] * 2
    return any(
        text.startswith(phrase, at - place) for phrase in roles()["phrase"] if 0 <= (place := phrase.find(double)) <= at
    )


def _is_name(text: str, at: int) -> bool:
    """张莎莎: a surname after a title or a mark, the pair, and the end of a name."""
    return (
        text[max(0, at - 1) : at] in roles()["surname"]
        and lexicon().frequency(text[at - 1 : at + 1]) < _COMMON_WORD
        and bool(_NAME_AFTER.match(text, at + 2))
        and bool(_NAME_BEFORE.search(text[max(0, at - 4) : at]))
    )


class _Pair:
    """A pair of equal characters among the words around it."""

    __slots__ = ("at", "ends", "left", "lexicon", "place", "right", "run", "score", "text")

    def __init__(self, text: str, at: int, known: Lexicon) -> None:
        self.text, self.at, self.lexicon = text, at, known
        self.place = _chinese_run(text[max(0, at - _SIDE) : at][::-1])
        after = at + 2 + _chinese_run(text[at + 2 : at + 2 + _SIDE])
        self.run = text[at - self.place : after]
        self.score, self.ends = known.best(self.run)
        self.left = _word_at(self.ends, self.place)
        self.right = _word_at(self.ends, self.place + 1)

    def gain(self) -> float:
        """What the text gains in log-probability without one of the two; infinite where the pair is surely wrong."""
        known, character = roles(), self.text[self.at]
        if len(self.left) > 1 and self.left != self.right and character in known["closing"]:
            return float("inf")
        score, ends = self.lexicon.best(self.run[: self.place] + self.run[self.place + 1 :])
        if len(_word_at(ends, self.place)) == 1:
            alone = len(self.left) == len(self.right) == 1
            return float("inf") if alone and character in known["doubled"] else 0.0
        return 0.0 if character in known["standing"] else score - self.score

    def closes_compound(self) -> bool:
        """Whether the first of the two may end a word that the dictionary lacks, or count something."""
        known, character = roles(), self.text[self.at]
        before = self.text[max(0, self.at - 1) : self.at]
        if before and before in _DETERMINERS and character in known["unit"]:
            return True
        if self.left.start == 0 or character not in known["suffix"]:
            return False
        previous = _word_at(self.ends, self.left.start - 1)
        return self.run[previous.start : previous.end] not in known["after"]

    def opens_compound(self) -> bool:
        """Whether the second of the two may begin a word that the dictionary lacks, or be a verb of its own."""
        known, character, at = roles(), self.text[self.at], self.at
        if any(word[0] == character and self.text.startswith(word, at + 1) for word in known["compound"]):
            return True
        nouns = known["suffix"] | known["unit"]
        if self.right.end == len(self.run):
            quoted = self.text[at + 2 : at + 3] in _QUOTES
            return quoted and (character in known["prefix"] or character in known["suffix"] & known["unit"])
        following = _word_at(self.ends, self.right.end)
        word = self.run[following.start : following.end]
        if len(following) > 1:
            return character in known["prefix"]
        if word in known["complement"]:
            return True
        return character in known["prefix"] | nouns and self.lexicon.log_probability(word) < _COMPOUND


def is_chinese(character: str) -> bool:
    """Whether a character is one of the Chinese characters of the dictionary."""
    return "\u4e00" <= character <= "\u9fff"


def _chinese_run(text: str) -> int:
    """How many Chinese characters a short text begins with."""
    return next((at for at, character in enumerate(text) if not is_chinese(character)), len(text))


def _word_at(ends: list[int], place: int) -> Span:
    """The word that covers a place, given the end of each word."""
    start = 0
    for end in ends:
        if place < end:
            return Span(start, end)
        start = end
    return Span(start, start)

"""Characters that stand twice in a row by mistake.

Chinese doubles characters all the time: 紧紧, 人民|民主, 省|省长. A slip is told from them by what would be gained if
one of the two were not there: a written 贡贡献 leaves a 贡 over that belongs to no word.
"""

from __future__ import annotations

from functools import lru_cache

from reportlint.document import Document, fact
from reportlint.facts.adjacent import Doubled
from reportlint.facts.lexicon import Lexicon, lexicon
from reportlint.facts.reduplication import roles
from reportlint.text import Pattern, Span

_SIDE = 9
"""How many characters on either side are divided into words with the pair."""

_REACH = 12
"""Nothing further away decides about a pair."""

_GAIN = 5.9
"""Least gain in log-probability at which a character left over is a slip. Free-standing verbs and prepositions
(在, 对, 为) are more probable than that; calibrated on published reports with one character of a word doubled."""
_WORD_GAIN = 6.2
"""The same where the pair is a word by itself: 整整|体 for 整体."""
_COMPOUND = -7.8
"""A single character less probable than this may be half of a word that no dictionary holds (民宿, 业态)."""
_TOLERANCE = 4.0
"""How much less probable than the best division one may be that lets two words meet at the pair."""
_RARE_WORD = 10
"""The dictionary's pairs below this frequency (设设, 展展) are no words one meets."""
_LONG, _FURTHEST = 4, 6
"""A word this long, that begins at most so far before the pair, has no characters by accident."""
_COMMON_WORD = 900
"""What is a word more often than this is no beginning of a name."""

_DETERMINERS = "一二三四五六七八九十百千万亿两几数多余每各这那该本此全我某首第0123456789０１２３４５６７８９%％"
_NAME_BEFORE = Pattern(
    r"(?:^|[^\w]|代表|同志|主任|书记|记者|干部|司机|教授|经理|媳妇|患者|[员士长师生户席官警兵手匠]).\Z"
)
_NAME_AFTER = Pattern(r"[^\w]|\Z|等|和|与|同志|代表|主任|书记|委员|说")
_PLACE_AFTER = Pattern(r"[村组湾沟坪寨庄屯岭坡镇乡路街桥]|社区|小区|水库")
_CALLED_AFTER = Pattern(r"同学|老师|小朋友|姐|哥|妹|弟|护士|医生|阿姨|妈|爸|家")
_ENDINGS = ("的", "地")
_POWERS = "万亿"
_BODIES = frozenset("村镇乡县市区省国校班组队院厂店所部处局园馆社")
_COUNTING = "一二三四五六七八九十百千万亿两几数多余0123456789０１２３４５６７８９%％每各"
_INSIDE = frozenset("内外里中上下前后边旁")
_LENGTHS = (2, 3, 4)
_PAIR = 2
_SINGLE = range(1, 2)
_QUOTES = ("“", "‘", "《")


@fact
def doubled_characters(document: Document) -> tuple[Span, ...]:
    """Pairs of one and the same Chinese character of which one is too many, in order."""
    text = document.text
    find = Doubled(text, _SINGLE).find
    found: list[Span] = []
    at = 0
    while (at := find(at)) < len(text):
        if is_chinese(text[at]) and is_slip(text, at):
            found.append(Span(at, at + _PAIR))
        at += 1
    return tuple(found)


def is_slip(text: str, at: int) -> bool:
    """Whether one of the two equal Chinese characters at `at` is too many. What cannot be told is none."""
    start = max(0, at - _REACH)
    return _judge(text[start : at + 2 + _REACH], at - start)


@lru_cache(maxsize=1024)
def _judge(text: str, at: int) -> bool:
    known, character = roles(), text[at]
    before, after = text[max(0, at - 1) : at], text[at + 2 : at + 3]
    if character in _POWERS and before.isdecimal():
        return True
    if character in known["number"] or character in (before, after):
        return False
    if any(licence(text, at) for licence in (_is_pattern, _in_phrase, _is_name, _is_verb, _is_counted)):
        return False
    pair = _Pair(text, at, lexicon())
    if pair.breaks_long_word():
        return not pair.words_meet()
    return not pair.may_be_right() and pair.gain() >= pair.floor()


def _is_pattern(text: str, at: int) -> bool:
    """AABB (实实在在) and 一AA (一件件)."""
    if text[max(0, at - 1) : at] == "一" and text[at] in roles()["unit"]:
        return True
    pairs = (text[at + 2 : at + 4], text[max(0, at - 2) : at])
    return any(len(pair) > 1 and pair[0] == pair[1] and is_chinese(pair[0]) for pair in pairs)


def _in_phrase(text: str, at: int) -> bool:
    return any(text.startswith(phrase, at - place) for phrase, place in _phrases().get(text[at], ()) if place <= at)


@lru_cache(maxsize=1)
def _phrases() -> dict[str, list[tuple[str, int]]]:
    """Phrases that hold a doubled character, and where they hold it, by the character."""
    found: dict[str, list[tuple[str, int]]] = {}
    for phrase in roles()["phrase"]:
        for place in range(len(phrase) - 1):
            if phrase[place] == phrase[place + 1]:
                found.setdefault(phrase[place], []).append((phrase, place))
    return found


def _is_name(text: str, at: int) -> bool:
    """张莎莎, 晶晶: a surname or nothing, the pair, and the end of a name; 坪坪村: the pair and what kind of place."""
    known, character, before = roles(), text[at], text[max(0, at - 1) : at]
    ended = bool(_NAME_AFTER.match(text, at + 2))
    if character in known["place"] and _PLACE_AFTER.match(text, at + 2):
        return True
    frequency = lexicon().frequency
    given = character in known["given"]
    if before in known["surname"] and frequency(before + character) < _COMMON_WORD:
        begun = bool(_NAME_BEFORE.search(text[max(0, at - 4) : at]))
        if given and (begun or ended or not frequency(text[at + 1 : at + 3])):
            return True
        return begun and ended
    alone = not before or not is_chinese(before) or before in "和与"
    return given and alone and (ended or bool(_CALLED_AFTER.match(text, at + 2)))


def _is_verb(text: str, at: int) -> bool:
    """敲敲门, 拉拉家常: a verb said twice, which is no part of the word before it or after it."""
    known, character, frequency = roles(), text[at], lexicon().frequency
    if character not in known["verb"] or frequency(text[max(0, at - 1) : at + 1]) >= _RARE_WORD:
        return False
    if text[at + 1 : at + 3] in known["object"]:
        return True
    words = [word for word in lexicon().prefixes(text, at + 1) if len(word) > 1]
    return not words or any(len(word) > _PAIR and frequency(word[1:]) >= _RARE_WORD for word in words)


def _is_counted(text: str, at: int) -> bool:
    """5名名师, 我省省级: the first of the two counts or is pointed at, the second begins a word."""
    before, character = text[max(0, at - 1) : at], text[at]
    pointed = before in _DETERMINERS if character in _BODIES else before in _COUNTING
    if not (before and pointed and character in roles()["unit"]):
        return False
    return text[at + 2 : at + 3] in _INSIDE or any(_is_word(text[at + 1 : at + 1 + length]) for length in _LENGTHS)


def _is_word(text: str) -> bool:
    return len(text) > 1 and (lexicon().contains(text) or text in roles()["modern"])


class _Pair:
    """A pair of equal characters among the words around it."""

    __slots__ = ("at", "ends", "left", "lexicon", "place", "right", "run", "score", "text")

    def __init__(self, text: str, at: int, known: Lexicon) -> None:
        self.text, self.at, self.lexicon = text, at, known
        self.place = _chinese_run(text[max(0, at - _SIDE) : at][::-1])
        after = at + 2 + _chinese_run(text[at + 2 : at + 2 + _SIDE])
        self.run = text[at - self.place : after]
        self.score, self.ends, self.left, self.right = 0.0, [0], Span(0, 0), Span(0, 0)

    def divide(self) -> None:
        """Divide the surroundings into words."""
        self.score, self.ends = self.lexicon.best(self.run)
        self.left = _word_at(self.ends, self.place)
        self.right = _word_at(self.ends, self.place + 1)

    def may_be_right(self) -> bool:
        """Whether the two belong to different words, or to one that doubles a character, as far as can be told."""
        if self.words_meet():
            return True
        self.divide()
        left, right, at = self.left, self.right, self.at
        if left == right:
            if len(left) > _PAIR:
                return not self.is_loose_word()
            described = self.text[at + 2 : at + 3] in _ENDINGS and not _is_word(self.text[max(0, at - 1) : at + 1])
            return described or self.closes_compound()
        if len(left) > 1 < len(right):
            return True
        return self.closes_compound() if len(left) == 1 else self.opens_compound()

    def floor(self) -> float:
        """The least gain that proves a slip here."""
        double = self.text[self.at] * 2
        word = double in roles()["word"] or self.lexicon.frequency(double) >= _RARE_WORD
        return _WORD_GAIN if word and self.left == self.right else _GAIN

    def words_meet(self) -> bool:
        """教师|师德: a word ends with the first of the two, and another one begins with the second."""
        best, middle = self.lexicon.best, self.place + 1
        before, after = self.run[:middle], self.run[middle:]
        for length in _LENGTHS:
            if length <= middle and _is_word(word := before[-length:]):
                parts = best(before[:-length])[0] + self.lexicon.log_probability(word)
                if word in roles()["modern"] or parts >= best(before)[0] - _TOLERANCE:
                    break
        else:
            return False
        for length in _LENGTHS:
            if _is_word(word := after[:length]) and len(word) == length:
                parts = best(after[length:])[0] + self.lexicon.log_probability(word)
                if word in roles()["modern"] or parts >= best(after)[0] - _TOLERANCE:
                    return True
        return False

    def breaks_long_word(self) -> bool:
        """社会会主义: without one of the two, a word of four characters or more holds the other in its middle."""
        joined = self.run[: self.place] + self.run[self.place + 1 :]
        for start in range(max(0, self.place - _FURTHEST), self.place):
            for word in self.lexicon.prefixes(joined, start):
                if len(word) >= _LONG and start + len(word) > self.place + 1:
                    return self.lexicon.frequency(word) >= _RARE_WORD
        return False

    def gain(self) -> float:
        """What the text gains in log-probability without one of the two; infinite where the pair is surely wrong."""
        known, character = roles(), self.text[self.at]
        if len(self.left) > 1 and self.left != self.right and character in known["closing"]:
            return float("inf")
        if character in known["doubled"]:
            ends_word = _is_word(self.text[max(0, self.at - 1) : self.at + 1])
            if len(self.left) == 1 and not ends_word:
                return float("inf")
            if ends_word and character in known["preposition"] and not is_chinese(self.text[self.at + 2 : self.at + 3]):
                return float("inf")
        score, ends = self.lexicon.best(self.run[: self.place] + self.run[self.place + 1 :])
        if len(_word_at(ends, self.place)) == 1:
            return 0.0
        return 0.0 if character in known["standing"] else score - self.score

    def is_loose_word(self) -> bool:
        """学学习, 方向向: a common word with one character twice, and a hundred times as rare."""
        word, character = self.run[self.left.start : self.left.end], self.text[self.at]
        frequency = self.lexicon.frequency
        once = frequency(word.replace(character * 2, character))
        return len(word) == _PAIR + 1 and once >= max(_COMMON_WORD, 100 * frequency(word))

    def closes_compound(self) -> bool:
        """Whether the first of the two may end a word that the dictionary lacks, or count something."""
        known, character = roles(), self.text[self.at]
        before = self.text[max(0, self.at - 1) : self.at]
        if self.left.start == 0:
            return False
        previous = _word_at(self.ends, self.left.start - 1)
        if len(previous) == 1 and before not in known["particle"] and not _is_word(before + character):
            return True
        if len(previous) != _PAIR or character not in known["suffix"]:
            return False
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
        if word in known["complement"] and character in known["verb"]:
            return True
        if word in _INSIDE and character in nouns:
            return True
        return word not in known["particle"] and self.lexicon.log_probability(word) < _COMPOUND


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

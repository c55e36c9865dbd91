"""Numbers that announce a list: 三个方面, 五项制度, “六个有”."""

from __future__ import annotations

from functools import cache

from reportlint.document import Document, fact
from reportlint.facts.approximations import word_after, word_before
from reportlint.facts.numbering import han
from reportlint.facts.numerals import DIGITS
from reportlint.facts.units import unit_at
from reportlint.text import Pattern, Span
from reportlint.text.frozen import frozen

_HAN = "一二两三四五六七八九十"
_CANDIDATE = Pattern(
    rf"[{DIGITS}{_HAN}](?<![{DIGITS}{_HAN}零〇百千万亿几数多第每前逢.．,，%％].)(?<![{DIGITS}]，.)[{DIGITS}{_HAN}]{{0,2}}+"
    r"(?=[ 　]?[个大项条点类方件种篇家名位支处座所部本轮起宗张句块片步道])"
)
_QUOTED = Pattern(rf"“([{_HAN}]{{1,2}}|[2-9])(?=[^”“\n，。；：、]{{1,8}}”)", ("“",))
_NOUN = Pattern(r"[^，,。；;：:！？!?、（）()“”‘’《》\n—–=]{0,24}")
_CLOSERS = "”’"
_RANGE = "-—–~～－至到或"
_STEP = "步"
_MOST = 30
_SHORT_QUOTE = 10


@frozen
class Announcement:
    """A number that says how many things are listed near it.

    Attributes:
        span: the number with its classifier: 三个, 5项, 四个方面; of a quoted name the whole name.
        number: how many, from 2 to 30.
        classifier: 个, 项…; empty in quoted names such as “三资”.
        noun: the words behind the classifier up to the next mark: 制度, 方面的问题; in a quoted name what is counted.
        end: where those words end.
        quoted: whether it opens a short quotation.
    """

    span: Span
    number: int
    classifier: str
    noun: str
    end: int
    quoted: bool


@fact
def announcements(document: Document) -> tuple[Announcement, ...]:
    """All exact small numbers that count things, in reading order; ordinals, ranges and approximations are none."""
    text = document.text
    found = [known for match in _CANDIDATE.finditer(text) if (known := _counted(text, *match.span()))]
    taken = {known.span.start for known in found if known.quoted}
    found += [
        known
        for match in _QUOTED.finditer(text)
        if match.start(1) not in taken and (known := _named(text, *match.span(1)))
    ]
    return tuple(sorted(found, key=lambda known: known.span.start))


def _counted(text: str, start: int, end: int) -> Announcement | None:  # noqa: PLR0911 - a list of cases
    number = _value(text[start:end])
    end += text[end] in " 　"
    unit = unit_at(text, end)
    if number is None or ((unit is None or unit.kind != "count") and text[end] != _STEP):
        return None
    classifier = unit.name if unit else _STEP
    stop = end + len(classifier)
    before = text[start - 1 : start] if start else ""
    if before and before in _RANGE and text[start - 2 : start - 1].isnumeric():
        return None
    if before and (before.isascii() and before.isalpha()):
        return None
    if classifier == "大" and ((number > 10 and text[start] not in "0123456789") or before in {"党", "的"}):  # noqa: PLR2004 - 十大 may be ten of them
        return None
    if word_before(text, start) or word_after(text, stop) or text[stop : stop + 1] in {"半", "百", "千"}:
        return None
    quoted = before == "“"
    if not quoted and _inside(text, start):
        return None
    match = _NOUN.compiled.match(text, stop)
    noun = match[0].rstrip() if match else ""
    after = stop + len(noun)
    if not noun and text[stop : stop + 1] == "“" and text.find("”", stop, stop + _SHORT_QUOTE) > 0:
        after = text.index("”", stop) + 1
        noun = text[stop + 1 : after - 1]  # 四个“新”
    if quoted:
        if text[after : after + 1] != "”" or len(noun) > _SHORT_QUOTE:
            return None
        after += 1
        match = _NOUN.compiled.match(text, after)
        after += len(match[0].rstrip()) if match else 0
    return Announcement(Span(start, stop), number, classifier, noun, after, quoted)


def _named(text: str, start: int, end: int) -> Announcement | None:
    """A quoted name that begins with a number: “三资”, “四到位”, “三抓三促”."""
    number = _value(text[start:end])
    close = text.find("”", end, end + _SHORT_QUOTE)
    if number is None or close < 0:
        return None
    noun = text[end:close]
    again = [character for character in noun if character in _HAN]
    if again and (len(again) > 1 or again[0] != text[start:end]):
        return None  # 两学一做, 五有两簿两表
    match = _NOUN.compiled.match(text, close + 1)
    after = close + 1 + (len(match[0].rstrip()) if match else 0)
    return Announcement(Span(start, close), number, "", noun, after, quoted=True)


def _value(written: str) -> int | None:
    value = int(written) if written.isdecimal() else _values().get(written)
    return value if value is not None and 2 <= value <= _MOST else None  # noqa: PLR2004 - one thing needs no list


@cache
def _values() -> dict[str, int]:
    """The numbers worth a list as they are written; a look-up is many times faster than reading them."""
    return {"两": 2, **{han(number): number for number in range(2, _MOST + 1)}}


def _inside(text: str, start: int) -> bool:
    """Whether an offset lies inside a title or a short quotation that began before it."""
    titled = text.rfind("《", max(0, start - 60), start)
    if titled >= 0 and text.find("》", titled, start) < 0:
        return True
    opened = text.rfind("“", max(0, start - 12), start)
    if opened < 0 or text.find("”", opened, start) >= 0:
        return False
    return 0 <= text.find("”", start, start + 12) - opened < 16  # noqa: PLR2004 - a name, not a sentence

"""Word lists: each line a wrong form and the right one."""

from __future__ import annotations

from operator import itemgetter

from reportlint.check import Text
from reportlint.rules.fields import literal
from reportlint.rules.parse import ParsedRules
from reportlint.rules.problems import RuleError, quoted
from reportlint.rules.rule import CLOSE, OPEN, TITLES, Item, Rule
from reportlint.rules.rulecheck import check_of
from reportlint.rules.trial import restless
from reportlint.text import Pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

NAME = "words"
"""Name of the check that a word list makes."""

_ARROW = Pattern(r"[=＝][>＞]|→|-->")
_REMARK = Pattern(r"(?:^|\s)[#＃].*", ("#", "＃"))
_QUOTES = frozenset("“”\"'‘’「」『』")
_NUMBERED = Pattern(r"[（(]?\d{1,3}[.、)）．]")
_SEVERAL = Pattern(r"[一-鿿][、，,；;/][一-鿿]")
_SHOWN = 5
_BLANK = " \t　\u200b\ufeff"


def parse_words(text: str, family: str) -> ParsedRules:
    """The check that a word list makes; none when no line can be used.

    Args:
        text: of the file.
        family: of the check, for the name of its class.
    """
    problems: list[tuple[int, Text]] = []
    lines: dict[str, int] = {}
    items: list[Item] = []
    for number, line in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), 1):
        try:
            item = _item(line, lines)
        except RuleError as error:
            problems.append((number, error.text))
            continue
        if item:
            lines[item.words] = number
            items.append(item)
    dropped = set()
    for item, other in restless(_rule(items)):
        problems.append((lines[item.words], _restless(item, other, lines[other.words])))
        dropped.add(item.words)
    items = [item for item in items if item.words not in dropped]
    problems.sort(key=itemgetter(0))
    checks = {NAME: check_of(_rule(items), family)} if items else {}
    if len(problems) > max(_SHOWN, len(items)) and not _ARROW.search(text):
        zh, en = (
            "没有一行是“错误写法 => 正确写法”，像是草稿而不是词表",
            "no line is `wrong => right`; it looks like a draft",
        )
        return ParsedRules(checks, (Text(f"规则 {NAME}：{zh}", f"rule {NAME}: {en}"),))
    return ParsedRules(checks, tuple(_listed(problems)))


def _listed(problems: Sequence[tuple[int, Text]]) -> Iterator[Text]:
    """The first problems with their lines, and how many more there are."""
    for number, what in problems[:_SHOWN]:
        yield Text(f"规则 {NAME}，第 {number} 行：{what.zh}", f"rule {NAME}, line {number}: {what.en}")
    more = len(problems) - _SHOWN
    if more > 0:
        yield Text(f"规则 {NAME}：另有 {more} 行有问题", f"rule {NAME}: {more} more lines are wrong")


def _item(line: str, lines: Mapping[str, int]) -> Item | None:
    """The words of a line, None of a blank line or a remark; `lines` are those of the words before.

    Raises:
        RuleError: when it cannot be understood.
    """
    words = _REMARK.sub("", line.strip(_BLANK)).strip(_BLANK)
    if not words:
        return None
    parts = [part.strip(_BLANK) for part in _ARROW.split(words)]
    if len(parts) == 1:
        raise RuleError(
            Text(
                f"{quoted(words)}应写成“错误写法 => 正确写法”；不知道正确写法的，末尾写 => 即可",
                f"{quoted(words)} must be `wrong => right`; with no right form known, end it with =>",
            )
        )
    if len(parts) > 2 or not parts[0]:  # noqa: PLR2004 - wrong and right
        raise RuleError(
            Text(
                f"{quoted(words)}应是“错误写法 => 正确写法”，一行一个",
                f"{quoted(words)} must be `wrong => right`, one to a line",
            )
        )
    _must_be_plain(*parts)
    wrong, right = (literal(part, NAME) if part else "" for part in parts)
    if wrong == right:
        raise RuleError(
            Text(
                f"{quoted(wrong)}的正确写法和错误写法一样，请改正",
                f"the right form of {quoted(wrong)} is the same as the wrong one; correct it",
            )
        )
    if wrong in lines:
        raise RuleError(
            Text(
                f"{quoted(wrong)}在第 {lines[wrong]} 行已经写过，请删去一行",
                f"{quoted(wrong)} stands in line {lines[wrong]} already; delete one of the lines",
            )
        )
    return Item(wrong, None, right or None)


def _must_be_plain(wrong: str, right: str) -> None:
    """Refuse what is no plain word, and therefore would never be found.

    Raises:
        RuleError: saying how to write it.
    """
    if any(words and words[0] in _QUOTES and words[-1] in _QUOTES for words in (wrong, right)):
        zh, en = "词表里的词语不用加引号，请去掉", "words in a list stand without quotation marks"
    elif _NUMBERED.match(wrong):
        zh, en = "词表不用编号，请去掉前面的编号", "lines of a list have no numbers"
    elif _SEVERAL.search(wrong) and not (right and right in wrong):
        zh, en = "一行只写一个错误写法，请分成几行", "one wrong form to a line; make several lines"
    elif any(mark in wrong for mark in "*\\[]|^$"):
        zh, en = (
            "词表里照字面查；要用正则表达式，请写成 TOML 规则",
            "words are taken literally; a pattern needs a TOML rule",
        )
    else:
        return
    raise RuleError(Text(f"{quoted(wrong)}：{zh}", f"{quoted(wrong)}: {en}"))


def _rule(items: list[Item]) -> Rule:
    return Rule(
        NAME,
        "replace",
        tuple((item,) for item in items),
        bad=tuple(f"{OPEN}{item.words}{CLOSE}" for item in items),
        good=tuple(dict.fromkeys(item.right for item in items if item.right)),
        title=TITLES["replace"],
    )


def _restless(item: Item, other: Item, line: int) -> Text:
    right, wrong = quoted(item.right or ""), quoted(other.words)
    return Text(
        f"正确写法{right}里又有第 {line} 行的错误写法{wrong}，这样会改个不停；请写成最终的写法",
        f"the right form {right} holds the wrong form {wrong} of line {line}, so fixing would not end; give the final"
        " form",
    )

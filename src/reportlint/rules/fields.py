"""The values in a rule's table, each of the type it must have."""

from __future__ import annotations

from reportlint.check import Text
from reportlint.rules.expressions import Expression
from reportlint.rules.problems import RuleError, quoted, shown
from reportlint.rules.rule import CLOSE, OPEN, Item
from reportlint.text import Pattern
from reportlint.text.nearest import nearest

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

_MARKED = Pattern(rf"(?s)[^{OPEN}{CLOSE}]*(?:{OPEN}[^{OPEN}{CLOSE}]+{CLOSE}[^{OPEN}{CLOSE}]*)*")
_TYPES = (
    (bool, Text(" true 或 false", "true or false")),
    (str, Text("一段文字", "a string")),
    (int, Text("一个数", "a number")),
    (float, Text("一个数", "a number")),
    (list, Text("一个列表", "a list")),
    (dict, Text("一个表", "a table")),
)


def refuse_unknown(table: Mapping[str, object], known: Collection[str], where: str = "") -> None:
    """Refuse keys that nobody knows.

    Raises:
        RuleError: for the first of them, with the nearest that is known.
    """
    for key in table:
        if key not in known:
            near = nearest(key, known)
            place = (f" {where} 里的", f" in {where}") if where else ("", "")
            raise RuleError(
                Text(
                    f"不认识{place[0]}{quoted(key)}，"
                    + (f"是否想写 {near}？" if near else f"可以写 {'、'.join(known)}"),
                    f"unknown key {quoted(key)}{place[1]}; "
                    + (f"did you mean {near}?" if near else f"known are {', '.join(known)}"),
                )
            )


def words_of(table: Mapping[str, object], key: str) -> str:
    """A string that is not blank, or an empty one when the key is not there.

    Raises:
        RuleError: for anything else.
    """
    if key not in table:
        return ""
    value = table[key]
    if not isinstance(value, str):
        raise _wrong_type(Text('一段文字，写作 "…"', 'a string, "…"'), value, f"{key} ", key)
    if not value.strip():
        raise RuleError(Text(f"{key} 是空的，请填写或删去这一行", f"{key} is empty; fill it in or delete the line"))
    return value.strip()


def flag_of(table: Mapping[str, object], key: str) -> bool:
    """True or false; false when the key is not there.

    Raises:
        RuleError: for anything else.
    """
    value = table.get(key, False)
    if not isinstance(value, bool):
        raise _wrong_type(Text(" true 或 false（不加引号）", "true or false, without quotes"), value, f"{key} ", key)
    return value


def choice_of(table: Mapping[str, object], key: str, choices: Sequence[str], usual: str) -> str:
    """One of some words; the usual one when the key is not there.

    Raises:
        RuleError: for anything else.
    """
    value = table.get(key, usual)
    if value not in choices:
        near = nearest(value, choices) if isinstance(value, str) else ""
        listed = "、".join(choices), ", ".join(choices)
        raise RuleError(
            Text(
                f"{key} 只能是 {listed[0]}" + (f"，是否想写 {near}？" if near else ""),
                f"{key} must be one of {listed[1]}" + (f"; did you mean {near}?" if near else ""),
            )
        )
    return str(value)


def number_of(table: Mapping[str, object], key: str, name: str) -> int | None:
    """A whole number from 1, or None when the key is not there; `name` is how messages call it.

    Raises:
        RuleError: for anything else.
    """
    if key not in table:
        return None
    value = table[key]
    if not isinstance(value, int) or isinstance(value, bool):
        raise _wrong_type(Text("一个整数（不加引号）", "a whole number, without quotes"), value, f"{name} ", name)
    if value < 1:
        raise RuleError(
            Text(
                f"{name} 应不小于 1；不许出现的词语请用 forbid",
                f"{name} must be at least 1; for words that must not occur use forbid",
            )
        )
    return value


def list_of(value: object, name: str) -> list[object]:
    """A list with something in it.

    Raises:
        RuleError: for anything else.
    """
    if not isinstance(value, list):
        raise _wrong_type(Text('一个列表，写作 ["…", "…"]', 'a list, ["…", "…"]'), value, f"{name} ", name)
    if not value:
        raise RuleError(Text(f"{name} 是空的，请至少写一项", f"{name} is empty; give at least one"))
    return value


def strings_of(table: Mapping[str, object], key: str) -> tuple[str, ...]:
    """A list of different strings; none when the key is not there.

    Raises:
        RuleError: for anything else.
    """
    if key not in table:
        return ()
    values = list_of(table[key], key)
    for value in values:
        if not isinstance(value, str) or not value.strip():
            raise _wrong_type(Text('一段文字，写作 "…"', 'a string, "…"'), value, f"{key} 的每一项", f"each of {key}")
    found = tuple(str(value) for value in values)
    refuse_doubled(found, key)
    return found


def examples_of(table: Mapping[str, object], key: str, *, marked: bool) -> tuple[str, ...]:
    """Examples, at least one.

    Args:
        table: of the rule.
        key: bad or good.
        marked: whether they may have ⟦marks⟧.

    Raises:
        RuleError: for anything else.
    """
    if key not in table:
        what = ("应当报出", "must be found") if marked else ("不应报出", "must not be found")
        raise RuleError(
            Text(
                f'没有例句：请写 {key} = ["…"]，至少一句{what[0]}的话',
                f'there are no examples: write {key} = ["…"], at least one text that {what[1]}',
            )
        )
    examples = strings_of(table, key)
    for example in examples:
        if not marked and (OPEN in example or CLOSE in example):
            raise RuleError(
                Text(
                    f"{key} 是不应报出的句子，里面不能有⟦⟧：{quoted(example)}",
                    f"{key} is for texts that must not be found and cannot hold ⟦⟧: {quoted(example)}",
                )
            )
        if not _MARKED.fullmatch(example):
            raise RuleError(
                Text(
                    f"{key} 里的⟦⟧没有成对，或者里面是空的：{quoted(example)}",
                    f"the ⟦marks⟧ in {key} are not in pairs, or hold nothing: {quoted(example)}",
                )
            )
    return examples


def items_of(value: object, name: str) -> tuple[Item, ...]:
    """A list of different items.

    Raises:
        RuleError: for anything else.
    """
    items = tuple(item_of(each, name) for each in list_of(value, name))
    refuse_doubled([item.words for item in items if item.expression is None], name)
    refuse_doubled([item.words for item in items if item.expression], name)
    return items


def item_of(value: object, name: str) -> Item:
    """Words to be taken literally, or an expression.

    Raises:
        RuleError: for anything else.
    """
    if isinstance(value, str):
        return Item(literal(value, name))
    if isinstance(value, dict) and set(value) == {"pattern"}:
        return Item(source_of(value["pattern"]), Expression(source_of(value["pattern"])))
    if isinstance(value, dict):
        refuse_unknown(value, ("pattern",), name)
    raise _wrong_type(
        Text("\"词语\" 或 { pattern = '正则表达式' }", "\"words\" or { pattern = 'expression' }"),
        value,
        f"{name} 的每一项",
        f"each of {name}",
    )


def source_of(value: object) -> str:
    """The source of an expression.

    Raises:
        RuleError: for anything that is no string, or is blank.
    """
    if not isinstance(value, str):
        raise _wrong_type(Text("正则表达式，写作 '…'", "an expression, '…'"), value, "pattern ", "pattern")
    if not value:
        raise RuleError(Text("pattern 是空的，请填写正则表达式", "the pattern is empty; give an expression"))
    return value


def literal(value: str, name: str) -> str:
    """Words as they can stand in one line of a draft.

    Raises:
        RuleError: for words that cannot.
    """
    if not value:
        raise RuleError(
            Text(f"{name} 里有空的词语，请填写或删去", f"{name} holds an empty word; fill it in or delete it")
        )
    if "\n" in value or "\r" in value:
        raise RuleError(
            Text(
                f"{name} 里的{quoted(value)}含有换行，词语要写在一行里",
                f"{quoted(value)} in {name} holds a line break; words stand in one line",
            )
        )
    if OPEN in value or CLOSE in value:
        raise RuleError(
            Text(
                f"{name} 里的{quoted(value)}含有⟦⟧，这两个符号只用来标记例句",
                f"{quoted(value)} in {name} holds ⟦ or ⟧, which only mark places in examples",
            )
        )
    return value


def refuse_doubled(values: Sequence[str], name: str) -> None:
    """Refuse a list that holds something twice.

    Raises:
        RuleError: naming the first that does.
    """
    seen: set[str] = set()
    for value in values:
        if value in seen:
            raise RuleError(
                Text(
                    f"{name} 里{quoted(value)}写了两遍，请删去一个",
                    f"{quoted(value)} stands twice in {name}; delete one",
                )
            )
        seen.add(value)


def _wrong_type(wanted: Text, value: object, name: str, en_name: str) -> RuleError:
    """What to say of a value of the wrong type."""
    found = next((found for kind, found in _TYPES if isinstance(value, kind)), Text("别的东西", "something else"))
    words = f"：{shown(value)}" if isinstance(value, str) and value.strip() else ""
    return RuleError(
        Text(
            f"{name}应是{wanted.zh}，现在是{found.zh}{words}",
            f"{en_name} must be {wanted.en}, not {found.en}",
        )
    )

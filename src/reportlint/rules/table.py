"""From the table of a rule in a TOML file to the rule."""

from __future__ import annotations

from reportlint.check import Severity, Text
from reportlint.rules.expressions import Expression
from reportlint.rules.fields import (
    choice_of,
    examples_of,
    flag_of,
    item_of,
    items_of,
    list_of,
    literal,
    number_of,
    refuse_doubled,
    refuse_unknown,
    source_of,
    strings_of,
    words_of,
)
from reportlint.rules.problems import RuleError, quoted
from reportlint.rules.rule import KINDS, STRETCHES, TITLES, WITHIN, Item, Rule
from reportlint.text import Pattern
from reportlint.text.idpart import ID_PART

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    Entries = tuple[tuple[Item, ...], ...]

KEYS = (
    *KINDS,
    *("title", "message", "severity", "why", "except", "kinds", "within", "when", "safe", "bad", "good"),
)
_ONLY = {"within": tuple(WITHIN), "when": ("require",), "safe": ("replace",)}
_SEVERITIES = {severity.label: severity for severity in sorted(Severity, reverse=True)}
_NO_NAME = Pattern(r"[^a-z0-9一-鿿]+")
_LEAST_TOGETHER = 2


def rule_of(name: str, table: Mapping[str, object]) -> Rule:
    """The rule in a table. That its expressions and right forms can work is left to `trial`.

    Raises:
        RuleError: when something in it is wrong.
    """
    _refuse_name(name)
    refuse_unknown(table, KEYS)
    kind = _kind(table)
    entries = _entries(kind, table[kind])
    least, most = _limits(table, kind)
    title, message = words_of(table, "title"), words_of(table, "message")
    if "{right}" in message and kind != "replace":
        raise RuleError(
            Text(
                "message 里的 {right} 只能用在 replace 规则里，请删去",
                "{right} in a message is for replace rules only; delete it",
            )
        )
    return Rule(
        name,
        kind,
        entries,
        bad=examples_of(table, "bad", marked=True),
        good=examples_of(table, "good", marked=False),
        title=Text(title, title) if title else TITLES[kind],
        message=message,
        severity=_SEVERITIES[choice_of(table, "severity", tuple(_SEVERITIES), "warning")],
        why=words_of(table, "why"),
        spared=items_of(table["except"], "except") if "except" in table else (),
        kinds=strings_of(table, "kinds"),
        within=choice_of(table, "within", STRETCHES, WITHIN.get(kind, "document")),
        when=items_of(table["when"], "when") if "when" in table else (),
        least=least,
        most=most,
        safe=flag_of(table, "safe"),
    )


def _refuse_name(name: str) -> None:
    if ID_PART.fullmatch(name):
        return
    near = _NO_NAME.sub("-", name.lower()).strip("-")
    near = near if not near or near.isascii() else f'"{near}"'
    raise RuleError(
        Text(
            "规则名以汉字或字母开头，只能用汉字、小写字母、数字和连字符"
            + (f"，是否想写 [{near}]？" if near else "，请改名"),
            "names of rules begin with a letter or a Chinese character, with digits and hyphens after it; "
            + (f"did you mean [{near}]?" if near else "give it another name"),
        )
    )


def _kind(table: Mapping[str, object]) -> str:
    found = [kind for kind in KINDS if kind in table]
    if not found:
        raise RuleError(
            Text(
                f"没有写要查什么，请写 {'、'.join(KINDS)} 中的一项",
                f"it does not say what to look for; give one of {', '.join(KINDS)}",
            )
        )
    if len(found) > 1:
        raise RuleError(
            Text(
                f"一条规则只能查一样，这里有 {'、'.join(found)}，请分成几条",
                f"a rule has one of {', '.join(KINDS)}, this one has {', '.join(found)}; split it",
            )
        )
    for key, kinds in _ONLY.items():
        if key in table and found[0] not in kinds:
            raise RuleError(
                Text(
                    f"{key} 只能用在 {'、'.join(kinds)} 规则里，请删去",
                    f"{key} is for {', '.join(kinds)} rules only; delete it",
                )
            )
    return found[0]


def _entries(kind: str, value: object) -> Entries:
    if kind == "replace":
        return _replacements(value)
    if kind == "require":
        return _requirements(value)
    if kind == "count":
        if not isinstance(value, dict):
            raise RuleError(
                Text('count 应写作 { of = ["…"], max = 3 }', 'count must be a table: { of = ["…"], max = 3 }')
            )
        refuse_unknown(value, ("of", "min", "max"), "count")
        if "of" not in value:
            raise RuleError(
                Text('count 里没有写数什么，请写 of = ["…"]', 'count does not say of what; give of = ["…"]')
            )
        return tuple((item,) for item in items_of(value["of"], "count.of"))
    items = items_of(value, kind)
    if kind in {"order", "together"} and len(items) < _LEAST_TOGETHER:
        raise RuleError(Text(f"{kind} 至少要写两项", f"{kind} needs at least two"))
    return tuple((item,) for item in items)


def _requirements(value: object) -> Entries:
    entries = [
        items_of(each, "require") if isinstance(each, list) else (item_of(each, "require"),)
        for each in list_of(value, "require")
    ]
    refuse_doubled(["|".join(sorted(item.words for item in entry)) for entry in entries], "require")
    return tuple(entries)


def _replacements(value: object) -> Entries:
    if isinstance(value, dict) and "with" in value and {*value} <= {"word", "pattern", "with"}:
        raise RuleError(
            Text(
                "replace 用到 with 时要加方括号，写作 replace = [{ word = …, with = … }]",
                "replace with `with` needs brackets: replace = [{ word = …, with = … }]",
            )
        )
    if isinstance(value, dict):
        if not value:
            raise RuleError(Text("replace 是空的，请至少写一项", "replace is empty; give at least one"))
        items = [_replacement({"word": wrong, "with": right}) for wrong, right in value.items()]
    elif isinstance(value, list):
        items = [_replacement(each) for each in list_of(value, "replace")]
    else:
        raise RuleError(
            Text('replace 应写作 { "错误写法" = "正确写法" }', 'replace must be a table: { "wrong" = "right" }')
        )
    refuse_doubled([item.words for item in items if item.expression is None], "replace")
    refuse_doubled([item.words for item in items if item.expression], "replace")
    return tuple((item,) for item in items)


def _replacement(value: object) -> Item:
    if not isinstance(value, dict):
        raise RuleError(
            Text(
                "replace 列表的每一项应写作 { word = …, with = … } 或 { pattern = …, with = … }",
                "each of replace must be { word = …, with = … } or { pattern = …, with = … }",
            )
        )
    refuse_unknown(value, ("word", "pattern", "with"), "replace")
    if ("word" in value) == ("pattern" in value):
        raise RuleError(
            Text("replace 的每一项要写 word 或 pattern，只写一样", "each of replace needs either word or pattern")
        )
    right = value.get("with")
    if not isinstance(right, str):
        raise RuleError(
            Text(
                "replace 的正确写法应是一段文字；没有正确写法、只是不许用的，请用 forbid",
                "the right form in replace must be a string; for words that have none use forbid",
            )
        )
    if right:
        literal(right, "replace")
    if "pattern" in value:
        source = source_of(value["pattern"])
        return Item(source, Expression(source), right)
    word = value["word"]
    if not isinstance(word, str):
        raise RuleError(Text("replace 的 word 应是一段文字", "word in replace must be a string"))
    if literal(word, "replace") == right:
        raise RuleError(
            Text(
                f"{quoted(word)}的正确写法和错误写法一样，请改正",
                f"the right form of {quoted(word)} is the same as the wrong one; correct it",
            )
        )
    return Item(word, None, right)


def _limits(table: Mapping[str, object], kind: str) -> tuple[int | None, int | None]:
    """Fewest and most mentions that a `count` asks for."""
    count = table[kind]
    if kind != "count" or not isinstance(count, dict):
        return None, None
    least, most = number_of(count, "min", "count.min"), number_of(count, "max", "count.max")
    if least is None and most is None:
        raise RuleError(Text("count 里请写 min（至少）或 max（最多）", "count needs min or max"))
    if least is not None and most is not None and least > most:
        raise RuleError(
            Text(
                f"count.min（{least}）大于 count.max（{most}），请改正",
                f"count.min ({least}) is greater than count.max ({most}); correct it",
            )
        )
    if least is not None and table.get("within", "document") != "document":
        raise RuleError(
            Text(
                'count.min 只能按全文数，请删去 within，或写 within = "document"',
                'count.min counts in the whole text only; delete within, or write within = "document"',
            )
        )
    return least, most

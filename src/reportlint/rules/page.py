"""A rule in words: for messages, and its page in the reference."""

from __future__ import annotations

from reportlint.check import Text
from reportlint.rules.problems import quoted, shown
from reportlint.rules.rule import unmarked

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from reportlint.rules.rule import Item, Rule

PLACES = {
    "sentence": Text("这一句", "this sentence"),
    "paragraph": Text("这一段", "this paragraph"),
    "document": Text("全文", "the whole text"),
}
_EACH = {
    "sentence": Text("每一句", "each sentence"),
    "paragraph": Text("每一段", "each paragraph"),
    "document": Text("全文", "the whole text"),
}

_ITEMS = 8
_EXAMPLES = 20


def name(item: Item) -> Text:
    """An item as a reader of messages should see it."""
    if item.expression is None:
        return Text(quoted(item.words), quoted(item.words))
    return Text(f"与{quoted(item.words)}相符的文字", f"text matching {quoted(item.words)}")


def names(items: Sequence[Item]) -> Text:
    """A list of items: “A”“B”."""
    return _joined(items, Text("、" if any(item.expression for item in items) else "", ", "))


def any_of(items: Sequence[Item]) -> Text:
    """Alternatives: “A”或“B”."""
    return _joined(items, Text("或", " or "))


def both(items: Sequence[Item]) -> Text:
    """Items that are wanted all: “A”和“B”."""
    return _joined(items, Text("和", " and "))


def page(rule: Rule) -> str:
    """The page in the reference: title, why, examples, and what the rule asks in English."""
    what = _DESCRIPTIONS[rule.kind](rule)
    zh, en = [what.zh], [what.en]
    if rule.spared:
        spared = names(rule.spared)
        zh.append(f"{spared.zh}不算。")
        en.append(f"{spared.en}: spared.")
    if rule.kinds:
        kinds = ", ".join(rule.kinds)
        zh.append(f"只查这些种类的报告：{kinds}。")
        en.append(f"Asked only of these kinds of report: {kinds}.")
    title = shown(rule.title.zh).rstrip("。")
    why = [line.lstrip("# \t") for line in rule.why.splitlines()] if rule.why else []
    sections = (
        f"{title}。",
        "## 为什么",
        "\n".join([*why, "".join(zh)]),
        "## 反例",
        _examples([unmarked(example) for example in rule.bad]),
        "## 正例",
        _examples(rule.good),
        "## English",
        " ".join(en),
    )
    return "\n\n".join(sections) + "\n"


def _joined(items: Sequence[Item], mark: Text) -> Text:
    listed = [name(item) for item in items[:_ITEMS]]
    more = len(items) - len(listed)
    return Text(
        mark.zh.join(item.zh for item in listed) + (f"等 {len(items)} 项" if more else ""),
        mark.en.join(item.en for item in listed) + (f" and {more} more" if more else ""),
    )


def _examples(examples: Iterable[str]) -> str:
    """Examples, indented; of very many only the first."""
    listed = list(examples)
    lines = [f"    {line}".rstrip() for example in listed[:_EXAMPLES] for line in example.splitlines()]
    if len(listed) > _EXAMPLES:
        lines.append(f"\n共 {len(listed)} 条，这里只列前 {_EXAMPLES} 条。")
    return "\n".join(lines) or "（无）"


def _forbid(rule: Rule) -> Text:
    wanted = names(rule.items)
    return Text(f"报告中不宜出现{wanted.zh}。", f"Not to be used in a report: {wanted.en}.")


def _replace(rule: Rule) -> Text:
    return Text(
        _listed([_pair(item).zh for item in rule.items[:_ITEMS]], len(rule.items), Text("；", "。")),
        _listed([_pair(item).en for item in rule.items[:_ITEMS]], len(rule.items), Text("; ", ".")),
    )


def _pair(item: Item) -> Text:
    what = name(item)
    if item.right is None:
        return Text(f"{what.zh}不宜出现", f"{what.en} should not be used")
    if not item.right:
        return Text(f"{what.zh}应删去", f"{what.en} should be deleted")
    return Text(f"{what.zh}应写作{quoted(item.right)}", f"{what.en} should be {quoted(item.right)}")


def _listed(parts: list[str], count: int, marks: Text) -> str:
    """Parts with a mark between (`marks.zh`) and at the end (`marks.en`); an ellipsis for those not listed."""
    return marks.zh.join(parts) + (f"{marks.zh}……（{count}）" if count > len(parts) else "") + marks.en


def _require(rule: Rule) -> Text:
    entries = [any_of(entry) for entry in rule.entries]
    zh, en = "；".join(entry.zh for entry in entries), "; ".join(entry.en for entry in entries)
    if rule.when:
        cue = any_of(rule.when)
        return Text(f"写到{cue.zh}的报告应写明：{zh}。", f"Reports that mention {cue.en} must mention: {en}.")
    return Text(f"报告应写明：{zh}。", f"A report must mention: {en}.")


def _order(rule: Rule) -> Text:
    wanted, place = names(rule.items), _EACH[rule.within]
    return Text(f"{place.zh}中应依次写{wanted.zh}。", f"In {place.en} these come in this order: {wanted.en}.")


def _count(rule: Rule) -> Text:
    wanted, place = names(rule.items), _EACH[rule.within]
    zh = [f"至少 {rule.least} 次"] * (rule.least is not None) + [f"最多 {rule.most} 次"] * (rule.most is not None)
    en = [f"at least {rule.least}"] * (rule.least is not None) + [f"at most {rule.most}"] * (rule.most is not None)
    return Text(f"{place.zh}中{wanted.zh}{'、'.join(zh)}。", f"Mentions in {place.en} of {wanted.en}: {', '.join(en)}.")


def _together(rule: Rule) -> Text:
    wanted, place = names(rule.items), _EACH[rule.within]
    return Text(
        f"{place.zh}中{wanted.zh}应同时出现。", f"In {place.en} these stand together or not at all: {wanted.en}."
    )


_DESCRIPTIONS: dict[str, Callable[[Rule], Text]] = {
    "forbid": _forbid,
    "replace": _replace,
    "require": _require,
    "order": _order,
    "count": _count,
    "together": _together,
}

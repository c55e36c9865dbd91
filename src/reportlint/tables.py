"""Tables of a check: texts in which it must fire exactly at the ⟦marks⟧, and texts in which it must not.

A table is a TOML file named after its check, `office.abbreviation.toml`, with entries

    [[case]]
    why = "in a heading"
    text = "报送⟦市教委⟧审定。"
    fixed = "报送市教育委员会审定。"     # after all fixes; without it no fix may change the text
    options = { … }                    # of the check
    format = "md"                      # suffix of the draft, default "txt"
    related = ["…"]                    # texts of the related places, all findings together
    severity = "warning"               # of all findings
"""

from __future__ import annotations

from inspect import cleandoc

from reportlint.check import Safety, Severity, Text, UserError
from reportlint.declared import NOTHING_DECLARED, Declared
from reportlint.engine import Foreign, inspect
from reportlint.fixing import ROUNDS, apply_fixes
from reportlint.host import UnknownOptionError
from reportlint.limits import Limits
from reportlint.readers import FORMATS, read
from reportlint.rules import RuleCheck
from reportlint.text import Pattern
from reportlint.text.frozen import frozen
from reportlint.text.nearest import nearest
from reportlint.text.toml import parse_toml
from reportlint.toml_words import not_toml

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from reportlint.document import Document
    from reportlint.engine import Inspection
    from reportlint.host import Registered

_MARK = Pattern("([⟦⟧])")
USUAL = Limits()
"""Limits where no configuration says otherwise."""
_EXAMPLE = "(?:^ {4}.*(?:\n|\\Z)|^\\s*\n)+"
_SHOWN = 24


class TableError(UserError):
    """A table that cannot be used; `text` says why, in both languages."""


@frozen
class Case:
    """One entry of a table; see the module."""

    why: str
    text: str
    format: str = "txt"
    fixed: str | None = None
    options: Mapping[str, Any] | None = None
    related: tuple[str, ...] | None = None
    severity: str = ""


_KINDS: dict[str, type | tuple[type, ...]] = {
    "why": str,
    "text": str,
    "format": str,
    "fixed": str,
    "options": dict,
    "related": list,
    "severity": str,
}


def read_table(path: str) -> tuple[Case, ...]:
    """The cases of a file, in order.

    Raises:
        TableError: when it is no TOML, or a case has not what it must have.
    """
    try:
        with open(path, "rb") as stream:
            raw = stream.read()
        data = parse_toml(raw)
    except OSError as error:
        zh, en = f"{path}：无法读取（{error.strerror}）", f"{path}: cannot be read ({error.strerror})"
        raise TableError(Text(zh, en)) from error
    except UnicodeDecodeError as error:
        zh, en = "不是 UTF-8 编码，请存为 UTF-8", "is not in UTF-8; save it as UTF-8"
        raise TableError(Text(f"{path}：{zh}", f"{path}: {en}")) from error
    except ValueError as error:
        what = not_toml(raw.decode("utf-8-sig", "replace").replace("\r\n", "\n"), error)
        raise TableError(Text(f"{path}：{what.zh}", f"{path}: {what.en}")) from error
    cases = data.get("case")
    if not isinstance(cases, list) or not cases:
        raise TableError(Text(f"{path}：没有 [[case]]", f"{path}: has no [[case]]"))
    return tuple(_case(path, number, case) for number, case in enumerate(cases, 1))


def _case(path: str, number: int, case: object) -> Case:
    where = f"{path} [[case]] {number}"
    if not isinstance(case, dict) or not case.get("text"):
        raise TableError(Text(f"{where}：缺少 text", f"{where}: has no text"))
    for key, value in case.items():
        if key not in _KINDS:
            near = nearest(key, _KINDS)
            hint = Text(f"，是否想写 {near}？", f"; did you mean {near}?") if near else Text("")
            raise TableError(Text(f"{where}：不认识的键 {key}{hint.zh}", f"{where}: unknown key {key}{hint.en}"))
        of_words = not isinstance(value, list) or all(isinstance(word, str) for word in value)
        if not isinstance(value, _KINDS[key]) or not of_words:
            raise TableError(Text(f"{where}：{key} 的值不对", f"{where}: bad value of {key}"))
    values: dict[str, Any] = {key: tuple(v) if isinstance(v, list) else v for key, v in case.items()}
    made = Case(**{"why": "", **values})
    try:
        unmark(made.text)
    except TableError as error:
        raise TableError(Text(f"{where}：{error.text.zh}", f"{where}: {error.text.en}")) from error
    if f".{made.format}" not in FORMATS:
        raise TableError(Text(f"{where}：没有格式 {made.format}", f"{where}: there is no format {made.format}"))
    if made.severity and made.severity not in {severity.label for severity in Severity}:
        raise TableError(Text(f"{where}：没有级别 {made.severity}", f"{where}: there is no severity {made.severity}"))
    return made


def unmark(marked: str) -> tuple[str, list[tuple[int, int]]]:
    """A text without its ⟦marks⟧, and the offsets (start, end) of what they enclosed.

    Raises:
        TableError: when marks do not pair.
    """
    spans: list[tuple[int, int]] = []
    out, start = "", -1
    for part in _MARK.split(marked):
        if part == "⟦" and start < 0:
            start = len(out)
        elif part == "⟧" and start >= 0:
            spans.append((start, len(out)))
            start = -1
        elif part in {"⟦", "⟧"}:
            start = -2
            break
        else:
            out += part
    if start != -1:
        shown = marked[:_SHOWN]
        raise TableError(Text(f"标记 ⟦ ⟧ 不成对：{shown}", f"marks ⟦ ⟧ do not pair: {shown}"))
    return out, spans


def try_case(check: Registered, case: Case, limits: Limits = USUAL) -> list[Text]:
    """What is wrong with how a check deals with a case; nothing when it passes."""
    source, expected = unmark(case.text)
    path = f"draft.{case.format}"
    try:
        document = read(path, source.encode())
        inspection = _ask(check, document, case.options, limits)
    except UnknownOptionError as error:
        return [error.text]
    if inspection.failures:
        return [failure.error for failure in inspection.failures]
    wrong = _misplaced(document, inspection, expected)
    if case.severity and {case.severity} != {d.severity.label for d in inspection.diagnostics}:
        labels = "、".join(d.severity.label for d in inspection.diagnostics)
        wrong.append(
            Text(f"级别应为 {case.severity}，实为 {labels}", f"severity should be {case.severity}, is {labels}")
        )
    related = tuple(place.text for d in inspection.diagnostics for place in d.related)
    if case.related is not None and case.related != related:
        wrong.append(_other(Text("另见", "related places"), " ".join(case.related), " ".join(related)))
    settled = settle(check, path, source, case.options, limits)
    if settled is None:
        wrong.append(Text("修改不收敛：改了之后仍要再改", "the fixes do not settle"))
    elif settled != (source if case.fixed is None else case.fixed):
        wrong.append(
            _other(Text("修改后", "the text after fixes"), source if case.fixed is None else case.fixed, settled)
        )
    return wrong


def settle(
    check: Registered, path: str, source: str, options: Mapping[str, Any] | None = None, limits: Limits = USUAL
) -> str | None:
    """The source after all fixes, unsafe ones too; None when they do not come to an end."""
    for _ in range(ROUNDS):
        document = read(path, source.encode())
        source, count = apply_fixes(document, _ask(check, document, options, limits).diagnostics, Safety.UNSAFE)
        if not count:
            return source
    return None


def try_examples(check: Registered, limits: Limits = USUAL) -> Iterator[tuple[str, list[Text]]]:
    """Each example that a check carries itself, with what is wrong with it.

    A rule without code has its `bad` and `good` texts; a check in Python has those of its docstring, under `## 反例`
    and `## 正例`, if it has these headings.
    """
    if issubclass(check.check, RuleCheck):
        for number, text in enumerate(check.check.bad, 1):
            yield f"bad {number}", _fires(check, text, limits)
        for number, text in enumerate(check.check.good, 1):
            yield f"good {number}", _silent(check, text, limits)
        return
    page = cleandoc(check.check.__doc__ or "")
    for heading, look in (("反例", _fires), ("正例", _silent)):
        match = Pattern(f"## {heading}\n({_EXAMPLE})", flags=8).search(page)
        if match:
            lines = match[1].strip("\n").split("\n")
            yield heading, look(check, "\n".join(line[4:] for line in lines).rstrip(), limits)


def _fires(check: Registered, text: str, limits: Limits) -> list[Text]:
    """Nothing when a check fires at the marks, or somewhere in a text without any."""
    try:
        source, expected = unmark(text)
    except TableError as error:
        return [error.text]
    document = _example(check, source)
    inspection = _ask(check, document, None, limits)
    if inspection.failures:
        return [failure.error for failure in inspection.failures]
    if expected:
        return _misplaced(document, inspection, expected)
    return [] if inspection.diagnostics else [Text(f"没有报出：{text[:60]}", f"is not found: {text[:60]}")]


def _silent(check: Registered, text: str, limits: Limits) -> list[Text]:
    document = _example(check, text)
    inspection = _ask(check, document, None, limits)
    return [failure.error for failure in inspection.failures] or _misplaced(document, inspection, [])


def _example(check: Registered, text: str) -> Document:
    """An example as a draft; a rule for some kinds of report only is tried on one of these."""
    kinds = check.check.rule.kinds if issubclass(check.check, RuleCheck) else ()
    return read("draft.txt", text.encode(), Declared(kind=kinds[0]) if kinds else NOTHING_DECLARED)


def _misplaced(document: Document, inspection: Inspection, expected: list[tuple[int, int]]) -> list[Text]:
    """Where findings stand that are not expected, or do not stand that are."""
    spans = [document.map.to_source(d.location.span) for d in inspection.diagnostics]
    found = [(span.start, span.end) for span in spans]
    if found == expected:
        return []
    if not expected:
        shown = _shown(document.source, found)
        return [Text(f"不应报出，实际报出 {shown.zh}", f"should be silent, fires at {shown.en}")]
    wanted, shown = _shown(document.source, expected), _shown(document.source, found)
    return [Text(f"应报出 {wanted.zh}，实际报出 {shown.zh}", f"should fire at {wanted.en}, fires at {shown.en}")]


def _other(what: Text, expected: str, found: str) -> Text:
    """That something is not as a case says."""
    nothing = Text("无", "nothing")
    zh = f"{what.zh}应为“{expected or nothing.zh}”，实为“{found or nothing.zh}”"
    return Text(zh, f"{what.en} should be “{expected or nothing.en}”, found “{found or nothing.en}”")


def _ask(check: Registered, document: Document, options: Mapping[str, Any] | None, limits: Limits) -> Inspection:
    instance = check.make(options)
    return inspect(document, [(check.id, instance)], foreign=Foreign({check.id: check.plugin}, limits))


def _shown(source: str, spans: list[tuple[int, int]]) -> Text:
    """Texts with their offsets, for a person who looks for the difference."""
    places = [(source[start:end][:_SHOWN], start, end) for start, end in spans]
    return Text(
        "、".join(f"“{words}”（第 {start + 1}–{end} 字）" for words, start, end in places) or "无",
        ", ".join(f"“{words}” (characters {start + 1}–{end})" for words, start, end in places) or "nothing",
    )

"""Whether what a plugin hands over is what it should be: looked at once, so that nobody has to doubt it later."""

from __future__ import annotations

from functools import partial

from reportlint.check import Check, Confidence, Meta, Severity, Text
from reportlint.declared import NEEDS, PLACES, Kind, Part
from reportlint.host.registered import OPTION_TYPES, option_defaults
from reportlint.reading import Reader
from reportlint.reporting import Reporter
from reportlint.text import Pattern
from reportlint.text.idpart import ID_PART
from reportlint.trouble import Broken, attempt, line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from reportlint.limits import Limits


def sound_checks(given: object, family: str, problems: list[Text], limits: Limits) -> dict[str, type[Check]]:
    """Checks by id, of those that are checks; what is wrong with the others is added to `problems`."""
    checks: dict[str, type[Check]] = {}
    if not isinstance(given, dict):
        if not given:
            return checks
        zh, en = '{"名称": 检查类}', '{"name": CheckClass}'
        problems.append(Text(f"reportlint_checks 应返回 {zh}", f"reportlint_checks should return {en}"))
        return checks
    for name, check in given.items():
        id_ = f"{family}.{name}" if type(name) is str else family
        wrong = wrong_name(name) or _tried(_wrong_check, check, limits)
        if wrong:
            shown = line(id_)
            problems.append(Text(f"{shown} {wrong.zh}", f"{shown} {wrong.en or wrong.zh}"))
        else:
            checks[id_] = check
    return checks


def sound(hook: str, given: object, problems: list[Text], limits: Limits) -> tuple[Any, ...]:
    """Readers, reporters or kinds, of those that are some; what is wrong with the others is added to `problems`."""
    kind, wrong_in = _EXTENSIONS[hook]
    found = []
    for item in given if isinstance(given, tuple) else ():
        name = kind.__name__
        fits = isinstance(item, kind)
        wrong = _tried(wrong_in if fits else partial(_no, name), item, limits)
        if wrong:
            problems.append(wrong)
        else:
            found.append(item)
    return tuple(found)


def _are(*values: tuple[Any, type[Any]]) -> bool:
    """Whether each value is exactly what it should be; methods of a subclass would run where nothing limits them."""
    return all(type(value) is kind for value, kind in values)


def _no(name: str, item: object) -> Text:
    shown = line(repr(item))[:60]
    return Text(f"{shown} 不是 {name}", f"{shown} is no {name}")


def _tried(look: Callable[[Any], Text | None], item: object, limits: Limits) -> Text | None:
    """What is wrong with an item; looking at it may run code of the plugin."""
    found = attempt(lambda: look(item), limits, type(item).__name__)
    return found.why if isinstance(found, Broken) else found


def wrong_name(name: object) -> Text | None:
    """Why a name cannot be a part of an id, or None."""
    if type(name) is str and ID_PART.fullmatch(name):
        return None
    return Text(
        "名称以字母或汉字开头，只能用小写字母、数字、汉字和连字符",
        "names begin with a letter or a Han character, and have small letters, digits, Han characters and hyphens",
    )


def _is_id(name: object) -> bool:
    parts = name.split(".") if type(name) is str else []
    return len(parts) == 2 and all(ID_PART.fullmatch(part) for part in parts)  # noqa: PLR2004 - family and name


def _wrong_check(check: Any) -> Text | None:
    if not (isinstance(check, type) and issubclass(check, Check)):
        return Text("不是 Check 的子类", "is no subclass of Check")
    wrong = _wrong_meta(getattr(check, "meta", None))
    if wrong:
        return wrong
    if check.run is Check.run or not isinstance(vars(check).get("__doc__") or "", str):
        return Text("没有 run 方法，或者文档字符串不是文字", "has no method run, or its docstring is no string")
    declared = any(hasattr(check.Options, mark) for mark in ("__record_defaults__", "__dataclass_fields__"))
    if check.Options is not None and not declared:
        return Text("Options 请用 @frozen 声明", "declare Options with @frozen")
    odd = [name for name, usual in option_defaults(check.Options).items() if not isinstance(usual, OPTION_TYPES)]
    if odd:
        names = ", ".join(odd)
        zh, en = (
            f"选项 {names} 的默认值应为文字、数字、真假值或文字的元组",
            f"defaults of {names}: words, numbers or tuples of words",
        )
        return Text(zh, en)
    check()
    return None


def _wrong_meta(meta: Any) -> Text | None:
    if not isinstance(meta, Meta):
        return Text("缺少 meta = Meta(…)", "has no meta = Meta(…)")
    if not _are((meta.title, Text), (meta.severity, Severity), (meta.confidence, Confidence)):
        return Text(
            "meta 中 title 应为 Text(…)，severity 应为 Severity.…，confidence 应为 Confidence.…",
            "meta needs title=Text(…), severity=Severity.… and confidence=Confidence.…",
        )
    if not _are((meta.title.zh, str), (meta.title.en, str), (meta.since, str), (meta.default, bool)):
        return Text(
            "meta 中 title、since 应为文字，default 应为 True 或 False", "meta needs strings as title and since"
        )
    if not (_are((meta.aliases, tuple)) and all(_is_id(alias) for alias in meta.aliases)):
        shown = line(repr(meta.aliases))
        zh, en = 'meta 中 aliases 应为 ("类别.名称", …)', 'meta needs aliases=("family.name", …)'
        return Text(f"{zh}，而不是 {shown}", f"{en}, not {shown}")
    return None


def _wrong_reader(reader: Any) -> Text | None:
    dotted = isinstance(reader.suffixes, tuple) and all(
        type(suffix) is str and suffix.startswith(".") and suffix == suffix.lower() for suffix in reader.suffixes
    )
    if dotted and reader.suffixes and type(reader.format) is str and callable(reader.read):
        return None
    example = 'Reader("eml", (".eml",), read)'
    return Text(f"Reader 应写作 {example}", f"write a Reader as {example}")


def _wrong_reporter(reporter: Any) -> Text | None:
    if type(reporter.name) is str and ID_PART.fullmatch(reporter.name) and callable(reporter.render):
        return None
    example = 'Reporter("csv", render)'
    return Text(f"Reporter 应写作 {example}", f"write a Reporter as {example}")


def _wrong_kind(kind: Any) -> Text | None:
    named = type(kind.name) is str and ID_PART.fullmatch(kind.name)
    titled = kind.title is None or _compiles(kind.title)
    if named and titled and isinstance(kind.parts, tuple) and all(_is_part(part) for part in kind.parts):
        return None
    example = 'Kind("petition", (Part("numbers", "must", "受理数量", cue=Pattern("受理")),))'
    return Text(f"Kind 应写作 {example}", f"write a Kind as {example}")


def _is_part(part: Any) -> bool:
    words = (part.id, part.need, part.zh, part.en, part.where, part.advice_zh, part.advice_en)
    return (
        isinstance(part, Part)
        and all(type(word) is str for word in words)
        and part.need in NEEDS
        and part.where.partition(" ")[0] in PLACES
        and (part.where.partition(" ")[0] != "head" or part.where[5:].isdigit())
        and _compiles(part.cue)
    )


def _compiles(pattern: Any) -> bool:
    """Whether it is an expression; one that is none raises."""
    return isinstance(pattern, Pattern) and pattern.compiled.pattern == pattern.source


_EXTENSIONS: dict[str, tuple[type[Any], Callable[[Any], Text | None]]] = {
    "reportlint_readers": (Reader, _wrong_reader),
    "reportlint_reporters": (Reporter, _wrong_reporter),
    "reportlint_kinds": (Kind, _wrong_kind),
}

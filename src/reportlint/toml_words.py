"""What is wrong with a file that should be TOML, in words that help."""

from __future__ import annotations

from reportlint.check import Text
from reportlint.text import Pattern

_AT = Pattern(r" ?\(at line (\d{1,9}), column (\d{1,9})\)| ?\(at end of document\)")
_OTHER_SIGN = Pattern(r"^\s*[\w\"]+\s*[:：]|\"\s*(?:=>|->|→)\s*\"")
_HAN = Pattern(r"[一-鿿]")
_FULL_WIDTH = frozenset("“”‘’＝＂，［］｛｝【】")


def not_toml(text: str, error: Exception) -> Text:
    """What to say of a file that is no TOML: line, column, the reason, and what is probably meant.

    Args:
        text: of the file.
        error: what reading it raised.
    """
    reason = str(error) if "TOML" in type(error).__name__ else "too long or nested too deeply"
    place = _AT.search(reason)
    line, column = (int(place[1]), int(place[2])) if place and place[1] else _end(text)
    reason = _AT.sub("", reason)
    lines = text.split("\n")
    hint = _hint(lines[min(line, len(lines)) - 1], reason)
    return Text(
        f"第 {line} 行第 {column} 列不合 TOML 语法（{reason}）{hint.zh}",
        f"line {line}, column {column}: not valid TOML ({reason}){hint.en}",
    )


def _hint(line: str, reason: str) -> Text:
    """What is probably wrong in a line that is no TOML, or nothing."""
    if _FULL_WIDTH.intersection(line):
        return Text("；引号、等号、逗号、括号要用半角", "; quotation marks, equals signs, brackets must be half-width")
    if _OTHER_SIGN.search(line):
        return Text("；名称和值之间用等号 =", "; between a key and its value stands =")
    if "Unescaped" in reason:
        return Text("；正则表达式请写在单引号里：'…'", "; write expressions between single quotation marks: '…'")
    if any(word in reason for word in ("key", "declaration", "Invalid value", "statement")) and _HAN.search(line):
        return Text(
            '；含汉字的名称和词语要加引号，如 ["全称"]、"错误" = "正确"',
            '; Chinese names and words need quotation marks: ["全称"], "错误" = "正确"',
        )
    if "twice" in reason or "overwrite" in reason:
        return Text("；同一个名字写了两遍", "; the same name stands twice")
    return Text("", "")


def _end(text: str) -> tuple[int, int]:
    """Line and column after the last character."""
    return text.count("\n") + 1, len(text) - (text.rfind("\n") + 1) + 1

"""Regular expressions of users. They are run by the library `regex`, which can be told when to give up."""

from __future__ import annotations

from importlib import import_module

from reportlint.check import Text, UserError
from reportlint.rules.problems import RuleError, quoted
from reportlint.text import MULTILINE, Pattern
from reportlint.text.frozen import frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from typing import Any

SECONDS = 2.0
"""How long an expression may look at a draft, for each `STRETCH` characters begun."""

STRETCH = 100_000

TRIAL_SECONDS = 0.5
"""How long an expression may look at the examples of its rule."""

_MOST = 10_000
"""Characters that an expression may demand at least; the library compiles each of them."""

_SHOWN = 60
_TOKEN = Pattern(
    r"(?s)\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\{(?P<least>\d{1,9})(?:,\d{0,9})?\}|\((?:\?(?:[:=!>|]|P?<))?|\)|."
)
_REASONS = {
    "missing )": "缺少右括号“)”",
    "unbalanced parenthesis": "多了一个右括号“)”",
    "nothing to repeat": "“*”“+”“?”“{”前面没有可以重复的内容",
    "multiple repeat": "重复符号连用了两个",
    "unterminated character set": "缺少右方括号“]”",
    "bad escape (end of pattern)": "末尾多了一个反斜杠",
    "repeat count too big": "重复次数太大",
}


class PatternTimeoutError(UserError):
    """An expression that needs too much time or memory on a draft; `text` says so in one line, in both languages."""

    def __init__(self, source: str) -> None:
        pattern = quoted(source, _SHOWN)
        super().__init__(
            Text(
                f"正则表达式{pattern}在这份稿件上费时过长，已停止；请改写，避免重复套重复（如 (a+)+），并限定重复次数",
                f"the pattern {pattern} takes too long on this draft and was stopped; rewrite it without repeats inside"
                " repeats such as (a+)+, and bound its repeats",
            )
        )
        self.source = source

    def __reduce__(self) -> tuple[type[PatternTimeoutError], tuple[str]]:
        return PatternTimeoutError, (self.source,)


@frozen
class Expression:
    """A regular expression; `^` and `$` stand at the ends of lines, `.` stays in its line.

    Attributes:
        source: the expression, in the syntax of `regex`.
    """

    source: str

    __slots__ = ("_compiled",)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_compiled", None)

    @property
    def compiled(self) -> Any:  # noqa: ANN401 - the library has no types
        """The compiled expression; compiled on first use.

        Raises:
            RuleError: for a source that is no regular expression.
        """
        known = getattr(self, "_compiled")  # noqa: B009 - no field, so no type checker knows it
        if known is None:
            known = _compile(self.source)
            object.__setattr__(self, "_compiled", known)
        return known

    def matches(self, text: str, seconds: float | None = None) -> list[re.Match[str]]:
        """All matches in a text, left to right, those of no character included.

        Args:
            text: where to look.
            seconds: how long at most; None: as is right for a text of this length.

        Raises:
            PatternTimeoutError: when it takes longer.
            RuleError: for a source that is no regular expression.
        """
        limit = SECONDS * max(1.0, len(text) / STRETCH) if seconds is None else seconds
        compiled = self.compiled
        try:
            return list(compiled.finditer(text, timeout=limit))
        except (TimeoutError, MemoryError, RecursionError) as error:
            raise PatternTimeoutError(self.source) from error


def _compile(source: str) -> Any:  # noqa: ANN401 - the library has no types
    pattern = quoted(source, _SHOWN)
    if _least_length(source) > _MOST:
        raise RuleError(
            Text(
                f"正则表达式{pattern}要求的重复次数太多，请改小",
                f"the pattern {pattern} demands too many repeats; make them fewer",
            )
        )
    regex = import_module("regex")  # without types, and only when a rule has a pattern
    try:
        return regex.compile(source, MULTILINE)
    except Exception as error:
        reason = str(getattr(error, "msg", "")) or type(error).__name__
        place = getattr(error, "pos", None)
        where = f"（第 {place + 1} 个字符处）" if isinstance(place, int) else ""
        raise RuleError(
            Text(
                f"正则表达式{pattern}有误：{_REASONS.get(reason, reason)}{where}，请改正",
                f"the pattern {pattern} is no regular expression: {str(error) or reason}; correct it",
            )
        ) from error


def _least_length(source: str) -> int:
    """About how many characters a match must have at least, alternatives added up."""
    outer: list[int] = []
    total = last = 0
    for token in _TOKEN.finditer(source):
        if token["least"]:
            # What was counted once counts this often.
            total += last * (max(1, int(token["least"])) - 1)
            last *= max(1, int(token["least"]))
        elif token[0].startswith("("):
            outer.append(total)
            total = last = 0
        elif token[0] == ")":
            last = total
            total += outer.pop() if outer else 0
        else:
            last = 1
            total += 1
    return total + sum(outer)

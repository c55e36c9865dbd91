"""Runs code that is not ours, and tells in one line what went wrong with it."""

from __future__ import annotations

from reportlint.check import Text, UserError
from reportlint.limits import TimeLimitError, under_limits
from reportlint.text.frozen import frozen
from reportlint.text.width import showable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeVar

    from reportlint.limits import Limits

    T = TypeVar("T")

_LONGEST = 300


@frozen
class Broken:
    """Instead of a result: why there is none, in one line."""

    why: Text


def attempt(action: Callable[[], T], limits: Limits, who: str) -> T | Broken:
    """What an action returns, or what went wrong with it: whatever it raises, it stops nobody but itself.

    Args:
        action: code of a plugin, or what runs such code.
        limits: for the action.
        who: whose code it is; see `under_limits`.
    """
    try:
        return under_limits(action, limits, who)
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # noqa: BLE001 - a plugin may raise anything, SystemExit too
        caught = error
    try:
        return Broken(under_limits(lambda: told(caught, limits), limits, who))
    except KeyboardInterrupt:
        raise
    except BaseException:  # noqa: BLE001 - an exception may be as broken as what raised it
        return Broken(Text(type(caught).__name__))


def told(error: BaseException, limits: Limits | None = None) -> Text:
    """What went wrong: the limit that was passed, or kind and words of the exception and the line it comes from."""
    if isinstance(error, UserError):
        return Text(line(error.text.zh), line(error.text.en))
    if limits and isinstance(error, TimeLimitError):
        return Text(f"超过 {limits.seconds:g} 秒仍未完成，已中止", f"stopped after {limits.seconds:g} seconds")
    if limits and limits.memory and isinstance(error, MemoryError):
        size = f"{limits.memory >> 20} MB" if limits.memory >> 20 else f"{limits.memory} B"
        return Text(f"所需内存超过 {size}，已中止", f"stopped for needing more than {size} of memory")
    return Text(_one_line(error))


def line(words: str) -> str:
    """Words of somebody else in one line that cannot steer a terminal, cut where it gets too long."""
    return showable(" ".join(words.split()))[:_LONGEST]


def _one_line(error: BaseException) -> str:
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    file = trace.tb_frame.f_code.co_filename.replace("\\", "/").rpartition("/")[2] if trace else ""
    # That of an import is in the words already; the import system's own lines help nobody.
    where = f" ({line(file)}:{trace.tb_lineno})" if trace and not file.startswith("<frozen") else ""
    words = line(str(error))
    return f"{type(error).__name__}{': ' + words if words else ''}{where}"

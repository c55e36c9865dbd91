"""An exception from code that is not ours, told in one line."""

from __future__ import annotations

from reportlint.check import Text, UserError
from reportlint.limits import TimeLimitError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reportlint.limits import Limits

_LONGEST = 300


def told(error: BaseException, limits: Limits | None = None) -> Text:
    """What went wrong: the limit that was passed, or kind and words of the exception and the line it comes from."""
    if isinstance(error, UserError):
        return error.text
    if limits and isinstance(error, TimeLimitError):
        return Text(f"超过 {limits.seconds:g} 秒仍未完成，已中止", f"stopped after {limits.seconds:g} seconds")
    if limits and limits.memory and isinstance(error, MemoryError):
        size = limits.memory >> 20
        return Text(f"所需内存超过 {size} MB，已中止", f"stopped for needing more than {size} MB of memory")
    return Text(_one_line(error))


def _one_line(error: BaseException) -> str:
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    file = trace.tb_frame.f_code.co_filename.replace("\\", "/").rpartition("/")[2] if trace else ""
    where = f" ({file}:{trace.tb_lineno})" if trace else ""
    try:
        words = " ".join(str(error).split())[:_LONGEST]
    except Exception:  # noqa: BLE001 - an exception may be as broken as what raised it
        words = ""
    return f"{type(error).__name__}{': ' + words if words else ''}{where}"

"""How long, and with how much memory, code that is not ours may run.

Where the system has timers (Linux, macOS; in the main thread) they interrupt anything that Python runs, regular
expressions included. Elsewhere another thread throws the same exception, which reaches loops in Python only. Memory is
limited where the system says how much a process has (Linux).
"""

from __future__ import annotations

import os
import sys

from reportlint.text.frozen import frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeVar

    T = TypeVar("T")

_AGAIN = 0.05
"""Seconds after which code that swallowed the exception gets it again."""

_STUBBORN = 100
"""How many times, before the process is given up."""


@frozen
class Limits:
    """What a single call may use; 0 means as much as it likes.

    Attributes:
        seconds: of real time.
        memory: bytes on top of what the process has when the call begins.
    """

    seconds: float = 10.0
    memory: int = 1 << 30

    def of(self, length: int) -> Limits:
        """The limits for a draft of that many characters: time grows with it from 100,000 on."""
        return Limits(self.seconds * max(1.0, length / 100_000), self.memory)


class TimeLimitError(BaseException):
    """The time is over. Not an `Exception`, so that code that handles every one of those does not handle this."""


def under_limits(action: Callable[[], T], limits: Limits, who: str) -> T:
    """Call `action` and return what it returns; what it prints goes to standard error.

    Args:
        action: what to call.
        limits: for the call.
        who: whose code it is, for the last words of a process that cannot end it.

    Raises:
        TimeLimitError: when it takes too long.
        MemoryError: when it needs too much memory.
    """
    restore = _limit_memory(limits.memory)
    before, sys.stdout = sys.stdout, sys.stderr
    hook, sys.unraisablehook = sys.unraisablehook, _ignore
    try:
        if not limits.seconds:
            return action()
        if _has_timer():
            return _by_timer(action, limits.seconds, who)
        return _by_thread(action, limits.seconds, who)
    finally:
        sys.stdout, sys.unraisablehook = before, hook
        restore()


def _ignore(_: object) -> None:
    """What is raised where nobody can catch it, as by a generator that will not be closed, is no news to the user."""


def _has_timer() -> bool:
    import signal
    import threading

    return hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread()


def _by_timer(action: Callable[[], T], seconds: float, who: str) -> T:
    import signal

    times = 0
    own = sys._getframe()  # noqa: SLF001 - the frame that must not be interrupted itself

    def interrupt(_: int, frame: object) -> None:
        nonlocal times
        if frame is own:
            return  # between the end of the action and the end of the timer
        times += 1
        if times > _STUBBORN:
            _give_up(who)
        raise TimeLimitError

    previous = signal.signal(signal.SIGALRM, interrupt)
    try:
        signal.setitimer(signal.ITIMER_REAL, seconds, _AGAIN)
        return action()
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, previous)


def _by_thread(action: Callable[[], T], seconds: float, who: str) -> T:
    import ctypes
    import threading

    caller = ctypes.c_ulong(threading.get_ident())
    throw = ctypes.pythonapi.PyThreadState_SetAsyncExc
    over = threading.Event()

    def interrupt() -> None:
        wait, times = seconds, 0
        while not over.wait(wait):
            times += 1
            if times > _STUBBORN:
                _give_up(who)
            throw(caller, ctypes.py_object(TimeLimitError))
            wait = _AGAIN

    watcher = threading.Thread(target=interrupt, daemon=True)
    watcher.start()
    try:
        return action()
    finally:
        over.set()
        watcher.join()
        throw(caller, None)


def _give_up(who: str) -> None:
    """End the process: a call that swallows every interruption would never end it."""
    sys.stderr.write(f"reportlint: {who}：超时且无法中止，本次检查中断 (cannot be stopped; given up)\n")
    sys.stderr.flush()
    os._exit(2)


def _limit_memory(memory: int) -> Callable[[], None]:
    """Limit the memory of the process; what is returned takes the limit away."""
    if not memory:
        return lambda: None
    try:
        import resource

        with open("/proc/self/statm", encoding="ascii") as stream:
            now = int(stream.read().split()[0]) * resource.getpagesize()
    except (ImportError, OSError):
        return lambda: None
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    wanted = now + memory
    if soft != resource.RLIM_INFINITY and soft <= wanted:
        return lambda: None
    resource.setrlimit(resource.RLIMIT_AS, (wanted, hard))
    return lambda: resource.setrlimit(resource.RLIMIT_AS, (soft, hard))

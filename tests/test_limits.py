"""Code that is not ours is cut when it takes too long or too much, in the main thread and in others."""

from __future__ import annotations

import re
import resource
import subprocess
import sys
import threading
import time
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest

from reportlint.limits import Limits, TimeLimitError, under_limits

if TYPE_CHECKING:
    from collections.abc import Callable

SHORT = Limits(seconds=0.2, memory=0)


def endless() -> None:
    while True:
        pass


def swallowing_errors() -> None:
    while True:
        with suppress(Exception):
            endless()


def sleeping() -> None:
    time.sleep(60)


def catastrophic() -> None:
    re.match(r"(a+)+$", "a" * 60 + "b")


def caught(action: Callable[[], object], limits: Limits = SHORT) -> BaseException | None:
    try:
        under_limits(action, limits, "someone")
    except (TimeLimitError, MemoryError) as error:
        return error
    return None


@pytest.mark.parametrize("action", [endless, swallowing_errors, sleeping, catastrophic])
def test_whatever_takes_too_long_is_cut_in_the_main_thread(action: Callable[[], None]) -> None:
    assert isinstance(caught(action), TimeLimitError)


@pytest.mark.parametrize("action", [endless, swallowing_errors])
def test_loops_are_cut_in_other_threads(action: Callable[[], None]) -> None:
    found: list[BaseException | None] = []
    thread = threading.Thread(target=lambda: found.append(caught(action)))
    thread.start()
    thread.join(20)

    assert [type(error) for error in found] == [TimeLimitError]


def test_what_ends_in_time_returns_and_is_never_interrupted_later() -> None:
    assert under_limits(lambda: 7, Limits(seconds=0.05, memory=0), "someone") == 7
    time.sleep(0.15)
    assert under_limits(lambda: 8, Limits(seconds=0, memory=0), "someone") == 8


def test_memory_is_limited_and_the_limit_taken_away() -> None:
    before = resource.getrlimit(resource.RLIMIT_AS)

    assert isinstance(caught(lambda: bytearray(300 << 20), Limits(10, 100 << 20)), MemoryError)
    assert caught(lambda: bytearray(50 << 20), Limits(10, 100 << 20)) is None
    assert resource.getrlimit(resource.RLIMIT_AS) == before


def test_time_grows_with_the_draft_and_an_ordinary_one_has_the_whole() -> None:
    assert Limits(10).of(4_000).seconds == 10
    assert Limits(10).of(1_000_000).seconds == 100
    assert Limits(0).of(1_000_000).seconds == 0


def test_what_it_prints_goes_to_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    under_limits(lambda: print("debug"), SHORT, "someone")  # noqa: T201 - as plugins do
    assert capsys.readouterr() == ("", "debug\n")


def test_a_process_that_cannot_be_stopped_ends_with_status_2_and_a_name() -> None:
    program = (
        "import reportlint.limits as limits\n"
        "def endless():\n"
        "    while True: pass\n"
        "def swallowing(action):\n"
        "    while True:\n"
        "        try: action()\n"
        "        except BaseException: pass\n"
        "stubborn = lambda: swallowing(lambda: swallowing(lambda: swallowing(endless)))\n"
        "limits.under_limits(stubborn, limits.Limits(0.05, 0), 'office 1.0')\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False, timeout=60)  # noqa: S603 - ours

    assert done.returncode == 2
    assert "office 1.0" in done.stderr

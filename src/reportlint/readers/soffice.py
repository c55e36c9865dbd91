"""LibreOffice as a converter: it is found, started with a profile of its own, and ended.

It runs without a window, with a profile in a temporary folder: the user's profile and a LibreOffice that is open stay
as they are, and two runs at once do not meet. No macro runs, and nothing a document points to is fetched: without that
setting LibreOffice asks the network for linked pictures.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from reportlint.check import Text
from reportlint.readers import ReadingError

__all__ = ["SECONDS", "VARIABLE", "convert", "find_soffice"]

VARIABLE = "REPORTLINT_SOFFICE"
"""Environment variable with the path of LibreOffice's program soffice, where it is in no usual place."""

SECONDS = 120.0
"""How long one document may take; a report takes one or two."""

_NAMES = ("soffice", "libreoffice")
_SETTINGS = (
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Office.Writer/Content/Update", "Link", "0"),
)
"""Of the profile: run no macro, follow no link out of a document, bring no linked text up to date."""

_PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
{}
</oor:items>
"""
_ITEM = '<item oor:path="/org.openoffice.{}"><prop oor:name="{}" oor:op="fuse"><value>{}</value></prop></item>'
_WEB_PAGE = "HTML (StarWriter)"
"""Name of the import filter that reads a web page as a text; as what it is, it could not be saved as .docx."""


def find_soffice() -> str | None:
    """Path of LibreOffice's program: the one the environment names, or else the first on PATH or in a usual place."""
    named = os.environ.get(VARIABLE)
    if named:
        return named if _runs(named) else None
    return next(filter(_runs, _candidates()), None)


def convert(data: bytes, suffix: str, seconds: float = SECONDS) -> bytes:
    """A document as .docx.

    Args:
        data: the document.
        suffix: what it is, such as ".doc"; LibreOffice needs it to choose a filter.
        seconds: how long it may take.

    Raises:
        ReadingError: when LibreOffice is not there, does not start, takes too long, or makes nothing of the document.
    """
    program = find_soffice()
    if program is None:
        raise ReadingError(missing())
    # Windows may hold on to a file for a moment after its program has ended.
    with TemporaryDirectory(prefix="reportlint-", ignore_cleanup_errors=True) as name:
        folder = Path(name).resolve()
        source = folder / f"draft{suffix}"
        source.write_bytes(data)
        _make_profile(folder / "profile")
        _run([program, *_arguments(folder, source)], folder, seconds)
        made = folder / "made" / "draft.docx"
        if not made.is_file():
            raise ReadingError(
                Text(
                    "LibreOffice 打不开这个文件：可能已损坏，或有密码",
                    "LibreOffice cannot open it: it may be damaged, or protected by a password",
                )
            )
        return made.read_bytes()


def missing() -> Text:
    """What to do when LibreOffice is not found."""
    named = os.environ.get(VARIABLE)
    if named:
        return Text(f"环境变量 {VARIABLE} 所指的程序不存在：{named}", f"{VARIABLE} names no program: {named}")
    return Text(
        "须安装 LibreOffice 才能检查，或另存为 .docx",
        "cannot be checked without LibreOffice; install it, or save as .docx",
    )


def _runs(path: str) -> bool:
    return os.path.isfile(path) and os.access(path, os.X_OK)


def _candidates() -> list[str]:
    folders = [folder for folder in os.environ.get("PATH", os.defpath).split(os.pathsep) if folder]
    endings = (".com", ".exe") if os.name == "nt" else ("",)
    found = [os.path.join(folder, name + end) for name in _NAMES for folder in folders for end in endings]
    if os.name == "nt":
        roots = [os.environ.get(name, "") for name in ("PROGRAMFILES", "PROGRAMFILES(X86)")]
        return found + [os.path.join(root, "LibreOffice", "program", "soffice.com") for root in roots if root]
    return [*found, "/Applications/LibreOffice.app/Contents/MacOS/soffice"] if sys.platform == "darwin" else found


def _make_profile(folder: Path) -> None:
    """A new profile with the settings, as LibreOffice keeps them."""
    items = "\n".join(_ITEM.format(*setting) for setting in _SETTINGS)
    (folder / "user").mkdir(parents=True)
    (folder / "user" / "registrymodifications.xcu").write_text(_PROFILE.format(items), encoding="utf-8")


def _arguments(folder: Path, source: Path) -> list[str]:
    return [
        "--headless",
        "--norestore",
        "--nolockcheck",
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        *([f"--infilter={_WEB_PAGE}"] if source.suffix == ".html" else []),
        "--convert-to",
        "docx",
        "--outdir",
        str(folder / "made"),
        str(source),
    ]


def _run(command: list[str], folder: Path, seconds: float) -> None:
    """Run a command to its end; whatever it started is ended with it.

    Raises:
        ReadingError: when it cannot be started or takes too long.
    """
    temporary = dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(folder))
    try:
        process = subprocess.Popen(  # noqa: S603 - no shell, and a name of our own for the document
            command,
            cwd=folder,
            env={**os.environ, **temporary, "SAL_USE_VCLPLUGIN": "svp"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError as error:
        words = error.strerror or type(error).__name__
        raise ReadingError(Text(f"无法启动 LibreOffice：{words}", f"LibreOffice does not start: {words}")) from error
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired as error:
        raise ReadingError(
            Text(
                f"LibreOffice 用了 {seconds:g} 秒仍未读完，未检查",
                f"LibreOffice did not finish within {seconds:g} seconds",
            )
        ) from error
    finally:
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a process and all it started."""
    if sys.platform == "win32":
        if process.poll() is None:
            kill = ["taskkill", "/PID", str(process.pid), "/T", "/F"]
            subprocess.run(kill, capture_output=True, check=False)  # noqa: S603 - our own child
    else:
        from contextlib import suppress
        from signal import SIGKILL

        with suppress(ProcessLookupError, PermissionError):  # when all have ended
            os.killpg(process.pid, SIGKILL)
    process.wait()

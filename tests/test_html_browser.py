"""The HTML page in a real browser: headless Chromium, spoken to through two pipes.

The audit for accessibility needs npm and axe-core (MPL-2.0), which is installed for the run and kept nowhere else.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from reportlint.api import Severity
from reportlint.reporters import ReportOptions
from reports import CHECKS, DRAFT, check_file, printed, run_of, unreadable

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
FOUND = next((path for name in NAMES if (path := shutil.which(name))), None)
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-extensions",
    "--disable-background-networking",
    "--no-first-run",
    "--remote-debugging-pipe",
)
NETWORK = ("http:", "https:", "ws:", "wss:", "ftp:")

pytestmark = pytest.mark.skipif(FOUND is None, reason="Chromium is not installed")


class Page:
    """A page of a browser; what it loads and complains about is kept."""

    def __init__(self, folder: Path) -> None:
        reading, its_writing = os.pipe()
        its_reading, writing = os.pipe()
        # The protocol wants the pipes as file descriptors 3 and 4, which only a shell gives them by number.
        command = f'exec "$@" 3<&{its_reading} 4>&{its_writing}'
        self._process = subprocess.Popen(
            ["/bin/bash", "-c", command, "bash", str(FOUND), *FLAGS, f"--user-data-dir={folder}", "about:blank"],
            pass_fds=(its_reading, its_writing),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(its_reading)
        os.close(its_writing)
        self._from, self._to = os.fdopen(reading, "rb", buffering=0), os.fdopen(writing, "wb", buffering=0)
        self._rest = b""
        self._asked = 0
        self._session = ""
        self.requests: list[str] = []
        self.complaints: list[str] = []
        self.loads = 0
        target = self.tell("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.tell("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.tell(f"{domain}.enable")

    def close(self) -> None:
        """End the browser."""
        self._session = ""
        self.tell("Browser.close")
        self._process.wait(20)
        self._from.close()
        self._to.close()

    def tell(self, method: str, **parameters: object) -> dict[str, Any]:
        """Call a method of the protocol and wait for its answer."""
        self._asked += 1
        message = {"id": self._asked, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        self._to.write(json.dumps(message).encode() + b"\0")
        while True:
            answer = self._next()
            if answer.get("id") == self._asked:
                assert "error" not in answer, answer
                result: dict[str, Any] = answer["result"]
                return result

    def open(self, path: Path, *, width: int = 1280, height: int = 900, **media: str) -> None:
        """Show a file at a size, with media features such as prefers_color_scheme="dark"; wait until it is loaded."""
        self.requests.clear()
        self.complaints.clear()
        self.tell(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=width < 500
        )
        features = [{"name": name.replace("_", "-"), "value": value} for name, value in media.items()]
        self.tell("Emulation.setEmulatedMedia", features=features)
        before = self.loads
        self.tell("Page.navigate", url=path.as_uri())
        while self.loads == before:
            self._next()

    def run(self, script: str) -> Any:  # noqa: ANN401 - whatever the expression gives
        """Value of a JavaScript expression on the page; a promise is waited for."""
        answer = self.tell("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")

    def press(self, *keys: str) -> None:
        """Press keys, one after the other."""
        for key in keys:
            text = "\r" if key == "Enter" else key if len(key) == 1 else ""
            code = {"Enter": 13, "Escape": 27, "Tab": 9}.get(key, 0)
            self.tell("Input.dispatchKeyEvent", type="keyDown", key=key, text=text, windowsVirtualKeyCode=code)
            self.tell("Input.dispatchKeyEvent", type="keyUp", key=key, windowsVirtualKeyCode=code)

    def click(self, selector: str) -> None:
        """Click into the middle of an element, as a mouse does."""
        x, y = self.run(
            f"(() => {{ const e = document.querySelector({json.dumps(selector)}); e.scrollIntoView({{block: 'nearest'}});"
            "const r = e.getClientRects()[0]; return [r.x + r.width / 2, r.y + r.height / 2]; })()"
        )
        for kind in ("mousePressed", "mouseReleased"):
            self.tell("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)

    def focused(self) -> str:
        """Id or class of what has the focus."""
        return str(self.run("document.activeElement.id || document.activeElement.className"))

    def shown(self) -> list[str]:
        """Ids of the findings that are seen."""
        seen: list[str] = self.run("[...document.querySelectorAll('.finding')].filter(e => e.offsetHeight).map(e => e.id)")
        return seen

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self._rest:
            got = self._from.read(1 << 16)
            assert got, "the browser is gone"
            self._rest += got
        one, _, self._rest = self._rest.partition(b"\0")
        message: dict[str, Any] = json.loads(one)
        self._keep(message.get("method", ""), message.get("params", {}))
        return message

    def _keep(self, method: str, told: dict[str, Any]) -> None:
        if method == "Page.loadEventFired":
            self.loads += 1
        elif method == "Network.requestWillBeSent":
            self.requests.append(told["request"]["url"])
        elif method == "Runtime.exceptionThrown":
            self.complaints.append(json.dumps(told))
        elif method == "Runtime.consoleAPICalled" and told["type"] in {"error", "warning", "assert"}:
            self.complaints.append(json.dumps(told))
        elif method == "Log.entryAdded" and told["entry"]["level"] in {"error", "warning"}:
            self.complaints.append(told["entry"]["text"])


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """One browser for all tests here."""
    opened = Page(tmp_path_factory.mktemp("browser"))
    yield opened
    opened.close()

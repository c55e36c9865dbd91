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

from reportlint.api import Severity, Text
from reportlint.grid import Cell, Table
from reportlint.reporters import ReportOptions
from reportlint.text.frozen import replace
from reports import CHECKS, DRAFT, check_file, group, printed, run_of, suppress, unreadable

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
        self._process = subprocess.Popen(  # noqa: S603 - a browser with our own arguments
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

    def settle(self) -> None:
        """Wait until what was asked for is painted."""
        self.run("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(0))))")

    def click(self, selector: str) -> None:
        """Click into the middle of an element, as a mouse does."""
        self.settle()
        x, y = self.run(
            f"(() => {{ const e = document.querySelector({json.dumps(selector)});"
            "e.scrollIntoView({block: 'nearest'}); "
            "const r = e.getClientRects()[0]; return [r.x + r.width / 2, r.y + r.height / 2]; })()"
        )
        for kind in ("mousePressed", "mouseReleased"):
            self.tell("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)
        self.settle()

    def focused(self) -> str:
        """Id or class of what has the focus."""
        return str(self.run("document.activeElement.id || document.activeElement.className"))

    def shown(self) -> list[str]:
        """Ids of the findings that are seen."""
        seen: list[str] = self.run(
            "[...document.querySelectorAll('.finding')].filter(e => e.offsetHeight).map(e => e.id)"
        )
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
        elif method == "Runtime.exceptionThrown" or (
            method == "Runtime.consoleAPICalled" and told["type"] in {"error", "warning", "assert"}
        ):
            self.complaints.append(json.dumps(told))
        elif method == "Log.entryAdded" and told["entry"]["level"] in {"error", "warning"}:
            self.complaints.append(told["entry"]["text"])


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """One browser for all tests here."""
    opened = Page(tmp_path_factory.mktemp("browser"))
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def axe(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The source of axe-core, installed for this run."""
    npm = shutil.which("npm")
    if npm is None:
        pytest.skip("npm is not installed")
    folder = tmp_path_factory.mktemp("axe")
    command = [npm, "install", "--prefix", str(folder), "--no-audit", "--no-fund", "--ignore-scripts", "axe-core@4"]
    try:
        done = subprocess.run(  # noqa: S603 - npm with our own arguments
            command, capture_output=True, check=False, timeout=60, text=True
        )
    except subprocess.TimeoutExpired:
        pytest.skip("axe-core cannot be installed: npm took too long")
    if done.returncode:
        pytest.skip(f"axe-core cannot be installed: {done.stderr.strip()[-200:]}")
    return (folder / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")


SECOND = (
    "石桥镇工作总结\n一、工作回顾\n办实事，实事。\n完成XX项。\n"
    + "各项工作稳步推进。\n" * 80
    + "还有XX项。\n结尾\n完\n"
)
HOSTILE = (
    "</script><img src=http://x.invalid/a.png onerror=alert(1)>\n&lt;b&gt;\x00\x1b零\u200b宽\ud800\u3000\tXX\n甲\n乙\n"
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Pages of several runs."""
    made = tmp_path_factory.mktemp("pages")
    every = ReportOptions(minimum=Severity.INFO, show_suppressed=True)
    english = ReportOptions("en", Severity.INFO)
    two = run_of(
        group(check_file(DRAFT), "placeholder.mask"),
        unreadable(),
        suppress(check_file(SECOND, "第二份.txt"), "duplicate.word", "按原文"),
        problems=(Text("插件出错", "plugin failed"),),
    )
    tables = check_file(SECOND, "表.txt")
    document = tables.document
    assert document is not None
    cells = (
        Cell(1, 1, document.blocks[2].span),
        Cell(1, 2, document.blocks[3].span),
        Cell(2, 1, document.blocks[4].span),
    )
    notes = (*document.blocks[:-1], replace(document.blocks[-1], part="footnote"))
    tables = replace(tables, document=replace(document, tables=(Table(cells),), blocks=notes))
    only = {"placeholder.mask": CHECKS["placeholder.mask"]}
    clean = run_of(check_file("各项工作顺利完成。\n", checks=only), checks=only)
    pages = {
        "two": printed(two, "html", every),
        "english": printed(two, "html", english),
        "tables": printed(run_of(tables), "html", every),
        "hostile": printed(run_of(check_file(HOSTILE)), "html", every),
        "clean": printed(clean, "html", every),
    }
    for name, text in pages.items():
        (made / f"{name}.html").write_text(text, encoding="utf-8")
    return made


def test_pages_load_nothing_and_complain_about_nothing(page: Page, folder: Path) -> None:
    for path in sorted(folder.glob("*.html")):
        page.open(path)
        page.press("j", "?", "Escape", "j", "Enter", "Enter", "k")
        assert page.complaints == [], path
        assert page.requests == [path.as_uri()]


@pytest.mark.parametrize(("name", "text"), [("two", DRAFT), ("tables", SECOND), ("hostile", HOSTILE)])
def test_browser_reads_the_words_of_the_draft(page: Page, folder: Path, name: str, text: str) -> None:
    page.open(folder / f"{name}.html")
    shown = text.replace("\x00", "\ufffd").replace("\x1b", "\ufffd").replace("\ud800", "\ufffd").replace("\u200b", "·")
    assert page.run("document.querySelector('.draft').textContent") == shown
    assert page.run("document.querySelectorAll('.draft img').length") == 0


def test_info_is_hidden_until_asked_for(page: Page, folder: Path) -> None:
    page.open(folder / "two.html")
    assert page.shown() == ["e1-1", "e1-2", "e1-4"]
    assert page.run("document.querySelector('.levels .info').textContent.trim()") == "提示 1"
    assert page.run("document.querySelector('[role=status]').textContent") == "显示 3 条，共 4 条"
    plain = page.run("document.querySelectorAll('#draft-1 mark.info').length")
    page.click(".levels .info input")
    assert page.shown() == ["e1-1", "e1-2", "e1-3", "e1-4"]
    assert page.run("document.querySelector('[role=status]').textContent") == "共 4 条"
    assert plain == 0 < page.run("document.querySelectorAll('#draft-1 mark.info').length")


def test_families_and_words_filter_list_and_marks(page: Page, folder: Path) -> None:
    page.open(folder / "two.html")
    page.click("#families summary")
    page.click("#families [value=placeholder]")
    assert page.shown() == ["e1-1", "e1-4"]
    assert page.run("document.querySelectorAll('#draft-1 mark.error').length") == 0
    page.press("Escape", "/")
    assert page.focused() == "search"
    page.press(*"实事")
    assert page.shown() == ["e1-4"]
    page.press(*"没有这样的")
    assert page.shown() == []
    page.click("#findings-1 .everything")
    assert page.shown() == ["e1-1", "e1-2", "e1-3", "e1-4"]


def test_keys_walk_through_the_findings_of_all_drafts(page: Page, folder: Path) -> None:
    page.open(folder / "two.html")

    def here() -> object:
        return page.run("[document.activeElement.hash, document.querySelector('.finding.active')?.id, location.hash]")

    walk = []
    for key in "jnjjpk":
        page.press(key)
        walk.append(page.run("document.activeElement.hash"))
    assert walk == ["#m1-1", "#m1-2", "#m1-4", "#m2-1", "#m1-4", "#m1-2"]
    assert here() == ["#m1-2", "e1-2", "#e1-2"]
    page.press("Enter")
    assert here() == ["#e1-2", "e1-2", "#m1-2"]
    assert page.run("document.querySelectorAll('#draft-1 mark.active').length") == 2
    page.press("Enter")
    assert here() == ["#m1-2", "e1-2", "#e1-2"]
    page.press("Escape")
    assert here() == [None, None, ""]
    page.press("f")
    assert page.run("document.activeElement.value") == "error"
    page.press("?")
    assert page.run("document.getElementById('help').open")
    page.click("#single")
    page.click("#close")
    page.press("j", "/")
    assert page.run("document.querySelector('.finding.active')") is None


def test_clicks_lead_from_list_to_draft_and_back(page: Page, folder: Path) -> None:
    page.open(folder / "two.html")
    page.run("document.getElementById('pick').value = 'file-2'")
    page.run("document.getElementById('pick').dispatchEvent(new Event('change'))")
    last = page.shown()[-1]
    page.click(f"#{last} .where")
    assert page.focused() == last.replace("e", "m")
    middle = "(e => { const r = e.getBoundingClientRect(); return r.top > 0 && r.bottom < innerHeight; })"
    assert page.run(f"{middle}(document.querySelector('mark.active'))")
    page.click("#draft-2 mark.error")
    assert page.run("document.activeElement.closest('.finding').id") == page.run(
        "document.getElementById(document.querySelector('#draft-2 mark.error').previousElementSibling.hash.slice(1)).id"
    )
    follow = "new Promise(done => { addEventListener('hashchange', () => done(0)); location.hash = '#m1-4'; })"
    page.run(follow)
    assert page.run("document.querySelector('.finding.active').id") == "e1-4"


def test_link_to_another_place_shows_it(page: Page, folder: Path) -> None:
    page.open(folder / "two.html")
    page.click("#e1-4 .related a")
    assert page.focused() == "r1-4-1"
    assert page.run("document.querySelector('mark.beside').textContent") == "实事"


@pytest.mark.parametrize("width", [320, 375, 620, 1000, 1280])
@pytest.mark.parametrize("name", ["two", "tables", "hostile"])
def test_nothing_has_to_be_scrolled_sideways(page: Page, folder: Path, name: str, width: int) -> None:
    page.open(folder / f"{name}.html", width=width, height=740)
    assert page.run("document.documentElement.scrollWidth") <= width


def test_page_works_without_its_script(page: Page, folder: Path) -> None:
    page.tell("Emulation.setScriptExecutionDisabled", value=True)
    try:
        page.open(folder / "two.html")
    finally:
        page.tell("Emulation.setScriptExecutionDisabled", value=False)
    assert len(page.shown()) == page.run("document.querySelectorAll('.finding').length") > 6
    assert page.run("document.getElementById('tools').offsetHeight") == 0
    assert page.run("document.querySelectorAll('.steps:not([hidden])').length") == 0
    page.click("#e2-2 .go")
    assert page.run("location.hash") == "#m2-2"
    page.click("#m2-2")
    assert page.run("location.hash") == "#e2-2"


def test_paper_has_every_draft_and_no_controls(page: Page, folder: Path) -> None:
    page.open(folder / "two.html")
    page.tell("Emulation.setEmulatedMedia", media="print")
    seen = page.run(
        "['.file', '.tools', '.steps', '.skip', '.bar h3'].map(s => document.querySelectorAll(s).length && "
        "[...document.querySelectorAll(s)].filter(e => e.offsetHeight).length)"
    )
    page.tell("Emulation.setEmulatedMedia", media="")
    assert seen == [2, 0, 0, 0, 2]
    assert page.tell("Page.printToPDF")["data"].startswith("JVBERi")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["two", "english", "tables", "clean"])
def test_accessibility_audit_finds_nothing(page: Page, folder: Path, axe: str, name: str, scheme: str) -> None:
    width = 375 if name == "english" else 1280
    page.open(folder / f"{name}.html", width=width, prefers_color_scheme=scheme)
    page.run(f"{axe}; 0")
    audit = "axe.run().then(r => r.violations.map(v => [v.id, v.nodes.map(n => [n.html, n.failureSummary])]))"
    assert page.run(audit) == []
    page.press("j", "j")
    page.run("document.querySelectorAll('details').forEach(d => { d.open = true; })")
    page.run("document.querySelectorAll('.levels input').forEach(b => b.checked || b.click())")
    assert page.run(audit) == []
    page.press("?")
    assert page.run(audit) == []

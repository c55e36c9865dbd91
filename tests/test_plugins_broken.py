"""A broken plugin costs its own findings and nobody else's, whatever breaks and wherever.

Each stands beside one that works, in a real process over a real draft.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from command import SEEDS, Result, reportlint
from plugins import GOOD, Plugin, checks, install

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

DRAFT = SEEDS / "000_f5d03bcede38f640.txt"
LIMITS = "time-limit = 1\nmemory-limit = '200M'\n"
NAMED = b"[reportlint]\nbroken = reportlint_broken:hooks\n"
"""Announces an object in the module."""

ENDLESS = "while True:\n    pass\n"
HUGE = "hoard = [bytes(1 << 26) for _ in range(4000)]\n"
"""Asks for memory without writing to it, which on a busy machine takes longer than the limit on time allows."""

CANCELLED = "import asyncio\nraise asyncio.CancelledError\n"
"""Not an Exception, as what many a library ends its work with."""


HOOK = "\ndef reportlint_checks():\n    return {'slogan': Slogan}\n"


def hook(body: str, name: str = "checks") -> str:
    """Code of a module with one hook."""
    return f"def reportlint_{name}():\n" + "".join(f"    {line}\n" for line in body.splitlines())


def given(value: str) -> str:
    """Code of a module that hands over a check of the name `slogan`, as source."""
    return f"class Base(Check):\n    meta = Meta(Text('口号'), Severity.INFO)\n    run = len\n{hook(f'return {value}')}"


def of_class(body: str) -> str:
    """Code of a module that hands over a class with this body."""
    return f"class Slogan(Check):\n    run = len\n    {body}\n{HOOK}"


LOADED = {
    "import raises": ("1 / 0\n", "ZeroDivisionError: division by zero (reportlint_broken.py:"),
    "import is no Python": ("def (:\n", "SyntaxError"),
    "import misses a library": ("import nowhere_to_be_found\n", "ModuleNotFoundError"),
    "import ends": ("sys.exit()\n", "SystemExit"),
    "import ends well": ("sys.exit(0)\n", "SystemExit"),
    "import is cancelled": (CANCELLED, "CancelledError"),
    "import never ends": (ENDLESS, "1 秒"),
    "import needs much memory": (HUGE, "800 MB"),
    "attributes raise": ("def __getattr__(name):\n    raise RuntimeError('no ' + name)\n", "RuntimeError: no "),
    "attributes never end": (f"def __getattr__(name):\n    {ENDLESS.replace('    ', '        ')}", "1 秒"),
    "attributes end": ("def __getattr__(name):\n    sys.exit(0)\n", "SystemExit"),
    "hook wants arguments": ("def reportlint_checks(config):\n    return {}\n", "config"),
    "hook is misspelt": ("def reportlint_check():\n    return {}\n", "reportlint_checks？"),
    "no hook": ("SLOGAN = 1\n", "reportlint_checks"),
    "hook raises": (hook("raise ValueError('not today')"), "reportlint_checks ValueError: not today"),
    "hook ends": (hook("sys.exit(0)"), "SystemExit"),
    "hook is cancelled": (hook(CANCELLED), "CancelledError"),
    "hook never ends": (hook(ENDLESS), "1 秒"),
    "hook gives an endless iterable": (hook("import itertools\nreturn itertools.count()"), "1000"),
    "hook gives an endless silent iterable": (hook("return (x for x in iter(int, 1) if x)"), "1 秒"),
    "hook gives an endless mapping": (
        "class Endless(dict):\n    def items(self):\n        return iter(lambda: (1, 2), 3)\n"
        + hook("return Endless(a=1)"),
        "",
    ),
    "hook needs much memory": (hook(HUGE), "200 MB"),
    "hook gives a list": (hook("return [Check]"), "{"),
    "hook gives a number": (hook("return 3"), "int"),
    "hook gives a word": (hook("return 'slogan'"), "{"),
    "hook gives a generator": (hook("yield Check"), "{"),
    "hook is asynchronous": ("async def reportlint_checks():\n    return {}\n", "coroutine"),
    "written for another version": ("api_version = '2.0'\n", "2.0"),
    "written for a newer version": ("api_version = '1.99'\n", "1.99"),
    "version is half": ("api_version = '1'\n", 'api_version 应写作 "1.'),
    "version is a number": ("api_version = 1.0\n", 'api_version 应写作 "1.'),
    "version is no number": ("api_version = 'one.two'\n", 'api_version 应写作 "1.'),
    "check is no class": (given("{'slogan': 3}"), "broken.slogan 不是 Check"),
    "check is another class": (given("{'slogan': dict}"), "broken.slogan 不是 Check"),
    "check is an instance": (given("{'slogan': Base()}"), "broken.slogan 不是 Check"),
    "check has no run": (of_class("meta = Meta(Text('口号'), Severity.INFO)\n    run = Check.run"), "run"),
    "check has no meta": (of_class("pass"), "meta"),
    "title is a string": (of_class("meta = Meta('口号', Severity.INFO)"), "title"),
    "title holds no string": (of_class("meta = Meta(Text(None), Severity.INFO)"), "title"),
    "severity is a string": (of_class("meta = Meta(Text('口号'), 'warning')"), "severity"),
    "confidence is a number": (of_class("meta = Meta(Text('口号'), Severity.INFO, 3)"), "confidence"),
    "aliases are nothing": (of_class("meta = Meta(Text('口号'), Severity.INFO, aliases=None)"), "broken.slogan"),
    "aliases are a string": (of_class("meta = Meta(Text('口号'), Severity.INFO, aliases='old')"), "aliases"),
    "aliases are numbers": (of_class("meta = Meta(Text('口号'), Severity.INFO, aliases=(1, []))"), "aliases"),
    "options want arguments": (
        of_class("meta = Meta(Text('口号'), Severity.INFO)\n    Options = print"),
        "broken.slogan",
    ),
    "check cannot be made": (
        of_class("meta = Meta(Text('口号'), Severity.INFO)\n    def __init__(self, options=None):\n        1 / 0"),
        "ZeroDivisionError",
    ),
    "name has blanks": (given("{'Two Words': Base}"), "名称"),
    "name has lines": (given("{'two\\nlines': Base}"), "名称"),
    "name is empty": (given("{'': Base}"), "名称"),
    "name is nothing": (given("{None: Base}"), "名称"),
    "alias of a built-in check": (checks("yield from ()", aliases="('number.sum',)"), "number.sum 已由 number 提供"),
    "alias of the other plugin": (
        checks("yield from ()", aliases="('good.slogan',)"),
        "good.slogan 已由 good 2.5 提供",
    ),
    "alias is a built-in family": (checks("yield from ()", aliases="('number',)"), "number"),
    "alias is everything": (checks("yield from ()", aliases="('all',)"), "all"),
}
"""What breaks before a draft is read: code of the module, and what its line must hold."""

FINDING = "Finding(Span(0, 1), Text('口号'))"
REFUSES_TO_END = f"""\
while True:
    try:
        yield {FINDING}
    except GeneratorExit:
        while True:
            pass
"""
SILENT = "class Silent(Exception):\n    def __str__(self):\n"

RUN = {
    "raises": (f"yield {FINDING}\nraise ValueError('no\\nslogans')", "ValueError: no slogans (reportlint_broken.py:"),
    "raises in colour": ("raise ValueError('\\x1b[31mred')\nyield", "ValueError: "),
    "ends": ("sys.exit(0)\nyield", "SystemExit"),
    "ends with words": ("sys.exit('enough')\nyield", "SystemExit: enough"),
    "is cancelled": (f"{CANCELLED}yield", "CancelledError"),
    "raises GeneratorExit": ("raise GeneratorExit\nyield", "GeneratorExit"),
    "raises what cannot be told": (f"{SILENT}        1 / 0\nraise Silent\nyield", "Silent"),
    "raises what never ends telling": (f"{SILENT}        while True:\n            pass\nraise Silent\nyield", "Silent"),
    "recurses": ("yield from self.run(document)", "RecursionError"),
    "gives nothing": ("return", ""),
    "gives a number": ("return 3", "TypeError"),
    "yields nothing": ("yield None", "NoneType"),
    "yields words": ("yield '口号'", "却是 str"),
    "yields a class": ("yield Finding", "却是 type"),
    "yields no span": ("yield Finding(None, Text('口号'))", "Span"),
    "yields a span of words": ("yield Finding((0, 1), Text('口号'))", "Span"),
    "yields a crooked span": ("yield Finding(Span(5, 1), Text('口号'))", "5..1"),
    "yields a span of parts": ("yield Finding(Span(0.5, 1.5), Text('口号'))", "TypeError"),
    "yields a span past the end": (
        "end = len(document.text)\nyield Finding(Span(end, end + 1), Text('口号'))",
        "超出了正文",
    ),
    "yields a string as message": ("yield Finding(Span(0, 1), '口号')", "Text"),
    "yields no words": ("yield Finding(Span(0, 1), Text(None))", "str"),
    "yields a wrong severity": ("yield Finding(Span(0, 1), Text('口号'), severity='error')", "Severity"),
    "yields a severity of another kind": ("yield Finding(Span(0, 1), Text('口号'), severity=3)", "Severity"),
    "yields a wrong confidence": ("yield Finding(Span(0, 1), Text('口号'), confidence=True)", "Confidence"),
    "yields a wrong scope": ("yield Finding(Span(0, 1), Text('口号'), scope='line')", "scope"),
    "yields a scope of no kind": ("yield Finding(Span(0, 1), Text('口号'), scope=[])", ""),
    "yields a wrong group": ("yield Finding(Span(0, 1), Text('口号'), group=None)", "str"),
    "yields no related": ("yield Finding(Span(0, 1), Text('口号'), None)", "NoneType"),
    "yields related that can be read once": (
        "yield Finding(Span(0, 1), Text('口号'), (Related(Span(i, 5), Text('也')) for i in range(3)))",
        "应为 tuple",
    ),
    "yields edits that can be read once": (
        "yield Finding(Span(0, 1), Text('口号'), fix=Fix((Edit(Span(i, i + 1), '') for i in range(3)), Safety.SAFE))",
        "应为 tuple",
    ),
    "yields related spans": ("yield Finding(Span(0, 1), Text('口号'), (Span(2, 3),))", "Related"),
    "yields related past the end": (
        "yield Finding(Span(0, 1), Text('口号'), (Related(Span(0, 10**9), Text('也')),))",
        "超出了正文",
    ),
    "yields a string as fix": ("yield Finding(Span(0, 1), Text('口号'), fix='')", "Fix"),
    "yields a fix of strings": ("yield Finding(Span(0, 1), Text('口号'), fix=Fix(('a',), Safety.SAFE))", "Edit"),
    "yields a fix without words": (
        "yield Finding(Span(0, 1), Text('口号'), fix=Fix((Edit(Span(0, 1), None),), Safety.SAFE))",
        "str",
    ),
    "yields a fix past the end": (
        "yield Finding(Span(0, 1), Text('口号'), fix=Fix((Edit(Span(0, 10**9), ''),), Safety.SAFE))",
        "超出了正文",
    ),
    "yields for ever": (f"while True:\n    yield {FINDING}", "多于"),
    "loops for ever": (f"{ENDLESS}yield", "1 秒"),
    "swallows exceptions": (
        "while True:\n    try:\n        while True: pass\n    except Exception:\n        pass\nyield",
        "1 秒",
    ),
    "yields for ever and refuses to end": (REFUSES_TO_END, "1 秒"),
    "sleeps": ("import time\ntime.sleep(60)\nyield", "1 秒"),
    "needs much memory": (f"{HUGE}yield", "200 MB"),
    "needs more memory than there is": ("yield 'x' * (1 << 60)", "200 MB"),
    "keeps much memory": (
        "global hoard\nhoard = []\nwhile True:\n    hoard.append(bytearray(1 << 24))\nyield",
        "200 MB",
    ),
    "has a catastrophic expression": ("re.search('(a+)+$', 'a' * 5000 + 'b')\nyield", "1 秒"),
}
"""What breaks on a draft: body of `run`, and what its line must hold."""


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Any:  # noqa: ANN401 - any JSON
    """What a run says with the good plugin alone."""
    result = check(tmp_path_factory.mktemp("sound"), [GOOD])

    assert (result.code, result.err) == (1, "")
    assert any(finding["check"] == "good.slogan" for finding in findings(result))
    return result.json


def check(folder: Path, plugins: Sequence[Plugin], *arguments: str, **environment: str) -> Result:
    """Check the draft with some plugins installed, within limits."""
    found = install(folder, *plugins)
    (folder / "reportlint.toml").write_text(LIMITS, "utf-8")
    return reportlint(
        DRAFT, "-f", "json", "--config", "reportlint.toml", *arguments, cwd=folder, environment=found | environment
    )


def findings(result: Result) -> Any:  # noqa: ANN401 - any JSON
    """The findings in the one file of a run."""
    return result.json["files"][0]["findings"]


def assert_only_itself_is_lost(result: Result, broken: Plugin, sound: Any) -> str:  # noqa: ANN401 - any JSON
    """Status, the one line and all findings of others; returns what the JSON says of the failure."""
    assert result.code == 2
    assert len(result.err.splitlines()) == 1, result.err
    assert broken.label in result.err
    assert result.err[:-1].isprintable()
    assert findings(result) == sound["files"][0]["findings"]
    assert result.json["summary"] == sound["summary"]
    failures = result.json["files"][0].get("failures", [])
    assert all(failure["plugin"] == broken.label for failure in failures)
    told = [failure["error"] for failure in failures] + result.json.get("problems", [])
    assert len(told) == 1
    assert told[0] in result.err
    return str(told[0])


@pytest.mark.parametrize(("code", "words"), LOADED.values(), ids=LOADED)
def test_a_plugin_that_breaks_when_it_is_loaded(tmp_path: Path, sound: Any, code: str, words: str) -> None:  # noqa: ANN401
    broken = Plugin("broken", code, "0.3")

    line = assert_only_itself_is_lost(check(tmp_path, [GOOD, broken]), broken, sound)

    assert words in line


def test_all_broken_plugins_are_listed(tmp_path: Path) -> None:
    broken = [Plugin(f"broken-{number}", code, "0.3") for number, (code, _) in enumerate(LOADED.values(), 10)]
    (tmp_path / "reportlint.toml").write_text(LIMITS, "utf-8")

    result = reportlint("plugins", "--json", cwd=tmp_path, environment=install(tmp_path, GOOD, *broken))

    assert result.code == 2
    found = {plugin["name"]: plugin["problems"] for plugin in result.json if plugin["origin"] == "installed"}
    assert found.pop("good") == []
    assert list(found) == [plugin.name for plugin in broken]
    lines = iter(result.err.splitlines())
    for plugin in broken:
        assert [next(lines)] == [f"reportlint: 插件 {plugin.label}：{problem['zh']}" for problem in found[plugin.name]]
    assert list(lines) == []


@pytest.mark.parametrize(("body", "words"), RUN.values(), ids=RUN)
def test_a_check_that_breaks_on_a_draft(tmp_path: Path, sound: Any, body: str, words: str) -> None:  # noqa: ANN401
    broken = Plugin("broken", checks(body), "0.3")

    line = assert_only_itself_is_lost(check(tmp_path, [GOOD, broken]), broken, sound)

    assert words in line


def test_a_check_that_can_be_made_only_once(tmp_path: Path, sound: Any) -> None:  # noqa: ANN401
    body = "made = []\n    def __init__(self, options=None):\n        self.made.append(1 / (not self.made))\n"
    broken = Plugin("broken", of_class(f"meta = Meta(Text('口号'), Severity.INFO)\n    {body}"), "0.3")

    assert "ZeroDivisionError" in assert_only_itself_is_lost(check(tmp_path, [GOOD, broken]), broken, sound)


def test_a_check_that_cannot_be_stopped_names_its_plugin(tmp_path: Path) -> None:
    body = "while True:\n    try:\n        while True:\n            pass\n    except:\n        pass\nyield"
    broken = Plugin("broken", checks(body), "0.3")

    result = check(tmp_path, [GOOD, broken])

    assert result.code == 2
    assert broken.label in result.err
    assert len(result.err.splitlines()) == 1


@pytest.mark.parametrize(
    "code",
    [
        f"print('loading')\n{checks('yield from ()')}",
        checks("yield from ()").replace("    return", "    print('handing over')\n    return"),
        checks("print('running')\nyield from ()"),
        checks("sys.stdout.buffer.write(b'running')\nyield from ()"),
        checks("print('running', file=sys.stderr)\nyield from ()"),
    ],
    ids=["when imported", "in a hook", "in run", "as bytes", "on standard error"],
)
def test_what_a_plugin_prints_is_no_part_of_the_findings(tmp_path: Path, sound: Any, code: str) -> None:  # noqa: ANN401
    result = check(tmp_path, [GOOD, Plugin("chatty", code)])

    assert result.code == 1
    assert findings(result) == sound["files"][0]["findings"]
    assert len(result.err.splitlines()) == 1


def test_problems_are_told_in_english_too(tmp_path: Path) -> None:
    plugins = [
        GOOD,
        Plugin("broken", hook("raise ValueError('not today')"), "0.3"),
        Plugin("late", checks(f"{ENDLESS}yield"), "0.4"),
        Plugin("old", "api_version = '2.0'\n", "0.5"),
    ]

    result = check(tmp_path, plugins, "--lang", "en")

    run, *loaded = result.err.splitlines()
    assert run.startswith(f"reportlint: {DRAFT}: check late.slogan (from late 0.4) failed")
    assert [line.split(": ")[1] for line in loaded] == ["plugin broken 0.3", "plugin old 0.5"]
    assert result.err.isascii()


def test_a_plugin_that_breaks_is_told_once_for_many_drafts(tmp_path: Path) -> None:
    environment = install(tmp_path, GOOD, Plugin("broken", "1 / 0\n", "0.3"))
    seeds = sorted(SEEDS.glob("*.txt"))

    result = reportlint(*seeds, "-f", "jsonl", cwd=tmp_path, environment=environment)

    assert result.code == 2
    assert len(result.err.splitlines()) == 1
    assert {json.loads(line).get("path") for line in result.out.splitlines()} >= {str(seed) for seed in seeds}


def test_a_failure_is_shown_to_people_too(tmp_path: Path) -> None:
    environment = install(tmp_path, GOOD, Plugin("broken", checks("1 / 0\nyield"), "0.3"))

    result = reportlint(DRAFT, cwd=tmp_path, environment=environment)

    assert result.code == 2
    assert "good.slogan" in result.out
    assert "broken 0.3" in result.err


@pytest.mark.parametrize("code", ["1 / 0\n", checks("1 / 0\nyield")], ids=["when imported", "in run"])
@pytest.mark.parametrize("arguments", [("--diff",), ("--fix", "-")], ids=" ".join)
def test_fixing_without_a_broken_plugin_is_no_success(tmp_path: Path, code: str, arguments: tuple[str, ...]) -> None:
    environment = install(tmp_path, GOOD, Plugin("broken", code, "0.3"))
    (tmp_path / "draft.txt").write_text("各项工作&nbsp;有序推进，成效显著。\n", "utf-8")
    paths = [] if "-" in arguments else ["draft.txt"]
    draft = (tmp_path / "draft.txt").read_bytes()

    result = reportlint(*arguments, *paths, cwd=tmp_path, stdin=draft, environment=environment)

    assert result.code == 2
    assert "各项工作 有序推进" in result.out
    assert len(result.err.splitlines()) == 1, result.err
    assert "broken 0.3" in result.err

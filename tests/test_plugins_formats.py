"""File formats, output formats and kinds of report that installed plugins bring, sound ones and broken ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from command import SEEDS, Result, reportlint
from plugins import GOOD, Plugin, install

if TYPE_CHECKING:
    from pathlib import Path

LIMITS = ("--time-limit", "1", "--memory-limit", "200M")
ENDLESS = "while True:\n    pass\n"
HUGE = "hoard = [bytearray(1 << 26) for _ in range(4000)]\n"
CANCELLED = "import asyncio\nraise asyncio.CancelledError\n"
MASKED = "召开会议XX次。\n"


def function(signature: str, body: str) -> str:
    """Code of a function."""
    return f"\ndef {signature}:\n" + "".join(f"    {line}\n" for line in body.splitlines())


def read_with(body: str, declared: str = '[Reader("org", (".org",), read)]') -> str:
    """Code of a plugin whose reader has this body."""
    return function("read(path, data)", body) + function("reportlint_readers()", f"return {declared}")


def render_with(body: str, declared: str = '[Reporter("csv", render)]') -> str:
    """Code of a plugin whose reporter has this body."""
    return function("render(run, options)", body) + function("reportlint_reporters()", f"return {declared}")


def kinds(declared: str) -> str:
    """Code of a plugin with one kind of report."""
    return function("reportlint_kinds()", f"return [{declared}]")


ORG = """\
import re
decoded = decode(data)
if decoded.text.startswith("#+ENCRYPTED"):
    raise ValueError("文件已加密，请先解密")
build = Builder(decoded.text)
for match in re.finditer(r"(\\**\\s?)([^\\r\\n]*)(\\r\\n|\\n|\\Z)", decoded.text):
    if match[0] and not match[0].startswith("#+"):
        begin = build.here
        build.keep(match.start(2), match.end(2))
        build.block("heading" if match[1] else "paragraph", begin, len(match[1].strip()))
        build.replace(match.start(3), match.end(3), "\\n")
return build.document(path, "org", decoded.encoding, LineOrigin(decoded.text))
"""
READER = Plugin("org", read_with(ORG))
REPORTER = Plugin(
    "table",
    render_with(
        'yield "path,line,check"\n'
        "for file in run.files:\n"
        "    for found in file.diagnostics:\n"
        "        if options.lists(found):\n"
        '            yield (file.path, "path"), (f",{found.location.start.line},", ""), (found.check, "no style")\n'
    ),
)
KIND = Plugin(
    "petitions",
    kinds(
        'Kind("petition", (Part("numbers", "must", "受理数量", "numbers", cue=Pattern("受理信访[^。]*件"), '
        'advice_zh="请写明受理数量。"),), Pattern("信访.*报"))'
    ),
)
REPORT = "石桥镇2023年{}\n" + "　　一年来，全镇上下扎实推进各项工作，{}取得了新的进展。\n" * 40


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a draft in Org mode and one in plain text."""
    (tmp_path / "drafts").mkdir()
    (tmp_path / "drafts" / "a.org").write_bytes(f"#+TITLE: XX\r\n* 工作总结\r\n{MASKED}".encode())
    (tmp_path / "drafts" / "b.txt").write_text(MASKED, "utf-8")
    return tmp_path


def run(folder: Path, *arguments: str | Path, plugins: tuple[Plugin, ...]) -> Result:
    """Run the program among the drafts with some plugins installed."""
    return reportlint(*arguments, cwd=folder / "drafts", environment=install(folder, *plugins))


def places(result: Result) -> list[tuple[str, str | None, list[tuple[str, int, int]]]]:
    """Of each file path, format and what was found where."""
    return [
        (file["path"], file["format"], [(each["check"], each["line"], each["column"]) for each in file["findings"]])
        for file in result.json["files"]
    ]


PLAIN = ("b.txt", "txt", [("placeholder.mask", 1, 5)])


def test_a_reader_reads_the_drafts_of_a_folder(folder: Path) -> None:
    result = run(folder, "-f", "json", plugins=(READER,))

    assert (result.code, result.err) == (1, "")
    assert places(result) == [("a.org", "org", [("placeholder.mask", 3, 5)]), PLAIN]


def test_a_draft_that_nobody_reads_is_passed_over(folder: Path) -> None:
    assert places(run(folder, "-f", "json", plugins=())) == [PLAIN]


def test_standard_input_is_read_by_its_name(folder: Path) -> None:
    environment = install(folder, READER)
    draft = f"#+TITLE: XX\n{MASKED}".encode()

    result = reportlint("-", "-f", "json", "--stdin-filename", "c.org", stdin=draft, environment=environment)

    assert places(result) == [("c.org", "org", [("placeholder.mask", 2, 5)])]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_fixes_are_written_through_a_reader(folder: Path, encoding: str) -> None:
    path = folder / "drafts" / "a.org"
    text = "#+TITLE: &nbsp;\r\n* 工作总结\r\n各项工作&nbsp;有序推进，成效显著，群众满意。\r\n"
    path.write_bytes(text.encode(encoding))

    result = run(folder, "--fix", path.name, plugins=(READER,))

    assert result.code in {0, 1}, result.err
    assert path.read_bytes() == text.replace("作&nbsp;", "作 ").encode(encoding)


def test_a_reader_says_what_is_wrong_with_a_file(folder: Path) -> None:
    (folder / "drafts" / "a.org").write_text("#+ENCRYPTED\n", "utf-8")

    result = run(folder, "-f", "json", plugins=(READER,))

    assert (result.code, result.err) == (2, "reportlint: a.org：文件已加密，请先解密\n")
    assert places(result) == [("a.org", None, []), PLAIN]
    assert result.json["files"][0]["error"] == "文件已加密，请先解密"


DOCUMENT = "text = decode(data).text\nfrom reportlint.text.sourcemap import Piece, SourceMap\nreturn Document({})"
FIELDS = 'path, "org", text, "utf-8", {}, {}, {}, LineOrigin(text)'
SOURCE_MAP = "SourceMap([Piece(0, len(text), 0, len(text), literal=True)])"

READERS = {
    "raises": "1 / 0",
    "ends": "sys.exit(0)",
    "is cancelled": CANCELLED,
    "raises GeneratorExit": "raise GeneratorExit",
    "never ends": ENDLESS,
    "needs much memory": HUGE,
    "gives nothing": "return None",
    "gives words": "return data.decode()",
    "gives a class": "return Document",
    "changes the source": 'return Builder("别的").document(path, "org", "utf-8", LineOrigin("别的"))',
    "fails on the bytes": "data.decode('ascii')",
    "raises no words": "raise ValueError",
    "raises what cannot be told": "class Silent(ValueError):\n    def __str__(self):\n        1 / 0\nraise Silent",
    "gives no text": DOCUMENT.format(FIELDS.format("None", "()", SOURCE_MAP)),
    "gives bytes": DOCUMENT.format(FIELDS.format("data", "()", SOURCE_MAP)),
    "gives blocks past the end": DOCUMENT.format(
        FIELDS.format("text", "(Block('paragraph', Span(0, 10**6)),)", SOURCE_MAP)
    ),
    "gives blocks of another kind": DOCUMENT.format(FIELDS.format("text", "('paragraph',)", SOURCE_MAP)),
    "gives no blocks": DOCUMENT.format(FIELDS.format("text", "None", SOURCE_MAP)),
    "gives no map": DOCUMENT.format(FIELDS.format("text", "()", "None")),
    "gives no origin": DOCUMENT.format(FIELDS.format("text", "()", SOURCE_MAP).replace("LineOrigin(text)", "None")),
}
"""Bodies of `read` that break."""


@pytest.mark.parametrize("body", READERS.values(), ids=READERS)
def test_a_reader_that_breaks(folder: Path, body: str) -> None:
    result = run(folder, "-f", "json", *LIMITS, plugins=(Plugin("broken", read_with(body), "0.3"),))

    assert result.code == 2
    assert len(result.err.splitlines()) == 1, result.err
    assert "a.org" in result.err
    assert "broken 0.3" in result.err
    assert places(result) == [("a.org", None, []), PLAIN]
    assert result.json["files"][0]["error"] in result.err


def test_a_reader_that_breaks_while_fixing(folder: Path) -> None:
    path = folder / "drafts" / "a.org"
    path.write_text("各项工作&nbsp;有序推进。\n", "utf-8")
    before = path.read_bytes()

    result = run(
        folder, "--fix", path.name, plugins=(Plugin("broken", read_with(f"b'&nbsp;' in data or 1 / 0\n{ORG}")),)
    )

    assert result.code == 2
    assert len(result.err.splitlines()) == 1
    assert "a.org" in result.err
    assert "ZeroDivisionError" in result.err
    assert path.read_bytes() == before


WRONG_READERS = [
    "3",
    "['.org']",
    "Reader('org', ('.org',), read)",
    "[Reader('org', '.org', read)]",
    "[Reader('org', ('org',), read)]",
    "[Reader('org', ('.ORG',), read)]",
    "[Reader('org', (), read)]",
    "[Reader(None, ('.org',), read)]",
    "[Reader('org', ('.org',), 'read')]",
    "[Reader('org', ('.org', '.txt'), read)]",
    "(Reader('org', ('.org',), read) for _ in iter(int, 1))",
    "[type('Lines', (), {'__repr__': lambda self: 'one\\ntwo'})()]",
    "[type('Raises', (), {'__repr__': lambda self: 1 / 0})()]",
]


@pytest.mark.parametrize("declared", WRONG_READERS)
def test_what_is_no_reader_is_told_when_plugins_are_loaded(folder: Path, declared: str) -> None:
    result = run(folder, "-f", "json", *LIMITS, plugins=(Plugin("broken", read_with(ORG, declared), "0.3"),))

    assert_told(result)
    assert places(result) == [PLAIN]


def assert_told(result: Result) -> None:
    """One line that names the plugin, also in the JSON; status 2."""
    assert result.code == 2
    assert len(result.err.splitlines()) == 1, result.err
    assert result.err.startswith("reportlint: 插件 broken 0.3：")
    assert [result.err] == [f"reportlint: {problem}\n" for problem in result.json["problems"]]


def test_a_reporter_writes_its_format(folder: Path) -> None:
    expected = "path,line,check\nb.txt,1,placeholder.mask\n"

    printed = run(folder, "-f", "csv", plugins=(REPORTER,))
    environment = {"PYTHONPATH": str(folder / "site-packages")}
    written = reportlint("-f", "csv", "--output-file", "../out.csv", cwd=folder / "drafts", environment=environment)
    coloured = reportlint("-f", "csv", "--color", "always", cwd=folder / "drafts", environment=environment)

    assert (printed.code, printed.out, printed.err) == (1, expected, "")
    assert (written.code, written.out, written.err) == (1, "", "")
    assert (folder / "out.csv").read_text("utf-8") == expected
    assert "\x1b[1mb.txt\x1b[0m" in coloured.out


@pytest.mark.parametrize(("name", "near"), [("cvs", "csv"), ("jsonn", "json"), ("word", "")])
def test_an_unknown_format_is_refused_with_the_nearest_name(folder: Path, name: str, near: str) -> None:
    result = run(folder, "-f", name, plugins=(REPORTER,))

    assert (result.code, result.out) == (2, "")
    assert len(result.err.splitlines()) == 1
    assert f"“{name}”" in result.err
    assert "csv" in result.err
    assert (f"是否想写 {near}？" in result.err) is bool(near)


def test_a_format_that_is_missing_because_its_plugin_broke_says_why(folder: Path) -> None:
    result = run(folder, "-f", "csv", plugins=(Plugin("broken", "1 / 0\n", "0.3"),))

    assert result.code == 2
    assert "“csv”" in result.err
    assert "broken 0.3" in result.err


REPORTERS = {
    "raises": "yield 'a'\n1 / 0",
    "ends": "yield 'a'\nsys.exit(0)",
    "is cancelled": f"{CANCELLED}yield",
    "raises GeneratorExit": "raise GeneratorExit\nyield",
    "never ends": f"{ENDLESS}yield",
    "yields for ever": "while True:\n    yield 'a'",
    "needs much memory": f"{HUGE}yield",
    "yields a number": "yield 3",
    "yields pairs of numbers": "yield ((1, 2),)",
    "yields bytes": "yield b'a'",
    "gives nothing": "return None",
}
"""Bodies of `render` that break."""


@pytest.mark.parametrize("body", REPORTERS.values(), ids=REPORTERS)
def test_a_reporter_that_breaks(folder: Path, body: str) -> None:
    result = run(folder, "-f", "csv", *LIMITS, plugins=(Plugin("broken", render_with(body), "0.3"),))

    assert (result.code, result.out) == (2, "")
    assert len(result.err.splitlines()) == 1, result.err
    assert "csv" in result.err
    assert "broken 0.3" in result.err


def test_a_reporter_that_breaks_hides_no_other_problem(folder: Path) -> None:
    plugins = (Plugin("broken", render_with("1 / 0"), "0.3"), Plugin("other", "1 / 0\n", "0.4"))

    result = run(folder, "-f", "csv", "b.txt", "missing.txt", plugins=plugins)

    assert result.code == 2
    assert "broken 0.3" in result.err
    assert "other 0.4" in result.err
    assert "missing.txt" in result.err


@pytest.mark.parametrize(
    "declared",
    ["3", "['csv']", "[Reporter('C S V', render)]", "[Reporter('csv', 'render')]", "[Reporter('json', render)]"],
)
def test_what_is_no_reporter_is_told_when_plugins_are_loaded(folder: Path, declared: str) -> None:
    plugins = (Plugin("broken", render_with("return []", declared), "0.3"),)

    result = run(folder, "-f", "json", plugins=plugins)

    assert_told(result)
    assert places(result) == [PLAIN]


def missing(result: Result) -> list[str]:
    """Messages about missing parts."""
    found = result.json["files"][0]["findings"]
    return [finding["message"] for finding in found if finding["check"] == "structure.missing-section"]


@pytest.mark.parametrize("title", ["信访工作报告", "信访工作年报", "信访调研报告"])
def test_a_kind_is_told_by_its_title(folder: Path, title: str) -> None:
    (folder / "drafts" / "without.txt").write_text(REPORT.format(title, *[""] * 40), "utf-8")
    (folder / "drafts" / "with.txt").write_text(REPORT.format(title, "受理信访30件，", *[""] * 39), "utf-8")

    assert any("受理数量" in message for message in missing(run(folder, "without.txt", "-f", "json", plugins=(KIND,))))
    environment = {"PYTHONPATH": str(folder / "site-packages")}
    assert not missing(reportlint("with.txt", "-f", "json", cwd=folder / "drafts", environment=environment))
    assert not any(
        "受理数量" in message for message in missing(reportlint("without.txt", "-f", "json", cwd=folder / "drafts"))
    )


def test_a_kind_is_named(folder: Path) -> None:
    (folder / "drafts" / "draft.txt").write_text(REPORT.format("年度情况", *[""] * 40), "utf-8")
    environment = install(folder, KIND)

    named = reportlint("draft.txt", "-f", "json", "--kind", "petition", cwd=folder / "drafts", environment=environment)
    plain = reportlint("draft.txt", "-f", "json", cwd=folder / "drafts", environment=environment)
    wrong = reportlint("draft.txt", "--kind", "petitoin", cwd=folder / "drafts", environment=environment)

    assert any("受理数量" in message for message in missing(named))
    assert not any("受理数量" in message for message in missing(plain))
    assert (wrong.code, wrong.out) == (2, "")
    assert "是否想写 petition？" in wrong.err


PART = "Part('numbers', 'must', '数量'{})"
CATASTROPHE = r"Pattern(r'(?:.?.?.?.?.?)+.?.?.?\x00')"
KINDS = {
    "is no kind": "'petition'",
    "has a wrong name": "Kind('My Petition', ())",
    "has the name of another": "Kind('government', ())",
    "has a list of parts": "Kind('petition', [])",
    "has no parts": "Kind('petition', None)",
    "has parts of words": "Kind('petition', ('numbers',))",
    "has a part of no need": f"Kind('petition', ({PART.format('').replace('must', 'perhaps')},))",
    "has a part nowhere": f"Kind('petition', ({PART.format(', where=None')},))",
    "has a part elsewhere": f"Kind('petition', ({PART.format(', where=str(0)')},))",
    "has a cue of words": f"Kind('petition', ({PART.format(', cue=str(0)')},))",
    "has a cue that is no expression": f"Kind('petition', ({PART.format(', cue=Pattern(chr(40))')},))",
    "has a part without words": "Kind('petition', (Part('numbers', 'must', None),), Pattern('.'))",
    "has advice without words": f"Kind('petition', ({PART.format(', advice_zh=None')},), Pattern('.'))",
    "has a title of words": "Kind('petition', (), '信访')",
    "has a title that is no expression": "Kind('petition', (), Pattern('('))",
    "has a catastrophic title": f"Kind('petition', (), {CATASTROPHE})",
    "has a catastrophic cue": f"Kind('petition', ({PART.format(f', cue={CATASTROPHE}')},), Pattern('.'))",
}


@pytest.mark.parametrize("declared", KINDS.values(), ids=KINDS)
def test_a_kind_that_breaks(folder: Path, declared: str) -> None:
    seed = SEEDS / "001_a5a8b87d7a37350c.txt"
    alone = reportlint(seed, "-f", "json", environment=install(folder / "alone", GOOD))

    result = run(folder, seed, "-f", "json", *LIMITS, plugins=(GOOD, Plugin("broken", kinds(declared), "0.3")))

    assert result.code == 2
    assert len(result.err.splitlines()) == 1, result.err
    assert "broken 0.3" in result.err
    left = [finding for finding in alone.json["files"][0]["findings"] if finding in result.json["files"][0]["findings"]]
    assert left == alone.json["files"][0]["findings"]

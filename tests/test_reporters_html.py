"""The HTML page as a text: whole, safe, and true to the draft. `test_html_browser` has it in a browser."""

from __future__ import annotations

import base64
import hashlib
import re
import unicodedata
from html.parser import HTMLParser

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from command import SEEDS, reportlint
from reportlint.api import Severity, Text
from reportlint.check import Confidence
from reportlint.diagnostic import Diagnostic, Failure, Location
from reportlint.document import Document
from reportlint.grid import Cell, Table
from reportlint.readers import read
from reportlint.readers.plain import read_plain
from reportlint.reporters import ReportOptions
from reportlint.reporters.html_draft import stretches
from reportlint.result import FileResult, Run
from reportlint.text import Span
from reportlint.text.frozen import replace
from reports import CHECKS, DRAFT, Broken, check_file, group, printed, run_of, suppress, unreadable

EVERYTHING = ReportOptions(minimum=Severity.INFO)
VOID = frozenset({"meta", "link", "input", "br", "img", "hr"})
HOSTILE = (
    "</script><script>alert(1)</script>\n<img src=x onerror=alert(1)>\n&amp;&#60;b&gt; \"'` --> ]]> ${x} {{x}}\n"
    "控制\x00字\x1b[31m符\x7f\x85\u2028零\u200b宽\u202e反向\ud800孤\ufeff\u3000\t表\f页\ufffe\ue000😀"
)
LETTERS = st.sampled_from("工作报告XX<>&\"' \t\n\n\n　\x00\u200b\ud800😀")


class Page(HTMLParser):
    """A page taken apart; it must be well nested."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.drafts: list[str] = []
        self.marks: list[list[str]] = []
        self.entries: list[dict[str, str]] = []
        self.raw = {"style": "", "script": ""}
        self._open: list[tuple[str, str]] = []
        self.feed(text)
        self.close()
        assert not self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        given = {name: value or "" for name, value in attrs}
        names = given.get("class", "").split()
        self.tags.append((tag, given))
        if tag in VOID:
            return
        if "draft" in names:
            self.drafts.append("")
            self.marks.append([])
        elif tag == "mark":
            self.marks[-1].append("")
        elif "finding" in names:
            self.entries.append({"id": given["id"], "level": given["data-level"], "all": ""})
        self._open.append((tag, " ".join(names)))

    def handle_endtag(self, tag: str) -> None:
        """Close the innermost element, which must be this one."""
        assert self._open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        """Put words where they belong."""
        within = [names for _, names in self._open]
        tag = self._open[-1][0] if self._open else ""
        if tag in self.raw:
            self.raw[tag] += data
        if "draft" in within:
            self.drafts[-1] += data
        if any(tag == "mark" for tag, _ in self._open):
            self.marks[-1][-1] += data
        if any(name.startswith("finding ") for name in within):
            entry = self.entries[-1]
            entry["all"] += data
            if within[-1] in {"place", "message"} and "go" in within:
                entry[within[-1]] = data
            if tag == "code":
                entry["check"] = data

    def of(self, name: str) -> list[dict[str, str]]:
        """The attributes of all elements with a class."""
        return [given for _, given in self.tags if name in given.get("class", "").split()]


def page(run: Run, options: ReportOptions = EVERYTHING) -> Page:
    """The page of a run; it must be text that every reader can decode."""
    text = printed(run, "html", options)
    text.encode("utf-8")
    return Page(text)


def visible(text: str) -> str:
    """A draft as a page shows it, character for character."""
    kinds = {"Cc": "\ufffd", "Cs": "\ufffd", "Zl": "\ufffd", "Zp": "\ufffd", "Cf": "·"}
    return "".join(c if c in "\n\t" else kinds.get(unicodedata.category(c), c) for c in text)


def location(document: Document, span: Span) -> Location:
    """A span of a document as a place."""
    return Location(span, document.start_place(span), document.end_place(span), document.slice(span))


def finding(
    document: Document, spans: list[Span], *, severity: Severity = Severity.ERROR, count: int = 1
) -> Diagnostic:
    """A finding about the first span, the others are related."""
    first, *others = [location(document, span) for span in spans]
    return Diagnostic("number.sum", severity, Confidence.HIGH, Text("不对", "wrong"), first, tuple(others), count=count)


def run_over(document: Document, found: list[Diagnostic]) -> Run:
    """A run over one document."""
    return Run((FileResult(document.path, document, tuple(found)),), ("number.sum",), {})


def covered(shown: Page, link: dict[str, str]) -> str:
    """The words of the marks that a link of the list is about."""
    if "data-marks" not in link:
        return ""
    first, last = map(int, link["data-marks"].split("-"))
    return "".join(shown.marks[0][first : last + 1])


@st.composite
def marked_drafts(draw: st.DrawFn) -> tuple[Document, list[Diagnostic]]:
    """A draft of any characters, with findings anywhere in it, over and in each other."""
    text = draw(st.text(LETTERS, max_size=60))
    document = read_plain("草稿.txt", text, "utf-8")
    offsets = st.integers(0, len(document.text))
    spans = st.tuples(offsets, offsets).map(lambda ends: Span(min(ends), max(ends)))
    findings = st.tuples(st.lists(spans, min_size=1, max_size=3), st.sampled_from(Severity), st.booleans())
    found = [
        finding(document, places, severity=severity, count=len(places) if grouped else 1)
        for places, severity, grouped in draw(st.lists(findings, max_size=8))
    ]
    return document, found


def test_words_outside_blocks_are_shown_as_paragraphs() -> None:
    document = read_plain("空.txt", "甲\n \u200b \n乙", "utf-8")
    assert [document.slice(block.span) for block in stretches(document)] == ["甲", "\u200b", "乙"]
    shown = page(run_over(document, [finding(document, [Span(0, len(document.text))])]))
    assert (shown.drafts, shown.marks) == (["甲\n · \n乙"], [["甲", "·", "乙"]])


@given(marked_drafts())
def test_draft_on_the_page_is_the_reading_text_and_marks_are_the_findings(
    made: tuple[Document, list[Diagnostic]],
) -> None:
    document, found = made
    shown = page(run_over(document, found))
    assert shown.drafts == [visible(document.text)]
    blocks = [range(block.span.start, block.span.end) for block in stretches(document)]
    links = [given for tag, given in shown.tags if tag == "a" and given.get("href", "")[1:2] in {"m", "r"}]
    places = [place for one in found for place in (one.location, *one.related)]
    assert len(links) == len(places)
    for link, place in zip(links, places, strict=True):
        inside = [o for o in range(place.span.start, place.span.end) if any(o in block for block in blocks)]
        assert covered(shown, link) == visible("".join(document.text[o] for o in inside))
        assert not inside or "data-marks" in link


@given(
    st.lists(st.lists(st.lists(st.sampled_from(["", "XX", "增长"]), max_size=2), max_size=3), max_size=3), st.booleans()
)
@example(rows=[[["XX"], []], [[], ["增长", "XX"]]], nested=True)
def test_tables_stay_tables_and_lose_no_word(rows: list[list[list[str]]], nested: bool) -> None:
    text, cells = "前文\n", []
    for row, columns in enumerate(rows, 1):
        for column, paragraphs in enumerate(columns, 1):
            start = len(text)
            text += "\n".join(paragraphs)
            cells.append(Cell(row, column, Span(start, len(text))))
            text += "\n"
    document = read_plain("表.txt", text + "后文", "utf-8")
    first = next((cell for cell in cells if len(cell.span) > 1), None)
    inner = (
        (Table((Cell(1, 1, Span(first.span.start, first.span.start + 1)),), nested=True),) if nested and first else ()
    )
    document = replace(document, tables=(*([Table(tuple(cells))] if cells else []), *inner))
    shown = page(run_over(document, [finding(document, [Span(0, len(document.text))])]))
    assert shown.drafts == [document.text]
    assert covered(shown, shown.of("go")[0]) == document.text.replace("\n", "")
    if first:
        assert [tag for tag, _ in shown.tags].count("td") == len(cells) + len(inner)


@pytest.mark.parametrize("spans", [[(0, 4), (2, 6)], [(4, 9), (0, 4)], [(0, 40)], [(9, 9), (3, 3)]])
def test_tables_whose_cells_cannot_be_drawn_are_paragraphs(spans: list[tuple[int, int]]) -> None:
    document = read_plain("表.txt", "一二三\n四五六\n七八九十\n末", "utf-8")
    cells = [Cell(1, column, Span(*span)) for column, span in enumerate(spans, 1)]
    document = replace(document, tables=(Table(tuple(cells)), Table(tuple(reversed(cells)))))
    assert page(run_over(document, [])).drafts == [document.text]


def test_merged_cells_take_their_place() -> None:
    document = read_plain("表.txt", "指标\n去年\n今年", "utf-8")
    cells = (Cell(1, 1, Span(0, 2), rows=2), Cell(1, 2, Span(3, 5), columns=2), Cell(3, 1, Span(6, 8), 10**9, 10**9))
    drawn = [(tag, given) for tag, given in page(run_over(replace(document, tables=(Table(cells),)), [])).tags]
    assert [given for tag, given in drawn if tag == "td"] == [
        {"rowspan": "2"},
        {"colspan": "2"},
        {"rowspan": "1000", "colspan": "1000"},
    ]
    assert [tag for tag, _ in drawn].count("tr") == 3


@pytest.mark.parametrize("seed", sorted(path.name for path in SEEDS.glob("*.txt")))
@pytest.mark.parametrize("language", ["zh", "en"])
def test_page_has_every_finding_of_the_json_report(seed: str, language: str) -> None:
    path = SEEDS / seed
    report = reportlint("--lang", language, "-f", "json", path).json
    shown = Page(reportlint("--lang", language, "-f", "html", path).out)
    assert [
        (one["check"], one["severity"], one["message"], f"{one['line']}:{one['column']}")
        for one in report["files"][0]["findings"]
    ] == [(entry["check"], entry["level"], entry["message"], entry["place"]) for entry in shown.entries]
    assert shown.drafts == [visible(read(seed, path.read_bytes()).text)]


def everything() -> Run:
    """A run with all that may go wrong, and all that a finding may have."""
    first = group(suppress(check_file(DRAFT), "duplicate.word", "按<原文>"), "placeholder.mask")
    third = check_file(HOSTILE, '三"><b>.txt', {**CHECKS, "a.broken": Broken()})
    run = run_of(first, unreadable(), third, problems=(Text("插件 <甲> 出错", "plugin <a> failed"),))
    return replace(run, notes=(Text("有一条 <忽略> 没有用到", "an <ignore> nobody needs"),))


@pytest.mark.parametrize("options", [EVERYTHING, ReportOptions("en"), ReportOptions(show_suppressed=True)])
def test_ids_are_there_once_and_every_link_leads_somewhere(options: ReportOptions) -> None:
    tags = [given for _, given in page(everything(), options).tags]
    ids = [given["id"] for given in tags if "id" in given]
    assert len(ids) == len(set(ids)) > 20
    assert {given["href"][1:] for given in tags if given.get("href", "").startswith("#")} <= set(ids)
    named = [word for given in tags for word in given.get("aria-labelledby", "").split()]
    assert set(named) <= set(ids)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_page_needs_nothing_and_may_load_nothing(language: str) -> None:
    text = printed(everything(), "html", ReportOptions("en" if language == "en" else "zh"))
    shown = Page(text)
    assert dict(shown.tags)["html"]["lang"] == ("en" if language == "en" else "zh-CN")
    (policy,) = [given["content"] for _, given in shown.tags if "http-equiv" in given]
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    for name, content in shown.raw.items():
        seal = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert f"{name}-src 'sha256-{seal}'" in policy
        assert not re.search(r"https?:|url\(|@import|fetch\(|import\(", content), name
    for tag, attributes in shown.tags:
        assert tag not in {"img", "iframe", "object", "b"}
        assert not [
            name for name in attributes if name.startswith("on") or name in {"style", "src", "srcset", "action"}
        ]
        assert attributes.get("href", "#").startswith(("#", "data:image/svg+xml,"))


def test_drafts_paths_and_reasons_stay_text() -> None:
    shown = page(everything(), ReportOptions(minimum=Severity.INFO, show_suppressed=True))
    assert [tag for tag, _ in shown.tags].count("script") == 1
    assert shown.drafts == [visible(DRAFT), visible(HOSTILE)]
    assert "已忽略：按<原文>" in "".join(entry["all"] for entry in shown.entries)
    assert {given["title"] for given in shown.of("odd")} >= {"U+0000", "U+001B", "U+200B", "U+202E", "U+D800"}
    text = printed(everything(), "html")
    assert "三&quot;&gt;&lt;b&gt;.txt" in text
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u2028\u202e\ud800]", text)


def test_what_could_not_be_checked_is_told_at_the_top() -> None:
    text = printed(everything(), "html")
    top = text[: text.index("<main>")]
    for told in [
        "坏.txt",
        "不是文本",
        "a.broken",
        "no txt",
        "插件 &lt;甲&gt; 出错",
        "有一条 &lt;忽略&gt; 没有用到",
        "检查不完整",
    ]:
        assert told in top
    plugin = replace(check_file(DRAFT), failures=(Failure("o.x", Text("超时", "too slow"), "office 1.0"),))
    english = printed(run_of(plugin), "html", ReportOptions("en"))
    assert "check <code>o.x</code> (from office 1.0) failed, all others ran: too slow" in english


def test_only_wanted_findings_are_on_the_page() -> None:
    run = run_of(suppress(check_file(DRAFT), "duplicate.word", "按原文"))
    levels = {
        options: sorted(entry["level"] for entry in page(run, options).entries)
        for options in (
            EVERYTHING,
            ReportOptions(),
            ReportOptions(minimum=Severity.ERROR),
            ReportOptions(minimum=Severity.INFO, show_suppressed=True, max_per_check=1),
        )
    }
    assert list(levels.values()) == [
        ["error", "error", "error", "info"],
        ["error", "error", "error"],
        ["error", "error", "error"],
        ["error", "error", "error", "ignored", "info"],
    ]


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (
            EVERYTHING,
            [
                "未填占位符“XX”",
                "另见：",
                "3:14 “实事” 首次出现",
                "修改建议：删去，实事",
                "（可用 --fix 自动修改）",
                "关于整篇",
                "把坚改为秉；插入要",
            ],
        ),
        (
            ReportOptions("en", Severity.INFO),
            [
                "unfilled placeholder “XX”",
                "See also: ",
                "3:14 “实事” first here",
                "Fix: delete ，实事",
                "about the whole draft",
            ],
        ),
    ],
)
def test_list_says_what_where_and_what_to_do(options: ReportOptions, words: list[str]) -> None:
    told = "\n".join(entry["all"] for entry in page(run_of(check_file(DRAFT)), options).entries)
    assert [word for word in words if word not in told] == []


def test_places_are_told_by_heading_table_and_part() -> None:
    text = "报告\n一、工作回顾\n我们完成XX项。\n指标\nXX\n注XX"
    document = read_plain("文.docx", text, "utf-8")
    start = text.index("指标")
    cells = (Cell(1, 1, Span(start, start + 2)), Cell(1, 2, Span(start + 3, start + 5)))
    blocks = (*document.blocks[:-1], replace(document.blocks[-1], part="footnote"))
    document = replace(document, blocks=blocks, tables=(Table(cells),))
    found = [finding(document, [Span(match.start(), match.end())]) for match in re.finditer("XX", text)]
    shown = page(run_over(document, found))
    wheres = [" ".join(entry["all"].split()) for entry in shown.entries]
    for where, words in zip(wheres, ["在“一、工作回顾”之下", "表 1 第 1 行第 2 列", "脚注"], strict=True):
        assert words in where
    assert [given["data-label"] for given in shown.of("part")] == ["脚注"]
    assert [given.get("data-line") for given in shown.of("block")] == list("123456")


def test_group_is_one_entry_with_all_its_places() -> None:
    draft = "完成XX项。\n" * 30
    shown = page(
        run_of(group(check_file(draft, checks={"placeholder.mask": CHECKS["placeholder.mask"]}), "placeholder.mask"))
    )
    assert len(shown.entries) == 1
    assert [given["data-number"] for given in shown.of("at")] == ["1"] * 30
    links = [given["href"] for tag, given in shown.tags if tag == "a" and given.get("href", "").startswith("#r")]
    assert links == [f"#r1-1-{number}" for number in range(1, 30)]
    assert "其余 23 处" in shown.entries[0]["all"]
    assert shown.marks == [["XX"] * 30]


@pytest.mark.parametrize(("language", "praise"), [("zh", "很好，没有发现"), ("en", "Well done: ")])
def test_clean_run_says_so(language: str, praise: str) -> None:
    options = ReportOptions("en" if language == "en" else "zh")
    checks = {"placeholder.mask": CHECKS["placeholder.mask"]}
    text = printed(run_of(check_file("各项工作顺利完成。\n", checks=checks), checks=checks), "html", options)
    assert praise in text
    assert 'id="search"' not in text
    broken = run_of(check_file("各项工作顺利完成。\n", checks={"a.broken": Broken()}))
    assert praise not in printed(broken, "html", options)


@pytest.mark.parametrize("files", [(), (unreadable(),), (check_file(""), check_file("\n \n", "空.txt"))])
def test_nothing_to_show_is_still_a_page(files: tuple[FileResult, ...]) -> None:
    shown = page(run_of(*(replace(file, diagnostics=(), failures=()) for file in files)))
    assert len(shown.drafts) == sum(file.document is not None for file in files)


def test_several_drafts_are_chosen_by_links() -> None:
    run = run_of(check_file(DRAFT), unreadable(), check_file(DRAFT, "二.txt"))
    links = [given["href"] for tag, given in page(run).tags if tag == "a" and given["href"].startswith("#file")]
    assert links == ["#file-1", "#file-2"]


def test_page_grows_with_draft_and_findings_not_with_their_product() -> None:
    document = read_plain("大.txt", "一年来各项工作稳步推进。\n" * 400, "utf-8")
    whole = Span(0, len(document.text))

    def size(count: int) -> int:
        return len(printed(run_over(document, [finding(document, [whole])] * count), "html"))

    few, many = size(20), size(220)
    assert many - few < 200 * 3 * (size(1) - size(0))


def test_quiet_page_has_no_summary() -> None:
    run = run_of(check_file(DRAFT))
    assert 'class="verdict' in printed(run, "html")
    assert 'class="verdict' not in printed(run, "html", ReportOptions(quiet=True))


def test_output_file_is_utf_8(tmp_path: object) -> None:
    target = f"{tmp_path}/页.html"
    reportlint("-f", "html", "-o", target, next(iter(SEEDS.glob("*.txt"))))
    with open(target, encoding="utf-8") as stream:
        assert Page(stream.read()).drafts

"""Fixes in Word documents: the same words as in a text, the formatting of what they replace, changes to be undone."""

from __future__ import annotations

import io
import random
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING

import docx as python_docx
import pytest
from hypothesis import given, note
from hypothesis import strategies as st

from command import SEEDS, reportlint
from officefiles import converted, needs_soffice
from reportlint.word.opening import WordFile, open_word
from reportlint.word.rewriting import Change, possible, rewrite
from wordfiles import W as SPACE
from wordfiles import docx, field, p, r, story, t, unpacked

if TYPE_CHECKING:
    from pathlib import Path

W = f"{{{SPACE}}}"
SPACED = "{http://www.w3.org/XML/1998/namespace}space"
PROPERTIES = ("", "", "<w:b/>", '<w:rFonts w:ascii="a>b"/><w:sz w:val="32"/>')
Shown = list[tuple[str, str]]
"""Characters, each with its formatting."""


@st.composite
def documents(draw: st.DrawFn) -> bytes:
    """Documents of runs in all sorts of formatting, some of them inserted or deleted by somebody else."""
    body = []
    for _ in range(draw(st.integers(1, 3))):
        runs = []
        for _ in range(draw(st.integers(0, 5))):
            words = draw(st.text(st.sampled_from("一年来X件。 &<贡"), min_size=1, max_size=5))
            run = r(words, draw(st.sampled_from(PROPERTIES)))
            plain = t(words).replace(' xml:space="preserve"', "")
            kinds = {
                "run": run,
                "inserted": f'<w:ins w:id="90" w:author="王">{run}</w:ins>',
                "deleted": f'<w:del w:id="91" w:author="王"><w:r><w:delText>删</w:delText></w:r></w:del>{run}',
                "link": f"<w:hyperlink>{run}</w:hyperlink>",
                "tab": f"<w:r>{t(words)}<w:tab/>{plain}</w:r>",
                "break": f"<w:r>{plain}<w:br/>{t(words)}</w:r>",
                "plain": f"<w:r>{plain}</w:r>",
                "two": f"<w:r><w:rPr><w:i/></w:rPr>{plain}{t(words)}</w:r>",
                "reference": "<w:r><w:rPr><w:u/></w:rPr><w:t>甲&amp;&#x4E59; 丙</w:t></w:r>",
                "CDATA": "<w:r><w:t>块<![CDATA[块&]]>块</w:t></w:r>",
                "says default": '<w:r><w:t xml:space="default">默 认</w:t></w:r>',
            }
            runs.append(kinds[draw(st.sampled_from(sorted(kinds)))])
        body.append(p(*runs))
    return docx(*body)


def shown(data: bytes, *, rejected: bool = False) -> Shown:
    """What is read in the body, with our changes accepted or rejected."""
    out: Shown = []
    dropped = "ins" if rejected else "del"

    def walk(node: ET.Element, properties: str) -> None:
        ours = node.get(f"{W}author") == "reportlint"
        if node.tag == (f"{W}{dropped}" if ours else f"{W}del"):
            return
        if node.tag == f"{W}r":
            said = node.find(f"{W}rPr")
            properties = "" if said is None else ET.tostring(said, "unicode")
        if node.tag in {f"{W}t", f"{W}delText"}:
            words = node.text or ""
            out.extend((sign, properties) for sign in (words if node.get(SPACED) == "preserve" else words.strip()))
        elif node.tag in {f"{W}tab", f"{W}br"}:
            out.append(("\t" if node.tag == f"{W}tab" else "\v", properties))
        for number, child in enumerate(node):
            if child.tag == f"{W}p" and number:
                out.append(("\n", ""))
            walk(child, properties)

    walk(next(ET.fromstring(unpacked(data)["word/document.xml"]).iter(f"{W}body")), "")  # noqa: S314 - our own
    return out


def fitting(file: WordFile, wanted: list[tuple[int, int, str]], *, tracked: bool) -> list[Change]:
    """Those changes that can be made, in order, apart from each other; some touch."""
    chosen: list[Change] = []
    for start, width, text in sorted(wanted):
        change = Change(start, start + width, text)
        apart = not chosen or (start >= chosen[-1].end and (start, start + width) != (chosen[-1].start, chosen[-1].end))
        inside = change.end <= len(file.layout.source) and file.layout.editable(change.start, change.end)
        if apart and inside and possible(file.layout, change, tracked=tracked):
            chosen.append(change)
    return chosen


def check(before: Shown, after: Shown, changes: list[Change]) -> None:
    """Whether some changes and nothing else were made; new words look like what they replace or stand beside."""
    at = place = 0
    for change in changes:
        kept = change.start - at
        assert after[place : place + kept] == before[at : change.start]
        place += kept
        written = after[place : place + len(change.text)]
        assert "".join(sign for sign, _ in written) == change.text
        named = before[change.start : change.end] or before[max(0, change.start - 1) : change.end + 1]
        assert {properties for _, properties in written} <= {properties for _, properties in named}
        place += len(change.text)
        at = change.end
    assert after[place:] == before[at:]


CHANGES = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 4), st.text("改一的 &<", max_size=3)), max_size=6)


@given(documents(), CHANGES, st.booleans())
def test_changes_keep_all_formatting(data: bytes, wanted: list[tuple[int, int, str]], tracked: bool) -> None:
    file = open_word(data)
    before = shown(data)
    assert "".join(sign for sign, _ in before) == file.layout.source
    changes = fitting(file, wanted, tracked=tracked)
    note(unpacked(data)["word/document.xml"].decode().partition("<w:body>")[2])
    note(repr(changes))

    written = rewrite(file, changes, tracked=tracked)

    check(before, shown(written), changes)
    read = open_word(written).layout.source
    assert read == "".join(sign for sign, _ in shown(written))
    if tracked:
        assert shown(written, rejected=True) == before
        _check_marks(written)


def _check_marks(data: bytes) -> None:
    """Whether our changes have ids of their own and stand in nobody else's."""
    root = ET.fromstring(unpacked(data)["word/document.xml"])  # noqa: S314 - our own
    changes = [node for node in root.iter() if node.tag in {f"{W}ins", f"{W}del"}]
    ours = [node for node in changes if node.get(f"{W}author") == "reportlint"]
    ids = [node.get(f"{W}id") for node in ours]
    assert len(ids) == len(set(ids))
    assert set(ids).isdisjoint({node.get(f"{W}id") for node in changes if node not in ours})
    assert not any(inner in ours for outer in changes for inner in list(outer.iter())[1:])


INSERTED = f'<w:ins w:id="9" w:author="王">{r("甲")}</w:ins>'


@pytest.mark.parametrize("tracked", [False, True], ids=["plain", "tracked"])
@pytest.mark.parametrize(
    ("body", "changes", "text"),
    [
        pytest.param(p("<w:r><w:t>甲 乙</w:t></w:r>"), [(0, 2, "丙")], "丙乙", id="up to a space"),
        pytest.param(p("<w:r><w:t>甲乙 丙</w:t></w:r>"), [(0, 1, ""), (1, 2, "")], " 丙", id="two that touch"),
        pytest.param(p("<w:r><w:t>甲乙 丙</w:t></w:r>"), [(0, 1, ""), (2, 3, ""), (3, 4, "")], "乙", id="all around"),
        pytest.param(p("<w:r><w:t>甲 </w:t></w:r>", "乙"), [(1, 1, "、")], "甲、乙", id="beside a space not shown"),
        pytest.param(p("<w:r><w:t>甲&amp;&lt;乙</w:t></w:r>"), [(1, 2, "与")], "甲与<乙", id="a reference"),
        pytest.param(p("<w:r><w:tab/></w:r>", "乙"), [(1, 1, "甲")], "\t甲乙", id="after a tab"),
        pytest.param(p(r("甲乙", "<w:b/>"), r("丙丁", "<w:i/>")), [(1, 3, "己")], "甲己丁", id="across runs"),
        pytest.param(p("甲乙"), [(0, 2, "")], "", id="all of it"),
    ],
)
def test_at_the_edges(body: str, changes: list[tuple[int, int, str]], text: str, tracked: bool) -> None:
    data = docx(body)
    file = open_word(data)
    wanted = [Change(*change) for change in changes]
    assert all(file.layout.editable(change.start, change.end) for change in wanted)
    assert all(possible(file.layout, change, tracked=tracked) for change in wanted)
    written = rewrite(file, wanted, tracked=tracked)
    assert open_word(written).layout.source == text
    assert "".join(sign for sign, _ in shown(written)) == text
    assert not tracked or shown(written, rejected=True) == shown(data)


@pytest.mark.parametrize(
    ("body", "change", "plain", "tracked"),
    [
        pytest.param(p(INSERTED, r("乙", "<w:b/>")), (1, 2, "丙乙"), True, True, id="a word that grows after one"),
        pytest.param(p(INSERTED, r("乙")), (1, 1, "丙"), True, True, id="between one and others"),
        pytest.param(p(INSERTED, r("乙")), (0, 0, "丙"), True, False, id="before one"),
        pytest.param(p("<w:r><w:tab/></w:r>", INSERTED), (1, 1, "丙"), True, False, id="between a tab and one"),
        pytest.param(p(INSERTED, r("乙")), (0, 2, "丙"), True, False, id="across its end"),
        pytest.param(p("<w:r><w:t><![CDATA[甲乙]]></w:t></w:r>"), (0, 2, "A&B"), False, False, id="CDATA"),
        pytest.param(p('<w:r><w:t xml:space="default">甲乙</w:t></w:r>'), (0, 1, ""), False, False, id="default"),
        pytest.param(
            p(f"<w:r><w:ruby><w:rubyBase>{r('甲乙')}</w:rubyBase></w:ruby></w:r>"), (0, 1, "丙"), True, False, id="ruby"
        ),
    ],
)
def test_what_can_be_written(body: str, change: tuple[int, int, str], plain: bool, tracked: bool) -> None:
    layout = open_word(docx(body)).layout
    assert layout.editable(*change[:2])
    assert possible(layout, Change(*change), tracked=False) is plain
    assert possible(layout, Change(*change), tracked=True) is tracked


NUMBERING = story(
    "numbering",
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>'
    '<w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
)
LISTED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'


@pytest.mark.parametrize(
    ("body", "words"),
    [
        pytest.param(p("作出", field(" REF a ", r("贡")), "献"), "贡", id="a field"),
        pytest.param(p(f'<w:fldSimple w:instr="REF a">{r("贡")}</w:fldSimple>'), "贡", id="a simple field"),
        pytest.param(p("甲", properties=LISTED), "一", id="the number of a list"),
        pytest.param(p("甲", properties=LISTED), "、甲", id="a number and words"),
        pytest.param(p("甲") + p("乙"), "甲\n乙", id="two paragraphs"),
        pytest.param(p(f"<w:r>{t('甲')}<w:tab/>{t('乙')}</w:r>"), "甲\t乙", id="a tab"),
        pytest.param(p(f"<w:r>{t('甲')}<w:br/>{t('乙')}</w:r>"), "\v", id="a break"),
        pytest.param(p("<w:r><w:t> 甲 </w:t></w:r>"), "甲", id="white space that is not shown"),
    ],
)
def test_what_is_never_written(body: str, words: str) -> None:
    layout = open_word(docx(body, parts={"numbering": NUMBERING})).layout
    start = layout.source.index(words)
    assert not layout.editable(start, start + len(words))


def with_runs(text: str, seed: str) -> bytes:
    """A document of python-docx, its runs cut at random."""
    source = random.Random(seed)  # noqa: S311 - the same cuts each time
    document = python_docx.Document()
    for line in text.split("\n"):
        paragraph, at = document.add_paragraph(), 0
        while at < len(line):
            width = source.randint(1, 9)
            run = paragraph.add_run(line[at : at + width])
            run.italic, run.bold = source.random() < 0.3, source.random() < 0.3
            at += width
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def mutated(seed: Path) -> str:
    """A seed with faults: doubled words and signs, and what is left of a web page."""
    source = random.Random(seed.stem)  # noqa: S311 - the same each time
    text = seed.read_text(encoding="utf-8")
    for _ in range(40):
        at = source.randrange(len(text) - 4)
        width = source.choice([1, 1, 2, 3])
        if "\n" not in text[at : at + width]:
            text = text[:at] + text[at : at + width] + text[at:]
    for _ in range(5):
        at = source.randrange(len(text))
        text = f"{text[:at]}&nbsp;{text[at:]}"
    return text


@pytest.mark.parametrize("seed", sorted(SEEDS.glob("*.txt")), ids=lambda seed: seed.stem[:3])
@pytest.mark.parametrize("tracked", [(), ("--track-changes",)], ids=["plain", "tracked"])
def test_the_same_text_as_of_a_text_file(seed: Path, tracked: tuple[str, ...], tmp_path: Path) -> None:
    text = mutated(seed)
    data = with_runs(text, seed.stem)
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    (tmp_path / "a.docx").write_bytes(data)
    # Some fixes of these go across the ends of lines; in Word that would be more than words.
    rest = ("--fix", "--unsafe-fixes", "--ignore", "residue.layout,residue.web-page", "-q")
    reportlint("a.txt", *rest, cwd=tmp_path)
    reportlint("a.docx", *rest, *tracked, cwd=tmp_path)
    fixed = (tmp_path / "a.fixed.docx").read_bytes()
    wanted = (tmp_path / "a.txt").read_text(encoding="utf-8")
    assert wanted != text
    assert (tmp_path / "a.docx").read_bytes() == data
    if not tracked:
        assert open_word(fixed).layout.source == wanted
        return
    assert shown(fixed, rejected=True) == shown(data)
    _check_marks(fixed)
    # What is only seen once a change has been made stands in it, and a change within a change is none of ours.
    once = open_word(fixed).layout.source
    assert once != text
    assert len(wanted) <= len(once) < len(text)


DRAFT = docx(
    p("2023年工作总结"), p("一年来，共召开会议", r("XX", "<w:b/>"), "次，作出了", r("贡", "<w:b/>"), r("贡献"), "。")
)
MENDED = "2023年工作总结\n一年来，共召开会议XX次，作出了贡献。"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a faulty document."""
    (tmp_path / "总结.docx").write_bytes(DRAFT)
    return tmp_path


def test_the_report_is_about_the_copy(folder: Path) -> None:
    before = (folder / "总结.docx").stat().st_mtime_ns
    told = reportlint("总结.docx", "--fix", "--unsafe-fixes", "-f", "json", cwd=folder)
    assert told.code == 1
    (file,) = told.json["files"]
    assert file["path"] == "总结.fixed.docx"
    assert [found["check"] for found in file["findings"]] == ["placeholder.mask"]
    assert "已自动修改 1 处" in told.err
    assert (folder / "总结.docx").read_bytes() == DRAFT
    assert (folder / "总结.docx").stat().st_mtime_ns == before
    assert open_word((folder / "总结.fixed.docx").read_bytes()).layout.source == MENDED


@pytest.mark.parametrize("tracked", [(), ("--track-changes",)], ids=["plain", "tracked"])
def test_a_copy_that_is_there_stays(folder: Path, tracked: tuple[str, ...]) -> None:
    (folder / "总结.fixed.docx").write_bytes(b"mine")
    told = reportlint("总结.docx", "--fix", "--unsafe-fixes", "-q", *tracked, cwd=folder)
    assert told.code == 2
    assert told.err.count("\n") == 1, told.err
    assert "总结.fixed.docx 已存在，未覆盖" in told.err
    assert (folder / "总结.fixed.docx").read_bytes() == b"mine"


def test_nothing_to_fix_writes_nothing(folder: Path) -> None:
    (folder / "总结.docx").write_bytes(docx(p("石桥镇工作总结")))
    assert reportlint("总结.docx", "--fix", cwd=folder).code == 0
    assert [path.name for path in folder.iterdir()] == ["总结.docx"]


def piped(*arguments: str, cwd: Path) -> bytes:
    """What the command prints for the draft on its standard input."""
    command = [sys.executable, "-m", "reportlint", "-", "--stdin-filename", "a.docx", *arguments]
    return subprocess.run(  # noqa: S603 - our own program
        command, input=DRAFT, cwd=cwd, check=False, capture_output=True, timeout=120
    ).stdout


@pytest.mark.parametrize("tracked", [(), ("--track-changes",)], ids=["plain", "tracked"])
def test_standard_input_goes_to_standard_output(tmp_path: Path, tracked: tuple[str, ...]) -> None:
    written = piped("--fix", "--unsafe-fixes", *tracked, cwd=tmp_path)
    assert open_word(written).layout.source == MENDED
    assert piped("--fix", "--ignore", "duplicate", cwd=tmp_path) == DRAFT
    assert list(tmp_path.iterdir()) == []


def test_a_diff_writes_nothing(folder: Path) -> None:
    told = reportlint("总结.docx", "--diff", "--unsafe-fixes", cwd=folder)
    assert told.code == 1
    assert "+一年来，共召开会议XX次，作出了贡献。" in told.out
    assert [path.name for path in folder.iterdir()] == ["总结.docx"]


def test_what_others_have_inserted_is_not_tracked(folder: Path) -> None:
    inserted = f'<w:ins w:id="1" w:author="王">{r("作出了贡贡献。")}</w:ins>'
    (folder / "总结.docx").write_bytes(docx(p("一年来，", inserted), p("作出了贡贡献。")))
    reportlint("总结.docx", "--fix", "--unsafe-fixes", "--track-changes", "-q", cwd=folder)
    written = (folder / "总结.fixed.docx").read_bytes()
    assert open_word(written).layout.source == "一年来，作出了贡贡献。\n作出了贡献。"
    _check_marks(written)
    shutil.copy(folder / "总结.docx", folder / "二.docx")
    reportlint("二.docx", "--fix", "--unsafe-fixes", "-q", cwd=folder)
    assert open_word((folder / "二.fixed.docx").read_bytes()).layout.source == "一年来，作出了贡献。\n作出了贡献。"


@needs_soffice
def test_libreoffice_opens_tracked_changes(tmp_path: Path) -> None:
    seed = sorted(SEEDS.glob("*.txt"))[1]
    (tmp_path / "a.docx").write_bytes(with_runs(mutated(seed), seed.stem))
    reportlint("a.docx", "--fix", "--unsafe-fixes", "--track-changes", "-q", cwd=tmp_path)
    fixed = (tmp_path / "a.fixed.docx").read_bytes()
    content = unpacked(converted(fixed, "odt", ".docx"))["content.xml"].decode()
    own = len(
        re.findall(r'<w:(?:ins|del) w:id="\d+" w:author="reportlint">', unpacked(fixed)["word/document.xml"].decode())
    )
    assert own > 20
    # It makes one change of those that touch.
    assert 20 < content.count("<text:changed-region") <= own
    assert set(re.findall("<dc:creator>([^<]*)", content)) == {"reportlint"}
    through = open_word(converted(fixed, "docx", ".docx")).layout.source
    assert through == open_word(fixed).layout.source

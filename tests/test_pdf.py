"""PDF files written here byte by byte, and those LibreOffice makes of the seeds: what comes out is what was written."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from command import SEEDS, reportlint
from officefiles import converted, flat_odt, needs_soffice
from reportlint.check import Check
from reportlint.document import Document
from reportlint.engine import inspect
from reportlint.readers import ReadingError, read
from reportlint.readers.pdf import read_pdf, unavailable
from reportlint.readers.pdf_letters import Letters
from support import registered

pytestmark = pytest.mark.skipif(unavailable() is not None, reason="pypdfium2 is not installed")

SIZE, PITCH = 16.0, 28.0
LEFT, RIGHT = 80.0, 80.0 + 28 * SIZE
HEIGHT = 842.0


@dataclass(frozen=True)
class Run:
    """Words at a place of a page, turned by quarters, in a size."""

    text: str
    x: float = LEFT
    y: float = 700.0
    size: float = SIZE
    matrix: str = "1 0 0 1"


def pdf(*pages: list[Run], rotate: int = 0, trailer: str = "") -> bytes:
    """A PDF file with a font that it only names: its characters are numbers of Unicode, Latin ones half as wide."""
    font = (
        "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[<</Type/Font"
        "/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>"
        "/DW 1000/W[1 95 500 814 939 500]>>]>>"
    )
    objects = ["<</Type/Catalog/Pages 2 0 R>>", "", font]
    numbers: list[str] = []
    for page in pages:
        words = "".join(
            f"BT /F {run.size} Tf {run.matrix} {run.x} {run.y} Tm <{run.text.encode('utf-16-be').hex()}> Tj ET\n"
            for run in page
        )
        objects.append(f"<</Length {len(words)}>>stream\n{words}endstream")
        numbers.append(f"{len(objects) + 1} 0 R")
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 {HEIGHT}]/Rotate {rotate}"
            f"/Contents {len(objects)} 0 R/Resources<</Font<</F 3 0 R>>>>>>"
        )
    objects[1] = f"<</Type/Pages/Kids[{' '.join(numbers)}]/Count {len(pages)}>>"
    data, places = b"%PDF-1.5\n", list[int]()
    for number, words in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj{words}endobj\n".encode()
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    end = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer<</Size {size}/Root 1 0 R{trailer}>>"
    return data + f"{end}\nstartxref\n{len(data)}\n%%EOF".encode()


def typeset(*paragraphs: str, indent: float = 2 * SIZE, top: float = 720.0) -> list[Run]:
    """Paragraphs set in lines of 28 characters, the first of each indented."""
    runs: list[Run] = []
    for paragraph in paragraphs:
        first = int((RIGHT - LEFT - indent) / SIZE)
        starts = [0, *range(first, len(paragraph), int((RIGHT - LEFT) / SIZE))]
        for start, end in zip(starts, [*starts[1:], len(paragraph)], strict=True):
            x = LEFT if start else LEFT + indent
            runs.append(Run(paragraph[start:end], x, top - PITCH * len(runs)))
    return runs


def paragraphs(*pages: list[Run], rotate: int = 0) -> list[str]:
    """The paragraphs that are read."""
    document = read_pdf("a.pdf", pdf(*pages, rotate=rotate))
    assert [document.slice(block.span) for block in document.blocks] == document.text.split("\n")
    return document.text.split("\n")


LONG = "一年来，镇人大主席团在县人大常委会的指导和镇党委的领导下，围绕全镇中心工作依法履行职责，较好完成了各项任务。"
NEXT = "二是加强监督，组织代表对重点项目开展视察，提出意见建议十二条，均已办理答复，代表表示满意。"


def test_lines_become_paragraphs() -> None:
    assert paragraphs(typeset("石桥镇工作总结", LONG, "一、主要工作", NEXT, LONG)) == [
        "石桥镇工作总结",
        LONG,
        "一、主要工作",
        NEXT,
        LONG,
    ]


def test_a_line_that_is_just_full_ends_a_paragraph_when_the_next_is_indented() -> None:
    full = (LONG * 2)[: 26 + 28 - 1] + "。"

    assert paragraphs(typeset(full, LONG)) == [full, LONG]


def test_without_indents_the_ends_and_the_beginnings_of_items_tell() -> None:
    full = (LONG * 2)[: 28 * 2 - 1] + "。"

    assert paragraphs(typeset(LONG, full, NEXT, LONG, indent=0)) == [LONG, full, NEXT, LONG]


def test_a_paragraph_goes_on_over_a_page_and_the_page_number_is_left_out() -> None:
    runs = typeset(LONG, NEXT * 3)
    first, second = runs[:4], [Run(run.text, run.x, 720 - PITCH * index) for index, run in enumerate(runs[4:])]
    header = [Run("石桥镇人大文件", 250, 790)]
    pages = [
        [*header, *first, Run("— 1 —", 280, 60)],
        [*header, *second, Run("— 2 —", 280, 60)],
        [*header, *typeset(LONG), Run("— 3 —", 280, 60)],
    ]

    assert paragraphs(*pages) == [LONG, NEXT * 3, LONG]


@pytest.mark.parametrize("number", ["- 1 -", "— 12 —", "12", "第1页", "第1页 共20页", "1/20", "Page 1 of 20", "·12·"])
def test_page_numbers(number: str) -> None:
    assert paragraphs([*typeset(LONG), Run(number, 280, 60)]) == [LONG]


@pytest.mark.parametrize("words", ["12人", "2023年1月5日", "第一条", "共20页", "合计"])
def test_what_is_no_page_number_stays(words: str) -> None:
    assert paragraphs([*typeset(LONG), Run(words, 280, 60)]) == [LONG, words]


def test_a_heading_of_another_size_stands_alone() -> None:
    heading = "关于石桥镇二〇二三年全年各项工作的总结的报告"
    runs = [Run(heading, LEFT, 760, size=20.0), *typeset(LONG, indent=0)]

    assert paragraphs(runs) == [heading, LONG]


def test_a_title_in_the_middle_goes_on() -> None:
    title = [
        Run("关于石桥镇人民代表大会主席团二〇二三年工作情况和下一年安排", LEFT, 760),
        Run("的报告", LEFT + 200, 732),
    ]

    assert paragraphs([*title, *typeset(LONG, LONG, LONG, top=690)])[0] == title[0].text + title[1].text


def test_columns_of_a_table_stay_apart() -> None:
    row = [Run("项目名称", LEFT), Run("投资额", LEFT + 150), Run("进度", LEFT + 300)]

    assert paragraphs([*row, *typeset(LONG, top=650)]) == ["项目名称", "投资额", "进度", LONG]


def test_the_mark_of_an_item_stays_with_its_words_and_lines_may_hang_under_them() -> None:
    first, second, third = NEXT[:26], NEXT[26:], "其余各项工作均按计划推进。"
    item = [
        Run("•", LEFT, 600),
        *(Run(text, LEFT + 32, 600 - PITCH * at) for at, text in enumerate([first, second, third])),
    ]

    assert paragraphs([*typeset(LONG, LONG), *item]) == [LONG, LONG, "•" + NEXT, third]


def test_a_signature_at_the_right_is_two_lines() -> None:
    signature = [Run(text, RIGHT - 8 * SIZE, y) for text, y in (("石桥镇人大主席团", 600), ("二〇二三年十二月", 572))]

    assert paragraphs([*typeset(LONG, LONG), *signature]) == [LONG, LONG, "石桥镇人大主席团", "二〇二三年十二月"]


def test_a_spread_title_is_one_line() -> None:
    spread = [Run(letter, LEFT + 60 * index) for index, letter in enumerate("工作总结")]

    assert paragraphs([*spread, *typeset(LONG, top=650)]) == ["工作总结", LONG]


def test_bold_made_by_setting_twice_is_read_once() -> None:
    twice = [run for index, letter in enumerate("工作") for run in [Run(letter, LEFT + SIZE * index)] * 2]
    real = [Run("贡贡献", LEFT, 650)]

    assert paragraphs([*twice, *real]) == ["工作", "贡贡献"]


def test_latin_words_get_their_space_back_and_chinese_gets_none() -> None:
    lines = [
        Run("全镇推广应用", LEFT + 240, 720),
        Run("annual report on the work of the congress of deputies to", LEFT, 692),
        Run("the people 全文如下，请予审议，并请提出意见建议和要求。", LEFT, 664),
    ]

    assert paragraphs(lines)[-1] == lines[1].text + " " + lines[2].text


SIDES: list[tuple[int, str, Callable[[float, float], tuple[float, float]]]] = [
    (90, "0 1 -1 0", lambda x, y: (595 - y, x)),
    (0, "0 1 -1 0", lambda x, y: (595 - y, x)),
    (180, "-1 0 0 -1", lambda x, y: (595 - x, HEIGHT - y)),
    (270, "0 -1 1 0", lambda x, y: (y, HEIGHT - x)),
]


@pytest.mark.parametrize(("rotate", "matrix", "turned"), SIDES)
def test_a_page_on_its_side(rotate: int, matrix: str, turned: Callable[[float, float], tuple[float, float]]) -> None:
    runs = [Run(run.text, *turned(run.x, run.y - 200), matrix=matrix) for run in typeset(LONG, NEXT)]

    assert paragraphs(runs, rotate=rotate) == [LONG, NEXT]


def test_a_watermark_askew_is_left_out() -> None:
    assert paragraphs([*typeset(LONG), Run("内部资料", 200, 300, 60.0, "0.7 0.7 -0.7 0.7")]) == [LONG]


@pytest.mark.parametrize(
    ("character", "read_as"),
    [
        ("\u2f00", "一"),
        ("\u2ed3", "长"),
        ("\u2f3e", "户"),
        ("\u2fa6", "金"),
        ("\uf9fd", "什"),
        ("\ufb01", "fi"),
        ("\u00ad", ""),
        ("\u200b", ""),
        ("长", "长"),
        ("％", "％"),
        ("①", "①"),
        ("\u2ebb", "\u2ebb"),
    ],
)
def test_letters(character: str, read_as: str) -> None:
    assert Letters().read(character) == read_as


def test_places_are_paragraphs_and_columns() -> None:
    document = read_pdf("a.pdf", pdf(typeset("标题", LONG)))
    place = document.origin.place(document.source.index("依法"))

    assert (place.line, place.column) == (2, LONG.index("依法") + 1)
    assert document.origin.excerpt(place) == LONG
    assert not document.origin.writable


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"%PDF-1.4", "不是 PDF 文件，或已损坏"),
        (b"no pdf", "不是 PDF 文件，或已损坏"),
        (pdf(typeset(LONG))[:300], "已损坏"),
        (pdf([]), "没有文字层"),
        (pdf([Run("— 1 —", 280, 60)]), "没有文字层"),
        (pdf([Run("\ue001\ue002\ue003\ue004")]), "没有编码信息"),
        (
            pdf(
                typeset(LONG),
                trailer=f"/Encrypt<</Filter/Standard/V 1/R 2/O<{'00' * 32}>/U<{'00' * 32}>/P -4>>/ID[<00><00>]",
            ),
            "有密码",
        ),
    ],
)
def test_what_cannot_be_read(data: bytes, said: str) -> None:
    with pytest.raises(ReadingError) as caught:
        read_pdf("a.pdf", data)
    assert said in caught.value.text.zh


def test_a_run_over_a_pdf(tmp_path: Path) -> None:
    (tmp_path / "报告.pdf").write_bytes(pdf(typeset("石桥镇2023年工作总结", "一年来，共召开会议XX次，作出了贡贡献。")))
    before = (tmp_path / "报告.pdf").read_bytes()

    done = reportlint("报告.pdf", "-f", "concise", "--fix", cwd=tmp_path)

    assert done.code == 1
    assert "报告.pdf:2:10: error placeholder.mask" in done.out
    assert (tmp_path / "报告.pdf").read_bytes() == before


@cache
def checks() -> list[tuple[str, Check]]:
    """All checks that run by default."""
    return [(id_, entry.make(None)) for id_, entry in registered().items() if entry.check.meta.default]


def found(document: Document) -> Counter[tuple[str, str]]:
    """What the checks find, wherever it stands; without spaces, which a PDF file has none of at the ends of lines."""
    inspection = inspect(document, checks())
    assert not inspection.failures
    return Counter((d.check, document.slice(d.location.span).strip()) for d in inspection.diagnostics)


@needs_soffice
@pytest.mark.parametrize("seed", sorted(SEEDS.glob("*.txt")), ids=lambda path: path.stem[:3])
def test_a_seed_as_pdf_has_the_findings_of_the_text(seed: Path) -> None:
    text = read(str(seed), seed.read_bytes())
    document = read_pdf("a.pdf", converted(flat_odt(text.text), "pdf"))

    expected = found(text)
    actual = found(document)
    assert not actual - expected
    # What hangs on spaces at the beginning of a line or between words is gone: LibreOffice leaves gaps instead.
    assert {check for check, _ in expected - actual} <= {"residue.layout", "number.stray-space"}


WITHOUT = """
import sys
sys.modules["pypdfium2"] = None
sys.argv = ["reportlint", *sys.argv[1:]]
from reportlint.cli import main
main()
"""


def test_without_pdfium(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(pdf(typeset(LONG)))
    (tmp_path / "b.txt").write_text("石桥镇2023年工作总结\n", encoding="utf-8")

    def run(*arguments: str) -> tuple[int, str]:
        done = subprocess.run(  # noqa: S603 - our own program
            [sys.executable, "-c", WITHOUT, *arguments], cwd=tmp_path, capture_output=True, check=False, timeout=60
        )
        return done.returncode, done.stderr.decode()

    named = run("a.pdf")
    assert named[0] == 2
    assert "a.pdf：须运行 pip install 'reportlint[pdf]' 才能检查，或另存为 .docx" in named[1]
    code, said = run(".")
    assert code == 0
    assert "跳过 1 个文件：.pdf 须运行 pip install 'reportlint[pdf]'" in said
    code, said = run("a.pdf", "b.txt", "--skip-unsupported")
    assert code == 0
    assert "跳过 1 个文件" in said

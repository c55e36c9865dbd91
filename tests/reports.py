"""Small checks and the runs that reporters are tried on."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

from reportlint.api import (
    Check,
    Confidence,
    Document,
    Edit,
    Finding,
    Fix,
    Meta,
    Related,
    Safety,
    Severity,
    Span,
    Text,
)
from reportlint.engine import inspect
from reportlint.engine.inspect import order
from reportlint.readers.plain import read_plain
from reportlint.reporters import COLOURLESS, ReportOptions, reporter, write
from reportlint.result import FileResult, Run
from reportlint.text.frozen import replace

DRAFT = """\
清河镇2024年工作报告
全镇完成地区生产总值XX亿元，同比增长6%，其中工业增加值XX亿元。
坚持以人民为中心，办好民生实事，实事。
坚持以人民为中心。
"""


class Mask(Check):
    """占位符没有填写。"""

    meta = Meta(Text("未填占位符", "unfilled placeholder"), Severity.ERROR, Confidence.HIGH, "0.1")

    def run(self, document: Document) -> Iterator[Finding]:
        """Every run of X."""
        for match in re.finditer("X+", document.text):
            yield Finding(Span(*match.span()), Text(f"未填占位符“{match[0]}”", f"unfilled placeholder “{match[0]}”"))


class Repeat(Check):
    """一个词写了两遍。"""

    meta = Meta(Text("词语重复", "repeated word"), Severity.WARNING, Confidence.MEDIUM, "0.1")

    def run(self, document: Document) -> Iterator[Finding]:
        """The second of two equal words divided by a comma, which can go."""
        for match in re.finditer("(实事)(，实事)", document.text):
            first, second = Span(*match.span(1)), Span(*match.span(2))
            yield Finding(
                second,
                Text("“实事”重复，请删去一个", "“实事” is there twice: delete one"),
                (Related(first, Text("首次出现", "first here")),),
                Fix((Edit(second, ""),), Safety.SAFE),
            )


class Missing(Check):
    """少一个部分。"""

    meta = Meta(Text("缺少部分", "missing part"), Severity.ERROR, Confidence.LOW, "0.1")

    def run(self, document: Document) -> Iterator[Finding]:
        """Always, about the first line."""
        message = Text("缺少“下一步打算”部分", "no part about what comes next")
        yield Finding(document.blocks[0].span, message, scope="document")


class Passage(Check):
    """两段一样。"""

    meta = Meta(Text("段落重复", "repeated passage"), Severity.INFO, Confidence.HIGH, "0.1")

    def run(self, document: Document) -> Iterator[Finding]:
        """From the third line to the end."""
        start = document.blocks[2].span.start
        yield Finding(
            Span(start, document.blocks[3].span.end),
            Text("两段开头相同", "both begin alike"),
            fix=Fix((Edit(Span(start, start + 1), "秉"), Edit(Span(start, start), "要")), Safety.UNSAFE),
        )


class Broken(Check):
    """总是出错。"""

    meta = Meta(Text("出错", "broken"), Severity.ERROR, Confidence.HIGH, "0.1")

    def run(self, document: Document) -> Iterator[Finding]:
        """Raise."""
        message = f"no {document.format}"
        raise ValueError(message)


CHECKS: dict[str, Check] = {
    "duplicate.word": Repeat(),
    "duplicate.passage": Passage(),
    "placeholder.mask": Mask(),
    "structure.missing": Missing(),
}


def check_file(text: str, path: str = "草稿.txt", checks: dict[str, Check] = CHECKS) -> FileResult:
    """A plain text file as a run holds it; the text need not be one that the decoder takes for text."""
    document = read_plain(path, text, "utf-8")
    inspection = inspect(document, checks.items())
    return FileResult(path, document, inspection.diagnostics, inspection.failures)


def run_of(*files: FileResult, checks: dict[str, Check] = CHECKS, problems: tuple[Text, ...] = ()) -> Run:
    """A run over these files."""
    return Run(files, tuple(checks), {id_: check.meta.title for id_, check in checks.items()}, problems)


def unreadable(path: str = "坏.txt") -> FileResult:
    """A file that could not be read."""
    return FileResult(path, None, error=Text("不是文本", "not a text"))


def group(file: FileResult, check: str) -> FileResult:
    """The file with all findings of one check made into one."""
    members = [diagnostic for diagnostic in file.diagnostics if diagnostic.check == check]
    count, first = len(members), members[0]
    message = Text(f"{first.message.zh}（全文共 {count} 处）", f"{first.message.en} ({count} places in all)")
    one = replace(first, message=message, related=tuple(member.location for member in members[1:]), count=count)
    others = [diagnostic for diagnostic in file.diagnostics if diagnostic.check != check]
    return replace(file, diagnostics=tuple(order([one, *others])))


def suppress(file: FileResult, check: str, reason: str) -> FileResult:
    """The file with all findings of one check suppressed."""
    return replace(
        file,
        diagnostics=tuple(replace(d, suppressed=reason) if d.check == check else d for d in file.diagnostics),
    )


def printed(run: Run, name: str, options: ReportOptions | None = None) -> str:
    """What a reporter writes."""
    stream = io.StringIO()
    wanted = options or ReportOptions()
    write(reporter(name)(run, wanted), stream, coloured=wanted.colour and name not in COLOURLESS)
    return stream.getvalue()

"""`reportlint annotate DRAFT.docx`: a copy with a comment on each finding, or a copy without our comments."""

import os
import sys
from typing import Annotated

import typer

from reportlint.check import Text, UserError
from reportlint.cli.check import tell
from reportlint.cli.failures import reason
from reportlint.cli.help import classes
from reportlint.cli.sources import given, shared
from reportlint.cli.streams import complain
from reportlint.readers.docx import word_file
from reportlint.reporters import ReportOptions
from reportlint.reporters.remarks import remarks
from reportlint.result import FileResult, Run
from reportlint.run import Session
from reportlint.run.discover import STDIN
from reportlint.run.load import UnreadableError, load_bytes
from reportlint.text.frozen import frozen
from reportlint.word.annotations import annotate as add_comments
from reportlint.word.cleaning import clean as take_out
from reportlint.word.cleaning import own_comments
from reportlint.word.error import WordError
from reportlint.writing import WritingError, replace_file

HELP = Text(
    "在 Word 文档的副本里给每处问题加一条批注（作者 reportlint）；不改动原文件",
    "put a comment on each finding into a copy of a Word document (author: reportlint); the draft is not changed",
)
DRAFTS = Text("Word 文档（.docx；.doc、.wps 等需装有 LibreOffice）", "Word documents (.docx; .doc… need LibreOffice)")
OUTPUT = Text(
    "写入此文件（默认 原名.annotated.docx，已存在则不覆盖）", "write this file (default: NAME.annotated.docx)"
)
CLEAN = Text("只去掉 reportlint 的批注（默认写入 原名.clean.docx）", "only take our comments out (to NAME.clean.docx)")
OVERWRITE = Text("副本已存在时覆盖", "overwrite a copy that exists")


class AnnotateError(UserError):
    """What keeps a copy from being made; `text` says why."""


@frozen
class Copy:
    """A copy that was made.

    Attributes:
        data: its bytes.
        count: how many comments were put in, or taken out.
        result: what the checks said.
    """

    data: bytes
    count: int
    result: FileResult


def add(app: typer.Typer, language: str) -> None:
    """Register the command."""

    @app.command("annotate", cls=classes(language)[0], help=HELP.render(language))
    def annotate(  # noqa: PLR0913, PLR0917 - one parameter an option, as Typer wants it
        drafts: Annotated[list[str], typer.Argument(metavar="DRAFT…", help=DRAFTS.render(language))],
        output: Annotated[str, typer.Option("--output", "-o", metavar="FILE", help=OUTPUT.render(language))] = "",
        clean: Annotated[bool, typer.Option("--clean", help=CLEAN.render(language))] = False,  # noqa: FBT002 - a flag
        overwrite: Annotated[bool, typer.Option("--overwrite", help=OVERWRITE.render(language))] = False,  # noqa: FBT002 - a flag
        select: shared("select", language) = "",  # type: ignore[valid-type] # from the option table
        ignore: shared("ignore", language) = "",  # type: ignore[valid-type]
        severity: shared("severity", language) = "",  # type: ignore[valid-type]
        kind: shared("kind", language) = "",  # type: ignore[valid-type]
        home: shared("home", language) = "",  # type: ignore[valid-type]
        plugins: shared("plugins", language) = "",  # type: ignore[valid-type]
        rules: shared("rules", language) = "",  # type: ignore[valid-type]
        config: shared("config", language) = "",  # type: ignore[valid-type]
        lang: Annotated[str, typer.Option("--lang", hidden=True)] = "",
    ) -> None:
        del lang  # already read: it decides the language of this very help text
        if output and len(drafts) > 1:
            raise AnnotateError(Text("-o 只用于一个文件", "-o is for one draft only"))
        options = given(
            select=select, ignore=ignore, severity=severity, kind=kind, home=home, plugins=plugins, rules=rules
        )
        session = Session({**options, **given(config=config), "lang": language}, os.environ)
        failed = False
        for draft in drafts:
            try:
                failed = _one(session, draft, _Wishes(output, clean, overwrite), language) or failed
            except (AnnotateError, UnreadableError, WordError, WritingError) as error:
                failed = True
                named = error.text.zh.startswith(draft)
                words = error.text if named else Text(f"{draft}：{error.text.zh}", f"{draft}: {error.text.en}")
                complain(words, language)
        raise typer.Exit(2 if failed else 0)


@frozen
class _Wishes:
    """What the user wants done."""

    output: str
    clean: bool
    overwrite: bool


def _one(session: Session, draft: str, wishes: _Wishes, language: str) -> bool:
    """Make one copy; whether something failed although it could be made."""
    if draft == STDIN and not wishes.output:
        raise AnnotateError(Text("标准输入没有文件名，请用 -o 指明写到哪里", "has no name; say with -o where to write"))
    suffix = "clean" if wishes.clean else "annotated"
    target = wishes.output or f"{os.path.splitext(draft)[0]}.{suffix}.docx"
    if os.path.exists(target) and os.path.exists(draft) and os.path.samefile(draft, target):
        raise AnnotateError(Text("不能写回原文件，请换一个文件名", "is the draft itself; choose another name"))
    if os.path.exists(target) and not (wishes.output or wishes.overwrite):
        zh, en = "已存在，未覆盖；请加 --overwrite，或用 -o 另取文件名", "exists; use --overwrite or another name (-o)"
        raise AnnotateError(Text(f"{target} {zh}", f"{target} {en}"))
    copy = _cleaned(session, draft) if wishes.clean else _annotated(session, draft, language)
    tell(Run((copy.result,), (), {}, session.problems(), tuple(session.notes)), language)
    # An old copy that is to be overwritten would go on saying what is no longer so.
    wanted = bool(copy.count or wishes.output or os.path.exists(target))
    if wanted:
        try:
            replace_file(target, copy.data)
        except OSError as error:
            why = reason(error)
            raise AnnotateError(Text(f"无法写入 {target}：{why.zh}", f"cannot write {target}: {why.en}")) from error
    sys.stdout.write(_told(draft, target if wanted else "", copy, clean=wishes.clean).render(language) + "\n")
    sys.stdout.flush()
    return bool(copy.result.failures or session.problems())


def _told(draft: str, target: str, copy: Copy, *, clean: bool) -> Text:
    """What was done; the target is empty when nothing was written."""
    if clean:
        zh, en = f"去掉 {copy.count} 条批注", f"{copy.count} comments taken out"
        nothing = Text(f"{draft}：没有 reportlint 的批注", f"{draft}: has no comments of reportlint")
    else:
        zh, en = f"加了 {copy.count} 条批注", f"{copy.count} comments"
        nothing = Text(f"{draft}：没有需要批注的问题", f"{draft}: nothing to comment on")
    if copy.count:
        return Text(f"{target}：{zh}", f"{target}: {en}")
    return Text(f"{nothing.zh}，照样写入 {target}", f"{nothing.en}; copied to {target}") if target else nothing


def _annotated(session: Session, draft: str, language: str) -> Copy:
    """The draft with our comments; those of an earlier run are taken out first.

    Raises:
        AnnotateError: for a draft that is no document of a word processor, or one whose body has no paragraph.
        UnreadableError: for one that cannot be read.
    """
    settings = session.settings(draft)
    session.selected(settings)
    document = session.document(draft, load_bytes(draft, settings), settings)
    file = word_file(document)
    if file is None:
        zh, en = (
            "不是 Word 文档，不能加批注；可用 reportlint -f html 查看",
            "is no Word document; look at it with reportlint -f html",
        )
        raise AnnotateError(Text(zh, en))
    if own_comments(file):
        document = session.document(_as_docx(draft), take_out(file), settings)
        file = word_file(document) or file
    inspection = session.inspect(document, settings)
    options = ReportOptions(
        language="en" if language == "en" else "zh",
        minimum=settings.least(for_programs=False),
        max_per_check=0,
    )
    wanted = remarks(document, inspection.diagnostics, options)
    result = FileResult(draft, document, inspection.diagnostics, inspection.failures)
    data = add_comments(file, wanted)
    if wanted and data == file.package.data:
        raise AnnotateError(Text("正文没有段落，无处可加批注", "has no paragraph in its body to comment on"))
    return Copy(data, len(wanted), result)


def _cleaned(session: Session, draft: str) -> Copy:
    """The draft without our comments.

    Raises:
        AnnotateError: for a draft that is no Word document.
        UnreadableError: for one that cannot be read.
    """
    settings = session.settings(draft)
    document = session.document(draft, load_bytes(draft, settings), settings)
    file = word_file(document)
    if file is None:
        raise AnnotateError(Text("不是 Word 文档", "is no Word document"))
    return Copy(take_out(file), len(own_comments(file)), FileResult(draft, document))


def _as_docx(path: str) -> str:
    """A name under which the bytes of a converted copy are read."""
    return f"{os.path.splitext(path)[0]}.docx"

"""The findings of a draft as a list on an HTML page: what, where, how sure, which other places, what to do."""

from __future__ import annotations

from reportlint.check import Safety
from reportlint.facts.whereabouts import whereabouts
from reportlint.reporters.html_text import family_word, level, level_word, place, quote, words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from reportlint.check import Text
    from reportlint.diagnostic import Diagnostic, Suggestion
    from reportlint.document import Document
    from reportlint.reporters.html_marks import Painter
    from reportlint.reporting import ReportOptions

RELATED = 6
"""Other places that are shown at once; further ones unfold."""

EDITS = 12
"""Edits of a fix that are told."""

_CHANGED = 120  # columns of the words of an edit: as much as somebody would copy
_PARTS = {
    "box": ("文本框", "text box"),
    "footnote": ("脚注", "footnote"),
    "endnote": ("尾注", "endnote"),
    "header": ("页眉", "header"),
    "footer": ("页脚", "footer"),
}


class Entries:
    """Writes the list of one file, once its draft is painted."""

    def __init__(
        self, file: int, document: Document, painter: Painter, titles: Mapping[str, Text], options: ReportOptions
    ) -> None:
        self._file = file
        self._document = document
        self._painter = painter
        self._titles = titles
        self._options = options

    def lines(self, numbered: Sequence[Diagnostic]) -> Iterator[str]:
        """A few lines of the page for each finding."""
        for number, diagnostic in enumerate(numbered, 1):
            name = level(diagnostic)
            group = f' data-group="{diagnostic.count}"' if diagnostic.count > 1 else ""
            yield (
                f'<li class="finding {name}" id="e{self._file}-{number}" data-level="{name}" '
                f'data-family="{words(diagnostic.family)}"{group}>'
            )
            yield self._head(number, name, diagnostic)
            yield f'<p class="where">{self._where(diagnostic)}</p>'
            yield from self._related(number, diagnostic)
            if diagnostic.suggestion and diagnostic.suppressed is None:
                yield self._remedy(diagnostic.suggestion)
            if diagnostic.suppressed is not None:
                yield f'<p class="reason">{self._ignored(diagnostic.suppressed)}</p>'
            yield f'<p class="check">{self._check(diagnostic)}</p>'
            yield "</li>"

    def _head(self, number: int, name: str, diagnostic: Diagnostic) -> str:
        anchor = f"m{self._file}-{number}"
        message = words(diagnostic.message.render(self._options.language))
        return (
            f'<a class="go" href="#{anchor}"{self._at(anchor)}><span class="number">{number}</span> '
            f'<span class="word">{level_word(name, self._options)}</span> '
            f"{place(diagnostic.location, self._document.unit, self._options)} "
            f'<span class="message">{message}</span></a>'
        )

    def _at(self, anchor: str) -> str:
        """Which marks a place covers, for the script."""
        marks = self._painter.ranges.get(anchor)
        return f' data-marks="{marks[0]}-{marks[1]}"' if marks else ""

    def _where(self, diagnostic: Diagnostic) -> str:
        """The words at fault, and where they are in words that help to find them in a word processor."""
        choose = self._options.choose
        at = whereabouts(self._document, diagnostic.location.span.start)
        parts = []
        if diagnostic.scope != "document" and diagnostic.location.text.strip():
            parts.append(_quoted(diagnostic.location.text))
        if at.part in _PARTS:
            parts.append(choose(*_PARTS[at.part]))
        if at.heading:
            parts.append(choose("在", "under ") + f"<cite>“{words(at.heading)}”</cite>" + choose("之下", ""))
        if at.table:
            zh = f"表 {at.table} 第 {at.row} 行第 {at.column} 列"
            parts.append(choose(zh, f"table {at.table}, row {at.row}, column {at.column}"))
        if diagnostic.scope == "document":
            parts.append(choose("关于整篇", "about the whole draft"))
        return " · ".join(parts)

    def _related(self, number: int, diagnostic: Diagnostic) -> Iterator[str]:
        if not diagnostic.related:
            return
        items = list(self._links(number, diagnostic))
        label = self._options.choose("其他位置：" if diagnostic.count > 1 else "另见：", "See also: ")
        listed = "places" if diagnostic.count > 1 else "others"
        yield f'<div class="related"><p>{label}</p><ul class="{listed}">{"".join(items[:RELATED])}</ul>'
        if len(items) > RELATED:
            rest = len(items) - RELATED
            yield f"<details><summary>{self._options.choose(f'其余 {rest} 处', f'{rest} more')}</summary>"
            yield f'<ul class="{listed}">{"".join(items[RELATED:])}</ul></details>'
        yield "</div>"

    def _links(self, number: int, diagnostic: Diagnostic) -> Iterator[str]:
        for index, related in enumerate(diagnostic.related, 1):
            anchor = f"r{self._file}-{number}-{index}"
            shown = place(related, self._document.unit, self._options)
            told = ""
            if diagnostic.count == 1:  # in a group each place says the same as the first
                message = words(related.message.render(self._options.language)) if related.message else ""
                told = f" {_quoted(related.text)}" + (f" {message}" if message else "")
            yield f'<li><a href="#{anchor}"{self._at(anchor)}>{shown}{told}</a></li>'

    def _remedy(self, suggestion: Suggestion) -> str:
        choose = self._options.choose
        edits = [self._edit(location.text, text) for location, text in suggestion.edits[:EDITS]]
        told = choose("；", "; ").join(edits)
        if len(suggestion.edits) > EDITS:
            told += choose(f"；等 {len(suggestion.edits)} 处", f"; … {len(suggestion.edits)} in all")
        how = {
            Safety.SAFE: choose("（可用 --fix 自动修改）", " (--fix can do it)"),
            Safety.UNSAFE: choose(
                "（可用 --fix --unsafe-fixes 修改，改后请核对）",
                " (--fix --unsafe-fixes can do it; look at the result)",
            ),
            Safety.SHOWN: "",
        }[suggestion.safety]
        return f'<p class="fix">{choose("修改建议：", "Fix: ")}{told}<span class="how">{how}</span></p>'

    def _edit(self, old: str, new: str) -> str:
        choose = self._options.choose
        gone, come = f"<del>{quote(old, _CHANGED)}</del>", f"<ins>{quote(new, _CHANGED)}</ins>"
        if not old:
            return choose("插入", "insert ") + come
        if not new:
            return choose("删去", "delete ") + gone
        return choose(f"把{gone}改为{come}", f"change {gone} to {come}")

    def _ignored(self, reason: str) -> str:
        reason = words(reason)
        if not reason:
            return self._options.choose("已忽略", "Ignored")
        return self._options.choose(f"已忽略：{reason}", f"Ignored: {reason}")

    def _check(self, diagnostic: Diagnostic) -> str:
        title = self._titles.get(diagnostic.check)
        named = f"<span>{words(title.render(self._options.language))}</span> " if title else ""
        family = f'<span class="family">{family_word(diagnostic.family, self._options)}</span> '
        return f"{family}{named}<code>{words(diagnostic.check)}</code>"


def _quoted(text: str) -> str:
    """A quotation with its marks; browsers take time in the square of their number to write those of `<q>`."""
    return f'<span class="quoted">“{quote(text)}”</span>'

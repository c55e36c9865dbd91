"""`reportlint facts` for people: what was understood of a draft, one section a fact."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from reportlint.check import Text
from reportlint.cli.facts_place_table import place_sections
from reportlint.text.width import display_width, pad, shorten, showable

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    Data = dict[str, Any]
    Row = tuple[str, str, str]
    """Place, words of the draft, what was made of them."""

_KINDS = {
    "npc-presidium": Text("人大工作报告", "report of a people's congress"),
    "government": Text("政府工作报告", "government report"),
    "work-summary": Text("工作总结、汇报", "work summary"),
    "personal-report": Text("述职报告", "personal report"),
    "half-year": Text("半年总结", "half-year report"),
    "generic": Text("其他，或看不出", "other, or cannot be told"),
}
_CERTAINTY = {
    "declared": Text("由配置或命令行指定", "declared by you"),
    "said": Text("把握高：标题或开头写明", "high confidence: the title or opening says so"),
    "inferred": Text("把握中：由正文推断", "medium confidence: inferred from the text"),
    "unknown": Text("没有依据", "nothing says so"),
}
_MASKS = {
    "leader": Text("领导人姓名", "leader's name"),
    "party-character": Text("“党”字", "the character 党"),
    "date": Text("日期", "date"),
    "period": Text("规划期", "planning period"),
    "document-number": Text("发文字号", "document number"),
    "ordinal": Text("序数", "ordinal"),
    "quantity": Text("数字", "number"),
    "place": Text("地名", "place name"),
    "person": Text("人名", "person's name"),
    "name": Text("名称", "name"),
    "contact": Text("联系方式", "contact"),
    "field": Text("栏目", "form field"),
    "unknown": Text("其他", "other"),
}
_BODIES = {
    "people": Text("人大", "people's congress"),
    "consultative": Text("政协", "consultative conference"),
    "party": Text("党", "Party"),
    "unknown": Text("", ""),
}
_UNKNOWN = Text("看不出", "cannot be told")
_FIRST_PLACES = 5
_LABEL_COLUMNS = 10
_INDENT = 2
_LEAST_WORDS = 16


def to_table(data: Data, language: str, columns: int, most: int) -> str:
    """All sections in lines of at most so many columns; of each at most so many rows of a long list."""
    table = _Table(language, columns, most)
    table.line("", showable(data["path"]))
    table.kind(data["kind"])
    table.times(data)
    table.places(data)
    table.skeleton(data)
    table.masks(data["masks"])
    table.quantities(data["quantities"])
    table.sessions(data["sessions"])
    return "\n".join(table.lines) + "\n"


class _Table:
    def __init__(self, language: str, columns: int, most: int) -> None:
        self.lines: list[str] = []
        self._language = language
        self._columns = columns
        self._most = most

    def line(self, label: str, words: str) -> None:
        """A label and what is to be said of it."""
        head = f"{pad(label, _LABEL_COLUMNS)}  " if label else ""
        self.lines.append((head + shorten(words, self._columns - display_width(head))).rstrip())

    def rows(self, rows: Sequence[Row], most: int | None = None) -> None:
        """Places, words and notes in columns; what does not fit into the middle is cut in its middle."""
        limit = self._most if most is None else most
        shown = rows[:limit]
        places = max((len(place) for place, _, _ in shown), default=0)
        notes = max((display_width(note) for _, _, note in shown), default=0)
        free = self._columns - _INDENT - places - 2
        notes = min(notes, max(0, free - 2 - _LEAST_WORDS))
        room = free - (notes + 2 if notes else 0)
        words = min(room, max((display_width(word) for _, word, _ in shown), default=0))
        for place, word, note in shown:
            cells = [pad(place, places, right=True), pad(shorten(word, words), words) if words else ""]
            cells += [shorten(note, notes)] if notes and note else []
            self.lines.append((" " * _INDENT + "  ".join(cells)).rstrip())
        if len(rows) > limit:
            more = len(rows) - limit
            self.lines.append(" " * _INDENT + self._say(f"……还有 {more} 处", f"… and {more} more"))

    def kind(self, kind: Data) -> None:
        name = _KINDS[kind["id"]].render(self._language) if kind["id"] in _KINDS else kind["id"]
        notes = [_CERTAINTY[kind["certainty"]].render(self._language)]
        notes += [self._say("节选或摘要", "an extract")] if kind["extract"] else []
        self.line(self._say("种类", "kind"), f"{name}{self._in_brackets(self._join(notes))}")
        self.rows(_evidence([kind["evidence"]]))

    def times(self, data: Data) -> None:
        years, period, date = data["years"], data["period"], data["date"]
        unknown = _UNKNOWN.render(self._language)
        half = self._in_brackets(self._say("半年", "half a year")) if years["half_year"] else ""
        self.line(self._say("回顾年份", "review"), f"{years['review'] or unknown}{half}")
        self.line(self._say("计划年份", "plan"), str(years["plan"] or unknown))
        span = self._say("{} 至 {}", "{} to {}").format(period["first"], period["last"]) if period else unknown
        self.line(self._say("报告期", "period"), span)
        self.rows(_evidence([period["evidence"]] if period else []))
        self.line(self._say("成文日期", "date"), date["date"] if date else unknown)
        self.rows(_evidence([date] if date else []))

    def places(self, data: Data) -> None:
        for section in place_sections(data, self._language):
            self.line(section.label, section.words)
            self.rows(section.rows, section.most)

    def skeleton(self, data: Data) -> None:
        self.line(self._say("标题", "title"), "" if data["title"] else _UNKNOWN.render(self._language))
        self.rows(_evidence([data["title"]]))
        headings = data["outline"]
        self.line(self._say("提纲", "outline"), self._count(len(headings)))
        lowest = min((heading["level"] for heading in headings), default=0)
        indented = [
            (_place(heading), "  " * (heading["level"] - lowest) + showable(heading["text"]), "")
            for heading in headings
        ]
        self.rows(indented, len(indented))
        if data["signature"]:
            self.line(self._say("落款", "signature"), self._count(len(data["signature"])))
            self.rows(_evidence(data["signature"]))

    def masks(self, masks: list[Data]) -> None:
        kinds = Counter(mask["kind"] for mask in masks)
        counted = self._join([f"{self._named(_MASKS, kind)} {count}" for kind, count in kinds.most_common()])
        self.line(self._say("占位符", "masks"), self._count(len(masks)) + self._in_brackets(counted))
        rows = []
        for kind, _ in kinds.most_common():
            known = [mask for mask in masks if mask["kind"] == kind]
            more = self._say(" 等", " …") if len(known) > _FIRST_PLACES else ""
            places = "  ".join(map(_place, known[:_FIRST_PLACES])) + more
            rows.append(("", self._named(_MASKS, kind) + self._say("：", ": ") + places, ""))
        self.rows(rows, len(rows))

    def quantities(self, quantities: list[Data]) -> None:
        self.line(self._say("数量", "quantities"), self._count(len(quantities)))
        self.rows(
            [
                (
                    _place(quantity),
                    showable(quantity["text"]),
                    self._join(
                        [
                            part
                            for part in (
                                _value(quantity),
                                showable(quantity["label"]),
                                self._say("变化", "change") if quantity["change"] else "",
                            )
                            if part
                        ]
                    ),
                )
                for quantity in quantities
            ]
        )

    def sessions(self, sessions: list[Data]) -> None:
        if not sessions:
            return
        self.line(self._say("会议", "sessions"), self._count(len(sessions)))
        rows = []
        for session in sessions:
            numbers = f"{session['term']}-{session['meeting']}" if session["meeting"] else str(session["term"])
            rows.append(
                (
                    _place(session),
                    showable(session["text"]),
                    f"{self._named(_BODIES, session['body'])} {numbers}".strip(),
                )
            )
        self.rows(rows)

    def _named(self, names: dict[str, Text], key: str) -> str:
        return names[key].render(self._language) if key in names else key

    def _count(self, number: int) -> str:
        return self._say("{} 处" if number else "无", "{}" if number else "none").format(number)

    def _say(self, zh: str, en: str) -> str:
        return en if self._language == "en" else zh

    def _join(self, parts: Iterable[str]) -> str:
        return self._say("，", ", ").join(parts)

    def _in_brackets(self, words: str) -> str:
        return self._say("（{}）", " ({})").format(words) if words else ""


def _evidence(items: Iterable[Data | None]) -> list[Row]:
    return [(_place(item), showable(item["text"].strip()), "") for item in items if item]


def _place(item: Data) -> str:
    return f"{item['line']}:{item['column']}"


def _value(quantity: Data) -> str:
    """The number that was read, in the unit of the draft."""
    value, low, high, unit = (quantity["value"], quantity["low"], quantity["high"], showable(quantity["unit"]))
    if value is not None and not quantity["approximation"]:
        return f"= {_number(value)} {unit}"
    if low is None and high is None:
        return "?"
    if low is None or high is None:
        return f"{'≤' if low is None else '≥'} {_number(high if low is None else low)} {unit}"
    return f"= {_number(low)} {unit}" if low == high else f"{_number(low)}–{_number(high)} {unit}"


def _number(value: float) -> str:
    return f"{value:,}"

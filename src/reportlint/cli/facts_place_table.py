"""`reportlint facts` for people: whose report it is, and the places it names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reportlint.check import Text
from reportlint.text.frozen import frozen
from reportlint.text.width import showable

if TYPE_CHECKING:
    from collections.abc import Iterator

    Data = dict[str, Any]
    Row = tuple[str, str, str]
    """Place, words of the draft, what was made of them."""

_SOURCES = {
    "title": Text("标题", "title"),
    "session": Text("会议", "session"),
    "mandate": Text("开头语", "opening"),
    "opening": Text("正文开头", "opening of the text"),
    "declared": Text("指定", "declared"),
    "signature": Text("落款", "signature"),
    "mention": Text("机构名称", "name of an organ"),
}
_LEVELS = {
    "province": Text("省级", "province"),
    "prefecture": Text("地级", "prefecture"),
    "county": Text("县级", "county"),
    "town": Text("乡级", "town"),
}
_REASONS = {
    "masked": Text("地名已隐去", "its name is masked"),
    "unnamed": Text("文中没有写明地名", "the text names no place"),
    "unsure": Text("提到的地名没有一个足以认定", "no place named is surely the own one"),
}
_FIRST = 5
_CANDIDATES = 8


@frozen
class Section:
    """A line with its label, and rows below it.

    Attributes:
        label: what it is about.
        words: what is to be said of it.
        rows: in reading order.
        most: rows shown, or None for as many as the user wants.
    """

    label: str
    words: str
    rows: list[Row]
    most: int | None = None


def place_sections(data: Data, language: str) -> Iterator[Section]:
    """Own place, places named, villages; the last two only where there are any."""
    yield _home(data["home"], language)
    if data["places"]:
        yield _places(data["places"], language)
    villages = data["villages"]
    if villages:
        names = Text("、", ", ").render(language).join(map(showable, villages["names"]))
        words = Text(f"同在{villages['town']}：{names}", f"all in {villages['town']}: {names}")
        yield Section(Text("村、社区", "villages").render(language), words.render(language), [])


def _home(home: Data, language: str) -> Section:
    label = Text("本地", "own place").render(language)
    if not home["name"]:
        unknown, reason = Text("看不出", "cannot be told"), _REASONS[home["reason"]]
        words = Text(f"{unknown.zh}（{reason.zh}）", f"{unknown.en} ({reason.en})")
        return Section(label, words.render(language), [])
    full, candidates = home["full_name"], home["candidates"]
    notes = [Text(full, full)] if full and full != home["name"] else []
    notes += [_LEVELS[home["level"]]] if home["level"] else []
    notes += [Text(f"全文 {home['count']} 次", f"{home['count']} times")] if home["count"] else []
    notes += [Text("由配置或命令行指定", "declared by you")] if home["declared"] else []
    notes += [Text("地名已隐去", "its name is masked")] if home["masked"] else []
    notes += [] if home["in_gazetteer"] else [Text("地名库中没有", "not in the gazetteer")]
    if candidates:
        many = len(candidates)
        notes.append(Text(f"同名 {many} 处，不知是哪一处", f"one of {many} places of that name"))
    rows = [
        (_place(entry), showable(entry["text"]), _named(entry["source"], language))
        for entry in home["evidence"][:_FIRST]
    ]
    rows += [("", name, "") for name in candidates[:_CANDIDATES]]
    more = len(candidates) - _CANDIDATES
    if more > 0:
        rows.append(("", Text(f"……还有 {more} 处同名", f"… and {more} more of that name").render(language), ""))
    name = showable(home["name"])
    return Section(label, name + _in_brackets(notes, language), rows, len(rows))


def _places(places: list[Data], language: str) -> Section:
    relations = {True: Text("本地", "own"), False: Text("外地", "elsewhere"), None: Text("", "")}
    rows = []
    for place in places:
        full, count = place["full_name"], place["count"]
        notes = [Text(f"{count} 次", f"{count} ×"), relations[place["related"]]]
        notes += [Text(full, full)] if full and full != place["text"] else []
        rows.append((_place(place), showable(place["text"]), _join(notes, language)))
    count = Text(f"{len(places)} 个", str(len(places))).render(language)
    return Section(Text("地名", "places").render(language), count, rows)


def _named(source: str, language: str) -> str:
    return _SOURCES[source].render(language) if source in _SOURCES else source


def _in_brackets(notes: list[Text], language: str) -> str:
    words = _join(notes, language)
    return Text(f"（{words}）", f" ({words})").render(language) if words else ""


def _join(notes: list[Text], language: str) -> str:
    return Text("，", ", ").render(language).join(note for text in notes if (note := text.render(language)))


def _place(item: Data) -> str:
    return f"{item['line']}:{item['column']}"

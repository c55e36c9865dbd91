"""Whether the places that a user declares can be meant, before any draft is read."""

from __future__ import annotations

from reportlint.check import Text
from reportlint.config import ConfigError
from reportlint.config.settings import COMMAND_LINE
from reportlint.facts.declared_place import read_declared
from reportlint.facts.gazetteer import TOWN, gazetteer, level
from reportlint.text.nearest import nearest
from reportlint.text.width import showable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlint.config import Settings
    from reportlint.facts.declared_place import DeclaredPlace

_TYPES = tuple("省市县区镇乡旗盟州道木场村")
_SHOWN = 8
_HINTS = 3
_SHORTEST = 2
_WIDEST = 40
_ALIKE = 0.6
_EXAMPLE = "广东省茂名市高州市镇江镇"


def look_at_places(settings: Settings) -> list[Text]:
    """What the user should know about `home`, as notes; nothing when all is well.

    Raises:
        ConfigError: when `home` may mean several places, contradicts itself or is no place, or one of `places` is none.
    """
    for name in settings["places"]:
        if len(name) < _SHORTEST:
            why = Text(f"“{name}”太短，应为完整的地名", f"{name!r} is too short for the name of a place")
            raise _refuse(settings, "places", why)
    words = settings["home"]
    if not words:
        return []
    place = read_declared(words)
    refusal = _REFUSALS.get(place.state)
    if refusal:
        raise _refuse(settings, "home", refusal(_shorten(words), place))
    note = _NOTES.get(place.state)
    return [_under(settings, "home", note(_shorten(words), place))] if note else []


def _ambiguous(words: str, place: DeclaredPlace) -> Text:
    first = gazetteer().full_name(place.codes[0]) + (place.rest if place.rest.endswith(_TYPES) else "")
    listed = _listed(place.codes)
    return Text(
        f"“{words}”有 {len(place.codes)} 处：{listed.zh}；请写全，如 {first}",
        f"{words} may be one of {len(place.codes)} places: {listed.en}; write it in full, such as {first}",
    )


def _bare(words: str, place: DeclaredPlace) -> Text:
    name = gazetteer().name(place.known[0])
    if len(place.known) == 1:
        full = gazetteer().full_name(place.known[0])
        shown = Text(f"{name}（{full}）", f"{name} ({full})") if full != name else Text(name, name)
        return Text(
            f"“{words}”少了省、市、县、镇等字，是否想写 {shown.zh}？",
            f"{words} lacks its type; did you mean {shown.en}?",
        )
    listed = _listed(place.known)
    first = gazetteer().full_name(place.known[0])
    return Text(
        f"“{words}”少了省、市、县、镇等字，可能是 {listed.zh}；请写全，如 {first}",
        f"{words} lacks its type and may be {listed.en}; write it in full, such as {first}",
    )


def _contrary(words: str, place: DeclaredPlace) -> Text:
    known = gazetteer()
    above = known.full_name(place.above)
    listed = _listed(place.known)
    return Text(
        f"“{words}”自相矛盾：{known.name(place.above)}没有这个地方，地名库中有的是 {listed.zh}，请核对",
        f"{words} contradicts itself: {above} has no such place, but there is {listed.en}; please check",
    )


def _longer(words: str, place: DeclaredPlace) -> Text:
    end = words.rfind(place.rest)
    until = words[:end] if end > 0 else gazetteer().full_name(place.above)
    return Text(
        f"“{words}”后面的“{_shorten(place.rest)}”不像地名，请写到乡镇、街道为止，是否想写 {until}？",
        f"{words} ends with what is no place ({_shorten(place.rest)}); did you mean {until}?",
    )


def _no_name(words: str, place: DeclaredPlace) -> Text:
    del place  # nothing was understood
    return Text(
        f"“{words}”不像省、市、县、乡镇或街道的全名，应写作 {_EXAMPLE} 这样",
        f"{words} does not look like the name of a place; write it like {_EXAMPLE}",
    )


def _new(words: str, place: DeclaredPlace) -> Text:
    del words
    above = gazetteer().full_name(place.above)
    elsewhere, meant = _elsewhere(place), _meant(place)
    return Text(
        f"地名库中{above}没有“{place.name}”{elsewhere.zh}，按新设的地方处理{meant.zh}",
        f"the gazetteer knows no {place.name} in {above}{elsewhere.en}; taken for a new place{meant.en}",
    )


def _unknown(words: str, place: DeclaredPlace) -> Text:
    elsewhere = _elsewhere(place)
    return Text(
        f"地名库中没有“{words}”{elsewhere.zh}，照用“{place.name}”；不知道它的上级，只比对同级地名",
        f"the gazetteer does not know {words}{elsewhere.en}; {place.name} is compared with places of its level only",
    )


def _village(words: str, place: DeclaredPlace) -> Text:
    del words
    town = gazetteer().full_name(place.codes[0])
    return Text(
        f"只认到乡镇、街道，“{place.rest}”按 {town} 的报告处理",
        f"villages are not told apart; {place.rest} is taken for a report of {town}",
    )


_REFUSALS = {
    "ambiguous": _ambiguous,
    "bare": _bare,
    "contrary": _contrary,
    "longer": _longer,
    "words": _no_name,
}
_NOTES = {"new": _new, "unknown": _unknown, "village": _village}


def _listed(codes: Sequence[int]) -> Text:
    known = gazetteer()
    names = [known.full_name(code) for code in codes[:_SHOWN]]
    more = len(codes) > _SHOWN
    return Text("、".join(names) + ("等" if more else ""), ", ".join(names) + (", …" if more else ""))


def _elsewhere(place: DeclaredPlace) -> Text:
    """Where else there is a place of that name, or what it is called."""
    if not place.known:
        return Text("", "")
    known = gazetteer()
    names = [known.full_name(code) for code in place.known[:_HINTS]]
    more = len(place.known) > _HINTS
    zh = "、".join(names) + (f"等 {len(place.known)} 处" if more else "")
    return Text(f"（有 {zh}）", f" (but {', '.join(names)}{', …' if more else ''})")


def _meant(place: DeclaredPlace) -> Text:
    """A neighbour that the name may be a slip for."""
    known = gazetteer()
    names = {known.name(code) for code in known.children(place.above) if level(code) == min(place.level, TOWN)}
    near = nearest(place.name, sorted(names), _ALIKE) if not place.known else ""
    return Text(f"；如系笔误，是否想写 {near}？", f"; or did you mean {near}?") if near else Text("", "")


def _refuse(settings: Settings, name: str, why: Text) -> ConfigError:
    return ConfigError(_under(settings, name, why))


def _under(settings: Settings, name: str, words: Text) -> Text:
    """The words with where the user wrote it."""
    origin = settings.origins[name]
    where = f"--{name}" if origin == COMMAND_LINE else f"{origin} [report] {name}"
    return Text(f"{where}：{words.zh}", f"{where}: {words.en}")


def _shorten(words: str) -> str:
    shown = showable(words)
    return shown if len(shown) <= _WIDEST else shown[:_WIDEST] + "…"

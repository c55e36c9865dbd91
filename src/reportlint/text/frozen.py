"""Frozen records that cost nothing to declare.

`@frozen` reads and type-checks like `@dataclass(frozen=True, slots=True)`. It exists for one measured reason: importing
`dataclasses` and declaring the thirty records of this program takes 30 ms, two bare interpreter starts, because each
declaration compiles generated source. Here methods are closures over the field names; nothing is compiled.
"""

from __future__ import annotations

from operator import attrgetter

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, TypeVar, dataclass_transform, overload

    T = TypeVar("T")

    @overload
    @dataclass_transform(frozen_default=True)
    def frozen(cls: type[T], /) -> type[T]: ...
    @overload
    @dataclass_transform(frozen_default=True)
    def frozen(*, order: bool = False) -> Callable[[type[T]], type[T]]: ...
    def frozen(cls: Any = None, /, *, order: bool = False) -> Any:
        """A class of frozen records with slots; see the module."""
else:

    def frozen(cls=None, /, *, order=False):  # noqa: ANN001, ANN201 - typed above
        """Make a class of frozen records with slots from annotated fields.

        Fields may have (immutable) defaults; `__post_init__` runs after they are set. Records of one class are equal
        when their fields are; with `order` they compare field by field. Bases that are records give their fields first.
        Names in `__slots__` are further attributes that are no fields.

        Args:
            cls: the class.
            order: whether `<` and its like are defined.
        """
        return _build(cls, order) if cls is not None else lambda cls: _build(cls, order)


FIELDS = "__record_fields__"


def fields(record: object) -> tuple[str, ...]:
    """Field names of a record or of a class of records, in order."""
    names: tuple[str, ...] = getattr(record, FIELDS)
    return names


def defaults(record: object) -> dict[str, Any]:
    """Defaults by field name, for the fields that have one."""
    found: dict[str, Any] = getattr(record, "__record_defaults__")  # noqa: B009 - not a name a type checker knows
    return found


def replace(record: T, /, **changes: Any) -> T:  # noqa: ANN401 - fields are of any type
    """A copy of a record with some fields changed."""
    values = {name: getattr(record, name) for name in fields(record)}
    return type(record)(**{**values, **changes})


def _build(cls: type, order: bool) -> type:
    names: tuple[str, ...] = ()
    preset: dict[str, Any] = {}
    for base in reversed(cls.__mro__[1:]):
        names += tuple(name for name in base.__dict__.get(FIELDS, ()) if name not in names)
        preset |= base.__dict__.get("__record_defaults__", {})
    own = tuple(name for name, kind in cls.__annotations__.items() if not _is_class_variable(kind))
    preset |= {name: cls.__dict__[name] for name in own if name in cls.__dict__}
    extra: tuple[str, ...] = cls.__dict__.get("__slots__", ())
    body = {name: value for name, value in cls.__dict__.items() if name not in {*own, *extra, *_GIVEN}}
    inherited = names
    names += tuple(name for name in own if name not in names)
    body |= {
        "__slots__": (*(name for name in own if name not in inherited), *extra),
        "__match_args__": names,
        "__qualname__": cls.__qualname__,
        FIELDS: names,
        "__record_defaults__": preset,
        "__setattr__": _refuse,
        "__delattr__": _refuse,
        "__reduce__": _reduce,
    }
    made = type(cls)(cls.__name__, cls.__bases__, body)
    values = _getter(names)
    given = cls.__dict__
    for method in (_initialiser(made, names, preset), _equality(values), _hash(values), _representation(names)):
        if method.__name__ not in given:
            setattr(made, method.__name__, method)
    if order:
        for name, compare in _ORDER.items():
            setattr(made, name, _comparison(values, compare))
    return made


_GIVEN = {"__dict__", "__weakref__", "__annotations__", "__slots__"}
_ORDER: dict[str, Callable[[Any, Any], bool]] = {
    "__lt__": lambda one, other: one < other,
    "__le__": lambda one, other: one <= other,
    "__gt__": lambda one, other: one > other,
    "__ge__": lambda one, other: one >= other,
}


def _is_class_variable(annotation: object) -> bool:
    return str(annotation).startswith(("ClassVar", "typing.ClassVar"))


def _getter(names: tuple[str, ...]) -> Callable[[Any], tuple[Any, ...]]:
    """All fields of a record as a tuple."""
    if len(names) > 1:
        return attrgetter(*names)
    return lambda record: tuple(getattr(record, name) for name in names)


def _refuse(self: object, name: str, *_: object) -> None:
    message = f"{type(self).__name__}.{name} cannot be changed"
    raise AttributeError(message)


def _reduce(self: object) -> tuple[Any, ...]:
    """How to copy or pickle a record: call its class again."""
    return type(self), tuple(getattr(self, name) for name in fields(self))


def _initialiser(cls: type, names: tuple[str, ...], preset: dict[str, Any]) -> Callable[..., None]:
    setters = [getattr(cls, name).__set__ for name in names]
    count = len(names)
    after = getattr(cls, "__post_init__", None)

    def __init__(self: object, *given: object, **named: object) -> None:  # noqa: N807 - it becomes one
        if named or len(given) != count:
            given = _arguments(cls, names, preset, given, named)
        for setter, value in zip(setters, given):  # noqa: B905 - counted above, and this is the inner loop
            setter(self, value)
        if after is not None:
            after(self)

    return __init__


def _arguments(
    cls: type, names: tuple[str, ...], preset: dict[str, Any], given: tuple[object, ...], named: dict[str, object]
) -> tuple[object, ...]:
    """Values of all fields in order, as a call with these arguments means them.

    Raises:
        TypeError: for too many, doubled, unknown or missing arguments.
    """
    values = {**preset, **dict(zip(names, given, strict=False)), **named}
    # A missing or an unknown name gives another number of values, or a name that is not asked for below.
    if len(values) == len(names) >= len(given) and named.keys().isdisjoint(names[: len(given)]):
        try:
            return tuple([values[name] for name in names])
        except KeyError:
            pass
    wrong = [name for name in named if name in names[: len(given)] or name not in names]
    missing = [name for name in names if name not in values]
    if wrong or len(given) > len(names):
        message = f"{cls.__name__}() has no place for {wrong or given[len(names) :]}"
    else:
        message = f"{cls.__name__}() misses {', '.join(missing)}"
    raise TypeError(message)


def _equality(values: Callable[[Any], tuple[Any, ...]]) -> Callable[[Any, Any], Any]:
    def __eq__(self: object, other: object) -> Any:  # noqa: N807, ANN401 - it becomes one
        return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

    return __eq__


def _hash(values: Callable[[Any], tuple[Any, ...]]) -> Callable[[Any], int]:
    def __hash__(self: object) -> int:  # noqa: N807 - it becomes one
        return hash(values(self))

    return __hash__


def _comparison(values: Callable[[Any], tuple[Any, ...]], compare: Callable[[Any, Any], bool]) -> Callable[..., Any]:
    def method(self: object, other: object) -> Any:  # noqa: ANN401 - as the language has it
        return compare(values(self), values(other)) if other.__class__ is self.__class__ else NotImplemented

    return method


def _representation(names: tuple[str, ...]) -> Callable[[Any], str]:
    def __repr__(self: object) -> str:  # noqa: N807 - it becomes one
        shown = ", ".join(f"{name}={getattr(self, name)!r}" for name in names)
        return f"{type(self).__name__}({shown})"

    return __repr__

"""Sums in words: amounts as a reader would write them on the margin to check a figure."""

from __future__ import annotations

from reportlint.facts.intervals import printed
from reportlint.facts.numerals import MULTIPLES, ONE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportlint.facts.quantities import Quantity

_DECIMALS = 6


def scale(quantity: Quantity) -> str:
    """The 万 or 亿 with which the number of an amount is printed; empty without one (and in 一万二千)."""
    if quantity.numeral is None or quantity.style != "mixed":
        return ""
    place = quantity.numeral.place * 10**quantity.numeral.decimals // ONE
    return next((name for name, factor in MULTIPLES.items() if factor == place and name), "")


def figure(value: int, model: Quantity) -> str:
    """A value in digits, in the unit and with the 万 or 亿 of another amount, without the unit itself.

    Args:
        value: in millionths of the base unit.
        model: the amount whose unit and scale are used.
    """
    multiple = scale(model)
    worth = MULTIPLES.get(multiple, 1) * model.unit.factor
    return decimal(value * ONE // worth) + multiple


def decimal(value: int, places: int = _DECIMALS) -> str:
    """Millionths in digits, rounded to so many decimals, without zeros at the end: 86.2, -3, 0.05."""
    step = 10 ** (_DECIMALS - places)
    rounded = (abs(value) + step // 2) // step * step
    whole, rest = divmod(rounded, ONE)
    digits = f"{rest:06}".rstrip("0")
    sign = "-" if value < 0 and rounded else ""
    return f"{sign}{whole}.{digits}" if digits else f"{sign}{whole}"


def addition(parts: Iterable[Quantity], model: Quantity) -> str:
    """“500 + 400 + 200 = 1100”, in the unit of another amount."""
    values = [printed(part) for part in parts]
    return f"{' + '.join(figure(value, model) for value in values)} = {figure(sum(values), model)}"


def subtraction(whole: Quantity, part: Quantity, model: Quantity) -> str:
    """“38 - 3 = 35”, in the unit of another amount."""
    first, second = printed(whole), printed(part)
    return f"{figure(first, model)} - {figure(second, model)} = {figure(first - second, model)}"


def division(part: Quantity, whole: Quantity, places: int = 2) -> str:
    """“25 ÷ 29 = 86.21%”; both in the unit of the whole. The whole must not be nothing."""
    first, second = printed(part), printed(whole)
    return f"{figure(first, whole)} ÷ {figure(second, whole)} = {decimal(first * 100 * ONE // second, places)}%"

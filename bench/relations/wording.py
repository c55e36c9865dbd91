"""A small language for writing down many ways of saying something.

A shape is written as it sounds; lines are joined, ¶ ends a paragraph, ⟦ and ⟧ enclose the spot. In it stand for

    [a|b|c]    one of these
    <a|b|c>    a when the sample is to be right, else one of the others
    <a|b‖c|d>  a or b when it is to be right, else c or d
    {12-38}    a number between these, with as many decimals as the bounds: {0.5-9.8}
    {汉3-9}    the same in Chinese numerals
    {整30-90}  a round one, a multiple of ten
    {n=3-9}    a number that is kept: {n}, {n+1}, {n-2}, {汉n} and {汉n-1} say it, or what is near it
    {town}     a word of a pool, the same one throughout, or a value the shape is given
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from random import Random
from textwrap import dedent

from relations import Sample, Shape, marked
from relations.figures import han

Value = str | int | float
Values = Callable[[Random, bool], Mapping[str, Value]]
"""What a shape is given: values by name, for a sample that is right or one that is wrong."""

_POOLS = """
    town 梅岭 双桥 石塘 青林 云溪 枫林 白沙 东陵 沙湾 罗塘 龙潭 永丰 三河 清水 金山
    county 临溪 宁川 平岭 安陵 长丰 武阳 广陵 云阳 丰宁 南浦
    village 大沟 新华 清泉 柏林 桃源 红星 前进 石桥 光明 长岭
    hamlet 下湾 高坪 竹园 双井 李家坡 南山 河东 松坪
    surname 王 李 张 刘 陈 杨 赵 周 吴 徐
    topic 乡村振兴 环境保护 安全生产 养老服务 饮水安全 粮食安全 校园周边食品安全 农村人居环境整治
    bureau 农业农村局 应急管理局 教育局 民政局 水利局 交通运输局 司法局 文化和旅游局
    """
POOLS = {name: words for name, *words in (line.split() for line in _POOLS.strip().splitlines())}
"""Words by the name of their pool."""
_CHOICE = re.compile(r"([\[<])([^\[\]<>]*)[\]>]")
_FIELD = re.compile(r"\{(?:([a-z_]+)=)?([汉整]?)([^{}]+)\}")
_MARKS = re.compile(r"[\[\]<>{}⟦⟧¶|‖]")
_NAME_LENGTH = 16
_BETWEEN = re.compile(r"(\d+(?:\.\d+)?)-(\d+(?:\.\d+)?)")
_NEAR = re.compile(r"([a-z_]+)([+-]\d+)?")


def counted(number: int) -> str:
    """A number in Chinese numerals; 两 for a lone two."""
    return "两" if number == 2 else han(number)


def han_year(year: int) -> str:
    """A year digit by digit, as in 二〇二三."""
    return "".join("〇一二三四五六七八九"[int(digit)] for digit in str(year))


def nothing(_random: Random, _right: bool) -> Mapping[str, Value]:
    """Values of shapes that need none."""
    return {}


def shapes(written: str, values: Values = nothing) -> tuple[Shape, ...]:
    """The shapes of a text in which blank lines divide them."""
    blocks = dedent(written).strip().split("\n\n")
    return tuple(
        _shape("".join(line.strip() for line in block.splitlines()), values, number)
        for number, block in enumerate(blocks, 1)
    )


def _shape(written: str, values: Values, number: int) -> Shape:
    template = written.replace("¶", "\n")

    def shape(random: Random, right: bool) -> Sample:
        return marked(_filled(_chosen(template, random, right), random, dict(values(random, right))))

    words = _MARKS.sub("", written.partition("⟦")[2])[:_NAME_LENGTH]
    shape.__name__ = shape.__qualname__ = f"{number:02} {words}"
    return shape


def _chosen(template: str, random: Random, right: bool) -> str:
    """The template with every choice made, the innermost first."""

    def choose(match: re.Match[str]) -> str:
        said: str = match[2]
        if match[1] == "<":
            good, _, bad = said.partition("‖") if "‖" in said else said.partition("|")
            said = good if right else bad
        return random.choice(said.split("|"))

    replaced = 1
    while replaced:
        template, replaced = _CHOICE.subn(choose, template)
    return template


def _filled(template: str, random: Random, known: dict[str, Value]) -> str:
    def fill(match: re.Match[str]) -> str:
        name, manner, what = match.groups()
        value = _value(what, random, known)
        if manner == "整":
            value = int(value) // 10 * 10
        if name:
            known[name] = value
        return counted(int(value)) if manner == "汉" else str(value)

    return _FIELD.sub(fill, template)


def _value(what: str, random: Random, known: dict[str, Value]) -> Value:
    """What a field stands for.

    Raises:
        ValueError: when nothing is known by its name.
    """
    between = _BETWEEN.fullmatch(what)
    if between:
        decimals = len(between[1].partition(".")[2])
        low, high = (round(float(bound) * 10**decimals) for bound in between.groups())
        drawn = random.randint(low, high)
        return f"{drawn / 10**decimals:.{decimals}f}" if decimals else drawn
    near = _NEAR.fullmatch(what)
    if near and near[1] in POOLS:
        known.setdefault(near[1], random.choice(POOLS[near[1]]))
    if not near or near[1] not in known:
        message = f"nothing is known as {what!r}"
        raise ValueError(message)
    value = known[near[1]]
    return int(value) + int(near[2]) if near[2] else value

"""Which plugins that the user requires are not there."""

from __future__ import annotations

from packaging.specifiers import InvalidSpecifier, SpecifierSet
from packaging.version import InvalidVersion

from reportlint.check import Text
from reportlint.text import Pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reportlint.host import Plugin

_REQUIREMENT = Pattern(r"(?P<name>[a-z0-9一-鿿-]+)\s*(?P<version>[<>=!~].*)?")


def missing(required: Iterable[str], plugins: Sequence[Plugin]) -> list[Text]:
    """What is wrong with each requirement (`gongwen`, `gongwen>=1.0`) that no installed plugin meets.

    Names are those of plugins, as `reportlint plugins` lists them.
    """
    problems = []
    for words in required:
        match = _REQUIREMENT.fullmatch(words)
        try:
            specifier = SpecifierSet(match["version"] or "") if match else None
        except InvalidSpecifier:
            specifier = None
        if match is None or specifier is None:
            zh, en = (
                f"required-plugins：{words} 应写作 名称 或 名称>=版本",
                f"required-plugins: write {words} as NAME or NAME>=VERSION",
            )
            problems.append(Text(zh, en))
            continue
        found = [plugin for plugin in plugins if plugin.origin == "installed" and plugin.name == match["name"]]
        if not found:
            problems.append(Text(f"缺少插件 {words}，请安装", f"the required plugin {words} is not installed"))
        elif not any(_meets(plugin.version, specifier) for plugin in found):
            versions = "、".join(plugin.version or "?" for plugin in found)
            zh, en = (
                f"插件 {match['name']} 是 {versions} 版，需要 {words}",
                f"plugin {match['name']} is {versions}, {words} is required",
            )
            problems.append(Text(zh, en))
    return problems


def _meets(version: str, specifier: SpecifierSet) -> bool:
    try:
        return specifier.contains(version, prereleases=True)
    except InvalidVersion:
        return not str(specifier)

"""Which plugins that the user requires are not there."""

from __future__ import annotations

from packaging.requirements import InvalidRequirement, Requirement

from reportlint.check import Text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reportlint.host import Plugin


def missing(required: Iterable[str], plugins: Sequence[Plugin]) -> list[Text]:
    """What is wrong with each requirement (`gongwen`, `gongwen>=1.0`) that no installed plugin meets.

    Names are those of plugins, as `reportlint plugins` lists them.
    """
    problems = []
    for words in required:
        try:
            requirement = Requirement(words)
        except InvalidRequirement:
            zh, en = (
                f"required-plugins：{words} 应写作 名称 或 名称>=版本",
                f"required-plugins: write {words} as NAME or NAME>=VERSION",
            )
            problems.append(Text(zh, en))
            continue
        found = [plugin for plugin in plugins if plugin.origin == "installed" and plugin.name == requirement.name]
        if not found:
            problems.append(Text(f"缺少插件 {words}，请安装", f"the required plugin {words} is not installed"))
        elif not any(requirement.specifier.contains(plugin.version, prereleases=True) for plugin in found):
            versions = "、".join(plugin.version or "?" for plugin in found)
            zh, en = (
                f"插件 {requirement.name} 是 {versions} 版，需要 {words}",
                f"plugin {requirement.name} is {versions}, {words} is required",
            )
            problems.append(Text(zh, en))
    return problems

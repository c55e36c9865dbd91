"""Texts of new files. `@CLASS@` and the like stand for what differs."""

CHECK = '''\
"""同一段里某个词用得太多。"""

from collections.abc import Iterator

from reportlint.api import Check, Document, Finding, Meta, Span, Text, find_all

WORD = "进一步"
MOST = 3


class @CLASS@(Check):
    """同一段里“进一步”用得太多。

    ## 为什么

    一段话里反复出现“进一步”，读来空泛；四次以上请删改。

    ## 反例

        进一步加强领导，进一步压实责任，进一步完善机制，进一步改进作风。

    ## 正例

        进一步加强领导，压实责任，完善机制，改进作风。
    """

    meta = Meta(Text("用词过多"))

    def run(self, document: Document) -> Iterator[Finding]:
        """Report the first occurrence too many of each paragraph."""
        for block in document.blocks:
            places = list(find_all(document.slice(block.span), WORD))
            if len(places) > MOST:
                start = block.span.start + places[MOST]
                message = Text(f"本段“{WORD}”出现 {len(places)} 次，请删改。")
                yield Finding(Span(start, start + len(WORD)), message)
'''

TABLE = """\
# ⟦ ⟧ 标出应当报出的文字；没有标记的例子不应报出。不应报出的例子至少与应报出的一样多。
[[case]]
why = "四次"
text = "进一步加强领导，进一步压实责任，进一步完善机制，⟦进一步⟧改进作风。"

[[case]]
why = "五次也只报一处"
text = "进一步加强，进一步压实，进一步完善，⟦进一步⟧改进，进一步提高。"

[[case]]
why = "三次"
text = "进一步加强领导，进一步压实责任，进一步完善机制。"

[[case]]
why = "分在两段"
text = "进一步加强领导，进一步压实责任。\\n进一步完善机制，进一步改进作风。"
"""

RULES = """\
# 不用写程序的规则：每条一个 [名称]，bad 里用 ⟦ ⟧ 标出应当报出的文字，good 不应报出。
[@RULE@]
title = "单位应写全称"
replace = { "市教委" = "市教育委员会" }
why = "正式报告里单位写全称。"
bad = ["报送⟦市教委⟧审定。"]
good = ["报送市教育委员会审定。"]
"""

PROJECT = """\
[build-system]
requires = ["hatchling>=1.25,<2"]
build-backend = "hatchling.build"

[project]
name = "reportlint-@NAME@"
version = "0.1.0"
description = "Checks for Chinese work reports"
requires-python = ">=3.11"
dependencies = ["reportlint>=0.1,<1"]

[project.entry-points.reportlint]
@NAME@ = "@MODULE@"

[tool.hatch.build.targets.wheel]
packages = ["src/@MODULE@"]
"""

PACKAGE = '''\
"""Checks for Chinese work reports, as a plugin of reportlint."""

from reportlint.api import Check, checks_in

api_version = "1.0"


def reportlint_checks() -> dict[str, type[Check]]:
    """All checks (.py) and rules (.toml, .txt) in the files of this folder."""
    return checks_in(__name__)
'''

CONFTEST = """\
pytest_plugins = ["reportlint.testing"]
"""

TEST = '''\
def test_tables_and_examples(reportlint_test):
    """Every table in tests/checks, and the examples of every check and rule."""
    reportlint_test()
'''

PLUGIN_README = """\
# reportlint-@NAME@

reportlint 的插件。

```sh
pip install -e .
reportlint test
reportlint plugins
```
"""

CONFIG = """\
@KEY@ = ["@VALUE@"]
"""

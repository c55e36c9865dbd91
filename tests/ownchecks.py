"""Checks and rules that tests put into a user's folder."""

from __future__ import annotations

import re
from pathlib import Path

from command import Result, reportlint

TEXT = "石桥镇2023年工作总结\n　　报送市教委、县局、区厅审定。\n"
CHECK = '''\
from reportlint.api import Check, Document, Finding, Meta, Severity, Span, Text, find_all, frozen


@frozen
class Options:
    word: str = "※"
    except_for: tuple[str, ...] = ()


class Name(Check):
    """不写“※”。

    ## 为什么

    不规范。
    """

    meta = Meta(Text("不写※", "No ※"), Severity.WARNING)
    Options = Options

    def run(self, document: Document):
        if not any(word in document.text for word in self.options.except_for):
            for start in find_all(document.text, self.options.word):
                yield Finding(Span(start, start + len(self.options.word)), Text("不写"))
'''
RULE = '["全称"]\nforbid = ["※"]\nwhy = "依据：内部规定"\nbad = ["前文⟦※⟧。"]\ngood = ["前文。"]\n'


def write(path: Path, text: str, encoding: str = "utf-8") -> Path:
    """Write a file, in a folder that is made."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding=encoding)
    return path


def check(path: Path, word: str = "市教委") -> Path:
    """Write a check that finds a word."""
    return write(path, CHECK.replace("※", word))


def rule(path: Path, word: str = "市教委") -> Path:
    """Write a file with one rule, `全称`, that forbids a word."""
    return write(path, RULE.replace("※", word))


def ids(result: Result) -> list[str]:
    """Ids of what was found, in reading order; each line of concise output is `path:line:column: severity id …`."""
    return [line.split()[2] for line in result.out.splitlines() if re.match(r".*:\d+:\d+: ", line)]


def lint(*arguments: str | Path, cwd: Path) -> Result:
    """Check drafts, with concise output."""
    return reportlint(*arguments, "-f", "concise", cwd=cwd)

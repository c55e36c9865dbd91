"""What README shows is what the program does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from command import reportlint

ROOT = Path(__file__).parent.parent
READMES = ("README.md", "README.zh-CN.md")


def block(text: str, mark: str) -> str:
    """The code block that follows a mark."""
    match = re.search(rf"<!-- {mark} -->\n```\w+\n(.*?)```", text, re.DOTALL)
    assert match, f"no block follows {mark}"
    return match[1]


@pytest.mark.parametrize("name", READMES)
def test_the_sample_is_what_the_command_prints(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    command = block(text, "command: run")
    arguments = command.split(".venv/bin/reportlint")[1].split()
    language = [] if "zh" in name else ["--lang", "en"]

    result = reportlint(*arguments, "--isolated", *language, cwd=ROOT)

    assert result.code == 1
    assert block(text, "sample") in {result.out, reportlint(*arguments, "--isolated", cwd=ROOT).out}


def test_both_languages_give_the_same_commands() -> None:
    texts = [(ROOT / name).read_text(encoding="utf-8") for name in READMES]

    for mark in ("command: run", "command: test", "sample"):
        assert block(texts[0], mark) == block(texts[1], mark)
    blocks = [re.findall(r"```(?:sh|toml|yaml|text)\n(.*?)```", text, re.DOTALL) for text in texts]
    codes = [[re.sub(r" *#.*", "", block) for block in found] for found in blocks]
    assert codes[0] == codes[1]

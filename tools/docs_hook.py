"""What mkdocs asks while it builds the site: the pages made from the source, and what hand-written ones leave open.

In a page of docs/ a line `<!-- options -->` becomes the table of options, `<!-- run: reportlint … -->` the command with
what it prints, `<!-- json: reportlint … -->` the same laid out for reading, and `<!-- show: PATH -->` a file that a
command has written. Commands run in a folder that holds
the drafts of docs/samples and the files that code blocks further up on the page show: blocks whose first line is a
remark with the name of the file, such as `# rules/用语.toml`.
"""

from __future__ import annotations

import importlib
import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from mkdocs.structure.files import File

from build_docs import families, option_table, pages
from docs_html import terminal

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

COLUMNS = "78"
"""Of the terminal in which the commands shown are run: as much as fits beside the contents of a page."""
SAMPLES = Path(__file__).parent.parent / "docs" / "samples"
LANGUAGES = {".py": "python", ".toml": "toml", ".txt": "text"}
_PRE = re.compile(r"(<pre\b.*?</pre>)", re.DOTALL)
_BREAK = re.compile(r"(?<=[\u3000-\u9fff\uff00-\uffef”’])\n(?=[“‘\u3000-\u9fff\uff00-\uffef])")
"""The end of a line between two Chinese characters, which a browser would show as a space."""
_OPEN = re.compile(
    r"^<!-- (?P<kind>options|run|json|show)(?:: (?P<command>.+?))? -->$"
    r"|^```\w+\n(?P<text># (?P<name>[\w/.-]+\.(?:toml|txt|py))\b.*?\n)```$",
    re.MULTILINE | re.DOTALL,
)
"""What is to be filled in, and files that commands further down need."""


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Headings are found by their Chinese words, and the navigation lists all checks."""
    slugs = importlib.import_module("pymdownx.slugs")  # without types
    config.mdx_configs.setdefault("toc", {})["slugify"] = slugs.slugify(case="lower")
    entries = [
        {
            f"{family.title} {family.id}": [
                {entry.check.meta.title.zh: f"checks/{entry.id}.md"} for entry in family.checks
            ]
        }
        for family in families()
    ]
    for section in config.nav or []:
        for pages_of in section.values():
            if pages_of == ["checks/index.md"]:
                pages_of.extend(entries)
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages made from the source."""
    for path, text in pages().items():
        files.append(File.generated(config, path, content=text))
    return files


def on_page_markdown(markdown: str, **_: Any) -> str:  # noqa: ANN401 - what mkdocs hands over besides
    """Fill in what a hand-written page leaves open."""
    with TemporaryDirectory() as folder:
        copytree(SAMPLES, folder, dirs_exist_ok=True)
        return _OPEN.sub(lambda match: _filled(match, folder), markdown)


def on_page_content(html: str, **_: Any) -> str:  # noqa: ANN401 - what mkdocs hands over besides
    """Chinese paragraphs without the spaces that the ends of their lines would become."""
    return "".join(part if part.startswith("<pre") else _BREAK.sub("", part) for part in _PRE.split(html))


def _filled(match: re.Match[str], folder: str) -> str:
    if match["name"]:
        path = Path(folder) / match["name"]
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(match["text"], "utf-8")
        return match[0]
    if match["kind"] == "options":
        return option_table()
    command = match["command"]
    if match["kind"] == "show":
        text = (Path(folder) / command).read_text("utf-8").rstrip("\n")
        return f"```{LANGUAGES[Path(command).suffix]}\n# {command}\n{text}\n```"
    printed = run(command, folder)
    if match["kind"] == "json":
        shown = json.dumps(json.loads(printed), ensure_ascii=False, indent=2)
        return f"```sh\n{command}\n```\n\n```json\n{shown}\n```"
    return f"```sh\n{command}\n```\n\n{terminal(printed)}"


def run(command: str, folder: str) -> str:
    """What a command prints.

    Raises:
        RuntimeError: when it could not do its work.
    """
    environment = {name: value for name, value in os.environ.items() if name != "REPORTLINT_LANG"}
    environment["COLUMNS"] = COLUMNS
    arguments = [sys.executable, "-m", "reportlint", *shlex.split(command)[1:]]
    done = subprocess.run(  # noqa: S603 - our own program
        arguments, cwd=folder, env=environment, capture_output=True, check=False, encoding="utf-8"
    )
    if done.returncode > (0 if command.startswith("reportlint test") else 1):
        message = f"{command}: {done.stdout}{done.stderr}"
        raise RuntimeError(message)
    return done.stdout

"""The documentation builds, is complete, and shows only what the program does."""

from __future__ import annotations

import csv
import importlib
import os
import re
import shlex
import subprocess
import sys
import tomllib
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest
from markdown_it import MarkdownIt

from command import reportlint
from reportlint.cli.app import build
from reportlint.cli.arguments import parse, split
from reportlint.config.files import load_config
from reportlint.config.options import OPTIONS
from reportlint.rules import parse_rules
from support import registered

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
PAGES = sorted(path.relative_to(DOCS).as_posix() for path in DOCS.rglob("*.md"))
TOP_LEVEL = {"-h", "--help", "--version", "--install-completion", "--show-completion"}
SAMPLE = "工作总结.txt"
ELSEWHERE = re.compile(r"(?:src|href)=\"(?:https?:)?//[^\"]*\"")
LINKED = re.compile(r"<a [^>]*>")
PRIVATE = re.compile(r"/(?:work|root|home/\w+|tmp)/|pypi\.org|pythonhosted|npmjs|127\.0\.0\.1|localhost|\.\./shared")
FOLDERS = {"plugins": "checks/", "rules": "rules/"}
FILLED_IN = re.compile(r"^<!-- (?:run|json): (.+) -->$", re.MULTILINE)
FILE = re.compile(r"^# (?P<name>[^\s（]+\.(?:toml|txt|py))\b")


class Block(NamedTuple):
    """A code block of a page."""

    page: str
    line: int
    language: str
    text: str

    @property
    def file(self) -> str:
        """What its first line, a remark, says it is."""
        match = FILE.match(self.text)
        return match["name"] if match else ""


def blocks(*languages: str) -> list[Block]:
    return [
        Block(page, token.map[0] + 1, token.info.strip(), token.content)
        for page in PAGES
        for token in MarkdownIt().parse((DOCS / page).read_text(encoding="utf-8"))
        if token.type == "fence" and token.info.strip() in languages and token.map
    ]


def ids(block: Block) -> str:
    return f"{block.page}:{block.line}"


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site."""
    if find_spec("material") is None and "CI" not in os.environ:
        pytest.skip("mkdocs-material is not installed (extra `dev`)")
    folder = tmp_path_factory.mktemp("site")
    done = subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(folder)],
        cwd=ROOT,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    return folder


def test_every_check_has_a_page_that_says_how_often_it_is_right(site: Path) -> None:
    listed = (site / "checks" / "index.html").read_text(encoding="utf-8")
    for id_, entry in registered().items():
        page = (site / "checks" / f"{id_}.html").read_text(encoding="utf-8")
        assert entry.check.meta.title.zh in page
        assert "<mark>" in page
        for heading in ("为什么", "反例", "正例", "准确率", "更多例子", "English"):
            assert f">{heading}<" in page, f"{id_} lacks {heading}"
        assert "还没有量过" not in page, f"run bench/precision.py: {id_} has no row"
        assert f'href="{id_}.html"' in listed


def test_every_option_is_explained(site: Path) -> None:
    page = (site / "configuration.html").read_text(encoding="utf-8")
    for option in OPTIONS:
        assert f"<code>--{option.name}</code>" in page


def test_every_public_name_is_explained(site: Path) -> None:
    page = (site / "plugins" / "api.html").read_text(encoding="utf-8")
    for name in importlib.import_module("reportlint.api").__all__:
        assert f'id="{name}"' in page
    assert "其他" not in page, "put new names into a group of tools/docs_api.py"


def test_nothing_is_fetched_from_elsewhere_and_no_place_of_ours_is_named(site: Path) -> None:
    for path in site.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert not ELSEWHERE.findall(LINKED.sub("", text)), path
        assert not PRIVATE.search(text), path
    for path in [*DOCS.rglob("*.md"), *DOCS.glob("assets/site.css"), *DOCS.glob("assets/iframe-worker.js")]:
        text = path.read_text(encoding="utf-8")
        assert not PRIVATE.search(text), path
        assert "@import" not in text
        assert "url(" not in text


def test_the_site_can_be_searched_without_a_server(site: Path) -> None:
    assert (site / "search" / "search_index.js").exists()
    assert "iframe-worker.js" in (site / "index.html").read_text(encoding="utf-8")


def test_the_json_page_explains_every_key() -> None:
    page = (DOCS / "json.md").read_text(encoding="utf-8")
    printed = reportlint(SAMPLE, "-f", "json", "--isolated", cwd=DOCS / "samples").json
    for key in keys(printed):
        assert f"`{key}`" in page, key


def keys(value: object) -> Iterator[str]:
    """All keys of a JSON value and of the values in it."""
    if isinstance(value, dict):
        yield from value
        value = list(value.values())
    if isinstance(value, list):
        for inner in value:
            yield from keys(inner)


def commands() -> list[tuple[str, list[str]]]:
    """Every command of ours in shell blocks and in places that are filled in, with where it stands."""
    found = []
    for block in blocks("sh"):
        for number, line in enumerate(block.text.splitlines(), block.line + 1):
            found += [(f"{block.page}:{number}", words) for words in ours(line)]
    for page in PAGES:
        for match in FILLED_IN.finditer((DOCS / page).read_text(encoding="utf-8")):
            found += [(page, words) for words in ours(match[1])]
    return found


def ours(line: str) -> Iterator[list[str]]:
    """The arguments of each call of reportlint in a line of shell."""
    words: list[str] = []
    for word in [*shlex.split(line, comments=True), "|"]:
        if word in {"|", "&&"}:
            if words and words[0].rpartition("/")[2] == "reportlint":
                yield words[1:]
            words = []
        else:
            words.append(word)


@pytest.mark.parametrize(("where", "arguments"), [pytest.param(*c, id=f"{c[0]} {' '.join(c[1])}") for c in commands()])
def test_commands_exist_with_their_options(where: str, arguments: list[str]) -> None:
    assert where
    if TOP_LEVEL.intersection(arguments):
        return
    name, rest = split(arguments)
    if name in {"", "check"}:
        parse(rest)
        return
    typer = importlib.import_module("typer.main")
    command = typer.get_command(build("zh")).commands[name]
    while hasattr(command, "commands"):
        command = command.commands[rest.pop(0)]
    assert command.make_context(name, rest)


@pytest.mark.parametrize("block", blocks("yaml"), ids=ids)
def test_yaml_parses(block: Block) -> None:
    yaml = importlib.import_module("yaml")
    assert isinstance(yaml.safe_load(block.text), dict)


@pytest.mark.parametrize("block", blocks("toml"), ids=ids)
def test_toml_is_accepted(block: Block, tmp_path: Path) -> None:
    data = tomllib.loads(block.text)
    if block.file.startswith("rules/"):
        assert not parse_rules(block.text, "office").problems
    elif "tests/" in block.file:
        assert data["case"]
    elif "project" not in data:
        name = "pyproject.toml" if "tool" in data else "reportlint.toml"
        (tmp_path / name).write_text(block.text, encoding="utf-8")
        load_config(str(tmp_path / name))
        if not block.page.startswith("plugins/"):
            assert reportlint("config", cwd=tmp_path).err == ""


@pytest.mark.parametrize("page", [page for page in PAGES if page.startswith("plugins/")])
def test_files_shown_on_a_page_work(page: str, tmp_path: Path) -> None:
    files = {
        block.file: block.text
        for block in blocks("toml", "text", "python")
        if block.page == page and block.file.startswith(tuple(FOLDERS.values()))
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    options = [f"--{option}={folder}" for option, folder in FOLDERS.items() if (tmp_path / folder).is_dir()]
    assert options

    listed = reportlint("plugins", "--json", *options, "--without-plugins", "all", cwd=tmp_path)
    tried = reportlint("test", *options, cwd=tmp_path)

    assert (listed.code, listed.err) == (0, "")
    assert {name for name in files if "tests/" not in name} <= {plugin["source"] for plugin in listed.json}
    assert "✗" not in tried.out
    assert tried.code == 0 or "没有找到用例" in tried.err


@pytest.mark.parametrize("block", blocks("python"), ids=ids)
def test_python_compiles(block: Block) -> None:
    compile(block.text, ids(block), "exec")


def test_the_pages_pass_the_checks() -> None:
    result = reportlint("--isolated", "-f", "concise", *(f"docs/{page}" for page in PAGES), cwd=ROOT)
    assert result.out == ""
    assert result.code == 0


def test_every_check_was_measured() -> None:
    lines = (ROOT / "bench" / "precision.tsv").read_text(encoding="utf-8").splitlines()
    rows = list(csv.DictReader([line for line in lines if not line.startswith("#")], delimiter="\t"))
    assert {row["check"] for row in rows} == set(registered()), "run bench/precision.py"
    for row in rows:
        said = int(row["right"]) + int(row["false_drafts"]) + int(row["false_finished"])
        assert row["precision"] == (f"{int(row['right']) / said:.3f}" if said else "")

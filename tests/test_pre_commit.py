"""The hooks as pre-commit runs them: in an environment of its own, over repositories with Chinese names."""

from __future__ import annotations

import io
import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
NOT_INSTALLED = ("bench", "seeds", "tests", "tools")
PRE_COMMIT = Path(sys.executable).parent / "pre-commit"
FOREIGN = ("GIT_", "LANG", "LC_", "PRE_COMMIT", "PYTHON", "REPORTLINT_", "SKIP")
"""What the environment of the tests may say of git, of pre-commit and of the language, and must not here."""

UNREACHABLE = re.compile(
    r"Retry\(total=0,.*after connection broken by.*"
    r"(?:No matching distribution found|Max retries exceeded|Failed to connect|Unable to fetch)",
    re.DOTALL,
)
"""What pip says at the end of its patience with a registry that does not answer."""

MASK = "石桥镇2023年工作总结\r\n　　一年来，共召开会议XX次。\r\n"
ENTITY = "石桥镇2023年工作总结\r\n　　全镇R&amp;D投入增长5%。\r\n　　完"
SAFE_WARNING = "石桥镇2023年工作总结\n　　各项工\u200b作有序推进。\n"
CLEAN = "石桥镇2023年工作总结\n　　一年来，各项工作有序推进。\n"
MARKDOWN = "# 石桥镇2023年工作总结\n\n一年来，共召开会议XX次。\n"
ENCODINGS = ("gb18030", "utf-8", "utf-8-sig", "utf-16")


def docx(text: str) -> bytes:
    """A Word document with one paragraph."""
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Override PartName="/word/document.xml" ContentType='
        '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
    )
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
        'Target="word/document.xml"/></Relationships>'
    )
    document = (
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        f"<w:body><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:body></w:document>"
    )
    parts = {"[Content_Types].xml": types, "_rels/.rels": relations, "word/document.xml": document}
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>{part}')
    return stream.getvalue()


PASSING = {
    "reportlint.toml": 'exclude = ["归档"]\n'.encode(),
    "归档/旧稿（2022）.txt": MASK.encode(),
    "草稿/会议纪要.docx": docx("一年来，各项工作有序推进。"),
    "草稿/附件.pdf": b"%PDF-1.4\n",
    "草稿/工作总结.txt": CLEAN.encode(),
}
SKIPPED = "跳过 1 个文件：.pdf "
"""What is said of the PDF file: the environment of the hook has no PDFium."""

FAULTY = {
    "草稿/2023年工作 总结（终稿）.txt": MASK.encode(),
    "草稿/人大工作报告.txt": MASK.encode("gb18030"),
    "草稿/汇报.md": MARKDOWN.encode(),
    "草稿/述职报告.txt": MASK.encode("utf-16"),
}
FINDINGS = [
    "草稿/2023年工作 总结（终稿）.txt:2:12: error placeholder.mask",
    "草稿/人大工作报告.txt:2:12: error placeholder.mask",
    "草稿/汇报.md:3:10: error placeholder.mask",
    "草稿/述职报告.txt:2:12: error placeholder.mask",
]


def run(*command: str | Path, cwd: Path, environment: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    """Run a command; what it prints must be UTF-8."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(FOREIGN)}
    git = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", "EMAIL": "draft@example.org"}
    names = {"GIT_AUTHOR_NAME": "起草人", "GIT_COMMITTER_NAME": "起草人"}
    return subprocess.run(  # noqa: S603 - git and pre-commit with our own arguments
        list(map(str, command)),
        cwd=cwd,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        env={**kept, **git, **names, "LANG": "C.UTF-8", **(environment or {})},
        check=False,
        timeout=600,
    )


def git(*arguments: str, cwd: Path) -> str:
    """What git prints; it must not fail."""
    done = run("git", *arguments, cwd=cwd)
    assert done.returncode == 0, done.stdout
    return done.stdout


@dataclass(frozen=True)
class Hooks:
    """This repository as pre-commit gets it, and the folder of pre-commit's environments."""

    path: Path
    revision: str
    home: Path

    def config(self, hook: str, *arguments: str) -> bytes:
        """A configuration with one hook; JSON is YAML, too."""
        hooks = [{"id": hook, "args": arguments}]
        return json.dumps({"repos": [{"repo": str(self.path), "rev": self.revision, "hooks": hooks}]}).encode()


@dataclass(frozen=True)
class Drafts:
    """Somebody's repository of drafts."""

    path: Path
    hooks: Hooks

    def write(self, files: dict[str, bytes]) -> None:
        """Write files and stage them."""
        for name, data in files.items():
            (self.path / name).parent.mkdir(exist_ok=True)
            (self.path / name).write_bytes(data)
        git("add", "-A", cwd=self.path)

    def read(self, name: str) -> bytes:
        """The bytes of a file as they are now."""
        return (self.path / name).read_bytes()

    def pre_commit(self, *arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
        """Run pre-commit here."""
        environment = {"PRE_COMMIT_HOME": str(self.hooks.home), **environment}
        return run(PRE_COMMIT, *arguments, cwd=self.path, environment=environment)


def give_up(done: subprocess.CompletedProcess[str]) -> None:
    """Skip where pip could not reach a registry, fail where anything else went wrong."""
    if UNREACHABLE.search(done.stdout) and "CI" not in os.environ:
        pytest.skip("pip reaches no package registry, from which pre-commit builds the environment of the hooks")
    pytest.fail(f"pre-commit could not build the environment of the hooks:\n{done.stdout}")


@pytest.fixture(scope="session")
def hooks(tmp_path_factory: pytest.TempPathFactory) -> Hooks:
    """This working tree as a repository with one commit, and its hooks installed once for all tests."""
    if not (ROOT / ".git").exists():
        pytest.skip("only a checkout has the hooks")
    folder = tmp_path_factory.mktemp("pre-commit")
    path = folder / "reportlint"
    excluded = [f":!{name}" for name in NOT_INSTALLED]
    for name in git("ls-files", "-co", "--exclude-standard", "-z", "--", ".", *excluded, cwd=ROOT).split("\0"):
        if (ROOT / name).is_file():
            (path / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, path / name)
    git("init", "-q", cwd=path)
    git("add", "-A", "-f", cwd=path)
    git("commit", "-q", "-m", "All", cwd=path)
    made = Hooks(path, git("rev-parse", "HEAD", cwd=path).strip(), folder / "home")
    (folder / "config.yaml").write_bytes(made.config("reportlint"))
    environment = {"PRE_COMMIT_HOME": str(made.home)}
    done = run(PRE_COMMIT, "install-hooks", "-c", folder / "config.yaml", cwd=path, environment=environment)
    if done.returncode:
        give_up(done)
    return made


@pytest.fixture
def drafts(tmp_path: Path, hooks: Hooks) -> Drafts:
    """An empty repository in a folder with a Chinese name."""
    path = tmp_path / "报告 草稿"
    path.mkdir()
    git("init", "-q", cwd=path)
    return Drafts(path, hooks)


def findings(output: str) -> list[str]:
    """Path, line, column, severity and check of each finding, sorted."""
    return sorted(re.findall(r"^(.+?:\d+:\d+: (?:error|warning|info) \S+) ", output, re.MULTILINE))


def test_both_hooks_can_be_tried_without_a_configuration(drafts: Drafts) -> None:
    name = "草稿/预算报告.txt"
    drafts.write({**PASSING, **FAULTY, name: ENTITY.encode("gb18030")})

    done = drafts.pre_commit("try-repo", drafts.hooks.path, "--all-files")

    if done.returncode == 3:
        give_up(done)
    assert done.returncode == 1
    checked, _, mended = done.stdout.partition("\nreportlint --fix...")
    assert all("- exit code: 1\n" in part for part in (checked, mended))
    assert findings(checked) == sorted([*FINDINGS, f"{name}:2:6: error residue.markup"])
    assert "files were modified by this hook" not in checked
    assert findings(mended) == FINDINGS
    assert "files were modified by this hook" in mended
    assert drafts.read(name) == ENTITY.replace("&amp;", "&").encode("gb18030")


@pytest.mark.parametrize(
    "environment",
    [
        {},
        {"LC_ALL": "C"},
        # Without PYTHONUTF8 pre-commit itself decodes names by such a locale, finds no file of that name and passes.
        {"LANG": "zh_CN.GB18030", "PYTHONUTF8": "1"},
        {"PYTHONIOENCODING": "gb18030"},
    ],
    ids=str,
)
def test_findings_have_readable_places_in_every_locale(drafts: Drafts, environment: dict[str, str]) -> None:
    drafts.write({**PASSING, **FAULTY, ".pre-commit-config.yaml": drafts.hooks.config("reportlint")})

    done = drafts.pre_commit("run", "--all-files", **environment)

    assert done.returncode == 1
    assert findings(done.stdout) == FINDINGS
    assert "- exit code: 1\n" in done.stdout
    assert done.stdout.count(SKIPPED) == 1


def test_clean_excluded_and_unreadable_drafts_pass(drafts: Drafts) -> None:
    drafts.write({**PASSING, ".pre-commit-config.yaml": drafts.hooks.config("reportlint")})

    done = drafts.pre_commit("run", "--all-files", "--verbose")

    assert done.returncode == 0
    assert findings(done.stdout) == []
    assert SKIPPED in done.stdout


def test_fixing_keeps_every_other_byte_and_then_passes(drafts: Drafts) -> None:
    encoded = {f"草稿/总结 {encoding}.txt": ENTITY.encode(encoding) for encoding in ENCODINGS}
    drafts.write({**PASSING, **encoded, ".pre-commit-config.yaml": drafts.hooks.config("reportlint-fix")})

    first = drafts.pre_commit("run", "--all-files")

    assert first.returncode == 1
    assert "- files were modified by this hook\n" in first.stdout
    assert "exit code" not in first.stdout
    assert findings(first.stdout) == []
    for encoding, name in zip(ENCODINGS, encoded, strict=True):
        assert drafts.read(name) == ENTITY.replace("&amp;", "&").encode(encoding)
    assert {name: drafts.read(name) for name in PASSING} == PASSING
    git("add", "-A", cwd=drafts.path)
    assert drafts.pre_commit("run", "--all-files").returncode == 0


def test_what_cannot_be_fixed_is_reported_again(drafts: Drafts) -> None:
    name, both = "草稿/总结.txt", ENTITY.replace("完", "一年来，共召开会议XX次。")
    drafts.write({name: both.encode("gb18030"), ".pre-commit-config.yaml": drafts.hooks.config("reportlint-fix")})

    first = drafts.pre_commit("run", "--all-files")
    again = drafts.pre_commit("run", "--all-files")

    assert first.returncode == again.returncode == 1
    assert "files were modified by this hook" in first.stdout
    assert "files were modified by this hook" not in again.stdout
    assert findings(first.stdout) == findings(again.stdout) == [f"{name}:3:12: error placeholder.mask"]
    assert drafts.read(name) == both.replace("&amp;", "&").encode("gb18030")


def test_a_hook_takes_arguments(drafts: Drafts) -> None:
    name = "草稿/总结.txt"
    drafts.write({name: SAFE_WARNING.encode(), ".pre-commit-config.yaml": drafts.hooks.config("reportlint")})
    assert drafts.pre_commit("run", "--all-files").returncode == 0

    drafts.write({".pre-commit-config.yaml": drafts.hooks.config("reportlint", "--fail-on", "warning")})
    done = drafts.pre_commit("run", "--all-files")

    assert done.returncode == 1
    assert findings(done.stdout) == [f"{name}:2:6: warning residue.control-character"]


def test_a_commit_is_refused_until_the_draft_is_mended(drafts: Drafts) -> None:
    name = "石桥镇 工作总结（终稿）.txt"
    drafts.write({**PASSING, ".pre-commit-config.yaml": drafts.hooks.config("reportlint")})
    git("commit", "-q", "-m", "起草", cwd=drafts.path)
    assert drafts.pre_commit("install").returncode == 0
    environment = {"PRE_COMMIT_HOME": str(drafts.hooks.home)}

    drafts.write({name: MASK.encode("gb18030")})
    refused = run("git", "commit", "-m", "终稿", cwd=drafts.path, environment=environment)

    assert refused.returncode == 1
    assert findings(refused.stdout) == [f"{name}:2:12: error placeholder.mask"]
    assert git("log", "--format=%s", cwd=drafts.path) == "起草\n"

    drafts.write({name: MASK.replace("XX", "12").encode("gb18030")})
    accepted = run("git", "commit", "-m", "终稿", cwd=drafts.path, environment=environment)

    assert accepted.returncode == 0, accepted.stdout
    assert git("log", "--format=%s", cwd=drafts.path) == "终稿\n起草\n"
    assert git("show", "--name-only", "--format=", "-z", cwd=drafts.path) == f"{name}\0"

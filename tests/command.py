"""How tests run the real command, in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SEEDS = Path(__file__).parent.parent / "seeds"

DRAFT = "石桥镇2023年工作总结\n　　一年来，共召开会议XX次，作出了贡贡献。\n"
"""Two faults: a mask at 2:12 and a doubled character after it."""


@dataclass(frozen=True)
class Result:
    """What a run printed and returned; bytes that are no UTF-8 (a diff of a draft in GBK) are lone surrogates."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:  # noqa: ANN401 - any JSON
        """The standard output as JSON."""
        return json.loads(self.out)


def reportlint(
    *arguments: str | Path, cwd: Path | None = None, stdin: bytes = b"", environment: dict[str, str] | None = None
) -> Result:
    """Run `python -m reportlint` with arguments; the environment is bare but for what is given."""
    keep = {name: os.environ[name] for name in ("PATH", "HOME", "SYSTEMROOT", "TMPDIR") if name in os.environ}
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-m", "reportlint", *map(str, arguments)],
        cwd=cwd,
        input=stdin,
        capture_output=True,
        env={**keep, "LANG": "C.UTF-8", **(environment or {})},
        check=False,
        timeout=120,
    )
    return Result(done.returncode, done.stdout.decode("utf-8", "surrogateescape"), done.stderr.decode("utf-8"))

"""Put what the program prints now into the sample of both READMEs (tests hold them to it)."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
SAMPLE = re.compile(r"(<!-- sample -->\n```text\n).*?(```)", re.DOTALL)
COMMAND = re.compile(r"\.venv/bin/reportlint (.*)")


def main() -> None:
    """Run the command README prints and replace the sample."""
    for name in ("README.md", "README.zh-CN.md"):
        path = ROOT / name
        text = path.read_text(encoding="utf-8")
        command = COMMAND.search(text)
        if command is None:
            sys.exit(f"{name} has no command")
        arguments = [sys.executable, "-m", "reportlint", *command[1].split(), "--isolated", "--lang", "zh"]
        printed = subprocess.run(arguments, cwd=ROOT, capture_output=True, check=False, encoding="utf-8").stdout  # noqa: S603 - our own program
        path.write_text(SAMPLE.sub(lambda match, out=printed: match[1] + out + match[2], text), encoding="utf-8")  # type: ignore[misc]
        print(f"{name}: {len(printed.splitlines())} lines")


if __name__ == "__main__":
    main()

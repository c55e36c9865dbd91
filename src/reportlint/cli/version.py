"""`reportlint --version`."""

from __future__ import annotations

import sys

from reportlint import __version__


def print_version(*, verbose: bool) -> int:
    """Print the version; with `verbose` also the interpreter and what the lexicon was made from."""
    lines = [f"reportlint {__version__}"]
    if verbose:
        lines.append(f"python {sys.version.split()[0]} ({sys.executable})")
        lines.append("lexicon: jieba 0.42.1 (MIT)")
    sys.stdout.write("\n".join(lines) + "\n")
    return 0

"""`reportlint --version`."""

from __future__ import annotations

import sys

from reportlint import __version__


def print_version(*, verbose: bool) -> int:
    """Print the version; with `verbose` also the interpreter and what words and places were made from."""
    lines = [f"reportlint {__version__}"]
    if verbose:
        lines.append(f"python {sys.version.split()[0]} ({sys.executable})")
        lines.append("lexicon: jieba 0.42.1 (MIT)")
        lines += _places()
    sys.stdout.write("\n".join(lines) + "\n")
    return 0


def _places() -> list[str]:
    """How many places are known, as of when, and from where."""
    from reportlint.facts.gazetteer import SOURCE, gazetteer, villages

    known, below = gazetteer(), villages()
    lines = [f"gazetteer: {SOURCE}"]
    lines.append(f"  provinces to towns: {len(known.everything()):,} places, 2025-12-31; county names from 2009 on")
    lines.append(f"  villages: {len(below.trie):,} names, 2023-06-30" if below else "  villages: not installed")
    return lines

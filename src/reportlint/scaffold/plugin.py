"""The files of a new plugin."""

from __future__ import annotations

from reportlint.scaffold import texts


def new_plugin(name: str) -> dict[str, str]:
    """Texts by path, relative to the current folder, of a plugin with one check, one rule and its tests.

    Args:
        name: of the plugin, in small letters, digits and hyphens.
    """
    module = f"reportlint_{name.replace('-', '_')}"
    root, package = f"reportlint-{name}", f"reportlint-{name}/src/{module}"
    files = {
        f"{root}/pyproject.toml": texts.PROJECT,
        f"{root}/README.md": texts.PLUGIN_README,
        f"{package}/__init__.py": texts.PACKAGE,
        f"{package}/overused.py": texts.CHECK,
        f"{package}/wording.toml": texts.RULES,
        f"{root}/tests/conftest.py": texts.CONFTEST,
        f"{root}/tests/test_checks.py": texts.TEST,
        f"{root}/tests/checks/{name}.overused.toml": texts.TABLE,
    }
    words = {"@NAME@": name, "@MODULE@": module, "@CLASS@": "Overused", "@RULE@": "full-name"}
    return {path: filled(text, words) for path, text in files.items()}


def filled(text: str, words: dict[str, str]) -> str:
    """A text with what differs put in."""
    for mark, word in words.items():
        text = text.replace(mark, word)
    return text

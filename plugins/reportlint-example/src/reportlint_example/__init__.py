"""Checks for Chinese work reports, as a plugin of reportlint."""

from reportlint.api import Check, checks_in

api_version = "1.0"


def reportlint_checks() -> dict[str, type[Check]]:
    """All checks (.py) and rules (.toml, .txt) in the files of this folder."""
    return checks_in(__name__)

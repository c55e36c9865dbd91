"""The place family: names of places, levels of government, and the organs that belong to them."""

from reportlint.api import Check, checks_in


def reportlint_checks() -> dict[str, type[Check]]:
    """The checks of this folder."""
    return checks_in(__name__)

"""The number family: figures that contradict each other, and figures that are written wrongly."""

from reportlint.api import Check, checks_in


def reportlint_checks() -> dict[str, type[Check]]:
    """The checks of this folder."""
    return checks_in(__name__)

"""What a plugin may hand over: functions with these names in its module.

They are called when plugins are loaded, once for each set of plugins that a run needs; none runs while a draft is read.
A plugin has those it needs. Functions whose names begin with `reportlint_` and are not among these are taken for
misspelt and reported.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from reportlint.check import Check
    from reportlint.declared import Kind
    from reportlint.reading import Reader
    from reportlint.reporting import Reporter

PREFIX = "reportlint_"


def reportlint_checks() -> Mapping[str, type[Check]]:
    """Checks by name, without the family: `{"slogan": Slogan}` of the plugin `office` is the check `office.slogan`.

    `checks_in(__name__)` finds all checks and rules in the files of a package.
    """
    raise NotImplementedError


def reportlint_readers() -> Iterable[Reader]:
    """File formats the plugin can read."""
    raise NotImplementedError


def reportlint_reporters() -> Iterable[Reporter]:
    """Output formats it can write."""
    raise NotImplementedError


def reportlint_kinds() -> Iterable[Kind]:
    """Kinds of report it knows, with the parts they must have."""
    raise NotImplementedError

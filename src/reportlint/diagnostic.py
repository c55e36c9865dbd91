"""A finding with its identity and its places: all that a reporter needs."""

from __future__ import annotations

from reportlint.text.frozen import frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reportlint.check import Confidence, Fix, Safety, Scope, Severity, Text
    from reportlint.document import Place
    from reportlint.text import Span


@frozen
class Location:
    """A place in the file.

    Attributes:
        span: in the reading text.
        start: line and column of the first character.
        end: line and column after the last character.
        text: the characters themselves.
        message: what this place has to do with the finding, or None at the primary place.
    """

    span: Span
    start: Place
    end: Place
    text: str
    message: Text | None = None


@frozen
class Suggestion:
    """A fix as reporters show it: each edit with the place it replaces."""

    safety: Safety
    edits: tuple[tuple[Location, str], ...]


@frozen
class Diagnostic:
    """One finding of one check.

    Attributes:
        check: id of the check.
        message: in both languages.
        location: the primary place.
        related: other places; for a group, its other members.
        fix: as the check gave it, in spans; `suggestion` is the same in places.
        group: key under which the engine may merge many of these into one.
        count: how many findings this one stands for (1, unless it is a group).
        suppressed: why it is not counted (the words of the directive, allow entry or baseline), or None.
        fingerprint: stays the same while text elsewhere changes; no draft text can be read from it; empty until
            asked for.
        members: fingerprints of all findings it stands for.
    """

    check: str
    severity: Severity
    confidence: Confidence
    message: Text
    location: Location
    related: tuple[Location, ...] = ()
    fix: Fix | None = None
    suggestion: Suggestion | None = None
    scope: Scope = "span"
    group: str = ""
    count: int = 1
    suppressed: str | None = None
    fingerprint: str = ""
    members: tuple[str, ...] = ()

    @property
    def family(self) -> str:
        """The part of the check's id before the first dot."""
        return self.check.partition(".")[0]


@frozen
class Failure:
    """A check that broke on a document; its findings there are lost, all others stand.

    Attributes:
        check: id of the check.
        error: one line: the limit it passed, or type and message of the exception and where it was raised.
        plugin: name and version of the plugin the check is from; empty for a built-in one.
    """

    check: str
    error: Text
    plugin: str = ""

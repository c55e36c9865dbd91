"""The parts a check is made of. Check authors import them from `reportlint.api`."""

from __future__ import annotations

from enum import IntEnum

from reportlint.text.frozen import frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any, ClassVar, Literal

    from reportlint.document import Document
    from reportlint.text import Span

    Scope = Literal["span", "document"]


class Severity(IntEnum):
    """How much it matters, if the finding is right.

    ERROR would embarrass when read out, or is objectively false; WARNING is very probably wrong; INFO is house style.
    """

    INFO = 1
    WARNING = 2
    ERROR = 3

    @property
    def label(self) -> str:
        """Lower-case name, as in options, configuration and JSON."""
        return self.name.lower()


class Confidence(IntEnum):
    """How likely the finding is right.

    LOW is an inference, MEDIUM a pattern in its context, HIGH is literal or arithmetic.
    """

    LOW = 1
    MEDIUM = 2
    HIGH = 3

    @property
    def label(self) -> str:
        """Lower-case name, as in JSON."""
        return self.name.lower()


class Safety(IntEnum):
    """Whether a fix may be written: SAFE without a look, UNSAFE when asked for, SHOWN never (only as advice)."""

    SHOWN = 1
    UNSAFE = 2
    SAFE = 3

    @property
    def label(self) -> str:
        """Lower-case name, as in JSON."""
        return self.name.lower()


@frozen
class Text:
    """The same words for the reader in Chinese and in English; without English ones the Chinese are shown to all."""

    zh: str
    en: str = ""

    def render(self, language: str) -> str:
        """The words in `language`: "zh" or "en"."""
        return self.en or self.zh if language == "en" else self.zh


class UserError(ValueError):
    """What keeps the tool from doing what the user asked; `text` says it in one line, in both languages."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


@frozen
class Edit:
    """Replace one span of the reading text by `text`."""

    span: Span
    text: str


@frozen
class Fix:
    """Edits that together mend a finding; they are applied all or none.

    After a SAFE or UNSAFE fix the check must be silent at that place: tests hold every fix to it.
    """

    edits: tuple[Edit, ...]
    safety: Safety


@frozen
class Related:
    """A second place that a finding is about, with its own words."""

    span: Span
    message: Text


@frozen
class Finding:
    """What a check yields; the engine adds line, column and identity.

    Attributes:
        span: the exact characters at fault, in the reading text; of a fault of the whole document, the heading or line
            it is about.
        message: short and polite; says why and what to do.
        related: other places of the same fault.
        fix: how to mend it, if the draft itself says how.
        severity: when it differs from the check's own.
        confidence: when it differs from the check's own.
        group: findings of one check with the same group become one finding with all the places, once there are many.
        scope: "document" when the fault is something that is not there.
    """

    span: Span
    message: Text
    related: tuple[Related, ...] = ()
    fix: Fix | None = None
    severity: Severity | None = None
    confidence: Confidence | None = None
    group: str = ""
    scope: Scope = "span"


@frozen
class Meta:
    """What is known of a check before it runs.

    Attributes:
        title: the fault in a few words (name the fault, not the remedy).
        severity: of its findings, unless a finding says otherwise.
        confidence: likewise.
        since: the release that brought it; empty: not said.
        aliases: ids it had, or that were merged into it; they go on working.
        default: whether it runs when nothing is selected.
    """

    title: Text
    severity: Severity = Severity.WARNING
    confidence: Confidence = Confidence.MEDIUM
    since: str = ""
    aliases: tuple[str, ...] = ()
    default: bool = True


class Check:
    """One question asked of a draft.

    A subclass gives `meta`, a docstring in Chinese (one line, then `## 为什么`, `## 反例`, `## 正例`, `## English`) and
    `run`; and, if it can be tuned, `Options`: a frozen dataclass whose fields all have defaults. The docstring is its
    page in the reference, and tests run the examples in it.
    """

    meta: ClassVar[Meta]
    Options: ClassVar[type[Any] | None] = None
    options: Any

    def __init__(self, options: Any = None) -> None:
        self.options = options if options is not None or self.Options is None else self.Options()

    def run(self, document: Document) -> Iterator[Finding]:
        """Yield what is wrong, in any order. Must not change anything and must not depend on other checks."""
        raise NotImplementedError

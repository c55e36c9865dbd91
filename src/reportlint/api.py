"""All that a check, built-in or in a plugin, may import."""

from reportlint.check import (
    Check,
    Confidence,
    Edit,
    Finding,
    Fix,
    Meta,
    Related,
    Safety,
    Severity,
    Text,
)
from reportlint.document import Block, Document, Place, fact
from reportlint.text import MULTILINE, Pattern, Span
from reportlint.text.frozen import frozen

__all__ = [
    "MULTILINE",
    "Block",
    "Check",
    "Confidence",
    "Document",
    "Edit",
    "Finding",
    "Fix",
    "Meta",
    "Pattern",
    "Place",
    "Related",
    "Safety",
    "Severity",
    "Span",
    "Text",
    "fact",
    "frozen",
]

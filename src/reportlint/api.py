"""All that a check, built-in or in a plugin, may import; nothing else is promised to stay.

A check is a class derived from `Check` in a file of its own. A plugin is a module with functions named as in
`reportlint.hookspecs`; it says `api_version = "1.0"`, the version below that it was written for. Names are added with a
new minor version; a name that is taken away or changes its meaning brings a new major one.

Positions are code points of the reading text `Document.text`, counted from 0, as half-open `Span`s. Facts (functions of
a document such as `sentences`) are computed once for each draft however many checks ask.
"""

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
from reportlint.collect import checks_in
from reportlint.declared import Declared, Kind, Part
from reportlint.diagnostic import Diagnostic, Failure, Location, Suggestion
from reportlint.document import Block, Builder, Document, LineOrigin, Place, fact
from reportlint.facts.dates import DateMention, dates
from reportlint.facts.home import Home, home
from reportlint.facts.identity import Identity, identity
from reportlint.facts.masks import Mask, masks
from reportlint.facts.outline import Heading, Outline, outline
from reportlint.facts.quantities import Quantity, quantities
from reportlint.facts.sentences import clause_of, clauses, sentence_of, sentences
from reportlint.facts.words import tokenizer, words
from reportlint.grid import Cell, Table
from reportlint.reading import Reader
from reportlint.reporting import Reporter, ReportOptions
from reportlint.result import FileResult, Run
from reportlint.text import MULTILINE, Pattern, Span
from reportlint.text.encoding import Decoded, UndecodableError, decode
from reportlint.text.find import find_all
from reportlint.text.frozen import frozen

API_VERSION = "1.1"
"""Version of this module, major and minor; a plugin runs under its own major version and any minor from its own on."""

__all__ = [
    "API_VERSION",
    "MULTILINE",
    "Block",
    "Builder",
    "Cell",
    "Check",
    "Confidence",
    "DateMention",
    "Declared",
    "Decoded",
    "Diagnostic",
    "Document",
    "Edit",
    "Failure",
    "FileResult",
    "Finding",
    "Fix",
    "Heading",
    "Home",
    "Identity",
    "Kind",
    "LineOrigin",
    "Location",
    "Mask",
    "Meta",
    "Outline",
    "Part",
    "Pattern",
    "Place",
    "Quantity",
    "Reader",
    "Related",
    "ReportOptions",
    "Reporter",
    "Run",
    "Safety",
    "Severity",
    "Span",
    "Suggestion",
    "Table",
    "Text",
    "UndecodableError",
    "checks_in",
    "clause_of",
    "clauses",
    "dates",
    "decode",
    "fact",
    "find_all",
    "frozen",
    "home",
    "identity",
    "masks",
    "outline",
    "quantities",
    "sentence_of",
    "sentences",
    "tokenizer",
    "words",
]

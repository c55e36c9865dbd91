"""Runs checks over one document: the loop, isolation, and the treatment of what they found."""

from reportlint.diagnostic import Diagnostic, Failure, Location, Suggestion
from reportlint.engine.inspect import Foreign, Inspection, inspect

__all__ = ["Diagnostic", "Failure", "Foreign", "Inspection", "Location", "Suggestion", "inspect"]

"""Runs checks over one document: the loop, isolation, and the treatment of what they found."""

from reportlint.engine.diagnostic import Diagnostic, Failure, Location, Suggestion
from reportlint.engine.inspect import Inspection, inspect

__all__ = ["Diagnostic", "Failure", "Inspection", "Location", "Suggestion", "inspect"]

"""From paths to a `Run`: find the drafts, read them, ask the checks, treat what they found."""

from reportlint.run.discover import Target, discover
from reportlint.run.execute import execute
from reportlint.run.session import Session

__all__ = ["Session", "Target", "discover", "execute"]

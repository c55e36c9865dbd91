"""reportlint: a quality checker for drafts of Chinese work reports."""

__version__ = "0.1.0"

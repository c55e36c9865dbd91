"""What the parts of an id look like: the family, and the name after the dot."""

from reportlint.text.pattern import Pattern

ID_PART = Pattern(r"[a-z一-鿿][a-z0-9一-鿿]*(?:-[a-z0-9一-鿿]+)*")
"""Small letters, digits, Han characters and single hyphens, with no digit in front: a comment that suppresses a check
could not tell its id from 1.2倍 otherwise."""

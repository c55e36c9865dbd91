"""The structure family: required parts, order and numbering."""

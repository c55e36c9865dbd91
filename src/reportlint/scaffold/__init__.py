"""What `reportlint new-plugin` and `reportlint new-check` write: files by path, without touching the disk."""

from reportlint.scaffold.place import Home, NoPlaceError, advice, home_of, new_check, new_rule
from reportlint.scaffold.plugin import new_plugin

__all__ = ["Home", "NoPlaceError", "advice", "home_of", "new_check", "new_plugin", "new_rule"]

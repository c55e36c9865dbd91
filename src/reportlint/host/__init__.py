"""Finds checks and other extensions, in this package and in plugins, and makes them ready to run."""

from reportlint.host.catalogue import EVERY, RESERVED, Catalogue, Sources, catalogue, load_checks
from reportlint.host.discovery import installed
from reportlint.host.plugin import Plugin
from reportlint.host.registered import Registered, UnknownOptionError, option_defaults

__all__ = [
    "EVERY",
    "RESERVED",
    "Catalogue",
    "Plugin",
    "Registered",
    "Sources",
    "UnknownOptionError",
    "catalogue",
    "installed",
    "load_checks",
    "option_defaults",
]

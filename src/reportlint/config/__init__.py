"""Settings: what may be set, by whom, and what holds in the end.

Built-in defaults give way to the nearest configuration file, which gives way to the command line. Files are never
merged with each other, and nothing is read from a home directory.
"""

from reportlint.config.files import ConfigError, find_config, load_config
from reportlint.config.option import Option, OptionError
from reportlint.config.options import OPTIONS
from reportlint.config.settings import Settings, effective

__all__ = [
    "OPTIONS",
    "ConfigError",
    "Option",
    "OptionError",
    "Settings",
    "effective",
    "find_config",
    "load_config",
]

"""The built-in checks: `checks/<family>/<check>.py` holds the check `<family>.<check>`; files are found, never listed."""

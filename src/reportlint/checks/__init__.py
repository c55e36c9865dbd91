"""The built-in checks: `checks/<family>/<check>.py` holds the check `<family>.<check>`.

Files are found, never listed.
"""

"""What a draft says: one idea a module, computed when first asked for, shared by all checks.

A fact that is unsure is unknown (None, or empty), and checks that need it stay silent.
"""

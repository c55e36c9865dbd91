"""The placeholder family: text that was never filled in."""

"""The number family: figures that contradict each other, and figures that are written wrongly."""

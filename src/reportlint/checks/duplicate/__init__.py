"""The duplicate family: text that stands twice."""

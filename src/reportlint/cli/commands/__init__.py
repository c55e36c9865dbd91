"""One module a command; each has `add(app, language)`."""

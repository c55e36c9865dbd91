"""The place family: names of places, levels of government, and the organs that belong to them."""

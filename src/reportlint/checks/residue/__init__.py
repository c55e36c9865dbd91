"""The residue family: leftovers of copying."""

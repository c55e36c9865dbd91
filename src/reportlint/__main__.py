"""`python -m reportlint` is the same as `reportlint`."""

from reportlint.cli import main

if __name__ == "__main__":
    main()

"""`python -m reportlint` is the same as `reportlint`: nothing is imported from the folder of the drafts."""

import sys

if __name__ == "__main__":
    if not sys.flags.safe_path:
        del sys.path[0]
    from reportlint.cli import main

    main()

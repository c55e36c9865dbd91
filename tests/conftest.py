"""Settings shared by all tests."""

import os

from hypothesis import settings

settings.register_profile("default", max_examples=int(os.environ.get("REPORTLINT_EXAMPLES", "100")), deadline=None)
settings.load_profile("default")

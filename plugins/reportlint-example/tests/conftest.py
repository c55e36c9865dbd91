pytest_plugins = ["reportlint.testing"]

def test_tables_and_examples(reportlint_test):
    """Every table in tests/checks, and the examples of every check and rule."""
    reportlint_test()

"""The journals of cases: written and read as whole entries, kept as facts in a chain and words apart from it."""

"""Commands that print ratios; not tests."""

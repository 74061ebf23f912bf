"""The window driven through page objects."""

"""The only room that knows every other: builds adapters and hands them to use cases."""

"""The only module that knows every room: builds adapters and hands them to use cases."""

"""主体: find an enterprise, read its file, start a visit."""

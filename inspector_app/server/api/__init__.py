"""What the server answers over HTTP. Each module is one group of paths."""

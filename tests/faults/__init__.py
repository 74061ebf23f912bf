"""Kill, cut, corrupt."""

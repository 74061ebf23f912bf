"""法规: the statutes on this device, searched, read and compared."""

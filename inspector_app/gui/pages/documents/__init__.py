"""文书: every document on this device, as it was issued."""

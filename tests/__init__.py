"""Everything that shows the application does what it says."""

"""What must be on the disk before it counts, and folders that one process has to itself."""

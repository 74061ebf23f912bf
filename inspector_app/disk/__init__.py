"""What must be on the disk before it counts, folders that one process has to itself, and logs."""

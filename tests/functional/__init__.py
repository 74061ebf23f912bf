"""Real processes, real PDFs, real bytes."""

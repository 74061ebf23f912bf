"""The laptop's encrypted database: unit of work, journal, projections, search, blobs."""

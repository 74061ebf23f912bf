"""Messages, pace and decisions of synchronisation, without a network."""

"""Law as data and decisions: citations now; statutes, matching, discretion and terms build on it."""

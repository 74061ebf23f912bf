"""Citations, statutes, terms, discretion and the legality gate."""

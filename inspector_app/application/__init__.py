"""Use cases, one a module, named by its verb. Each is one transaction and a plain callable."""

"""The inspection laptop's application and the bureau's server (市场监管执法)."""

"""What comes to harm here: a bureau's server and its laptops."""

from tests.running_bureau import laptop, office

__all__ = ["laptop", "office"]

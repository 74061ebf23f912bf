"""The server's own database: schema, migrations and what is asked of it. Core, not the ORM."""

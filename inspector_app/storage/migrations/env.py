"""Alembic's environment: runs on the connection, and in the transaction, that storage hands it."""

from alembic import context

from inspector_app.storage.schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    transactional_ddl=True,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()

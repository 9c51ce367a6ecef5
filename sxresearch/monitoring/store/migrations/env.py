"""How Alembic runs the migrations: on the connection it is given, in the transaction that is open there."""

from alembic import context

from sxresearch.monitoring.store.schema import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata, transactional_ddl=True)
with context.begin_transaction():
    context.run_migrations()

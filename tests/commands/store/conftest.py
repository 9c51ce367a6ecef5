"""The commands are tried on stores of both kinds."""

from tests.monitoring.store.conftest import postgresql_port, shipped, store, stores  # noqa: F401

"""The commands are tried on the small data of the batch."""

from tests.batch.conftest import data_file  # noqa: F401

"""The commands are tried on the small data of the batch."""

from tests.batch.conftest import data_file, inputs  # noqa: F401

"""The schema version of a store, and the way from an older one to the newest."""

from importlib.resources import files

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from sxresearch.errors import SxError

NEWEST = "head"


class OtherVersion(SxError):
    """A store's schema is not that of this toolkit."""


def version_of(connection: Connection) -> str:
    """The schema version of a store; empty where there are no tables yet."""
    return MigrationContext.configure(connection).get_current_revision() or ""


def newest_version() -> str:
    """The schema version that this toolkit writes."""
    return ScriptDirectory.from_config(_config()).get_current_head() or ""


def migrate(connection: Connection, version: str = NEWEST) -> None:
    """Bring a store forwards, in the open transaction.

    Raises
    ------
    OtherVersion
        If it is of a later version than this toolkit knows.
    """
    _refuse_later(connection)
    config = _config()
    config.attributes["connection"] = connection
    command.upgrade(config, version)


def check_version(connection: Connection) -> None:
    """Refuse a store of another version.

    Raises
    ------
    OtherVersion
        Saying whether the store or the toolkit must be brought forwards.
    """
    _refuse_later(connection)
    if (found := version_of(connection)) != newest_version():
        raise OtherVersion.of("store-older" if found else "store-empty", "", found=found, expected=newest_version())


def _refuse_later(connection: Connection) -> None:
    found = version_of(connection)
    known = {script.revision for script in ScriptDirectory.from_config(_config()).walk_revisions()}
    if found and found not in known:
        raise OtherVersion.of("store-newer", "", found=found, expected=newest_version())


def _config() -> Config:
    config = Config()
    folder = str(files("sxresearch.monitoring.store") / "migrations")
    config.set_main_option("script_location", folder.replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config

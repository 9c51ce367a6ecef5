"""Addresses of stores: an SQLite file or a PostgreSQL database, never with a password."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sxresearch.errors import BadParameter, SxError
from sxresearch.paths import STORE

if TYPE_CHECKING:  # every command asks whether it was given an address; few are given one
    from sqlalchemy import URL

SQLITE, POSTGRESQL = "sqlite", "postgresql+psycopg"
_SIGN = "://"
_OPTIONS = frozenset({"host", "port", "service", "sslmode", "sslrootcert", "connect_timeout"})
"""Options of a PostgreSQL address; every other setting comes from the server or from the environment."""


@dataclass(frozen=True)
class StoreAddress:
    """Where a store is; ``url`` has no password."""

    url: "URL"

    @classmethod
    def of(cls, text: str) -> "StoreAddress":
        """The address that ``text`` spells.

        Raises
        ------
        BadParameter
            If it is none, holds a password, or names another kind of database or an option that is not allowed.
        """
        url = _parsed(text)
        if url.password is not None or any("pass" in name.lower() for name in url.query):
            raise BadParameter.of("store-password")  # the address is not repeated: the password stands in it
        if url.drivername not in (SQLITE, POSTGRESQL):
            raise _unlike_an_address(url.drivername)
        if url.drivername == SQLITE and (url.query or url.host or url.database in (None, "", ":memory:")):
            raise _unlike_an_address(text)
        if unknown := set(url.query) - _OPTIONS:
            raise BadParameter.of(
                "store-option", "", found=" ".join(sorted(unknown)), expected=" ".join(sorted(_OPTIONS))
            )
        return cls(url)

    @classmethod
    def default(cls) -> "StoreAddress":
        """The embedded store of this checkout."""
        return cls.of_file(STORE)

    @classmethod
    def of_file(cls, path: Path) -> "StoreAddress":
        """The SQLite store in a file."""
        from sqlalchemy import URL

        return cls(URL.create(SQLITE, database=str(path)))

    @property
    def path(self) -> Path | None:
        """The file of an SQLite store; none for a server."""
        return Path(str(self.url.database)) if self.url.drivername == SQLITE else None

    def __str__(self) -> str:
        return self.url.render_as_string(hide_password=True)


def is_address(text: str) -> bool:
    """Whether a word of the command line is meant as the address of a database and not as a path."""
    return _SIGN in text


def _parsed(text: str) -> "URL":
    from sqlalchemy import make_url
    from sqlalchemy.exc import ArgumentError

    try:
        return make_url(text)
    except (ArgumentError, ValueError):
        raise _unlike_an_address(text.partition(_SIGN)[0] if "@" in text else text) from None


def _unlike_an_address(found: str) -> SxError:
    return BadParameter.of("store-address", "", found=found)

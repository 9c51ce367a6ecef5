"""What ``--observations`` means: paths stay what they are, the address of a store becomes a snapshot of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sxresearch.commands.console import working
from sxresearch.errors import BadParameter
from sxresearch.monitoring.store.address import StoreAddress, is_address


@dataclass(frozen=True)
class Observed:
    """Files and folders to be read, and the stores (with the day) of which some of them are snapshots."""

    paths: tuple[str, ...] | None
    stores: tuple[str, ...] = ()


def observed(words: Sequence[str] | None, known_on: date | None) -> Observed:
    """The files that the words of the command line lead to.

    Raises
    ------
    BadParameter
        If an address can't be used, or a day is asked for where there is no store.
    StoreFailed
        If a store can't be read.
    """
    stores = [StoreAddress.of(word) for word in words or () if is_address(word)]
    if known_on is not None and not stores:
        raise BadParameter.of("known-on-without-store")
    if not stores:
        return Observed(tuple(words) if words else None)
    from sxresearch.monitoring.store.snapshot import take_snapshot

    paths = []
    with working("cli-reading-store"):
        for word in words or ():
            paths.append(str(take_snapshot(StoreAddress.of(word), known_on)) if is_address(word) else word)
    day = f" --known-on {known_on}" if known_on else ""
    return Observed(tuple(paths), tuple(f"{store}{day}" for store in stores))

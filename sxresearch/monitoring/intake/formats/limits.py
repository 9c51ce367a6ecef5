"""How much a file may claim: bytes, parts and cells are counted before and while they are read."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from copy import copy
from typing import IO

from sxresearch.errors import BadObservations

MEGABYTE = 1 << 20
MAX_FILE = 200 * MEGABYTE
"""Largest file, as it lies on the disk."""
MAX_UNPACKED = 600 * MEGABYTE
"""Largest size of all parts that are read of a zipped file, unpacked (290,000 rows of 13 columns are 130 MB)."""
MAX_PARTS = 5000
"""Most parts of a zipped file."""
MAX_HELD = 320 * MEGABYTE
"""Most memory that the cells of one file may take, as :class:`Budget` reckons it: some 8 million cells."""

ROW_COST, CELL_COST, TEXT_COST, MARK_COST = 64, 32, 80, 200
"""Bytes that Python takes at most for a row, a cell in it, a different text (without its letters), and a mark."""
CHUNK = 1 << 18


class Budget:
    """The memory that one file's cells take, counted as it is taken, in bytes."""

    def __init__(self, path: str, most: int = MAX_HELD):
        self._path, self._most, self._left = path, most, most

    def spend(self, cost: int) -> None:
        """Take ``cost`` bytes, or refuse the file as too large."""
        self._left -= cost
        if self._left < 0:
            raise BadObservations.of("intake-too-large", self._path, most=str(self._most // MEGABYTE))

    def tried(self) -> "Budget":
        """What is left, for a reading that may come to nothing."""
        return copy(self)

    def settle(self, tried: "Budget") -> None:
        """Count what was taken by the reading that :meth:`tried` was given to."""
        self._left = tried._left

    def row(self, width: int) -> None:
        """Count a row of ``width`` cells."""
        self.spend(ROW_COST + CELL_COST * width)

    def text(self, length: int) -> None:
        """Count a text of ``length`` letters that was not met before."""
        self.spend(TEXT_COST + 2 * length)

    def marks(self, count: int = 1) -> None:
        """Count what is noted beside the values."""
        self.spend(MARK_COST * count)


class Package:
    """The parts of a zipped file, none of which can unpack to more than is allowed.

    ``zipfile`` hands out no more bytes of a part than the file declares for it, so the declared sizes, added up
    over what is opened, bound what is unpacked.
    """

    def __init__(self, content: bytes, path: str):
        self._path, self._left = path, MAX_UNPACKED
        with damage_named(path):
            self._zip = zipfile.ZipFile(io.BytesIO(content))
        self._parts = {item.filename: item for item in self._zip.infolist()}
        if len(self._zip.infolist()) > MAX_PARTS:
            raise BadObservations.of("intake-unpacks-too-large", path, most=str(MAX_UNPACKED // MEGABYTE))

    def __contains__(self, part: str) -> bool:
        return part in self._parts

    @contextmanager
    def open(self, part: str) -> Iterator[IO[bytes]]:
        """A part as a stream.

        Raises
        ------
        BadObservations
            If the file lacks the part, the part is damaged, or all opened so far would unpack to too much.
        """
        if part not in self._parts:
            raise BadObservations.of("intake-damaged", self._path, problem=part)
        self._left -= self._parts[part].file_size
        if self._left < 0:
            raise BadObservations.of("intake-unpacks-too-large", self._path, most=str(MAX_UNPACKED // MEGABYTE))
        with self.reopen(part) as stream:
            yield stream

    @contextmanager
    def reopen(self, part: str) -> Iterator[IO[bytes]]:
        """A part that was opened before, once more."""
        with damage_named(self._path), self._zip.open(self._parts[part]) as stream:
            yield stream


@contextmanager
def damage_named(path: str) -> Iterator[None]:
    """Turns what a damaged zipped file raises into a sentence."""
    try:
        yield
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        OSError,
        NotImplementedError,
        RuntimeError,
        ValueError,
    ) as problem:
        raise BadObservations.of("intake-damaged", path, problem=str(problem)) from problem

"""Answers on the parts of a run, kept on this machine: after a figure has changed only its own part is judged again.

A part holds the figures of a few indicators for the regions of one level
(:mod:`sxresearch.assessment.parts.run_parts`). Its answer is found again by the hash of everything that the question
was asked with, of the code and of the libraries: after any change it is looked for in vain, and an old one is never
taken. The answers rest on figures as they were reported, small counts included. Therefore they lie in the user's own
folder, not beside the briefs that are published.
"""

import hashlib
import pickle
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import fields
from pathlib import Path

import pyarrow as pa  # type: ignore[import-untyped]

from sxresearch.assessment.inputs import Inputs
from sxresearch.assessment.parts.run_parts import Answer, PartAnswer, PartTask, Question
from sxresearch.batch.reuse.value_digest import joined_digest, value_digest
from sxresearch.batch.run_id import Identity
from sxresearch.errors import SxError
from sxresearch.files import publish_bytes
from sxresearch.monitoring.observations import Observations
from sxresearch.run_answers import Workers

MOST_BYTES = 500_000_000
"""What all of them may take on the disk; those used longest ago go first."""
_ENDING = ".answer"
_CODEC = "zstd"


class KeptAnswers:
    """The answers kept in ``folder`` by runs made from the code and libraries of ``made_from``.

    They are used with ``use``; those of this run are kept in any case. Where the folder can't be written nothing is
    kept, and the next run judges everything again.
    """

    def __init__(self, folder: Path, made_from: Identity, *, use: bool):
        self._folder = folder
        self._made_from = value_digest((made_from.code, made_from.versions, pa.__version__))
        self._use = use
        self._seen: dict[int, tuple[object, bytes]] = {}

    def worked(
        self, workers: Workers, job: Callable[[PartTask], PartAnswer], tasks: Iterable[PartTask]
    ) -> Iterator[PartAnswer]:
        """What ``job`` gives for each task, in any order: kept since an earlier run, or worked out by ``workers``."""
        keys: dict[tuple[int, Question], str] = {}
        kept: list[PartAnswer] = []

        def missing() -> Iterator[PartTask]:
            for task in tasks:
                key = self._key(task)
                answer = self._kept(key) if self._use else None
                if answer is None:
                    keys[task.place, task.question] = key
                    yield task
                else:
                    kept.append(PartAnswer(task.place, task.question, answer))

        for found in workers(job, missing()):
            self._keep(keys[found.place, found.question], found.answer)
            yield found
        yield from kept
        self._trim()

    def _key(self, task: PartTask) -> str:
        part = task.part.inputs
        held = [self._digest(getattr(part, one.name)) for one in fields(Inputs)]
        shown = self._digest(part.published.observations)
        asked = [self._made_from, self._digest(task.question), value_digest(task.part.peers), *held, shown]
        return joined_digest(asked).hex()

    def _digest(self, value: object) -> bytes:
        """Parts of one run share what is not their own figures, which is hashed once."""
        if isinstance(value, Observations):
            return value_digest(value)
        if id(value) not in self._seen:
            self._seen[id(value)] = value, value_digest(value)  # with the value, so that no other gets its id
        return self._seen[id(value)][1]

    def _path(self, key: str) -> Path:
        return self._folder / f"{key}{_ENDING}"

    def _kept(self, key: str) -> Answer | None:
        """The answer of this key; none where there is none, or its file is not as it was written."""
        path = self._path(key)
        try:
            content = path.read_bytes()
            path.touch()
        except OSError:
            return None
        digest, size, packed = content[:32], content[32:40], content[40:]
        if hashlib.sha256(size + packed).digest() != digest:
            return None
        found: Answer = pickle.loads(pa.decompress(packed, int.from_bytes(size, "big"), _CODEC, asbytes=True))
        return found

    def _keep(self, key: str, answer: Answer) -> None:
        plain = pickle.dumps(answer, protocol=pickle.HIGHEST_PROTOCOL)
        content = len(plain).to_bytes(8, "big") + pa.compress(plain, _CODEC, asbytes=True)
        with suppress(SxError, OSError):  # a full disk, a folder that may not be written: then nothing is kept
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            publish_bytes(self._path(key), hashlib.sha256(content).digest() + content)

    def _trim(self) -> None:
        """Remove what was used longest ago, until the rest takes MOST_BYTES at most."""
        with suppress(OSError):  # another run may be at the same
            files = [(path, path.stat()) for path in self._folder.glob(f"*{_ENDING}")]
            taken = 0
            for path, state in sorted(files, key=lambda item: item[1].st_mtime, reverse=True):
                taken += state.st_size
                if taken > MOST_BYTES:
                    path.unlink(missing_ok=True)

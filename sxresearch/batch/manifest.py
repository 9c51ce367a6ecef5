"""manifest.json: what a run was made from, how it went, and why a brief is missing.

It is rewritten as regions end, so that a run which is killed can be continued.
"""

import json
from dataclasses import asdict, dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from sxresearch.batch.run_id import Identity, file_hash
from sxresearch.errors import Fault
from sxresearch.files import publish_text
from sxresearch.patience import patiently

MANIFEST_NAME = "manifest.json"


class BriefOutcome(StrEnum):
    """How the brief of one region ended."""

    DONE = "done"
    FAILED = "failed"
    INTERRUPTED = "interrupted"


@dataclass(frozen=True)
class RegionResult:
    """One region of a run.

    ``files`` maps the published names to the SHA-256 of their bytes; ``headline`` is what
    :func:`sxresearch.brief.content.headline.read_headline` gave; ``details`` is the trace of an unexpected error.
    ``content`` is the hash of everything the brief was computed from, ``attempts`` how often it was tried,
    ``taken_from`` the earlier run whose brief of the same content it is, and ``cell_seconds`` what each code cell took.
    ``reports`` maps the names of its evaluation reports to their hashes, where they were asked for; ``report_causes``
    say why there are none.
    """

    region: str
    outcome: BriefOutcome
    seconds: float
    files: dict[str, str] = field(default_factory=dict)
    headline: dict[str, Any] | None = None
    causes: tuple[Fault, ...] = ()
    details: str = ""
    content: str = ""
    attempts: int = 1
    taken_from: str = ""
    cell_seconds: tuple[float, ...] = ()
    reports: dict[str, str] = field(default_factory=dict)
    report_causes: tuple[Fault, ...] = ()

    def still_published(self, folder: Path) -> bool:
        """Whether the brief is done and its files lie in ``folder`` as they were written."""
        paths = {folder / name: digest for name, digest in self.files.items()}
        return self.outcome is BriefOutcome.DONE and all(
            path.is_file() and file_hash(path) == digest for path, digest in paths.items()
        )

    def still_reported(self, folder: Path) -> bool:
        """Whether its evaluation reports were made and lie in ``folder`` as they were written."""
        paths = {folder / name: digest for name, digest in self.reports.items()}
        return bool(paths) and all(path.is_file() and file_hash(path) == digest for path, digest in paths.items())

    def as_found_in(self, folder: Path) -> "RegionResult":
        """This result, or where its brief was taken out of ``folder`` since it was written, a failure that says so."""
        gone = [name for name in self.files if not (folder / name).is_file()]
        if self.outcome is not BriefOutcome.DONE or not gone:
            return self
        cause = Fault.of("brief-gone", str(folder), names=", ".join(gone))
        return replace(self, outcome=BriefOutcome.FAILED, files={}, headline=None, causes=(*self.causes, cause))


@dataclass
class Manifest:
    """A run and its regions; ``started``, ``finished`` (ISO 8601, UTC) and ``seconds`` stand nowhere else.

    ``asked`` are the words that meant the regions, ``engine`` is the papermill engine or the address of the scheduler;
    ``judged_on`` is the day (ISO 8601) that decided which years had ended, empty where the figures said it themselves;
    ``stores`` are the addresses of the monitoring stores that were read, with the day whose knowledge was asked for.
    """

    run: str
    identity: Identity
    notebook: str
    lang: str
    started: str
    asked: tuple[str, ...] = ()
    finished: str = ""
    seconds: float = 0.0
    interrupted: bool = False
    engine: str = ""
    judged_on: str = ""
    stores: tuple[str, ...] = ()
    regions: dict[str, RegionResult] = field(default_factory=dict)

    @property
    def done(self) -> tuple[RegionResult, ...]:
        """Regions whose brief is published."""
        return tuple(result for result in self.regions.values() if result.outcome is BriefOutcome.DONE)

    @property
    def not_done(self) -> tuple[RegionResult, ...]:
        """Regions without a brief of this run."""
        return tuple(result for result in self.regions.values() if result.outcome is not BriefOutcome.DONE)

    @property
    def without_reports(self) -> tuple[RegionResult, ...]:
        """Regions with a brief whose evaluation reports were asked for and could not be made."""
        return tuple(result for result in self.done if result.report_causes)

    @property
    def synthetic(self) -> bool:
        """Whether any published brief holds synthetic figures."""
        return any((result.headline or {}).get("synthetic", False) for result in self.done)

    @property
    def internal(self) -> bool:
        """Whether the run shows small counts, so that it is not for publication."""
        return bool(self.identity.parameters.get("internal"))

    def save(self, folder: Path) -> Path:
        """Write the manifest, the old one staying whole until the new one is."""
        content = {**asdict(self), "synthetic": self.synthetic}
        return publish_text(folder / MANIFEST_NAME, json.dumps(content, ensure_ascii=False, indent=1) + "\n")


def load_manifests(out: Path) -> list[Manifest]:
    """The manifests of all runs in ``out``, the latest first."""
    folders = (folder for folder in out.iterdir() if folder.is_dir()) if out.is_dir() else ()
    found = [manifest for folder in folders if (manifest := load_manifest(folder))]
    return sorted(found, key=lambda item: (item.started, item.run), reverse=True)


def load_manifest(folder: Path) -> Manifest | None:
    """The manifest of a run's folder; none where there is none or it can't be read (then nothing counts as done)."""
    try:
        content = json.loads(patiently((folder / MANIFEST_NAME).read_bytes))
        content.pop("synthetic")
        regions = {code: _region_result(entry) for code, entry in content.pop("regions").items()}
        identity, asked = Identity(**content.pop("identity")), tuple(content.pop("asked"))
        stores = tuple(content.pop("stores", ()))
        return Manifest(identity=identity, asked=asked, regions=regions, stores=stores, **content)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def _region_result(entry: dict[str, Any]) -> RegionResult:
    causes, why = (tuple(Fault(**cause) for cause in entry.pop(name, ())) for name in ("causes", "report_causes"))
    cell_seconds = tuple(entry.pop("cell_seconds"))
    outcome = BriefOutcome(entry.pop("outcome"))
    return RegionResult(outcome=outcome, causes=causes, report_causes=why, cell_seconds=cell_seconds, **entry)

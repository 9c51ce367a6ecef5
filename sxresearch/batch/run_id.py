"""Which run is this? A short hash of everything that can change what the briefs say.

Only names relative to the package or input folder enter, so that the same input gives the same run
on every machine; times never do.
"""

import hashlib
import json
import platform
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from sxresearch.batch.parameters import Parameters
from sxresearch.errors import BadParameter
from sxresearch.file_content import bytes_of
from sxresearch.paths import ACCEPTED, ACTIONS, DATA, JUDGEMENTS, PACKAGE, PLANS, RESPONSIBILITY
from sxresearch.plan.yaml_text import yaml_files

LIBRARIES = (
    "fluent.runtime", "fonttools", "ipykernel", "jinja2", "matplotlib", "nbconvert", "numpy", "pandas",
    "papermill", "scipy", "seaborn", "statsmodels", "zhplot",
)  # fmt: skip
"""Packages whose version can change the bytes of a brief."""

REGISTER = (DATA / "indicators.yaml", DATA / "regions.csv", RESPONSIBILITY, ACCEPTED, JUDGEMENTS, ACTIONS)
CODE_ENDINGS = frozenset({".py", ".ftl", ".j2", ".css", ".json", ".js"})
_OBSERVATIONS = "observations/"
RUN_DIGITS = 12  # hexadecimal digits of a run's name: 48 bits


@dataclass(frozen=True)
class Identity:
    """What a run was made from: name to SHA-256 of inputs and code, versions, parameters."""

    inputs: Mapping[str, str]
    code: Mapping[str, str]
    versions: Mapping[str, str]
    parameters: Mapping[str, Any]

    @property
    def run(self) -> str:
        """The run's name."""
        parts = {"inputs": self.inputs, "code": self.code, "versions": self.versions, "parameters": self.parameters}
        return sha256(json.dumps(parts, sort_keys=True, ensure_ascii=False).encode())[:RUN_DIGITS]

    def of_regions(self, regions: Sequence[str]) -> "Identity":
        """The identity of the same run for these regions."""
        return replace(self, parameters={**self.parameters, "regions": list(regions)})


Observed = Iterable[tuple[str, str]]
"""Name and SHA-256 of each file of observations."""


def identify(observed: Observed, parameters: Parameters, regions: Sequence[str], notebook: Path) -> Identity:
    """The identity of a run; contents stand for the paths of plans, observations and notebook."""
    given = parameters.given()
    content = {name: value for name, value in given.items() if name not in ("plans", "observations")}
    return Identity(
        inputs=input_hashes(Path(parameters.plans or PLANS), observed),
        code=code_hashes(PACKAGE) | {f"notebook/{notebook.name}": file_hash(notebook)},
        versions=library_versions(),
        parameters=content,
    ).of_regions(regions)


def common_hash(identity: Identity, parameters: Parameters) -> str:
    """What all briefs of a run were made from, apart from the observations; the paths that notebooks show included."""
    inputs = {name: digest for name, digest in identity.inputs.items() if not name.startswith(_OBSERVATIONS)}
    parts = {"inputs": inputs, "code": identity.code, "versions": identity.versions, "parameters": parameters.given()}
    return sha256(json.dumps(parts, sort_keys=True, ensure_ascii=False).encode())


def input_hashes(plans: Path, observed: Observed) -> dict[str, str]:
    """Hashes of plan files, regional values, register, region list, departments and observation files."""
    hashes = {f"plans/{path.relative_to(plans).as_posix()}": file_hash(path) for path in _plan_files(plans)}
    hashes |= {path.name: file_hash(path) for path in REGISTER if path.is_file()}
    for file, digest in observed:
        name = f"{_OBSERVATIONS}{file}"
        while name in hashes:  # files of one name from different folders
            name += "+"
        hashes[name] = digest
    return dict(sorted(hashes.items()))


def _plan_files(plans: Path) -> list[Path]:
    return [*yaml_files(plans), *yaml_files(plans / "overrides")]


def code_hashes(package: Path) -> dict[str, str]:
    """Hashes of every file of the package that takes part in making a brief."""
    return {
        path.relative_to(package.parent).as_posix(): file_hash(path)
        for path in sorted(package.rglob("*"), key=Path.as_posix)
        if path.suffix in CODE_ENDINGS and path.is_file()
    }


def library_versions() -> dict[str, str]:
    """Versions of Python and of LIBRARIES as installed."""
    versions = {"python": platform.python_version()}
    for name in LIBRARIES:
        try:
            versions[name] = version(name)
        except PackageNotFoundError:
            versions[name] = "absent"
    return versions


def file_hash(path: Path) -> str:
    """SHA-256 of a file's bytes.

    Raises
    ------
    BadParameter
        If it can't be read.
    """
    return sha256(bytes_of(path, BadParameter))


def sha256(content: bytes) -> str:
    """SHA-256 in hexadecimal."""
    return hashlib.sha256(content).hexdigest()

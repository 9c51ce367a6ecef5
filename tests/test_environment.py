"""The three lists of dependencies say the same."""

import re
import tomllib
from pathlib import Path

import yaml
from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parent.parent
CONDA_NAMES = {"brotli-python": "brotli", "matplotlib-base": "matplotlib"}  # conda-forge's names for the same packages
HELD_BACK = {"pandas"}
"""Packages of which the benchmark's peers need an older version."""


def normal(name: str) -> str:
    return re.sub(r"[._-]+", "-", name).lower()


def locked(lock: str = "requirements.lock") -> dict[str, str]:
    """Versions that a lock gives a Python 3.11, which is what environment.yml asks for."""
    text = (ROOT / lock).read_text(encoding="utf-8")
    lines = [Requirement(line) for line in re.findall(r"^([\w.-]+==[^\\\n]+)", text, re.MULTILINE)]
    python = {"python_version": "3.11", "python_full_version": "3.11.7"}
    chosen = [line for line in lines if line.marker is None or line.marker.evaluate(python)]
    return {normal(line.name): str(line.specifier).removeprefix("==") for line in chosen}


def direct() -> set[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return {normal(re.match(r"[\w.-]+", line)[0]) for line in project["dependencies"]}


def conda() -> dict[str, str]:
    listed = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))["dependencies"]
    plain = [line for line in listed if isinstance(line, str) and "=" in line]
    by_pip = next(line["pip"] for line in listed if isinstance(line, dict))
    pairs = [re.split("=+", line) for line in plain + by_pip]
    return {normal(CONDA_NAMES.get(name, name)): version for name, version in pairs if name != "python"}


def test_lock_holds_every_direct_dependency():
    assert direct() <= locked().keys()


def test_environment_names_the_direct_dependencies_at_the_locked_versions():
    versions = locked()
    assert conda() == {name: versions[name] for name in direct()}


def test_both_locks_name_the_same_versions():
    """But for what the peers of the benchmark hold back, and what hangs on it."""
    ours, bench = locked(), locked("requirements-bench.lock")
    assert direct() <= bench.keys()
    assert {name for name in direct() if ours[name] != bench[name]} == HELD_BACK


def test_every_locked_package_has_a_hash_and_no_address_stands_in_the_lock():
    text = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    entries = re.split(r"\n(?=\w)", text.strip())
    assert all("--hash=sha256:" in entry for entry in entries)
    assert "://" not in text

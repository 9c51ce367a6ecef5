"""The lock serves every kind of system: behind its hashes there are wheels for Windows, macOS and Linux."""

import csv
from collections import defaultdict
from itertools import product

import pytest

from tests.test_environment import ROOT, normal
from tools.systems import PYTHONS, SYSTEMS, Locked, locked
from tools.wheel_table import TABLE, _tags
from tools.wheels import command, requirements

RENEW = "run: make lock"
NEEDED_THERE = {
    "windows": {"colorama", "pywinpty"},
    "macos": {"appnope", "pexpect", "ptyprocess"},
    "linux": {"pexpect", "ptyprocess"},
}
"""Packages that some systems need and others don't."""
EVERYWHERE = {"tzdata"}  # Windows has no time zones of its own


def table() -> dict[str, dict[str, str]]:
    """``package==version`` → file name → SHA-256."""
    known: dict[str, dict[str, str]] = defaultdict(dict)
    with TABLE.open(encoding="utf-8", newline="") as lines:
        next(lines)  # when it was made
        for row in csv.DictReader(lines):
            known[f"{row['package']}=={row['version']}"][row["file"]] = row["sha256"]
    return known


def test_the_table_is_that_of_the_lock():
    known = table()
    used = [item for item in locked() if any(item.wanted(*place) for place in product(SYSTEMS.values(), PYTHONS))]
    assert known.keys() == {f"{item.name}=={item.version}" for item in used}, RENEW
    foreign = [file for item in used for file, digest in files_of(item, known).items() if digest not in item.hashes]
    assert foreign == [], RENEW


def files_of(item: Locked, known: dict[str, dict[str, str]]) -> dict[str, str]:
    return known[f"{item.name}=={item.version}"]


@pytest.mark.parametrize("python", PYTHONS)
@pytest.mark.parametrize("name", SYSTEMS)
def test_every_package_has_a_wheel_that_can_be_installed_there(name: str, python: str):
    known, takes = table(), set(SYSTEMS[name].tags(python))
    wanted = [item for item in locked() if item.wanted(SYSTEMS[name], python)]
    assert len(wanted) > 120
    assert [item.name for item in wanted if not any(takes & _tags(file) for file in files_of(item, known))] == []


@pytest.mark.parametrize("name", SYSTEMS)
def test_what_only_one_kind_of_system_needs_is_in_the_lock(name: str):
    names = {item.name for item in locked() if item.wanted(SYSTEMS[name], "3.12")}
    others = set().union(*NEEDED_THERE.values()) - NEEDED_THERE[name]
    assert NEEDED_THERE[name] | EVERYWHERE <= names
    assert not others & names


def test_compiled_packages_have_a_wheel_of_their_own_for_each_system():
    """Three that everything rests on: were they there for Linux only, this would show it."""
    known = table()
    for package in ("numpy", "pandas", "pyarrow"):
        (item,) = [item for item in locked() if item.name == package and item.wanted(SYSTEMS["windows"], "3.12")]
        ends = {file.removesuffix(".whl").rpartition("_")[2] for file in files_of(item, known)}
        assert {"amd64", "arm64", "64"} <= ends


def test_a_folder_of_wheels_is_asked_for_by_kind_of_system():
    lines = requirements(SYSTEMS["windows"], "3.12")
    names = {normal(line.partition("==")[0]) for line in lines}
    assert {"colorama", "pywinpty"} <= names
    assert "pexpect" not in names
    assert all(";" not in line and "--hash=sha256:" in line for line in lines)
    words = command(SYSTEMS["windows"], "3.12", ROOT / "listed.txt", ROOT / "wheels")
    assert [words[place + 1] for place, word in enumerate(words) if word == "--platform"] == ["win_amd64"]
    assert {"cp312", "abi3", "none"} == {words[place + 1] for place, word in enumerate(words) if word == "--abi"}

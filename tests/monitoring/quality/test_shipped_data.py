"""No rule holds a figure of the national or the synthetic data that are shipped."""

from datetime import date

import pytest

from sxresearch.assessment.inputs import load_register
from sxresearch.monitoring.findings import Severity
from sxresearch.monitoring.loading import load_observations
from sxresearch.paths import DATA


@pytest.mark.parametrize("folder", ["observations", "demo"])
def test_nothing_is_held(folder):
    read = load_observations(DATA / folder, load_register(), today=date(2026, 1, 1))
    assert read.held.empty
    assert {finding.severity for finding in read.findings} <= {Severity.NOTE}


@pytest.mark.parametrize("folder", ["observations", "demo"])
def test_notes_are_few(folder):
    read = load_observations(DATA / folder, load_register(), today=date(2026, 1, 1))
    assert sum(finding.count for finding in read.findings) <= 0.05 * len(read.table)

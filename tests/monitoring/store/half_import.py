"""An import that stops before it commits: ``python -m tests.monitoring.store.half_import ADDRESS FOLDER``."""

import sys
import time
from pathlib import Path

from sxresearch.assessment.inputs import load_register
from sxresearch.monitoring.intake.figures import read_figures
from sxresearch.monitoring.store import recording
from sxresearch.monitoring.store.address import StoreAddress
from sxresearch.monitoring.store.report_import import ReportLabel, import_figures


def stop(*_: object) -> None:
    print("half", flush=True)
    time.sleep(600)


if __name__ == "__main__":
    recording._add_receipts = stop
    register = load_register()
    import_figures(read_figures(Path(sys.argv[2]), register), StoreAddress.of(sys.argv[1]), ReportLabel())

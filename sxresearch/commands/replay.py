"""Past targets re-lived from files; the result appears whole or not at all."""

from pathlib import Path

from sxresearch.assessment.track_record.replay import replay_files
from sxresearch.files import publish


def write_replay(history: Path, targets: Path, out: Path) -> Path:
    """Write what would have been said of each past target to ``out`` (CSV)."""
    return publish(out, lambda part: replay_files(history, targets, part))

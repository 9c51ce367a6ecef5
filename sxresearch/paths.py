"""The folders of a checkout, and the one beside it where this machine keeps what it worked out."""

from pathlib import Path

from platformdirs import user_cache_path

PACKAGE = Path(__file__).resolve().parent
ROOT = PACKAGE.parent
DATA = ROOT / "data"
PLANS = DATA / "plans"
RESPONSIBILITY = DATA / "responsibility.csv"
ACCEPTED = DATA / "accepted.csv"
JUDGEMENTS = DATA / "judgements.csv"
ACTIONS = DATA / "actions.csv"
OBSERVATIONS = (DATA / "observations" / "china-national.csv", DATA / "demo")
"""Read where nothing else is asked for. The printed figures of Shanxi beside the first are not: they would meet the
synthetic ones of the same regions."""
STORE = DATA / "store.sqlite"
"""The embedded monitoring store, where no other is named."""
SNAPSHOTS = DATA / "snapshots"
"""What runs read from a store, as files: a run needs its database no longer than for this."""
NOTEBOOKS = ROOT / "notebooks"
REPORTS = ROOT / "reports"
TEMPLATES = REPORTS / "templates"
BRIEF = NOTEBOOKS / "region_brief.ipynb"
INDEX = "index.html"
"""The page over all briefs: in the folder of every run, and in front of the reports."""
KEPT = user_cache_path("sxresearch", appauthor=False) / "answers"
"""What runs of this user judged, for their next runs. It may be deleted at any time."""

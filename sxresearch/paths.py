"""The folders of a checkout."""

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent
ROOT = PACKAGE.parent
DATA = ROOT / "data"
PLANS = DATA / "plans"
RESPONSIBILITY = DATA / "responsibility.csv"
ACCEPTED = DATA / "accepted.csv"
OBSERVATIONS = (DATA / "observations", DATA / "demo")
NOTEBOOKS = ROOT / "notebooks"
REPORTS = ROOT / "reports"
TEMPLATES = REPORTS / "templates"
BRIEF = NOTEBOOKS / "region_brief.ipynb"
INDEX = "index.html"
"""The page over all briefs: in the folder of every run, and in front of the reports."""

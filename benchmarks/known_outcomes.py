"""National targets whose outcome is known, judged from the data to their mid-term.

``python -m benchmarks.known_outcomes`` prints them.

Figures as they were revised later are used, as everywhere in the record; where a figure of the target year is missing,
there is no outcome.
"""

import os
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")  # one core, before numpy is loaded

import pandas as pd
from rich.console import Console
from rich.table import Table

from sxresearch.assessment.assess import assess
from sxresearch.assessment.final_evaluation.outcomes import mid_term_year
from sxresearch.assessment.inputs import Inputs, load_inputs
from sxresearch.assessment.status import DECIDED, GOOD, StatusGroup, statuses_in
from sxresearch.paths import DATA
from sxresearch.plan.loading import load_plans
from sxresearch.terms import Status

NATION = "100000"
FIGURES = DATA / "observations" / "china-national.csv"
COLUMNS = ("plan", "target", "target_year", "as_of", "status", "p_attain", "outcome")


def all_plans(observations: Path | str = FIGURES) -> Inputs:
    """The national figures with every shipped plan, whatever its period."""
    bare = load_inputs(observations=observations)
    ids = [plan.id for plan in load_plans(DATA / "plans", bare.indicators, bare.regions)]
    return load_inputs(observations=observations, plan_ids=ids)


def mid_term(inputs: Inputs) -> dict[str, int]:
    """Target id to the year half-way from the year before the plan to the target's year, later of two."""
    return {target.id: mid_term_year(plan, target) for plan in inputs.plans for _, _, target in plan.places()}


def known_outcomes(inputs: Inputs) -> pd.DataFrame:
    """One row per target with a figure for its target year: what was said at mid-term, and 1 (met) or 0 (missed).

    ``status`` and ``p_attain`` are those of the assessment that ends with ``as_of``.
    """
    final = assess(inputs, [NATION]).verdicts
    decided = final[final["status"].isin([status.value for status in DECIDED])].set_index("target")
    middle = mid_term(inputs)
    parts = []
    for year in sorted({middle[target] for target in decided.index}):
        said = assess(inputs, [NATION], as_of=year).verdicts.set_index("target")
        mine = [target for target in decided.index if middle[target] == year]
        parts.append(said.loc[mine, ["plan", "target_year", "status", "p_attain"]].assign(as_of=year))
    table = pd.concat(parts)
    table["outcome"] = (decided.loc[table.index, "status"] == Status.MET).astype(int)
    return table.reset_index()[list(COLUMNS)]


def summary(table: pd.DataFrame) -> dict[str, float]:
    """Hits and misses as they fall: known and met outcomes, those judged, right and wrong words, Brier, mean P."""
    judged = table[table["p_attain"].notna()]
    said_yes = judged["status"].isin([status.value for status in GOOD])
    said_no = judged["status"].isin([status.value for status in statuses_in(StatusGroup.UNLIKELY)])
    return {
        "known": len(table),
        "met": int(table["outcome"].sum()),
        "judged": len(judged),
        "judged and met": int(judged["outcome"].sum()),
        "said likely, met": int((said_yes & (judged["outcome"] == 1)).sum()),
        "said likely, missed": int((said_yes & (judged["outcome"] == 0)).sum()),
        "said unlikely, met": int((said_no & (judged["outcome"] == 1)).sum()),
        "said unlikely, missed": int((said_no & (judged["outcome"] == 0)).sum()),
        "uncertain": int((~said_yes & ~said_no).sum()),
        "Brier": float(((judged["p_attain"] - judged["outcome"]) ** 2).mean()),
        "mean P": float(judged["p_attain"].mean()),
    }


def main() -> None:
    """Print every target with its outcome, and the summary."""
    found = known_outcomes(all_plans())
    shown = Table(title="National targets with a known outcome, judged at mid-term")
    for name in COLUMNS:
        shown.add_column(name)
    for row in found.itertuples(index=False):
        chance = "–" if pd.isna(row.p_attain) else f"{row.p_attain:.2f}"
        shown.add_row(
            row.plan, row.target, str(int(row.target_year)), str(row.as_of), row.status, chance, str(row.outcome)
        )
    console = Console(width=160)
    console.print(shown)
    for name, value in summary(found).items():
        console.print(f"{name}: {value:.3f}" if isinstance(value, float) else f"{name}: {value}")


if __name__ == "__main__":
    main()

"""Real series as observation tables: what the rules on figures are measured on."""

from pathlib import Path

import pandas as pd

from sxresearch.monitoring.contract import Register
from sxresearch.plan.indicators import Indicator, Indicators
from sxresearch.plan.regions import Region, Regions
from sxresearch.terms import Level, Unit

_PERCENT = ("%", "percent")
_RATES = {"per 1,000": Unit.PER_MILLE, "per 100,000": Unit.PER_100K}
GROUPS = ("total", "female", "male")
_LAST_YEARS = 15  # an office sends so many at most


def folders(bench: Path) -> list[Path]:
    """The sets with a history."""
    return sorted(path.parent for path in bench.glob("flag*/history.csv.gz"))


def load(folder: Path) -> tuple[pd.DataFrame, Register]:
    """The set as an observation table with its register; counts are joined where the set has them.

    A country whose parts are in the set is their whole; everything else is a city. Digits beyond the sixth are
    those of a computer, not of an office: figures are rounded to three decimals.
    """
    history = pd.read_csv(folder / "history.csv.gz")
    history["name"], history["place"] = history["indicator"], history["region"]
    counts = folder / "counts.csv.gz"
    if counts.exists():
        history = history.merge(pd.read_csv(counts), on=["indicator", "region", "year"], how="left")
    else:
        history = history.assign(numerator=float("nan"), denominator=float("nan"))
    names = sorted(history["name"].unique())
    indicators = [
        _indicator(f"i{place:03d}", name, history[history["name"] == name]) for place, name in enumerate(names)
    ]
    regions = _regions(sorted(history["place"].unique()))
    ids = dict(zip(names, (item.id for item in indicators), strict=True))
    register = Register(Indicators(by_id={item.id: item for item in indicators}), regions)
    table = history.assign(
        indicator=history["name"].map(ids),
        region=history["place"].map({region.name: region.code for region in regions}),
        group="total",
        value=history["value"].round(3),
        unit=history["name"].map({item.name.zh: str(item.unit) for item in indicators}),
        status="final",
        basis="printed",
        source=folder.name,
        reported_at="",
        file=folder.name,
        line=range(2, len(history) + 2),
    )
    return table.sort_values(["region", "indicator", "year"], ignore_index=True), register


_SEXES = {" [female]": "female", " [male]": "male", "": "total"}
_DEATHS = {"Neonatal mortality rate": "neonatal_mortality_rate", "Under-5 mortality rate": "under5_mortality_rate"}


def grouped(bench: Path) -> tuple[pd.DataFrame, Register]:
    """Series of all sets together that are published for women, men and both, and death rates of one source."""
    parts = [load(folder) for folder in folders(bench)]
    whole = pd.concat([table for table, _ in parts], ignore_index=True)
    source, title = (whole["name"].str.split("|").str[place] for place in (0, 1))
    sex = title.str.extract(r"( \[(?:fe)?male\])$", expand=False).fillna("")
    stem = source + "|" + [name.removesuffix(end) for name, end in zip(title, sex, strict=True)]
    whole = whole.assign(group=sex.map(_SEXES), stem=title.map(_DEATHS).where(title.isin(_DEATHS), stem))
    whole["place"] = whole["place"].where(~title.isin(_DEATHS), source + "|" + whole["place"])
    both = whole.groupby("stem")["group"].transform("nunique") > 1
    mine = whole[both | title.isin(_DEATHS)].drop_duplicates(["stem", "place", "group", "year"], ignore_index=True)
    keys = {
        stem: stem if stem in _DEATHS.values() else f"g{place:02d}" for place, stem in enumerate(mine["stem"].unique())
    }
    items = [_indicator(key, stem, mine[mine["stem"] == stem], GROUPS) for stem, key in keys.items()]
    regions = _regions(sorted(mine["place"].unique()))
    table = mine.assign(
        indicator=mine["stem"].map(keys), region=mine["place"].map({region.name: region.code for region in regions})
    )
    return table, Register(Indicators(by_id={item.id: item for item in items}), regions)


def recent(table: pd.DataFrame) -> pd.DataFrame:
    """The last fifteen years of each indicator: as much as an office sends."""
    last = table.groupby("indicator")["year"].transform("max")
    return table[table["year"] > last - _LAST_YEARS].reset_index(drop=True)


def _indicator(key: str, name: str, rows: pd.DataFrame, groups: tuple[str, ...] = ("total",)) -> Indicator:
    unit, share = str(rows["unit"].iloc[0]), rows["value"].max() <= 100
    percent = unit.lower().startswith(_PERCENT)
    known = next((ours for words, ours in _RATES.items() if unit.startswith(words)), Unit.RATIO)
    counted = rows["denominator"].notna().any()
    return Indicator.model_validate(
        {
            "id": key,
            "name": {"zh": name, "en": name},
            "definition": {"zh": name, "en": name},
            "unit": "percent" if percent else str(known),
            "lower": 0,
            "upper": 100 if percent and share else None,
            "decimals": 1,
            "groups": groups,
            "better": "higher" if rows["better"].iloc[0] == "higher" else "lower",
            "measure": "share" if percent and share else "rate",
            "numerator": {"zh": "分子", "en": "numerator"} if counted else None,
            "denominator": {"zh": "分母", "en": "denominator"} if counted else None,
        }
    )


def _regions(places: list[str]) -> Regions:
    wholes = {place.split("/")[0] for place in places if "/" in place} & set(places)
    code = {place: f"{number:06d}" for number, place in enumerate(places, start=100001)}
    ordered = sorted(places, key=lambda place: place not in wholes)
    return Regions(
        {
            code[place]: Region(
                code[place],
                place,
                place,
                Level.NATION if place in wholes else Level.CITY,
                code.get(place.split("/")[0]) if "/" in place else None,
            )
            for place in ordered
        }
    )

"""The track record beside the probabilities: how often judgements were right; and no probabilities where it says so."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pandas as pd

from sxresearch.assessment.assess import assess
from sxresearch.assessment.inputs import Inputs
from sxresearch.assessment.track_record.record import (
    FEWEST_BLOCKS,
    FEWEST_CASES,
    TrackRecord,
    inputs_of_peers,
    track_record,
)
from sxresearch.assessment.track_record.withholding import without_probabilities
from sxresearch.assessment.verdict import Assessment
from sxresearch.brief.content.one_sided_record import one_sided_sentence
from sxresearch.brief.content.wording import sentence_gap
from sxresearch.language import say
from sxresearch.language.numbers import MISSING, figure, percent
from sxresearch.plan.regions import PEER_LEVELS
from sxresearch.terms import Language

_BANDS = (("likely", 0.66, 1.01), ("uncertain", 0.33, 0.66), ("unlikely", 0.0, 0.33))
_DECIMALS = 3  # of a Brier score


@dataclass(frozen=True)
class Band:
    """Judgements with similar probabilities: how many, what was said on average, and how many came true."""

    name: str
    cases: str
    said: str
    happened: str


@dataclass(frozen=True)
class RecordText:
    """What a brief says on the record: one sentence for the first screen, then the particulars."""

    first_screen: str
    sentences: tuple[str, ...]
    bands: tuple[Band, ...] = ()


@dataclass(frozen=True)
class AssessedRegions:
    """Regions judged together: without the probabilities that their records speak against, and these records."""

    inputs: Inputs
    assessment: Assessment
    records: Mapping[str, TrackRecord]


def assessed_regions(
    inputs: Inputs, regions: Iterable[str], as_of: int | None = None, target_year: int | None = None
) -> AssessedRegions:
    """Judge ``regions`` as their briefs show them; their panels are replayed, which takes seconds.

    Raises
    ------
    BadParameter
        If a region or year can't be used.
    """
    codes = list(regions)
    assessment, known = assess(inputs, codes, as_of, target_year), records(inputs, codes, as_of)
    return AssessedRegions(inputs, without_withheld(assessment, known), known)


def panel_record(inputs: Inputs, region: str, as_of: int | None = None) -> TrackRecord:
    """The record of the regions that are projected together with ``region``, on their own figures.

    Raises
    ------
    KeyError
        If the region is not in the region list.
    """
    return track_record(inputs_of_peers(inputs, PEER_LEVELS[inputs.regions[region].level]), as_of)


def records(inputs: Inputs, regions: Iterable[str], as_of: int | None = None) -> dict[str, TrackRecord]:
    """Region code to the record of its panel; each panel is replayed once, which takes seconds."""
    by_peers: dict[str, TrackRecord] = {}
    found = {}
    for region in regions:
        peers = PEER_LEVELS[inputs.regions[region].level]
        if peers not in by_peers:
            by_peers[peers] = panel_record(inputs, region, as_of)
        found[region] = by_peers[peers]
    return found


def without_withheld(assessment: Assessment, known: Mapping[str, TrackRecord]) -> Assessment:
    """The same assessment where no record in ``known`` withholds; rows of other regions stay as they are."""
    return without_probabilities(assessment, {region for region, record in known.items() if record.withhold})


def record_text(record: TrackRecord, language: Language) -> RecordText:
    """The record in words; where it is too short it says just that."""
    remark = (say("brief-track-synthetic", language),) if record.synthetic else ()
    if record.too_short:
        years = FEWEST_BLOCKS * record.block_years
        numbers = {"judged": record.judged, "blocks": record.blocks, "cases": FEWEST_CASES, "years": years}
        note = say("brief-track-short-note", language, judged=record.judged)
        return RecordText(note, (say("brief-track-too-short", language, **numbers), *remark))
    scores, side = _scores(record), one_sided_sentence(record.one_sided, language)
    if record.withhold:
        sentence = say("brief-track-withheld", language, **_only(scores, "judged", "against", "low", "high"))
        return RecordText(sentence, (sentence, *_particulars(scores, language), side, *remark), bands(record, language))
    first = sentence_gap(language).join((_hits(record, language), *_no_side(record, language)))
    return RecordText(first, (*_particulars(scores, language), side, *remark), bands(record, language))


def _hits(record: TrackRecord, language: Language) -> str:
    """How often the two clear answers came true, as a reader without statistics asks."""
    said, outcome = record.cases["ours"].astype(float), record.cases["outcome"].astype(float)
    unlikely, likely = outcome[said < _BANDS[2][2]], outcome[said >= _BANDS[0][1]]
    values: dict[str, str | int] = {"judged": record.judged}
    if len(unlikely):
        values["missed"] = share(float(1 - unlikely.mean()))
    if len(likely):
        values["met"] = share(float(likely.mean()))
    seen = {(True, True): "both", (False, True): "likely", (True, False): "unlikely"}
    return say(f"answer-record-{seen.get((len(unlikely) > 0, len(likely) > 0), 'none')}", language, **values)


def _no_side(record: TrackRecord, language: Language) -> tuple[str, ...]:
    """That the record errs on no side, or is too short to tell; where it errs, the brief's own counts say how far."""
    if record.one_sided.side is not None:
        return ()
    return (say(f"answer-record-{'even' if record.one_sided.tested else 'unsided'}", language),)


def _particulars(scores: dict[str, str], language: Language) -> tuple[str, ...]:
    return (
        say("brief-track-judged", language, **_only(scores, "judged", "blocks")),
        say("brief-track-brier", language, **_only(scores, "ours", "naive", "base", "against", "low", "high")),
        say("brief-track-coverage", language, **_only(scores, "covered", "figures")),
    )


def _only(scores: dict[str, str], *names: str) -> dict[str, str | int]:
    return {name: scores[name] for name in names}


def _scores(record: TrackRecord) -> dict[str, str]:
    """The figures of the record as a reader sees them."""
    brier = record.brier.set_index("method")["brier"]
    against, low, high = record.against_base_rate
    figures = record.coverage["figures"]
    covered = (record.coverage["covered80"] * figures).sum() / figures.sum() if figures.sum() else None
    return {
        "judged": str(record.judged),
        "blocks": str(record.blocks),
        "figures": str(int(figures.sum())),
        "covered": share(covered),
        "ours": figure(brier["ours"], _DECIMALS),
        "naive": figure(brier["naive_walk"], _DECIMALS),
        "base": figure(brier["base_rate"], _DECIMALS),
        "against": figure(against, _DECIMALS),
        "low": figure(low, _DECIMALS),
        "high": figure(high, _DECIMALS),
    }


def share(value: float | None) -> str:
    """An observed share as a whole percent; unlike a probability it may be 0 % or 100 %."""
    return MISSING if value is None or pd.isna(value) else f"{value:.0%}"


def bands(record: TrackRecord, language: Language) -> tuple[Band, ...]:
    """Calibration in the three bands of the headline, from likely to unlikely; empty bands are left out."""
    said, outcome = record.cases["ours"].astype(float), record.cases["outcome"].astype(float)
    found = []
    for name, low, high in _BANDS:
        inside = (said >= low) & (said < high)
        if inside.any():
            mean = percent(float(said[inside].mean()))
            words = say(f"brief-track-band-{name}", language)
            found.append(Band(words, str(int(inside.sum())), mean, share(float(outcome[inside].mean()))))
    return tuple(found)

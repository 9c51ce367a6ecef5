"""Verdicts as they may be published: probabilities are withheld where the panel's own track record asks for it."""

from collections.abc import Iterable

import pandas as pd

from sxresearch.assessment.inputs import Inputs
from sxresearch.assessment.track_record.record import TrackRecord
from sxresearch.assessment.track_record.withholding import withheld
from sxresearch.assessment.verdict import Assessment
from sxresearch.brief.content.panel_record import panel_record
from sxresearch.projection.panel import PEER_LEVELS


def records(inputs: Inputs, regions: Iterable[str], as_of: int | None = None) -> dict[str, TrackRecord]:
    """Region code to the record of its panel; each panel is re-lived once, which takes seconds."""
    by_peers: dict[str, TrackRecord] = {}
    found = {}
    for region in regions:
        peers = PEER_LEVELS[inputs.regions[region].level]
        if peers not in by_peers:
            by_peers[peers] = panel_record(inputs, region, as_of)
        found[region] = by_peers[peers]
    return found


def as_published(inputs: Inputs, assessment: Assessment, as_of: int | None = None) -> Assessment:
    """The assessment of all its regions, each as its brief shows it."""
    regions = list(dict.fromkeys(assessment.verdicts["region"]))
    return without_withheld(assessment, records(inputs, regions, as_of))


def without_withheld(assessment: Assessment, known: dict[str, TrackRecord]) -> Assessment:
    """The same assessment where no record in ``known`` withholds; rows of other regions stay as they are."""
    withholding = {region for region, record in known.items() if record.withhold}
    if not withholding:
        return assessment
    hit = assessment.verdicts["region"].isin(withholding)
    record = known[min(withholding)]
    without = withheld(Assessment(assessment.verdicts[hit], assessment.fans), record).verdicts
    return Assessment(pd.concat([assessment.verdicts[~hit], without]).sort_index(), assessment.fans)

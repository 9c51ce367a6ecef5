"""What a region's brief is computed from, as one hash: it decides whether a finished brief still holds.

Pooling lets the figures of one region touch the verdicts on others. Therefore it is not the files that are
compared but what came out of them for the region: its verdicts, its fans, both as they would have been a year
before, its observations, the track record of its panel, and the hashes of the files that its brief names as sources.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from pathlib import Path

import pandas as pd

from sxresearch.assessment.inputs import Inputs
from sxresearch.assessment.publication.published_verdicts import published_verdicts
from sxresearch.assessment.track_record.record import TrackRecord
from sxresearch.batch.reuse.value_digest import joined_digest, row_hashes
from sxresearch.brief.content.comparison.neighbours import Neighbours, neighbours
from sxresearch.plan.regions import PEER_LEVELS
from sxresearch.run_answers import RunAnswers


def content_hashes(answers: RunAnswers, regions: Sequence[str], *, internal: bool = False) -> dict[str, str]:
    """Region code to SHA-256 of everything computed or observed that its brief may show.

    Without ``internal`` that is what is published: a hash of the rest could be tried out count by count.
    """
    inputs = answers.inputs if internal else answers.inputs.published
    records = {level: _record(record) for level, record in answers.judged.records.items()}
    beside = {region: neighbours(inputs.regions, inputs.regions[region]) for region in regions}
    everyone = sorted({*regions, *(code for others in beside.values() for code in others.codes)})
    tables = _hashes(answers, inputs, everyone, internal=internal)
    figures = inputs.observations.table
    files = figures.groupby("region")["file"].unique()
    return {
        region: joined_digest(
            (
                *(table.get(region, b"") for table in tables),
                *_of_others(beside[region], tables),
                *_file_hashes(inputs, files.get(region, ())),
                records[PEER_LEVELS[inputs.regions[region].level]],
                *_people(inputs, region),
            )
        ).hex()
        for region in regions
    }


def _hashes(answers: RunAnswers, inputs: Inputs, regions: Sequence[str], *, internal: bool) -> list[dict[str, bytes]]:
    """Of every table the hashes of each region's rows, worked out for some regions at a time."""
    blocks = [
        _of_block(answers, inputs, regions[start : start + REGIONS_AT_ONCE], internal=internal)
        for start in range(0, len(regions), REGIONS_AT_ONCE)
    ]
    return [{region: found for one in same for region, found in one.items()} for same in zip(*blocks, strict=True)]


def _of_block(answers: RunAnswers, inputs: Inputs, regions: Sequence[str], *, internal: bool) -> list[dict[str, bytes]]:
    judged, before = answers.judged, answers.judged.before
    shown = [
        published_verdicts(found.of_regions(regions), inputs, internal=internal)
        for found in (judged.assessment, before.known_then, before.known_now)
    ]
    verdicts = [table for found in shown for table in (found.verdicts, found.fans, found.scenarios)]
    figures = inputs.observations.of_regions(regions).table
    others = figures[list(_SHOWN_OF_OTHERS)]
    return [
        _by_region(table, regions)
        for table in (*verdicts, before.revisions, inputs.observations.superseded, others, figures)
    ]


REGIONS_AT_ONCE = 250
"""What a process has room for beside the verdicts on thousands."""
_SHOWN_OF_OTHERS = ("region", "indicator", "group", "year", "value", "denominator")
"""What a brief shows of its neighbours' figures."""


def _of_others(beside: Neighbours, tables: Sequence[Mapping[str, bytes]]) -> Iterator[bytes]:
    """The neighbours' figures, and the verdicts on the parts."""
    verdicts, figures = tables[0], tables[-2]
    yield from (figures.get(code, b"") for code in sorted(beside.codes))
    yield from (verdicts.get(region.code, b"") for region in beside.parts)


def _file_hashes(inputs: Inputs, files: Iterable[str]) -> list[bytes]:
    """The hashes that the brief prints: it knows its files by name only."""
    names = {Path(file).name for file in files}
    return [source.sha256.encode() for source in inputs.observations.sources if source.name in names]


def _people(inputs: Inputs, region: str) -> list[bytes]:
    """What people judged and agreed on the region's targets."""
    judged = [row for row in inputs.judgements.rows if row.region == region]
    agreed = [row for row in inputs.actions.rows if row.region == region]
    return [repr(row).encode() for row in (*judged, *agreed)]


def _record(record: TrackRecord) -> bytes:
    parts = [getattr(record, field.name) for field in fields(record)]
    tables = (
        row_hashes(one, labels=False).tobytes() if isinstance(one, pd.DataFrame) else repr(one).encode()
        for one in parts
    )
    return joined_digest(tables)


def _by_region(table: pd.DataFrame, regions: Sequence[str]) -> dict[str, bytes]:
    """The hashes of each region's rows, in their order."""
    mine = table[table["region"].isin(list(regions))]
    if mine.empty:
        return {}
    rows = row_hashes(mine, labels=False)
    return {str(region): rows[places].tobytes() for region, places in mine.groupby("region").indices.items()}

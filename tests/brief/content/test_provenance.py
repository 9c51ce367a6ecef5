"""Every figure can be traced to its row."""

import re
from dataclasses import replace

from sxresearch.brief.content.brief_content import brief_content


def test_every_observed_figure_has_a_line(content):
    observed = content.subject.observed
    traced = sum(_size(item.lines) for source in content.provenance.sources for item in source.origins)
    assert traced == observed["value"].notna().sum()


def _size(lines):
    parts = [[int(number) for number in re.split("[—–]", part)] for part in re.split("、|, ", lines)]
    return sum(part[-1] - part[0] + 1 for part in parts)


def test_years_and_lines_correspond(content):
    literacy = [i for s in content.provenance.sources for i in s.origins if i.series == "健康素养水平"]
    assert sorted((item.years, _size(item.lines)) for item in literacy) == [("2012—2014", 3), ("2015—2023", 9)]


def test_files_are_named_without_the_folders_of_this_machine(content):
    assert {source.file for source in content.provenance.sources} == {"sample.csv"}
    assert [item.name for item in content.provenance.files] == ["sample.csv"]


def test_the_identity_changes_with_the_data_only(content, make_content):
    inputs = content.subject.inputs
    other = replace(inputs.observations, sources=(replace(inputs.observations.sources[0], sha256="cd" * 32),))
    changed = brief_content(replace(inputs, observations=other), content.subject.assessment, "140100")
    assert make_content("en").provenance.identity == content.provenance.identity
    assert changed.provenance.identity != content.provenance.identity

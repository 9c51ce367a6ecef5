"""Files shared among processes give what one process gives."""

from pathlib import Path

from sxresearch.assessment.inputs import load_register
from sxresearch.monitoring.intake import many_files
from sxresearch.monitoring.intake.figures import read_figures
from sxresearch.monitoring.intake.many_files import SHARE, read_side_by_side

LINE = "140100,infant_mortality_rate,total,{year},{value},per_mille,final,printed,{source}\n"
HEAD = "region,indicator,group,year,value,unit,status,basis,source\n"


def names(files):
    return [path.name for path in files]


def test_a_few_files_are_read_here():
    few = [Path(f"{number}.csv") for number in range(2 * SHARE - 1)]
    assert read_side_by_side(names, few, processes=2) == [names(few)]


def test_many_files_come_in_their_order():
    many = [Path(f"{number}.csv") for number in range(2 * SHARE)]
    parts = read_side_by_side(names, many, processes=2)
    assert len(parts) == 4
    assert [name for part in parts for name in part] == names(many)


def test_the_figures_are_those_of_one_process(tmp_path: Path, monkeypatch):
    for number in range(2 * SHARE):
        row = LINE.format(year=1990 + number, value=5 + number / 10, source="年报")
        (tmp_path / f"{number:02d}.csv").write_text(HEAD + row, encoding="utf-8")
    register = load_register()
    monkeypatch.setattr(many_files, "core_count", lambda: 1)
    alone = read_figures(tmp_path, register)
    monkeypatch.setattr(many_files, "core_count", lambda: 2)
    together = read_figures(tmp_path, register)
    assert together.table.equals(alone.table)
    assert together.findings == alone.findings
    assert together.sources == alone.sources
    assert len(together.table) == 2 * SHARE

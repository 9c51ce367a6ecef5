"""What two runs differ in: one sentence for each kind, nothing where they are the same."""

import pytest

from sxresearch.batch.manifest import Manifest
from sxresearch.batch.run_differences import data_files, differences, parameters_of
from sxresearch.batch.run_id import Identity
from sxresearch.terms import Language

BASE = Identity(
    {"observations/a.csv": "1", "indicators.yaml": "1"}, {"x.py": "1"}, {"numpy": "1"}, {"lang": "zh", "regions": []}
)


def changed(**parts: dict) -> Identity:
    known = {name: getattr(BASE, name) for name in ("inputs", "code", "versions", "parameters")}
    return Identity(**{name: {**value, **parts.get(name, {})} for name, value in known.items()})


@pytest.mark.parametrize(
    ("now", "sentence"),
    [
        (changed(inputs={"observations/a.csv": "2"}), "数据文件 1 个有变动：a.csv"),
        (changed(inputs={"indicators.yaml": "2"}), "规划或登记表 1 个文件有变动：indicators.yaml"),
        (changed(code={"y.py": "1"}), "程序有改动（1 个文件：y.py）"),
        (changed(versions={"numpy": "2"}), "软件库版本有变动：numpy"),
        (changed(parameters={"target_year": 2030}), "目标年不同"),
        (changed(parameters={"internal": True}), "是否内部使用不同"),
        (changed(parameters={"regions": ["140100"]}), "地区不同"),
    ],
)
def test_each_kind_has_its_sentence(now: Identity, sentence: str):
    assert differences(now, BASE, Language.ZH) == (sentence,)
    assert len(differences(BASE, now, Language.EN)) == 1


def test_equal_runs_differ_in_nothing():
    assert differences(BASE, changed(), Language.ZH) == ()


def test_of_many_files_three_are_named():
    now = changed(code={f"{name}.py": "2" for name in "abcde"})
    assert differences(now, BASE, Language.ZH) == ("程序有改动（5 个文件：a.py、b.py、c.py等）",)


def test_data_and_parameters_are_told_in_words():
    made = Manifest("abc", changed(parameters={"as_of": 2022, "plan_ids": ["p", "q"]}), "x.ipynb", "zh", "2026-01-01")
    made.stores = ("sqlite:///a.db",)
    assert data_files(made.identity) == ("a.csv",)
    assert parameters_of(made, Language.ZH) == ("数据截至 2022 年", "规划 p、q", "语言 zh", "数据库 sqlite:///a.db")

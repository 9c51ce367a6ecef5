"""What the suite leaves out under the rehearsal is there, and has a reason."""

from sxresearch.paths import ROOT
from tests.windows.__main__ import DESELECTED, LEFT_OUT, command


def test_what_is_left_out_exists_and_says_why():
    assert [name for name in LEFT_OUT if not (ROOT / name).exists()] == []
    for name in DESELECTED:
        file, _, test = name.partition("::")
        assert f"def {test.partition('[')[0]}(" in (ROOT / file).read_text(encoding="utf-8")
    assert all({**LEFT_OUT, **DESELECTED}.values())


def test_everything_else_is_run():
    words = command([])
    assert len([word for word in words if word.startswith("--ignore=")]) == len(LEFT_OUT)
    assert not any(word.startswith("tests") for word in words if word not in DESELECTED)


def test_the_long_tests_run_it():
    lines = (ROOT / "Makefile").read_text(encoding="utf-8").splitlines()
    start = next(place for place, line in enumerate(lines) if line.startswith("test-long:"))
    assert any(line.endswith("python -m tests.windows") for line in lines[start + 1 : start + 3])

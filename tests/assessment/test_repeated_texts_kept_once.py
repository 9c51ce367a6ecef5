"""Where the figures were read in parts and keep repeated texts once, whoever looks at the whole table says the same."""

from collections.abc import Callable

import pandas as pd
import pytest

from sxresearch.assessment.assess import assess
from sxresearch.assessment.disparity.disparity import disparities
from sxresearch.assessment.disparity.group_gaps import group_gaps
from sxresearch.assessment.inputs import Inputs, load_inputs
from sxresearch.brief.content.brief_content import brief_content
from sxresearch.brief.quality.contents import quality_content
from sxresearch.brief.yearbook.contents import yearbooks
from sxresearch.monitoring import parquet_skim
from sxresearch.monitoring.demo.dataset import write_demo
from sxresearch.terms import Language

REGION = "140100"


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> tuple[Inputs, Inputs]:
    """The same figures read as a whole and in parts."""
    folder = tmp_path_factory.mktemp("texts")
    texts = {"region": str, "reported_at": str, "source": str}
    path = folder / "figures.parquet"
    pd.concat([pd.read_csv(one, dtype=texts) for one in write_demo(folder)]).to_parquet(path, index=False)
    whole = load_inputs(observations=path)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(parquet_skim, "FIGURES_AT_ONCE", 4_000)
        parts = load_inputs(observations=path)
    assert isinstance(parts.observations.table["source"].dtype, pd.CategoricalDtype)
    assert not isinstance(whole.observations.table["source"].dtype, pd.CategoricalDtype)
    return whole, parts


ASKED: dict[str, Callable[[Inputs], object]] = {
    "verdicts": lambda inputs: assess(inputs, [REGION]).verdicts.to_csv(),
    "brief": lambda inputs: brief_content(inputs, assess(inputs, [REGION]), REGION),
    "quality": quality_content,
    "yearbooks": lambda inputs: yearbooks(inputs, 2023, Language.ZH),
    "disparities": lambda inputs: disparities(inputs, "140000"),
    "gaps": lambda inputs: group_gaps(inputs, "140000"),
}


@pytest.mark.long
@pytest.mark.parametrize("asked", ASKED)
def test_the_same_is_said(asked: str, both: tuple[Inputs, Inputs]):
    whole, parts = (repr(ASKED[asked](inputs)) for inputs in both)
    assert len(whole) > 100
    assert parts == whole

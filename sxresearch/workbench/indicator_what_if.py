"""What if it moves by so much a year: the notebook on one indicator, a table and a chart for each target.

The brief asks it of the targets in doubt only; here an expert sees the paths of every target that is not decided.
"""

import numpy as np
import pandas as pd

from sxresearch.assessment.what_if import starting_point
from sxresearch.brief.content.comparison.scenario_rows import WhatIf, scenario_rows, scenario_word
from sxresearch.brief.page.markup import Fragment
from sxresearch.language import say
from sxresearch.language.numbers import MISSING
from sxresearch.workbench.indicator_content import IndicatorContent
from sxresearch.workbench.indicator_sections import own_verdicts
from sxresearch.workbench.notebook_part import notebook_part
from sxresearch.workbench.what_if_chart import ScenarioPath, what_if_chart
from sxresearch.workbench.word_tables import word_table


def indicator_what_if(content: IndicatorContent) -> Fragment:
    """The chance of each target of the indicator along other paces than the expected one."""
    language, mine = content.language, own_verdicts(content)
    title = say("brief-what-if-heading", language)
    if mine is None:
        return notebook_part(language, title, [say("brief-indicator-not-asked", language)])
    found = scenario_rows(mine.subject, mine.rows)
    if not found:
        return notebook_part(language, title, [say("brief-indicator-what-if-none", language)])
    return notebook_part(
        language,
        title,
        [say("brief-what-if-note", language)],
        drawings=[
            what_if_chart(item, _paths(content, item)) for item in found if not item.target.place.target.has_second
        ],
        tables=[_table(content, item) for item in found],
    )


def _table(content: IndicatorContent, item: WhatIf) -> Fragment:
    """A line for each path, and below them what the model expects."""
    language, row = content.language, item.target
    lines = [
        (scenario_word(line.scenario, language), line.pace or MISSING, line.peer or MISSING, line.probability)
        for line in item.lines
    ]
    lines.append((say("brief-indicator-what-if-expected", language), MISSING, MISSING, row.probability))
    heads = [say(f"brief-indicator-what-if-{name}", language) for name in ("path", "pace", "peer", "chance")]
    caption = say(
        "brief-indicator-what-if-caption", language,
        plan=row.place.plan.title.in_language(language), aim=row.aim, latest=row.latest,
    )  # fmt: skip
    return word_table(pd.DataFrame(lines, columns=heads), content.whole, language, caption)


def _paths(content: IndicatorContent, item: WhatIf) -> list[ScenarioPath]:
    """Where each path leads from the latest year to the target year; no figure passes the indicator's bounds."""
    series, limits = content.series, (content.indicator.lower, content.indicator.upper)
    low, high = (far if limit is None else limit for limit, far in zip(limits, (-np.inf, np.inf), strict=True))
    place = series.regions.index(content.region)
    start, year = float(starting_point(series)[place]), int(series.latest_year[place])
    until = int(item.target.row.target_year)
    return [
        ScenarioPath(line, year, until, start, float(np.clip(start + line.yearly * (until - year), low, high)))
        for line in item.lines
    ]

"""What the notebook on the track record shows: the record in words, and its charts."""

from collections.abc import Sequence

from markupsafe import Markup

from sxresearch.assessment.track_record.record import TrackRecord
from sxresearch.brief.charts import record_charts
from sxresearch.brief.content.panel_record import record_text
from sxresearch.brief.content.wording import asked_language
from sxresearch.brief.page.markup import Fragment, render
from sxresearch.language import say
from sxresearch.terms import Language


def record_summary(record: TrackRecord, lang: str = "zh") -> Fragment:
    """The record in words and its calibration in three bands, as the brief gives them."""
    language = asked_language(lang)
    return Fragment(render("record", language, record=record_text(record, language)))


def reliability_diagram(record: TrackRecord, lang: str = "zh") -> Fragment:
    """Share of targets really met against the probability given, by tenths; the size of a point is its number of cases.

    Points on the diagonal are what they should be; above it the method was too cautious, below too sure.
    """
    language = asked_language(lang)
    return _figure("reliability", record, language, record_charts.reliability_diagram(record, language))


def coverage_chart(record: TrackRecord, lang: str = "zh") -> Fragment:
    """Share of later figures inside the 50, 80 and 95 % intervals by years ahead; dashes mark what was promised."""
    language = asked_language(lang)
    return _figure("coverage", record, language, record_charts.coverage_chart(record, language))


def brier_chart(record: TrackRecord, lang: str = "zh") -> Fragment:
    """Brier score of this method and of the yardsticks on the same judgements, best first."""
    language = asked_language(lang)
    return _figure("brier", record, language, record_charts.brier_chart(record, language))


def alarm_chart(record: TrackRecord, levels: Sequence[float], lang: str = "zh") -> Fragment:
    """Hits, false alarms and misses not warned of, had one warned below each of ``levels`` (probabilities)."""
    language = asked_language(lang)
    return _figure("alarms", record, language, record_charts.alarm_chart(record, levels, language))


def _figure(name: str, record: TrackRecord, language: Language, svg: str) -> Fragment:
    """A picture with its title above; a sentence where there is nothing to judge."""
    title = say(f"brief-track-figure-{name}", language)
    # our own drawings may pass unescaped: ElementTree escaped the names inside them
    return Fragment(render("record_figure", language, title=title, drawing=Markup(svg), synthetic=record.synthetic))

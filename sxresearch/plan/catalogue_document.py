"""The catalogue as a document: what the plans promise, counted by field and rule, then goal by goal.

One Markdown text in both languages, Chinese first; the same plans give the same text.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from sxresearch.language import say, word
from sxresearch.language.numbers import quantity
from sxresearch.plan.catalogue import Goal, Plan, PlanField, Target
from sxresearch.plan.indicators import Indicator, Indicators
from sxresearch.plan.schema import Words
from sxresearch.terms import GoalKind, Group, Language, RuleKind, Unit

_MAX_DECIMALS = 4


def catalogue_markdown(plans: Iterable[Plan], indicators: Indicators) -> str:
    """The whole catalogue as Markdown, plans in the order given."""
    lines = [f"# {_both('catalogue-title')}", "", *_note()]
    for plan in plans:
        lines += _plan(plan, indicators)
    return "\n".join(lines).rstrip() + "\n"


def _both(key: str, **values: str) -> str:
    return " / ".join(say(key, language, **values) for language in Language)


def _words(words: Words) -> str:
    return f"{words.zh} / {words.en}"


def _member(family: str, member: str) -> str:
    return " / ".join(word(family, member, language) for language in Language)


def _note() -> Iterator[str]:
    for language in Language:
        yield from (say("catalogue-note", language), "")


def _plan(plan: Plan, indicators: Indicators) -> Iterator[str]:
    years = {"base": plan.baseline_year, "first": plan.period[0], "last": plan.period[1], "target": plan.target_year}
    yield from (f"## {_words(plan.title)}", "")
    yield f"{_both('catalogue-document')}: {plan.document}; " + _both(
        "catalogue-years", **{name: str(year) for name, year in years.items()}
    )
    if plan.note is not None:
        yield from ("", plan.note.zh, "", plan.note.en)
    yield from ("", f"### {_both('catalogue-by-field')}", "", *_by_field(plan))
    yield from ("", f"### {_both('catalogue-by-rule')}", "", *_by_rule(plan), "")
    for item in plan.fields:
        yield from _field(item, indicators)


def _by_field(plan: Plan) -> Iterator[str]:
    heads = [
        _both("catalogue-field"),
        _both("catalogue-goals"),
        *(_member("goal-kind", kind) for kind in GoalKind),
        _both("catalogue-figure-in-measure"),
        _both("catalogue-measures"),
        _both("catalogue-targets"),
        _both("catalogue-from-measures"),
        _both("catalogue-checklist"),
    ]
    rows = [_field_counts(item) for item in plan.fields]
    yield from _table_head(heads)
    for item, counts in zip(plan.fields, rows, strict=True):
        yield _row([_words(item.title), *map(str, counts)])
    yield _row([f"**{_both('catalogue-sum')}**", *(f"**{sum(column)}**" for column in zip(*rows, strict=True))])


def _field_counts(item: PlanField) -> list[int]:
    """Goals, goals of each kind, goals whose figure stands only in a measure (counted apart from the kinds), measures,
    measurable targets, of these from measures, checklist items."""
    from_a_measure = [goal for goal in item.goals if goal.figure_in_measure]
    kinds = Counter(goal.kind for goal in item.goals if not goal.figure_in_measure)
    targets = [target for goal in item.goals for target in goal.targets]
    measurable = [target for target in targets if target.indicator is not None]
    from_measures = [target for target in measurable if target.stated_in != "goal"]
    return [
        len(item.goals),
        *(kinds[kind] for kind in GoalKind),
        len(from_a_measure),
        len(item.measures),
        len(measurable),
        len(from_measures),
        len(targets) - len(measurable),
    ]


def _by_rule(plan: Plan) -> Iterator[str]:
    counts = [Counter(target.rule for goal in item.goals for target in goal.targets) for item in plan.fields]
    total = sum(counts, Counter[RuleKind]())
    titles = [_words(item.title) for item in plan.fields]
    yield from _table_head([_both("catalogue-rule"), *titles, _both("catalogue-sum")])
    for rule in RuleKind:
        name = f"`{rule}` {_member('rule', rule)}"
        yield _row([name, *(str(count[rule] or "") for count in counts), f"**{total[rule]}**"])
    sums = [count.total() for count in (*counts, total)]
    yield _row([f"**{_both('catalogue-sum')}**", *(f"**{number}**" for number in sums)])


def _table_head(heads: Sequence[str]) -> tuple[str, str]:
    return _row(heads), _row([":--", *("--:" for _ in heads[1:])])


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def _field(item: PlanField, indicators: Indicators) -> Iterator[str]:
    yield from (f"### {_words(item.title)}", "")
    for goal in item.goals:
        yield from _goal(goal, item, indicators)
    if item.measures:
        yield from (f"#### {item.title.zh} – {_both('catalogue-measures')}", "")
        for measure in item.measures:
            yield f"{measure.number}. {_words(measure.title)}"
            yield from (f"   - {_refused(refusal.phrase, refusal.reason)}" for refusal in measure.not_targets)
        yield ""


def _goal(goal: Goal, item: PlanField, indicators: Indicators) -> Iterator[str]:
    yield from (f"#### {goal.number}. {_words(goal.title)}", "")
    measures = "; ".join(f"{measure.number} {measure.title.zh}" for measure in item.measures_for(goal))
    served = f" · {_both('catalogue-served-by')}: {measures}" if measures else ""
    kind = _both("catalogue-figure-in-measure") if goal.figure_in_measure else _member("goal-kind", goal.kind)
    yield from (kind + served, "")
    for target in goal.targets:
        yield from _target(target, indicators)
    yield from (f"- {_refused(refusal.phrase, refusal.reason)}" for refusal in goal.not_targets)
    yield ""


def _refused(phrase: str, reason: Words) -> str:
    return f"{_both('catalogue-no-target')} “{phrase}”: {_words(reason)}"


def _target(target: Target, indicators: Indicators) -> Iterator[str]:
    indicator = None if target.indicator is None else indicators[target.indicator]
    series = [] if indicator is None else [_series(indicator, target.group)]
    parts = [f"`{target.id}`", *series, " / ".join(_rule(target, indicator, language) for language in Language)]
    if target.has_second and target.second_series[0] is not None:
        second = _series(indicators[target.second_series[0]], target.second_series[1])
        parts.append(f"{_both('catalogue-against')}: {second}")
    parts.append(_quoted(target))
    yield "- " + " · ".join(parts)
    if target.other_reading is not None:
        yield f"  - {_both('catalogue-reading')}: {_words(target.other_reading)}"
    if target.source is not None:
        yield f"  - {_both('catalogue-source')}: {_words(target.source)}"


def _series(indicator: Indicator, group: Group) -> str:
    return _words(indicator.name) + ("" if group is Group.TOTAL else f" ({_member('group', group)})")


def _rule(target: Target, indicator: Indicator | None, language: Language) -> str:
    """The rule with its value and what qualifies it, e.g. "at most 2.5% (the figure itself excluded)"."""
    name = word("rule", target.rule, language)
    if indicator is not None and target.value is not None:
        unit = Unit.PERCENT if target.grammar.percent_of_base else indicator.unit
        name += f" {_amount(target.value, unit, language)}"
    notes = [say("catalogue-strict", language)] if target.strict else []
    notes += [say("catalogue-aspiration", language)] if target.aspiration else []
    if target.target_year is not None:
        notes.append(say("catalogue-due", language, year=str(target.target_year)))
    if target.tolerance is not None and indicator is not None:
        notes.append(say("catalogue-tolerance", language, size=_amount(target.tolerance, indicator.unit, language)))
    return name + (f" ({', '.join(notes)})" if notes else "")


def _amount(value: float, unit: Unit, language: Language) -> str:
    """A value with the decimals that the plan writes."""
    decimals = next(count for count in range(_MAX_DECIMALS + 1) if round(value, count) == round(value, _MAX_DECIMALS))
    return quantity(value, unit, decimals, language)


def _quoted(target: Target) -> str:
    place = "" if target.stated_in == "goal" else f" ({_both('part-measure')} {target.stated_in})"
    return f"“{target.phrase}”{place}"

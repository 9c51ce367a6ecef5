"""What comparing the catalogue with the printed text found, as a report in one language."""

from collections.abc import Iterable, Iterator

from sxresearch.language import say, word
from sxresearch.language.numbers import number_range
from sxresearch.plan.catalogue import Plan
from sxresearch.plan.text.comparison import Occurrence, Phrase, StatementPlace, TextMap
from sxresearch.terms import Language


def catalogue_report(plans: Iterable[Plan], text_map: TextMap, language: Language) -> str:
    """The report as Markdown: the counts, what is to be corrected, and every occurrence with its answer."""
    return "\n".join(_Report(tuple(plans), text_map, language).lines()) + "\n"


class _Report:
    def __init__(self, plans: tuple[Plan, ...], text_map: TextMap, language: Language):
        self.map = text_map
        self.language = language
        self.plans = {plan.id: getattr(plan.title, language) for plan in plans}
        self.fields = {(plan.id, item.id): getattr(item.title, language) for plan in plans for item in plan.fields}

    def lines(self) -> Iterator[str]:
        yield from (f"# {self.say('title')}", "")
        if not self.map.plans:
            yield self.say("none")
            return
        yield from (self.say("plan", plans=self.titles(self.map.plans)), "")
        left_out = [name for name in self.plans if name not in self.map.plans]
        if left_out:
            yield from (self.say("left-out", plans=self.titles(left_out)), "")
        yield from (self.counts(), "")
        findings = list(self.findings())
        if findings:
            yield from (f"## {self.say('findings')}", "", *(f"- {finding}" for finding in findings), "")
        else:
            yield from (self.say("agrees"), "")
        yield from (f"## {self.say('table')}", "", *self.table())

    def say(self, key: str, **values: str) -> str:
        return say(f"text-map-{key}", self.language, **values)

    def titles(self, names: Iterable[str]) -> str:
        return "; ".join(self.plans[name] for name in names)

    def place(self, spot: StatementPlace) -> str:
        part = word("part", spot.part, self.language)
        return f"{self.plans[spot.plan]} · {self.fields[spot.plan, spot.field]} · {part} {spot.number}"

    def counts(self) -> str:
        everything = self.map.occurrences
        return self.say(
            "counts",
            all=str(len(everything)),
            targets=str(sum(bool(item.targets) for item in everything)),
            reasons=str(sum(item.reason is not None for item in everything)),
            unmapped=str(len(self.map.unmapped)),
            phrases=str(len(self.map.phrases)),
        )

    def findings(self) -> Iterator[str]:
        """One sentence for everything in which catalogue and text disagree."""
        for item in self.map.unmapped:
            yield self.say("unmapped", spot=self.place(item.spot), words=item.words, around=item.around)
        for item in self.map.doubled:
            yield self.say("doubled", spot=self.place(item.spot), words=item.words)
        for phrase in self.map.misquoted:
            yield self.say("misquoted", spot=self.place(phrase.spot), words=phrase.words, count=str(len(phrase.spans)))
        yield from (self.unfounded(phrase) for phrase in self.map.unfounded)
        yield from (self.say("absent", spot=self.place(spot)) for spot in self.map.absent)
        yield from (self.say("absent", spot=title) for title in self.map.untitled)
        yield from (self.say("invented", spot=self.place(spot)) for spot in self.map.invented)
        yield from (self.say("aspiration", target=target) for target in self.map.aspirations)

    def unfounded(self, phrase: Phrase) -> str:
        target = phrase.target
        name, value = ("", None) if target is None else (target.id, target.value)
        where = self.place(phrase.spot)
        if phrase.states_nothing:
            return self.say("states-nothing", spot=where, target=name, words=phrase.words)
        return self.say("other-figure", spot=where, target=name, value=f"{value:g}", words=phrase.words)

    def table(self) -> Iterator[str]:
        heads = [self.say(key) for key in ("where", "kind", "words", "span", "answer")]
        yield self.row(heads)
        yield self.row("--" for _ in heads)
        for item in self.map.occurrences:
            kind = word("said", item.said, self.language)
            span = number_range(str(item.span[0]), str(item.span[1]), self.language)
            yield self.row([self.place(item.spot), kind, item.words, span, self.answer(item)])

    def answer(self, item: Occurrence) -> str:
        if item.targets or item.reason is None:
            return ", ".join(item.targets)
        return str(getattr(item.reason, self.language))

    @staticmethod
    def row(cells: Iterable[str]) -> str:
        return "| " + " | ".join(cells) + " |"

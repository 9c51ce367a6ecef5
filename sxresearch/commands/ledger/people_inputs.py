"""What the commands on judgements and actions read: inputs with the ledgers that are meant, and worded verdicts."""

from dataclasses import dataclass, replace
from pathlib import Path

from sxresearch.assessment.inputs import Inputs, bound_targets, load_inputs, load_register
from sxresearch.assessment.verdict import Assessment
from sxresearch.batch.parameters import Parameters
from sxresearch.brief.content.panel_record import assessed_regions
from sxresearch.brief.content.regions.region_verdicts import RegionVerdicts, members
from sxresearch.commands.console import working
from sxresearch.monitoring.contract import Register
from sxresearch.monitoring.intake.source_files import observation_files
from sxresearch.monitoring.ledger.kept_ledgers import KnownTargets, kept_actions, kept_judgements
from sxresearch.paths import ACTIONS, JUDGEMENTS, OBSERVATIONS, PLANS
from sxresearch.plan.loading import load_plans


@dataclass(frozen=True)
class PeopleRequest:
    """The parameters of a run, the regions, and the files in which judgements and actions are kept without a store."""

    parameters: Parameters
    regions: tuple[str, ...]
    judgements: Path = JUDGEMENTS
    actions: Path = ACTIONS


@dataclass(frozen=True)
class PeopleInputs:
    """What was read and judged."""

    inputs: Inputs
    assessment: Assessment
    members: tuple[RegionVerdicts, ...]


def judged_inputs(asked: PeopleRequest) -> PeopleInputs:
    """Read, judge and word the verdicts on the regions, as far as they may be published.

    Raises
    ------
    SxError
        If the inputs, a ledger, a region or the year can't be used.
    """
    parameters = asked.parameters
    plans, observations = parameters.plans or PLANS, parameters.observations or OBSERVATIONS
    with working("cli-reading"):
        read = load_inputs(plans, observations, plan_ids=parameters.plan_ids, as_of=parameters.as_of)
        known = KnownTargets(known_targets(plans), read.register)
        observed = observation_files(observations)
        inputs = replace(
            read,
            judgements=kept_judgements(asked.judgements, observed, known),
            actions=kept_actions(asked.actions, observed, known),
        )
    with working("cli-assessing"):
        judged = assessed_regions(inputs, region_codes(asked.regions, inputs), parameters.as_of)
    assessment = judged.assessment
    shown = members(inputs, assessment, parameters.lang, assessment.regions, internal=parameters.internal)
    return PeopleInputs(inputs, assessment, shown)


def known_targets(plans: Path | str | None, register: Register | None = None) -> dict[str, frozenset[str]]:
    """Every target of every plan in the folder, and the regions that it binds."""
    folder = Path(plans or PLANS)
    known = register or load_register(folder)
    return bound_targets(load_plans(folder, known.indicators, known.regions), known.regions)


def region_codes(words: tuple[str, ...], inputs: Inputs) -> tuple[str, ...]:
    """Codes of the regions, which may be given by name.

    Raises
    ------
    BadParameter
        Naming the first that is not in the region list.
    """
    names = inputs.regions.by_name()
    return tuple(inputs.region(names.get(word, word)).code for word in words)

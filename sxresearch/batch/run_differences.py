"""What two runs differ in: data, plans, program, libraries, parameters; and what a run was made with, in words."""

from collections.abc import Iterator, Mapping
from typing import Any

from sxresearch.batch.manifest import Manifest
from sxresearch.batch.run_id import OBSERVATIONS_PREFIX, Identity
from sxresearch.language import say
from sxresearch.terms import Language

_SHOWN = 3  # files named one by one; of more only the number is told
_ASKED = ("as_of", "target_year", "plan_ids", "lang", "internal")
"""Parameters that change what briefs say, in the order in which they are told."""


def data_files(identity: Identity) -> tuple[str, ...]:
    """The names of the files of monitoring data."""
    return tuple(
        name.removeprefix(OBSERVATIONS_PREFIX) for name in identity.inputs if name.startswith(OBSERVATIONS_PREFIX)
    )


def parameters_of(manifest: Manifest, language: Language) -> tuple[str, ...]:
    """The parameters that were given, one phrase each; where nothing was given, nothing."""
    given = manifest.identity.parameters
    said = [_parameter(name, given[name], language) for name in _ASKED if given.get(name) not in (None, False)]
    stores = [say("run-store", language, store=store) for store in manifest.stores]
    return (*said, *stores)


def _parameter(name: str, value: Any, language: Language) -> str:
    text = (
        say("brief-list-separator", language).join(map(str, value)) if isinstance(value, list | tuple) else str(value)
    )
    return say(f"run-parameter-{name.replace('_', '-')}", language, value=text)


def differences(now: Identity, before: Identity, language: Language) -> tuple[str, ...]:
    """What is other than in the run before, one sentence for each kind; nothing where they are the same."""
    return tuple(_differences(now, before, language))


def _differences(now: Identity, before: Identity, language: Language) -> Iterator[str]:
    kinds: tuple[tuple[str, Mapping[str, Any], Mapping[str, Any]], ...] = (
        ("data", *_split(now.inputs, before.inputs, observed=True)),
        ("register", *_split(now.inputs, before.inputs, observed=False)),
        ("program", now.code, before.code),
        ("libraries", now.versions, before.versions),
    )
    for kind, new, old in kinds:
        if names := _changed(new, old):
            yield say(f"run-differs-{kind}", language, count=str(len(names)), names=_listed(names, language))
    parameters = _changed(now.parameters, before.parameters)
    for name in (*_ASKED, "regions"):
        if name in parameters:
            yield say(f"run-differs-{name.replace('_', '-')}", language)


def _split(new: Mapping[str, str], old: Mapping[str, str], *, observed: bool) -> tuple[dict[str, str], dict[str, str]]:
    """The inputs of both runs that are files of data, or those that are not."""
    return _files(new, observed=observed), _files(old, observed=observed)


def _files(inputs: Mapping[str, str], *, observed: bool) -> dict[str, str]:
    return {
        name.removeprefix(OBSERVATIONS_PREFIX): digest
        for name, digest in inputs.items()
        if name.startswith(OBSERVATIONS_PREFIX) == observed
    }


def _changed(new: Mapping[str, Any], old: Mapping[str, Any]) -> list[str]:
    return [name for name in sorted({*new, *old}) if new.get(name) != old.get(name)]


def _listed(names: list[str], language: Language) -> str:
    shown = say("brief-list-separator", language).join(names[:_SHOWN])
    return shown if len(names) <= _SHOWN else say("run-and-more", language, names=shown)

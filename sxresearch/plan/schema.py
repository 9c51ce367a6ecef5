"""Base of the records that are read from YAML: frozen, and no unknown key."""

from collections.abc import Iterable
from typing import Annotated, TypeAlias

from pydantic import BaseModel, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError

from sxresearch.language import Text, say
from sxresearch.terms import Language

BROKEN = "sx_broken"
"""Type of the pydantic error that carries fault sentences of ours."""


class Record(BaseModel):
    """A frozen record that refuses unknown keys and blank texts."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True, allow_inf_nan=False)


class Words(Record):
    """The same short text in both languages."""

    zh: "NonEmpty"
    en: "NonEmpty"

    def in_language(self, language: Language) -> str:
        """The words in ``language``."""
        return Text(self.zh, self.en).in_language(language)


NonEmpty = Annotated[str, StringConstraints(min_length=1)]
Identifier = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
TargetId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9_]+(\.[a-z0-9_]+)+$")]
RegionCode = Annotated[str, StringConstraints(pattern=r"^\d{6}$")]
Year = Annotated[int, Field(ge=1949, le=2100)]
Number = Annotated[float, Field(strict=True)]

Words.model_rebuild()

Problem: TypeAlias = tuple[str, dict[str, str]]
"""Key of a fault sentence and its values."""


def broken(problems: Iterable[Problem]) -> PydanticCustomError:
    """The error that a validator raises: ``fault-<key>`` of the catalogue, with its values, for each problem."""
    found = tuple(problems)
    english = "; ".join(say(f"fault-{key}", Language.EN, **values) for key, values in found)
    return PydanticCustomError(BROKEN, "{english}", {"faults": found, "english": english})

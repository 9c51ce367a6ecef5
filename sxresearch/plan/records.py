"""Base of the records that are read from YAML: frozen, and no unknown key."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints


class Record(BaseModel):
    """A frozen record that refuses unknown keys and blank texts."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True, allow_inf_nan=False)


class Words(Record):
    """The same short text in both languages."""

    zh: "NonEmpty"
    en: "NonEmpty"


NonEmpty = Annotated[str, StringConstraints(min_length=1)]
Identifier = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
TargetId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9_]+(\.[a-z0-9_]+)+$")]
RegionCode = Annotated[str, StringConstraints(pattern=r"^\d{6}$")]
Year = Annotated[int, Field(ge=1949, le=2100)]
Number = Annotated[float, Field(strict=True)]

Words.model_rebuild()

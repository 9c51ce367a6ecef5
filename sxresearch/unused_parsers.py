"""Libraries that others load and nobody here uses: a process of our own says so before they are asked for."""

import sys

_UNUSED = ("rfc3987_syntax",)
"""A grammar of web addresses, built for more than a second whenever notebooks are read; jsonschema would check the
format "iri" with it, which no notebook has, and goes on without it where it is not there."""


def leave_out_unused_parsers() -> None:
    """For programs of this package only: a library's user decides for himself."""
    for name in _UNUSED:
        sys.modules.setdefault(name, None)  # type: ignore[arg-type]  # None is how Python says "not to be had"

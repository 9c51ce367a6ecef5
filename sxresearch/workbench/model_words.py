"""What the models are called."""

import re

from sxresearch.language import say
from sxresearch.terms import Language


def model_name(name: str, language: Language) -> str:
    """The reader's word for a model of the projection: ``drift, noise 0.5`` is ``brief-fit-drift-noise-0-5``."""
    return say(f"brief-fit-{re.sub(r'[^a-z0-9]+', '-', name)}", language)

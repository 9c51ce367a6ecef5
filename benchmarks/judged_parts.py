"""What the parts of judging and the slices of a run take, one after another in this process, as JSON.

``python -m benchmarks.judged_parts FIGURES`` in a checkout.
"""

import json
import sys
import time
from statistics import mean

from sxresearch.assessment.inputs import load_inputs
from sxresearch.paths import PLANS
from sxresearch.region_slice import Asked, RunSlices
from sxresearch.run_answers import answers_of

SLICES = 50
"""Slices that are cut to know what one takes."""


def main() -> None:
    """Judge all regions with data, and cut the slices of some."""
    figures = sys.argv[1]
    inputs = load_inputs(PLANS, figures)
    regions, seconds = inputs.regions_with_data(), []

    def timed(job, tasks):  # type: ignore[no-untyped-def]
        for task in tasks:
            begun = time.perf_counter()
            answer = job(task)
            seconds.append(time.perf_counter() - begun)
            yield answer

    slices = RunSlices(answers_of(inputs, regions, workers=timed), Asked.of(PLANS, [figures], None, None), False)
    slices.of(regions[0])
    begun = time.perf_counter()
    sizes = [len(slices.of(region)) for region in regions[:SLICES]]
    cutting = (time.perf_counter() - begun) / len(sizes)
    found = {"judging": sum(seconds), "longest_part": max(seconds), "cutting": cutting, "slice_bytes": mean(sizes)}
    print(json.dumps(found))


if __name__ == "__main__":
    main()

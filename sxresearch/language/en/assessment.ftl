### Words of a verdict: the promise, the present, the answer, what would have to happen.

reason-now = { $value } in { $year }.
reason-now-pair = { $value } in { $year }, against { $second }.
reason-decided = The figure for { $year } is in: { $status }.
reason-projected = If changes go on as they have, { $value } in { $year } (80% prediction interval { $low } to { $high }); probability of attainment { $p }: { $status }.
reason-chance = If changes go on as they have, the probability of attainment by { $year } is { $p }: { $status }.
reason-pace = The target requires a change of { $required } a year; recent change was { $observed } a year.
reason-pace-met = The latest figure is on the target's side; recent change was { $observed } a year.
reason-pace-once = The target requires a change of { $required } a year.
reason-pace-met-once = The latest figure is on the target's side.
reason-episodes = Of { $total } periods of the same length in peer regions, { $count } moved that fast.
reason-every-year = Probability that it holds in every year of the plan: { $p }.
reason-floor-broken = A final figure within the plan period lies below the floor: watch. Whether the target is met is still assessed in the target year.
reason-progress = { $way } of the way from base to target has been achieved; { $time } of the time has elapsed.
reason-off-course = No probability can be given, but the latest figure has not reached the target and is moving away from it, or too slowly for the years left: watch.
reason-units = There are no township figures; this assesses the overall level, and the probability that every township holds can only be lower.
reason-aspiration = The plan words this as something to strive for.
reason-own-value = The region's own plan sets this value; the plan above it says { $value }.

obstacle-no-data = There are no data, so the target cannot be assessed. Please report this indicator.
obstacle-one-point = Only one year of data: a baseline, but no trend.
obstacle-two-points = Only two years of data: a direction, but no probability.
obstacle-thin-without-peers = Only three or four years of data and fewer than eight peer regions: no probability.
obstacle-uncounted-events = A quarter of the years or more are zero, so the rate reflects a handful of cases a year; without its denominator (such as live births) chance cannot be told from change, and no probability is given. Please report numerator and denominator; a denominator for another year, or the population, will do.
obstacle-before-break = All figures follow an earlier definition that cannot be compared with the present one, so the target cannot be assessed.
obstacle-zero-base = The base value is 0, so a percentage reduction cannot be calculated.
obstacle-missing-base = There is no base-year figure to compare with.
obstacle-target-year-missing = There are figures later than { $year } but none for { $year }. Please report it.
obstacle-few-before = Fewer than four years of data before the plan: it cannot be assessed whether the rise has slowed.
obstacle-few-after = Fewer than three years of data within the plan: it cannot be assessed whether the rise has slowed.
obstacle-one-sided-pair = Only one of the two series has data, so they cannot be compared.
obstacle-not-assigned = The value assigned from above has not been supplied, so the target cannot be assessed. Enter it in data/plans/overrides.
obstacle-upper-bound-only = There are no township figures. A sufficient overall level does not show that every township holds, so the target cannot be assessed. Please report the lowest township.
obstacle-checklist = Qualitative: no probability is given. Check it against the list and attach evidence.
obstacle-withheld = The track record shows that, on data of this kind, the method's probabilities were less accurate than the yardstick (past share met), so none is given.

reason-few-events = There are only { $events } cases a year on average, so single years mostly reflect chance; the last { $years } years combined give { $rate } (95% interval { $low } to { $high }), which is the figure to use.
obstacle-few-events = Fewer than 10 cases in all years together: a pooled rate can be given, but no probability.

## What an answer hangs on: tolerance, the figure itself, a base that cannot be bettered, other readings

note-best-base = The base value of { $value } is the best possible: holding it meets the target.
note-best-gap = There was no gap in the base year: keeping it so meets the target.
note-tolerance = "About" is taken as within { $size }.
note-allowance = A difference of { $size } is allowed.
note-latest-tie = The latest figure equals the target exactly: whether the target is reached depends on whether the figure itself is included.
note-half = With half the tolerance the probability is { $p }.
note-double = With double the tolerance the probability is { $p }.
note-ratio = Measured as a ratio, the gap narrows with probability { $p }.
note-excluded = If the figure itself is excluded, the probability is { $p }: { $status }.
note-included = If the figure itself is included, the probability is { $p }: { $status }.
note-base = If no change from the base year counts as well, the probability is { $p }: { $status }.
note-decided-half = With half the tolerance: { $status }.
note-decided-double = With double the tolerance: { $status }.
note-decided-ratio = Measured as a ratio: { $status }.
note-decided-excluded = The figure equals the target exactly, so the assessment depends on whether the figure itself is included: it is included here; if it is not, { $status }.
note-decided-included = The figure equals the target exactly, so the assessment depends on whether the figure itself is included: it is excluded here; if it is included, { $status }.
note-decided-base = The figure equals that of the base year; if no change counts as well, { $status }.
note-underlying = The probability above refers to the figure that will be published; for the underlying level, freed from chance fluctuation, it is { $p }.

### Words of a verdict: the promise, the present, the answer, what would have to happen.

reason-now = { $value } in { $year }.
reason-now-pair = { $value } in { $year }, against { $second }.
reason-decided = The figure for { $year } is in: { $status }.
reason-projected = If changes go on as they have, { $value } in { $year } (80 % interval { $low } to { $high }); probability of attainment { $p }: { $status }.
reason-chance = If changes go on as they have, the probability of attainment by { $year } is { $p }: { $status }.
reason-pace = This needs { $required } a year; recent change was { $observed } a year.
reason-pace-met = The latest figure is on the right side; recent change was { $observed } a year.
reason-episodes = Of { $total } stretches of the same length in comparable regions, { $count } moved that fast.
reason-every-year = Probability that it holds in every year of the plan: { $p }.
reason-floor-broken = The floor was broken in a year of the plan, so "every year" can no longer be true.
reason-tolerance = With half the tolerance the probability is { $half }, with double { $double }.
reason-ratio = Measured as a ratio, the gap narrows with probability { $p }.
reason-units = There are no township figures; this is the overall level, and the probability that every township holds can only be lower.
reason-aspiration = The plan words this as something to strive for.
reason-own-value = The region's own plan sets this value; the plan above it says { $value }.

obstacle-no-data = No data, so it can't be assessed. Please report this indicator.
obstacle-one-point = Only one year of data: a baseline, no trend.
obstacle-two-points = Only two years of data: a direction, but no probability.
obstacle-thin-without-peers = Only three or four years of data and fewer than eight comparable regions: no probability.
obstacle-uncounted-events = A quarter of the years or more are zero, so the rate is a handful of cases a year; without its denominator (such as live births) chance cannot be told from change: no probability. Report numerator and denominator; a denominator of another year, or the population, will do.
obstacle-before-break = All figures stand on an earlier definition that can't be compared with the present one.
obstacle-missing-base = The base year has no figure to compare with.
obstacle-target-year-missing = There are figures later than { $year } but none for { $year }. Please report it.
obstacle-few-before = Fewer than four years of data before the plan: a slower rise can't be judged.
obstacle-few-after = Fewer than three years of data in the plan: a slower rise can't be judged.
obstacle-one-sided-pair = Only one of the two series has data, so they can't be compared.
obstacle-not-assigned = The assigned value has not been supplied. Put it into data/plans/overrides.
obstacle-upper-bound-only = There are no township figures. A good overall level does not show that every township holds; please report the lowest township.
obstacle-checklist = Qualitative: no probability is given. Check it against the list and attach evidence.
obstacle-withheld = On data of this kind the method's chances did worse in the past than the plain share of targets met, so no chance is given.

reason-few-events = Only { $events } cases a year on average, so single years are mostly chance; the last { $years } years together give { $rate } (95 % interval { $low } to { $high }), which is the figure to go by.
reason-published = The probability above is about the underlying level; for the figure published that year it is { $p }.
obstacle-few-events = Fewer than 10 cases in all years together: a pooled rate can be given, but no probability.

### Projections recomputed by statsmodels: what was done, and what came of it.

recompute-title = Recomputed: region { $region }, target { $target }
recompute-series = Indicator { $indicator } ({ $group }), { $first }–{ $last }: location, spread and degrees of freedom on the working scale differ by { $difference } at most, relatively.
recompute-learned = Model weights and interval width factor, estimated anew, differ by { $difference } at most.
recompute-how-default = Method: each model's yearly states and forecasts come from statsmodels' Kalman filter; log scores, weights, combined variance and interval width are recalculated from them. Taken over from this toolkit: the working scale, the separation into common trend and regional deviations, and the published constants.
recompute-how-naive = Method: the indicator changes only at elections and is carried forward; states and forecasts come from statsmodels' Kalman filter, and the interval width is recalculated from them. Taken over from this toolkit: the working scale and the published constants.
recompute-how-counts = Method: statsmodels has no such count model, so only part of it can be recomputed. Given the standard deviations and their weights, the underlying levels come from statsmodels' Kalman filter, and the overall level from its generalised linear model. The posterior of the standard deviations and the linearisation of the counts are taken over and were not recomputed.
recompute-holds = Result: both calculations agree (relative difference at most one in a hundred million).
recompute-differs = Result: the two calculations disagree. Do not use this projection, and tell the maintainers.

fault-recompute-target = No plan that applies to region { $region } has a quantitative target with the id "{ $target }". Copy the id from the verdict table.
fault-recompute-nothing = Target { $target } of region { $region } has no projection to recompute: the target year is known, or the figures are too few. Choose a target with a probability in the verdict table.
fault-member-unknown = There is no model named "{ $found }" (known: { $known }). Check the spelling.
fault-fit-without-counts = Indicator { $indicator } has no full set of denominators, or does not count events that happen anew each year, so it cannot be fitted as counts. Use fit_trend instead.
fault-fit-without-figures = Region { $region } has no figures for indicator { $indicator } (group { $group }) on the definition in force. Check region, indicator and group, or add data first.
fault-fit-refused = Region { $region } has { $points } figures for indicator { $indicator }, and no finite estimate can be fitted to them: at least three figures are needed, they must vary, and events must be neither none nor all. Add data, or choose another fit.

# Other regions, years on the axis, and gaps on the charts
brief-panel-target-year = target { $year }
brief-panel-base-year = base { $year }
brief-panel-other = { $region } { $value }
brief-panel-peers-province = provinces { $low }–{ $high }
brief-panel-peers-city = cities { $low }–{ $high }
brief-panel-peers-county = counties { $low }–{ $high }
brief-panel-gap-unit = gap ({ $unit })
brief-panel-gap-latest = gap now { $value }
brief-panel-gap-base = { $year } gap { $value }

# Beside other regions (annex of the brief, overview)
brief-others-heading = Compared with peers, province and nation
brief-others-parts = The { $count } cities (in brackets: targets met, likely or rather likely, of those that can be assessed):
brief-others-part-counts = ({ $good }/{ $of })
brief-others-below = Regions below:{" "}
brief-others-peers = { $count } regions of the same level:{" "}
brief-others-note = Regions of the same level are compared in the same year, and not ranked. “Better than” counts those whose figure is worse than this region’s by more than the last decimal; a region above without a figure for that year is shown with its latest, and the year. Differences have many causes, figures of small regions fluctuate widely from year to year, and one year’s difference says little about the work done.
brief-others-caption = Latest figures of { $region }, and those for the same year in regions of the same level and above
brief-others-col-series = Indicator
brief-others-col-middle = Median of peers
brief-others-col-span = Lowest–highest
brief-others-col-worse = Better than
brief-others-none = There are no figures of other regions to compare with.
brief-tiles-note = One tile for each city, all of one size, placed only roughly where the city lies. Shown are the { $shown } targets that some city has not met and is not likely to meet; a tile bears the sign of the assessment and the probability of meeting the target.
brief-tiles-none = There are no assessments of cities, or every city has met, or is likely to meet, every target.
brief-tiles-finding = Of { $of } cities { $good } have met the target or are likely or rather likely to, { $open } are uncertain; unlikely or missed: { $bad }.
brief-tiles-finding-all = All { $of } cities are unlikely to meet the target, or have missed it.
brief-tiles-finding-none = Of { $of } cities { $good } have met the target or are likely or rather likely to, { $open } are uncertain.
brief-pull = The province’s distance from the target comes mostly from { $parts }.
brief-pull-part = { $region } ({ $value }, which weighs { $pull } in the provincial figure)
brief-overview-map-heading = The cities on a tile map

# What if
brief-what-if-heading = What if: probabilities at other paces
brief-what-if-note = Suppose the figure moves in a straight line from its latest value to the target year, by the given change a year, with the same uncertainty as in the projection: the probability that the published figure meets the target is as shown. Indicators that count cases start from the underlying level, freed from chance fluctuation. A scenario does not say how likely its pace is; the model's own projection stands last. The required pace ends exactly on the target, so its probability is about one half; to be safer, progress must be faster.
brief-what-if-caption = { $count } targets in doubt: the probability of meeting each if it changed like this every year from now on (small print: change a year)
brief-what-if-stays = No change
brief-what-if-own = Own recent pace
brief-what-if-best-peer = Best peer’s pace
brief-what-if-required = Required pace
brief-what-if-none = There is no target in doubt for which a pace can be calculated.

# Other pages of the run
brief-way-index = Index
brief-way-overview = Overview

# Axes of funnels and interval plots
brief-overview-funnel-targets = targets that can be assessed
brief-overview-funnel-size = size (denominator)
brief-overview-funnel-y = vertical: { $unit }
brief-overview-interval-axis = projected for { $year } ({ $unit }); { $mark }
brief-overview-interval-axis-bare = projected for { $year } ({ $unit })
brief-overview-interval-mark-target = vertical line: target
brief-overview-interval-mark-base = vertical line: { $year } level
brief-unit-none = no unit

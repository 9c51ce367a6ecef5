# Other regions, years on the axis, and gaps on the charts
brief-panel-target-year = target { $year }
brief-panel-base-year = base { $year }
brief-panel-other = { $region } { $value }
brief-panel-peers-city = cities { $low }–{ $high }
brief-panel-peers-county = counties { $low }–{ $high }
brief-panel-gap-unit = gap ({ $unit })
brief-panel-gap-latest = gap now { $value }
brief-panel-gap-base = { $year } gap { $value }

# Beside other regions (annex of the brief, overview)
brief-others-heading = Beside peers, province and nation
brief-others-parts = The { $count } cities (in brackets: targets met or likely to be met, of those that can be assessed):
brief-others-part-counts = ({ $good }/{ $of })
brief-others-below = Regions below:{" "}
brief-others-peers = { $count } regions of the same level:{" "}
brief-others-note = Regions of the same level are compared in the same year, and not ranked. “Better than” counts those whose figure is worse than this region’s by more than the last decimal; a region above without a figure of that year is shown with its latest, and the year. Differences have many causes, small regions swing widely from year to year, and one year’s difference says little about the work done.
brief-others-caption = Latest figures of { $region }, and those of the same year in regions of the same level and above
brief-others-col-series = Indicator
brief-others-col-middle = Median of peers
brief-others-col-span = Lowest–highest
brief-others-col-worse = Better than
brief-others-none = There are no figures of other regions to compare with.
brief-tiles-note = One tile for each city, of one size, and only roughly where it lies. Shown are the { $shown } targets that some city has not met and is not likely to meet; a tile bears the sign of the answer and the chance of meeting the target.
brief-tiles-none = There are no answers on the cities, or every city has met, or is likely to meet, every target.
brief-tiles-finding = Of { $of } cities { $good } have met the target or are likely to, { $open } can go either way; unlikely or missed: { $bad }.
brief-tiles-finding-all = All { $of } cities are unlikely to meet the target, or have missed it.
brief-tiles-finding-none = Of { $of } cities { $good } have met the target or are likely to, { $open } can go either way.
brief-pull = The province’s distance from the target comes mostly from { $parts }.
brief-pull-part = { $region } ({ $value }, which weighs { $pull } in the provincial figure)
brief-overview-map-heading = The cities on a tile map

# What if
brief-what-if-heading = What if: chances along other paces
brief-what-if-note = If the figure moves in a straight line from where it stands now to the target year, by the given change a year, and is as uncertain around that path as the model has it, the chance that the published figure meets the target is as shown; indicators that count cases start from the underlying level, freed from chance swings. A scenario does not say how likely its pace is; what the model expects stands last. The required pace ends right on the target, so its chance is about one half; to be safe, progress must be faster.
brief-what-if-caption = { $count } targets in doubt: the chance of meeting each if it moved like this from now on (small print: change a year)
brief-what-if-stays = Stays as it is
brief-what-if-own = Own recent pace
brief-what-if-best-peer = Best peer’s pace
brief-what-if-required = Required pace
brief-what-if-none = There is no target in doubt of which a pace can be asked.

# Other pages of the run
brief-way-index = Index
brief-way-overview = Overview

# Axes of funnels and interval plots
brief-overview-funnel-targets = targets that can be assessed
brief-overview-funnel-size = size (denominator)
brief-overview-funnel-y = vertical: { $unit }
brief-overview-interval-axis = projected for { $year } ({ $unit }); { $mark }
brief-overview-interval-axis-bare = projected for { $year } ({ $unit })
brief-overview-interval-mark-target = upright line: target
brief-overview-interval-mark-base = upright line: { $year } level
brief-unit-none = no unit

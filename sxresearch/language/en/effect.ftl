### Before and since the plan began, and early starters compared: what readers are told.

effect-interval = { $value } (95% interval { $low } to { $high })
effect-too-few = There are { $since } figures since the plan began and { $before } before it on the same definition: too few to say whether the course has changed (at least { $least_before } before and { $least_since } since are needed).
effect-still = The indicator does not vary from year to year, or moves at elections only: nothing tells whether its course has changed.
effect-numbers = In { $year } the figure was { $latest }; the course before { $began } would have led to { $former }, a difference of { $distance }.
effect-parts = Of this, the change of level in the plan's first year is { $level } and the change of pace in every later year { $slope }.
effect-common = Strength was borrowed from { $regions } regions of the same level: their mean difference is { $common }.
effect-not-shown = The interval includes 0: these data show no change of course, which does not mean that there was none.
effect-better = The course is better than before, by more than chance.
effect-worse = The course is worse than before, by more than chance.
effect-changed = The course differs from before by more than chance.
effect-power = A true difference would have to reach { $size } for such data to show it in four cases of five.
effect-power-none = Even the best possible value would not be shown by such data in four cases of five.
effect-few = The figures are few ({ $before } before, { $since } since): particular caution is needed.
effect-description = This describes a difference between before and since; it does not prove that the plan brought it about, for everything else of these years is in it too.

effect-start-no-comparison = { $starters } regions had begun and { $others } could be compared with: too few regions or years for a comparison.
effect-start-numbers = By { $year } the { $starters } regions that had begun had moved by { $value } more than those that had not ({ $others }).
effect-start-not-shown = Had the starts fallen on other regions, a difference of this size would be common (p = { $p }): no effect is shown.
effect-start-differed-before = With starts put { $lead } years forward the two kinds of regions differ already: the difference can't be put down to the measure (p = { $p }).
effect-start-better = The regions that began improved more; with starts on other regions a difference of this size is rare (p = { $p }).
effect-start-worse = The regions that began did worse; with starts on other regions a difference of this size is rare (p = { $p }).
effect-start-changed = The regions that began moved differently; with starts on other regions a difference of this size is rare (p = { $p }).
effect-start-no-interval = With so few regions the least p that can be had is { $least }: no 95% interval can be given.
effect-start-description = This assumes that who began first has nothing to do with the indicator; if the better or the worse off began first, the comparison is biased.

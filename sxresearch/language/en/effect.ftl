### Before and since the plan began, and early starters compared: what readers are told.

effect-interval = { $value } (95% interval { $low } to { $high })
effect-too-few = There are { $since } figures since the plan began and { $before } before it on the same definition: too few to say whether the trend has changed (at least { $least_before } before and { $least_since } since are needed).
effect-still = The indicator does not vary from year to year, or changes only at elections: it cannot be said whether its trend has changed.
effect-numbers = In { $year } the figure was { $latest }; the trend before { $began } would have led to { $former }, a difference of { $distance }.
effect-parts = Of this, the change of level in the plan's first year is { $level }, and the yearly change since then differs by { $slope }.
effect-common = Drawing on { $regions } regions of the same level: their mean difference is { $common }.
effect-not-shown = The interval includes 0: these data show no change of trend, which does not mean that there was none.
effect-better = The trend is better than before, by more than chance.
effect-worse = The trend is worse than before, by more than chance.
effect-changed = The trend differs from before by more than chance.
effect-power = A true difference would have to reach { $size } for such data to detect it with 80% probability.
effect-power-none = Even the best possible value could not be detected by such data with 80% probability.
effect-few = There are few figures ({ $before } before, { $since } since): interpret with particular caution.
effect-description = This describes a difference between before and since; it does not prove that the plan caused it, for everything else that changed in these years is included.

effect-start-no-comparison = { $starters } regions had begun and { $others } could be compared with: too few regions or years for a comparison.
effect-start-numbers = By { $year } the { $starters } regions that had begun had moved by { $value } more than those that had not ({ $others }).
effect-start-not-shown = Had the starts fallen at random on other regions, a difference of this size would be common (p = { $p }): no effect is shown.
effect-start-differed-before = With starts moved { $lead } years earlier the two kinds of regions already differ: the difference cannot be attributed to the measure (p = { $p }).
effect-start-better = The regions that began improved more; with starts at random on other regions a difference of this size is rare (p = { $p }).
effect-start-worse = The regions that began did worse; with starts at random on other regions a difference of this size is rare (p = { $p }).
effect-start-changed = The regions that began changed differently; with starts at random on other regions a difference of this size is rare (p = { $p }).
effect-start-no-interval = With so few regions the smallest possible p is { $least }: no 95% interval can be given.
effect-start-description = This assumes that which regions began first is unrelated to the indicator; if better-off or worse-off regions began first, the comparison is biased.

### Gaps between regions and between groups: what readers are told.

disparity-trend-closing = closing
disparity-trend-widening = widening
disparity-trend-not-shown = no clear change
disparity-trend-not-comparable = not comparable
disparity-now = In { $year }, among { $places } regions of the level "{ $level }" with a figure, best and worst are { $difference } apart (the higher is { $ratio } times the lower); the mean distance from the best is { $best }, the index of disparity { $index }.
disparity-chance-alone = Differences of this size could arise from chance in counting alone; with chance removed the largest difference is about { $median } (95% interval { $low } to { $high }).
disparity-chance-beyond = The differences are beyond chance in counting; with chance removed the largest is about { $median } (95% interval { $low } to { $high }).
disparity-no-counts = Without complete numerators and denominators only printed figures are compared, and no interval is given.
disparity-since = Since { $year }: by difference { $difference }, by ratio { $ratio }.
disparity-disagrees = Difference and ratio point in opposite directions: both should be reported.
disparity-no-base = The base year has no figures for the same definition and regions, so it cannot be said whether the gap is closing.
disparity-left-out = Left out: { $suppressed } that are not published for confidentiality and { $without } without a figure.
disparity-unweighted = Populations (denominators) are incomplete: all regions are given equal weight.
disparity-share = In { $year }, { $judged } of { $regions } regions of the level "{ $level }" had a figure, and { $met } reached the target value.
disparity-share-suppressed = In { $year }, { $judged } of { $regions } regions of the level "{ $level }" had a figure that can be published, and { $met } reached the target value; { $suppressed } more are not published for confidentiality and not counted.
disparity-gaps = Of { $counted } gaps with known counts, { $beyond } are beyond chance in counting; since the base year { $closing } have closed and { $widening } have widened by more than chance.

### Vocabulary: what a reader sees for each fixed value.

status-met = met in the target year
status-missed = missed in the target year
status-likely = likely to be met
status-rather-likely = rather likely
status-uncertain = uncertain
status-unlikely = unlikely
status-very-unlikely = very unlikely
status-not-assessable = not assessable

flag-none = none
flag-watch = watch
flag-urgent = urgent

grade-none = none
grade-low = insufficient
grade-medium = moderate
grade-full = sufficient

warning-hard-to-reach = not likely to be met
warning-floor-broken = floor broken (final figures)
warning-off-course = off course (latest, recent pace)
warning-volatile = volatile (compared with peers)
warning-worsening = worsening (last two changes)
warning-stalled = stalled (last five years)
warning-gap-widening = gap not narrower (since base)
warning-stale = stale (two years or more)
warning-definition-break = new definition (earlier years unused)
warning-thin-evidence = thin evidence (years)
warning-data-quality = doubtful data (latest figure)

group-total = total
group-urban = urban
group-rural = rural
group-female = female
group-male = male

level-nation = nation
level-province = province
level-city = city
level-county = county

basis-printed = printed
basis-derived = derived
basis-secondary = secondary
basis-synthetic = synthetic

goal-kind-quantitative = quantitative
goal-kind-directional = directional
goal-kind-qualitative = qualitative

rule-at-least = at least
rule-at-most = at most
rule-around = about
rule-keep-at-least = kept at … or more (assessed in the target year)
rule-keep-around = kept at about … (assessed in the target year)
rule-every-unit-at-least = every unit at least
rule-reduce-from-base = down from the base year by
rule-increase = above the base year
rule-decrease = below the base year
rule-slow-down = slower rise
rule-narrow-gap = narrower gap
rule-not-below = not below another indicator
rule-assigned = assigned from above
rule-qualitative = qualitative (checklist)

unit-percent = %
unit-points = percentage points
unit-per-mille = ‰
unit-per-10k = {" "}per 10 000
unit-per-100k = {" "}per 100 000
unit-years-of-age = years
unit-years = years
unit-minutes-per-day = minutes a day
unit-persons = persons
unit-ten-thousand-persons = ×10 000 persons
unit-hundred-million-persons = ×100 million persons
unit-per-1000-population = per 1 000 people
unit-per-1000-children = per 1 000 children
unit-ratio = {""}
unit-number = {""}
unit-ten-thousand = ×10 000
unit-cases = cases
unit-ten-thousand-cases = ×10 000 cases
unit-ten-thousand-person-times = ×10 000 person-times

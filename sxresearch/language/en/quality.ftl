### Doubts about single figures (the rules: docs/data_quality.md): a sentence for each, and what to do.

finding-quality-figure = { $region }, { $indicator } ({ $group }), { $year }: { $value }
finding-quality-expected = { $figure }; about { $value } would be expected

finding-quality-impossible = The figure is far outside what the indicator can be in any region: { $hypothesis }.
finding-quality-impossible-do = Check decimal point and unit, correct the figure and submit it again.
finding-quality-later-year = The figure is for a year later than that of its report: the year has not ended.
finding-quality-later-year-do = Check the year, correct it and submit again.
finding-quality-implausible = The figure is outside the plausible range of the indicator: { $hypothesis }.
finding-quality-implausible-do = Compare with the source: correct it, or confirm it in data/accepted.csv; until then it is not used for verdicts.
finding-quality-slip = The figure is far from the region's other years and from what its peers did: { $hypothesis }.
finding-quality-slip-do = Compare with the source: correct it, or confirm it in data/accepted.csv; until then it is not used for verdicts.
finding-quality-year-slip = Most regions' figures of one year are off together: { $hypothesis }.
finding-quality-year-slip-do = Check the unit of that year's column: correct it, or confirm the figures in data/accepted.csv; until then they are not used for verdicts.
finding-quality-other-unit = The series, or its years since some year, is of another order of magnitude than its peers or its earlier years: { $hypothesis }.
finding-quality-other-unit-do = Check the unit (share, per cent, per mille): correct it, or confirm the figures in data/accepted.csv; until then they are not used for verdicts.
finding-quality-counts = The figure is not its numerator divided by its denominator: { $hypothesis }.
finding-quality-counts-do = Check figure, numerator and denominator and their units: correct them, or confirm the figure in data/accepted.csv; until then it is not used for verdicts.
finding-quality-zero = The series was never zero, and this year 0 is reported: the figure may be missing.
finding-quality-zero-do = Leave the cell empty where there is no figure; confirm a true zero in data/accepted.csv; until then it is not used for verdicts.
finding-quality-copied-year = Nearly all figures of this year equal the year before's: the report may have been copied.
finding-quality-copied-year-do = Submit this year's figures; confirm those that did not change in data/accepted.csv; until then they are not used for verdicts.
finding-quality-mortality-order = Neonatal, infant and under-five mortality must not fall in this order, and here the part is far above the whole.
finding-quality-mortality-order-do = Check both figures: correct them, or confirm them in data/accepted.csv; until then they are not used for verdicts.
finding-quality-groups = A total lies between its two groups (women and men, urban and rural), and here it lies outside.
finding-quality-groups-do = Check total and groups: correct them, or confirm the total in data/accepted.csv; until then the total is not used for verdicts.
finding-quality-parts = The figure of the whole is not the mean of its parts weighted by their denominators (without denominators: it lies outside their range).
finding-quality-parts-do = Check definitions and figures of both levels; the figure is used.
finding-quality-mortality-near = Neonatal, infant and under-five mortality must not fall in this order, and here the part is a little above the whole.
finding-quality-mortality-near-do = Check the sources and definitions of both; the figures are used.
finding-quality-far-off = The figure is far from the region's other years and from what its peers did; no slip explains it.
finding-quality-far-off-do = Check it; the figure is used.
finding-quality-counts-rounding = The figure differs slightly from its numerator divided by its denominator.
finding-quality-counts-rounding-do = Check whether the three have one definition; the figure is used.
finding-quality-repeated = The figure equals the year before's to the last digit while its peers moved: it may have been carried forward.
finding-quality-repeated-do = Check it; the figure is used.
finding-quality-preliminary-beside-final = There are a final and a preliminary figure for the same year.
finding-quality-preliminary-beside-final-do = The final figure is used; the preliminary one is kept.
finding-quality-accepted = Confirmed by { $who } on { $date } ({ $reason }); the figure is used.
finding-quality-accepted-do = Nothing to do.
finding-quality-accepted-other = In data/accepted.csv { $who } confirmed { $value } on { $date } ({ $reason }), which is not the figure reported now: it stays held.
finding-quality-accepted-other-do = Check which of the two is right, and correct the file or the confirmation.

hypothesis-unknown = cause unknown
hypothesis-times-10 = it seems ten times too large (decimal point one place to the right, or per mille for per cent)
hypothesis-times-100 = it seems a hundred times too large (decimal point two places to the right)
hypothesis-times-1000 = it seems a thousand times too large
hypothesis-times-10000 = the numerator seems to be in units of 10,000
hypothesis-over-10 = it seems ten times too small (decimal point one place to the left)
hypothesis-over-100 = it seems a hundred times too small (a share written for a percentage)
hypothesis-over-1000 = it seems a thousand times too small
hypothesis-over-10000 = the denominator seems to be in units of 10,000
hypothesis-digits-swapped = two digits seem to be swapped
hypothesis-counts-swapped = numerator and denominator seem to be exchanged
hypothesis-numerator-above = the numerator exceeds the denominator

### Short names of the doubts, for charts and briefs.

doubt-impossible = impossible value
doubt-later-year = year not over
doubt-implausible = outside the plausible range
doubt-slip = probable slip
doubt-year-slip = year probably in another unit
doubt-other-unit = probably in another unit
doubt-counts = unlike its counts
doubt-zero = zero for a missing figure
doubt-copied-year = probably copied from last year
doubt-mortality-order = death rates out of order
doubt-groups = total outside its groups
doubt-parts = unlike its parts
doubt-mortality-near = death rates slightly out of order
doubt-far-off = far off
doubt-counts-rounding = slightly unlike its counts
doubt-repeated = equals last year's
doubt-preliminary-beside-final = preliminary beside final

### The page on data quality: one line per year; by region, department, indicator; effects of held figures; revisions.

quality-page-title = Data quality at a glance

brief-quality-years-heading = By year
brief-quality-years-note = Expected: one figure per region and year for every indicator and group used by a target of the plans. Complete is the share of these that were reported; plausible and consistent are the shares of reported figures that are not held for being doubtful in themselves, or for contradicting another figure; on time is the share reported by the end of September of the following year, where the reporting date is known.
brief-quality-by-year = Data quality by year
brief-quality-breakdown-heading = By region, department and indicator
brief-quality-by-region = Data quality by region
brief-quality-by-department = Data quality by responsible department
brief-quality-by-indicator = Data quality by indicator
brief-quality-col-year = Year
brief-quality-col-region = Region
brief-quality-col-department = Department
brief-quality-col-indicator = Indicator
brief-quality-col-expected = Expected
brief-quality-col-reported = Reported
brief-quality-col-complete = Complete
brief-quality-col-plausible = Plausible
brief-quality-col-consistent = Consistent
brief-quality-col-on-time = On time
brief-quality-col-years = Years
brief-quality-col-doubt = Doubt
brief-quality-col-target = Target
brief-quality-col-without = Without it (assessment in use)
brief-quality-col-with = If it were used
brief-quality-col-before = Before
brief-quality-col-after = Now
brief-quality-col-relative = Change
brief-quality-col-when = Reported

brief-quality-effects-heading = Doubts with the largest effect
brief-quality-effects-note = Held figures are not used until they are confirmed. The table lists the doubts with the largest effect, at most ten: the assessment without these figures, and what it would be with them; in bold where it would change.
brief-quality-effects-caption = Effect of held figures on the assessments
brief-quality-effects-none = No figure is held; no assessment depends on one.

brief-quality-revisions-heading = Revisions
brief-quality-revisions-count = { $count } figures were revised, { $late } of them two years or more after the year they refer to. The { $shown } largest changes are listed.
brief-quality-revisions-caption = The largest revisions
brief-quality-revisions-none = No revision was found: every figure was reported once, or with the same value each time.
brief-quality-late = (late)
brief-index-quality = Data quality at a glance
brief-quality-marked = (counts as a revision)

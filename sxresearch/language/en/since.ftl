### Since the year before, taking tables and charts away, indicator notes, sections that did not come out.

fault-sections-missing = The brief lacks { $count } of its sections: { $names }. Each section is shown by a notebook cell tagged brief; most likely a cell was deleted or changed. Restore notebooks/region_brief.ipynb from version control.

brief-since-heading = Compared with the year before
brief-since-answer = With data up to { $before }, { $misses_before } of the { $assessable_before } assessable targets were not likely to be met on time (80% prediction interval in brackets) and { $met_before } were met at the time; with data up to { $now }, { $misses } of { $assessable } are not likely to be met on time and { $met } are met.
brief-since-moves = Target by target:{" "}
brief-full-stop = .
brief-since-method = Both use today's method and parameters, so the difference comes from the data alone: figures for the new year, revisions of earlier years, and new figures of the other regions that are projected together. “Better” and “worse” mean a different assessment, or a probability that changed by 10 percentage points or more.
brief-since-caption = Targets whose assessment changed, or whose probability changed by 10 percentage points or more ({ $shown } of { $of }; those that got worse first; targets shared by two plans are listed once)
brief-since-caption-more = The other targets that changed ({ $count })
brief-since-more = { $count } more
brief-since-none = There are no figures of an earlier year to compare with.
brief-since-col-before = Assessment of the year before
brief-since-col-now = Assessment today
brief-since-col-why = Why it changed
brief-since-no-cause = The figures have not changed.
brief-since-figure = New figure for { $year }: { $value }.
brief-since-figure-inside = New figure for { $year }: { $value }; { $median } was projected a year earlier (80% prediction interval { $interval }); it lies within the interval.
brief-since-figure-better = New figure for { $year }: { $value }, better than the { $median } projected a year earlier (80% prediction interval { $interval }).
brief-since-figure-worse = New figure for { $year }: { $value }, worse than the { $median } projected a year earlier (80% prediction interval { $interval }).
brief-since-figure-outside = New figure for { $year }: { $value }, outside the interval projected a year earlier ({ $median }, 80% prediction interval { $interval }).
brief-since-revised = The figure for { $series } { $year } was revised from { $before } to { $now }.
brief-since-revised-unpublished = Figures for earlier years were revised (few cases, not published).
brief-since-revision-effect = The revision alone moves the probability by { $points } percentage points.
brief-since-others = There is no new figure here; the change comes from the other regions that are projected together.

brief-take-csv = Download CSV
brief-take-picture = Save as picture

brief-indicators-heading = Indicators explained
brief-indicators-summary = Definition, numerator, denominator and local sources of { $count } indicators
brief-indicators-caption = What each indicator means, and where the local figures come from
brief-indicators-col-name = Indicator
brief-indicators-col-definition = Definition
brief-indicators-col-numerator = Numerator
brief-indicators-col-denominator = Denominator
brief-indicators-col-unit = Unit
brief-indicators-col-sources = Local sources
brief-indicators-no-source = No data
brief-better-higher = higher is better
brief-better-lower = lower is better
brief-better-band = within a range is best

brief-overview-peer-group = { $parent }: regions of level “{ $level }” ({ $count })
brief-overview-since-text = Data for each region's latest year compared with those for the year before ({ $years }), target by target:
brief-overview-changes-run = Compared with the previous run
brief-overview-year-to-year = { $before } → { $now }
brief-index-corrected = corrected by the track record: { $number }
brief-overview-corrected-note = The track record of some regions errs on one side (see the briefs); for these the corrected number is given as well. Assessments and probabilities are unchanged.

brief-department-of = { $department } of { $region }

## All runs

brief-index-runs-note = The name of a run is computed from data, plans, program and parameters: the same content gives the same name. Times are Beijing time.
brief-index-col-made = Time
brief-index-col-data = Data files
brief-index-col-parameters = Parameters
brief-index-col-differs = What differs from the run before
brief-run-by-default = all default
brief-run-first = (the earliest)
brief-run-same = nothing
run-store = store { $store }
run-parameter-as-of = data up to { $value }
run-parameter-target-year = target year { $value }
run-parameter-plan-ids = plans { $value }
run-parameter-lang = language { $value }
run-parameter-internal = internal (small counts shown)
run-and-more = { $names } and others
run-differs-data = { $count } data files: { $names }
run-differs-register = { $count } files of plans or register: { $names }
run-differs-program = the program ({ $count } files: { $names })
run-differs-libraries = versions of libraries: { $names }
run-differs-as-of = the last data year
run-differs-target-year = the target year
run-differs-plan-ids = the plans chosen
run-differs-lang = the language
run-differs-internal = whether for internal use
run-differs-regions = the regions

pack-department-lead = { $department } is responsible for { $targets } targets in { $regions } regions, { $total } in all where each target of each region counts once: { $met_now } are met by the latest figures; of { $assessable } assessable ones { $misses } are not likely to be met on time (80% prediction interval in brackets); { $urgent } urgent warnings, { $watch } to watch.

## Responsible departments

brief-departments-title = Targets by responsible department
brief-departments-heading = Departments
brief-departments-many = { $regions } regions are too many for one page: this page lists { $named } of them, all but the counties, and its counts are of these alone. A county is told by its brief, found through the index.
brief-departments-note = Departments of several regions that share a name are listed separately, with their region. In each table urgent targets come first, then those to watch, the others by rising probability. A region's name opens its brief.
brief-departments-caption = Targets for which { $department } is responsible (one row for each target of each region)
brief-departments-col-flag = Warning
brief-departments-open = Targets by responsible department

### Help and messages of the command line.

cli-help-app = Monitoring and evaluation of the Shanxi women's and children's plans: project indicators, assess targets, write briefs.
cli-help-check = Check monitoring data and plan files; list everything that is wrong.
cli-help-check-paths = Data files, plan files, or folders of them.
cli-help-assess = Assess every target and write the verdict table.
cli-help-assess-out = Result file (.csv, .parquet or .xlsx).
cli-help-brief = Make the briefs of the given regions.
cli-help-brief-regions = Six-digit region codes.
cli-help-batch = Make the briefs of many regions, with an index page.
cli-help-demo = Write the demonstration data (synthetic, not real).
cli-help-demo-out = Folder to write into.
cli-help-counties = Write the 117 counties as well.
cli-help-lab = Open JupyterLab: start page, and copies of the notebooks to work on.
cli-help-lab-port = Port; chosen automatically by default.
cli-help-lab-no-browser = Do not open a browser.
cli-help-lab-root = Working folder: copies of the notebooks and briefs are kept there (default reports).
cli-help-plans = Folder of plan files (default data/plans).
cli-help-plan-ids = Id of a plan, repeatable; only these plans are used (default: those whose period covers the last data year).
cli-help-observations = Data file, folder or address of a monitoring store, repeatable (default data/observations/china-national.csv and data/demo).
cli-help-regions = all, province, cities, counties or region codes, several if wanted (default all: every region with a plan and data).
cli-help-more-regions = Further region codes after --regions.
cli-help-as-of = Last data year to use (default the latest).
cli-help-target-year = Year to assess (default each plan's target year).
cli-help-lang = Language of the briefs.
cli-help-out = Folder of the briefs (default reports).
cli-help-jobs = How many briefs to make at once (default the number of cores).
cli-help-resume = Continue a run: briefs already made from the same data, code and parameters are kept.

cli-reading = Reading plans and data
cli-checking = Checking
cli-assessing = Assessing
cli-writing-demo = Writing demonstration data
cli-making-briefs = Making briefs

cli-checked-plan = { $path }: plan file, no faults ({ $count } targets)
cli-checked-indicators = { $path }: indicator register, no faults ({ $count } indicators)
cli-checked-regions = { $path }: region list, no faults ({ $count } regions)
cli-checked-overrides = { $path }: regional values, no faults ({ $count } values)
cli-checked-responsibility = { $path }: responsible departments, no faults ({ $count } targets)
cli-assessed = Assessed { $regions } regions, { $rows } rows of results.
cli-briefs-made = Made { $done } of { $total } briefs in { $seconds } seconds.
cli-passed-over = { $count } more regions to which a plan applies have no monitoring data and are left out.
cli-unchanged = Data, plans, code and parameters are unchanged: the { $total } briefs of run { $run } are kept as they are.
cli-synthetic = Note: the results contain synthetic demonstration data, which say nothing about any real place.
cli-interrupted = The run was interrupted; nothing incomplete was left behind.
cli-go-on = Finished briefs stay as they are. To go on: { $command }
cli-regions-without-option = Unexpected argument "{ $first }". Put region codes after --regions

cli-help-catalogue = Write the catalogue of goals and targets, or read it back against the text of the plans.
cli-help-catalogue-out = File for the catalogue (.md).
cli-help-catalogue-against = Text of the plans: every figure and trend word must lead to a target or a reason.
cli-catalogue-nothing = Give --out (write the catalogue) or --against (compare with the text)

cli-help-replay = Replay past targets: the probabilities that would have been given with what was known then.
cli-help-replay-history = History (CSV: indicator, unit, better, region, year, value).
cli-help-replay-targets = Past targets (CSV: case, indicator, region, rule, target_value, target_year, as_of …).
cli-help-replay-out = Result file (CSV).
cli-replaying = Replaying past targets

cli-help-scheduler = Address of a dask scheduler on whose workers to do it (extra "cluster").
cli-fresh-kernels = Kernels were started one by one: forking them is not possible here, or failed. Same results, but slower.
cli-lab-kept = Notebooks that you changed stay as they are: { $names } (their templates are newer; to get these, delete the file in { $folder } and run this again).

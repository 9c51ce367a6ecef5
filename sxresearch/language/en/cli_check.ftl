### What the command check says, and the columns of the list of findings.

cli-help-check-table = Write the figures that would be used as a long table (.csv, .xlsx or .parquet)
cli-help-check-findings = Write all findings to an Excel file (.xlsx)
cli-checked-observations = { $path }: monitoring data ({ $count } rows)
cli-understood = {"  "}{ $where }: { $shape }, { $figures }; { $regions }; { $indicators }; { $years }; units: { $units }
cli-understood-nothing = {"  "}{ $where }: no figures
cli-several-figures = { $count ->
    [one] one figure
   *[other] { $count } figures
 }
cli-several-regions = { $count ->
    [one] one region
   *[other] { $count } regions
 } ({ $names })
cli-several-indicators = { $count ->
    [one] one indicator
   *[other] { $count } indicators
 } ({ $names })
cli-and-others = { $names } …
cli-years = { $first }–{ $last }
cli-one-year = { $year }
cli-shape-long = long table (one figure a row)
cli-shape-year = years side by side
cli-shape-region = regions side by side
cli-shape-indicator = indicators side by side
cli-shape-group = groups side by side
cli-finding = { $number }. [{ $severity }] { $line }
cli-refused = These figures cannot be used until everything marked "refused" has been corrected.
cli-table-refused = Some data were refused; the long table was not written: { $path }
fault-output-is-input = The output file is one of the input files and would overwrite it. Choose another name.
fault-output-is-input-folder = The output folder is an input folder: what is written there would be read as data next time. Choose another folder.

findings-sheet = Findings
findings-column-severity = consequence
findings-column-rule = finding
findings-column-file = file
findings-column-sheet = sheet
findings-column-cell = cell
findings-column-line = line
findings-column-found = found
findings-column-region = region
findings-column-indicator = indicator
findings-column-group = group
findings-column-year = year
findings-column-action = what to do

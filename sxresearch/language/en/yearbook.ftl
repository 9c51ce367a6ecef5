### The annual monitoring tables: titles, marks, notes.

yearbook-title = Monitoring tables { $year }: { $plan }
yearbook-notes = Notes
yearbook-plan = Plan
yearbook-years = Years
yearbook-legend = What the signs mean
yearbook-explanations = Indicators explained
yearbook-unreported = Indicators without figures
yearbook-indicator = { $name } ({ $unit })
yearbook-ratio = Worked out as { $numerator } over { $denominator }.
yearbook-department = Responsible: { $department }.
yearbook-sentence-gap = {" "}
yearbook-sources = Sources: { $sources }
yearbook-synthetic-note = This book holds synthetic data, made by a program to show how the toolkit works; do not quote it.
yearbook-empty = …
yearbook-col-indicator = Indicator
yearbook-col-code = Code
yearbook-col-region = Region
yearbook-col-group = Group
yearbook-col-unit = Unit
yearbook-col-source = Source
yearbook-col-explanation = Explanation
yearbook-col-sign = Sign
yearbook-col-meaning = Meaning

yearbook-mark-preliminary = [p]
yearbook-mark-revised = [r]
yearbook-mark-held = [h]
yearbook-mark-derived = [d]
yearbook-mark-secondary = [s]
yearbook-mark-synthetic = [syn]
yearbook-legend-preliminary = Preliminary; may be revised.
yearbook-legend-revised = Revised.
yearbook-legend-held = Held: doubtful, and not used for verdicts until it is confirmed.
yearbook-legend-derived = Derived, not as first printed.
yearbook-legend-secondary = Taken from another publication.
yearbook-legend-synthetic = Synthetic data, not real statistics.
yearbook-legend-suppressed = A county's count of 1 to 4, or a figure from which one follows: not published.
yearbook-legend-none = No figure.

cli-help-yearbook = Write the annual monitoring tables: one book per plan, Excel and Word.
cli-help-yearbook-year = Year of the tables; they begin with the base year, or four years earlier.
cli-yearbook = Writing the annual monitoring tables

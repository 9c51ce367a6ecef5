### The catalogue of goals (docs/catalogue.md) and the report that compares it with the printed text.

catalogue-title = Catalogue of the plans' goals
catalogue-note = Written by sxresearch catalogue --out; do not edit by hand. Titles and notes are our own words; quotation marks enclose the few characters of the plan that state the figure or the trend.
catalogue-document = Document
catalogue-years = base year { $base }, plan { $first }–{ $last }, target year { $target }
catalogue-by-field = By field
catalogue-by-rule = By rule
catalogue-field = Field
catalogue-rule = Rule
catalogue-goals = Goals
catalogue-measures = Measures
catalogue-targets = Targets
catalogue-from-measures = of these from measures
catalogue-checklist = Checklist items
catalogue-sum = Total
catalogue-served-by = served by measures
catalogue-aspiration = aspiration
catalogue-strict = the figure itself excluded
catalogue-tolerance = tolerance { $size }
catalogue-against = against
catalogue-figure-in-measure = figure only in a measure
catalogue-source = Seen in
catalogue-due = by { $year }
catalogue-reading = Other reading
catalogue-no-target = No target

text-map-title = The printed text against the catalogue
text-map-plan = Plans compared: { $plans }
text-map-left-out = Not in this text and not compared: { $plans }
text-map-none = The text bears the title of none of the plans. Give the whole text of a plan.
text-map-counts = { $all } figures and trend words in the text: { $targets } belong to targets, { $reasons } have a stated reason, { $unmapped } are not accounted for. Targets and reasons quote the text { $phrases } times.
text-map-agrees = They agree: nothing is left out and nothing was added.
text-map-findings = To be corrected
text-map-unmapped = { $spot }: "{ $words }" is neither a target nor given a reason (…{ $around }…). Make it a target or explain it under not_targets.
text-map-doubled = { $spot }: "{ $words }" is a target and also said to be none. Keep one of the two.
text-map-misquoted = { $spot }: the phrase "{ $words }" appears { $count } times in the text; it must appear exactly once. Change the phrase.
text-map-states-nothing = { $spot }: the phrase "{ $words }" of target { $target } holds neither a figure nor a trend word. Change the phrase, or check what the target rests on.
text-map-other-figure = { $spot }: the value { $value } of target { $target } is not in its phrase "{ $words }", and no note says how it was read. Check the value.
text-map-absent = In the text but not in the catalogue: { $spot }. Add it.
text-map-invented = In the catalogue but not in the text: { $spot }. Remove it or check its number.
text-map-aspiration = Target { $target } is marked as an aspiration, but its text does not say so. Check it.
text-map-table = Every occurrence
text-map-where = Place
text-map-kind = Kind
text-map-words = Text
text-map-span = Characters
text-map-answer = Target or reason

said-figure = figure
said-trend = trend word
said-aspiration = aspiration
said-threshold = threshold word

part-goal = goal
part-measure = measure

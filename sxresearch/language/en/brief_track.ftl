### Track record: how often the same judgements were right in the past.

brief-track-too-short = Too few past assessments to test: { $judged } of regions of this level can be checked ({ $blocks } years); at least { $cases } in { $years } years are needed. The probabilities are informed estimates, not a guarantee.
brief-track-short-note = Too few past assessments to test ({ $judged }).
brief-track-withheld = The track record is not good enough: in { $judged } past assessments of regions of this level the error of the probabilities (Brier score) was larger by { $against } than that of the yardstick (past share met) (95% interval { $low } to { $high }), so this brief gives no probabilities.
brief-track-judged = Assessed again with the data of the time: { $judged } assessments of regions of this level, made in { $blocks } years, each from the figures known then, compared with the later figures.
brief-track-brier = Error of the probabilities (Brier score; 0 is perfect, smaller is better): this method { $ours }, yardstick (no change) { $naive }, yardstick (past share met) { $base }; difference from the past share met { $against } (95% interval { $low } to { $high }; below 0 this method is better).
brief-track-coverage = The 80% prediction intervals contained { $covered } of the later figures ({ $figures } figures).
brief-track-synthetic = This track record comes from synthetic data and proves nothing about the method.
brief-track-bands-caption = Probabilities given and actual outcomes
brief-track-col-band = Assessed as
brief-track-col-cases = Assessments
brief-track-col-said = Mean probability
brief-track-col-happened = Met
brief-track-band-likely = likely or rather likely (≥ 66%)
brief-track-band-uncertain = uncertain (33–66%)
brief-track-band-unlikely = unlikely (< 33%)

brief-track-figure-reliability = Probabilities given and actual outcomes
brief-track-figure-coverage = Coverage of the intervals, by years ahead
brief-track-figure-brier = Error of the probabilities (Brier), by method
brief-track-figure-alarms = Thresholds for a warning: hits, false alarms, misses
brief-track-axis-said = probability given
brief-track-axis-happened = share met
brief-track-axis-horizon = years ahead
brief-track-axis-covered = share inside the interval
brief-track-axis-brier = Brier score (smaller is better)
brief-track-axis-level = warn when the probability is below
brief-track-axis-count = assessments
brief-track-interval = { $level } interval
brief-track-method-ours = this method
brief-track-method-naive-walk = yardstick (no change)
brief-track-method-growth-rate = growth rate
brief-track-method-weighted-line = recency-weighted line (ESCAP)
brief-track-method-grey-model = grey model GM(1,1)
brief-track-method-base-rate = yardstick (past share met)
brief-track-alarm-hits = hits
brief-track-alarm-false-alarms = false alarms
brief-track-alarm-missed = misses
brief-track-alarm-below = < { $level }
brief-track-none = No past assessment can be checked.

brief-track-side-cautious = The track record errs on the pessimistic side: the mean probability was { $said }, and { $met } were met. Assessments of one indicator and of neighbouring years move together; a test that groups them by indicator and by years (two-sided, { $size }; t = { $t }, { $df } degrees of freedom) shows more than chance.
brief-track-side-optimistic = The track record errs on the optimistic side: the mean probability was { $said }, and only { $met } were met. Assessments of one indicator and of neighbouring years move together; a test that groups them by indicator and by years (two-sided, { $size }; t = { $t }, { $df } degrees of freedom) shows more than chance.
brief-track-side-none = The track record shows no error on one side: the mean probability was { $said }, and { $met } were met; by a test that groups assessments by indicator and by years (two-sided, { $size }; t = { $t }, { $df } degrees of freedom) the difference may be chance.
brief-track-side-untested = Too few indicators or years to test whether the track record errs on one side.
brief-track-corrected = Targets not likely to be met on time: about { $misses } by the probabilities as they stand; about { $corrected } if the past error persists (the log odds of every probability raised by { $shift }). Apart from this and one sentence on the first page, no probability or count in this brief is corrected.

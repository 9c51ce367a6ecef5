### Track record: how often the same judgements were right in the past.

brief-track-too-short = The record is too short: { $judged } judgements of regions of this level can be checked ({ $blocks } years); at least { $cases } in { $years } years are needed to say whether the chances can be trusted. Take them as founded estimates.
brief-track-short-note = Record too short ({ $judged } judgements) to say how good the chances are.
brief-track-withheld = The record is poor: in { $judged } past judgements of regions of this level the error of the chances was larger by { $against } than that of the plain share of targets met (95% interval { $low } to { $high }), so this brief gives no chances.
brief-track-judged = The past re-lived with the same method: regions of this level, { $judged } judgements made in { $blocks } years, each from the figures known then, compared with what came.
brief-track-brier = Error of the chances (Brier score, 0 is perfect, smaller is better): this method { $ours }, "it stays as it is" { $naive }, the plain share of targets met { $base }; difference from that share { $against } (95% interval { $low } to { $high }, below 0 is better).
brief-track-coverage = The 80% intervals covered { $covered } of the later figures ({ $figures } figures).
brief-track-first-screen = Track record ({ $judged } judgements): of those called likely or rather likely { $likely } were met; 80% intervals covered { $covered }; error of the chances { $ours } ("it stays as it is" { $naive }, plain share met { $base }; smaller is better).
brief-track-synthetic = This record stems from synthetic data and proves nothing about the method.
brief-track-bands-caption = Calibration: what was said and what came
brief-track-col-band = Said then
brief-track-col-cases = Judgements
brief-track-col-said = Mean chance
brief-track-col-happened = Really met
brief-track-band-likely = likely or rather likely (≥ 66%)
brief-track-band-uncertain = hard to say (33%–66%)
brief-track-band-unlikely = unlikely (< 33%)

brief-track-figure-reliability = Calibration: chances given and share really met
brief-track-figure-coverage = Coverage of the intervals, by years ahead
brief-track-figure-brier = Error of the chances (Brier), by method
brief-track-figure-alarms = Thresholds for a warning: hits, false alarms, misses not warned of
brief-track-axis-said = chance given
brief-track-axis-happened = share really met
brief-track-axis-horizon = years ahead
brief-track-axis-covered = share inside the interval
brief-track-axis-brier = Brier score (smaller is better)
brief-track-axis-level = warn when the chance is below
brief-track-axis-count = judgements
brief-track-interval = { $level } interval
brief-track-method-ours = this method
brief-track-method-naive-walk = it stays as it is
brief-track-method-growth-rate = growth rate
brief-track-method-weighted-line = recency-weighted line (ESCAP)
brief-track-method-grey-model = grey model GM(1,1)
brief-track-method-base-rate = plain share of targets met
brief-track-alarm-hits = hits
brief-track-alarm-false-alarms = false alarms
brief-track-alarm-missed = not warned of
brief-track-alarm-below = < { $level }
brief-track-none = No judgement can be checked.

brief-track-side-cautious = The record errs on the cautious side: on average a chance of { $said } was given, and { $met } were met. Judgements on one indicator and of neighbouring years move together; a test that groups them by indicator and by years (two-sided, { $size }; t = { $t }, { $df } degrees of freedom) says that this is more than chance.
brief-track-side-optimistic = The record errs on the optimistic side: on average a chance of { $said } was given, and only { $met } were met. Judgements on one indicator and of neighbouring years move together; a test that groups them by indicator and by years (two-sided, { $size }; t = { $t }, { $df } degrees of freedom) says that this is more than chance.
brief-track-side-none = The record shows no error on one side: on average a chance of { $said } was given, and { $met } were met; by a test that groups judgements by indicator and by years (two-sided, { $size }; t = { $t }, { $df } degrees of freedom) the difference may be chance.
brief-track-side-untested = Too few indicators or years to test whether the record errs on one side.
brief-track-corrected = Targets expected to be missed: about { $misses } by the chances as they stand; about { $corrected } if the record's error persists (the log odds of every chance raised by { $shift }). Nowhere else in this brief are chances or counts corrected.
brief-track-first-screen-cautious = The record errs on the cautious side ({ $judged } judgements, more than chance): { $said } met was said, { $met } came. About { $misses } misses are expected, about { $corrected } as the record would correct it.
brief-track-first-screen-optimistic = The record errs on the optimistic side ({ $judged } judgements, more than chance): { $said } met was said, only { $met } came. About { $misses } misses are expected, about { $corrected } as the record would correct it.

### Faults of a replay (the others stand in fault.ftl).

fault-replay-number = Column "{ $column }" must hold a number (years: whole numbers), got "{ $found }". Correct it; leave a value of the history empty when there is none.
fault-replay-twice = Two rows have the same key ({ $key }). Keep one of them.
fault-replay-rule = A rule must be one of { $expected }, got "{ $found }". Write one of these.
fault-replay-folder-missing = The folder of the output file does not exist. Make it first, or name another place.

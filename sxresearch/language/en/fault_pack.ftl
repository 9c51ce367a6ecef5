### Faults of the meeting pack.

fault-pack-department-unknown = no target names the department “{ $department }”; those named are: { $known }. Departments stand in responsibility.csv or in the indicator register
fault-pack-nothing-asked = give region codes, or one department with --department, or both
fault-pack-department-several = several regions have their own department “{ $department }”: { $regions }. Give the region as well: pack CODE --department NAME
fault-pdf-no-browser = no Chromium found (looked for { $names }), so no PDF can be printed; install Chromium, or open the HTML in a browser and print it
fault-pdf-failed = Chromium made no PDF: { $problem }
fault-verdicts-unreadable = not a readable verdict file: { $problem }; give a verdicts.parquet
fault-verdicts-columns = columns { $columns } are missing: this is no verdict table, or one of an older version, and can't be compared; give a verdicts.parquet that this version's assess or batch wrote
fault-verdicts-cells = columns { $columns } hold values that can't be read as verdicts, so nothing can be compared; give a verdicts.parquet that this version's assess or batch wrote

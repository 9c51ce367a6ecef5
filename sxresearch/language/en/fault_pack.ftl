### Faults of the meeting pack.

fault-pack-department-unknown = no target names the department “{ $department }”; those named are: { $known }. Departments stand in responsibility.csv or in the indicator register
fault-pack-nothing-asked = give region codes, or one department with --department, or both
fault-pack-department-several = several regions have their own department “{ $department }”: { $regions }. Give the region as well: pack CODE --department NAME
fault-pdf-no-browser = No browser that can print a PDF was found (looked for { $names }). Install one of them, or open the HTML in any browser and print it.
fault-pdf-failed = The browser made no PDF: { $problem }
fault-verdicts-unreadable = not a readable verdict file: { $problem }; give a verdicts.parquet
fault-verdicts-columns = columns { $columns } are missing: this is no verdict table, or one of an older version, and cannot be compared; give a verdicts.parquet that this version's assess or batch wrote
fault-verdicts-cells = columns { $columns } hold values that cannot be read as verdicts, so nothing can be compared; give a verdicts.parquet that this version's assess or batch wrote

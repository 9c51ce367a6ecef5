### Faults of the meeting pack.

fault-pack-department-unknown = No target has the department “{ $department }”; those named are: { $known }. Departments are listed in responsibility.csv or in the indicator register.
fault-pack-nothing-asked = Give region codes, or one department with --department, or both.
fault-pack-department-several = several regions have their own department “{ $department }”: { $regions }. Give the region as well: pack CODE --department NAME
fault-pdf-no-browser = No browser that can print a PDF was found (looked for { $names }). Install one of them, or open the HTML in any browser and print it.
fault-pdf-failed = The browser made no PDF: { $problem }
fault-verdicts-unreadable = This is not a readable verdict file: { $problem }. Give a verdicts.parquet.
fault-verdicts-columns = Columns { $columns } are missing: this is not a verdict table, or one from an older version, and cannot be compared. Give a verdicts.parquet written by assess or batch of this version.
fault-verdicts-cells = Columns { $columns } hold values that cannot be read, so nothing can be compared. Give a verdicts.parquet written by assess or batch of this version.

### Faults on reading monitoring data (the others stand in fault.ftl).

fault-file-unreadable = The file is damaged, protected by a password, or not of the kind its name says: { $problem }. Open it in its program, save it again and retry.
fault-title-above-header = The first row must be the header (region, indicator, group, year, value …); it has the single cell "{ $found }", which seems to be a title. Delete the rows above the header and try again.
fault-row-too-long = This row is longer than the header ({ $columns } columns). Look for a stray comma; put text that holds a comma in quotation marks.
fault-observation-none = The file holds no value at all. Fill in the column "value" and try again.
fault-observation-reported-at = The date of the report must look like 2024-05-31, got "{ $reported_at }". Correct it, or leave it empty.
fault-observation-held = The column held is filled in by the reader and must be empty in a file, found "{ $found }". Clear the column and send the file again.
fault-accepted-cell = The cell "{ $column }" of the confirmation file needs a valid entry, found "{ $found }". Correct it (dates as 2024-05-31).
fault-accepted-twice = The same figure is confirmed twice (the other is on line { $first }). Delete one row.

fault-template-year-unknown = No year to report is given, and there are no figures of region { $code } ({ $name }) or of those above it to go by. Name it with --year, such as --year 2024.
fault-template-year = The year to report must lie between { $first } and { $last }, got { $found }. Correct --year.
fault-template-filled = There is already a form of this name whose content differs from the one to be written: it may have been filled in, and was not overwritten. Choose another folder with --out, or move or rename this form, then try again.

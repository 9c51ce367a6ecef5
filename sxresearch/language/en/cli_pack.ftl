### Help and messages of the pack command.

cli-help-pack = Write the meeting pack: a Word report, an Excel workbook and a PDF, for regions (with those below them) or for one department.
cli-help-pack-regions = six-digit region codes, or province, cities …; a region with data below it is written together with them.
cli-help-pack-department = name of a responsible department: its targets in every region, or only in the regions whose codes are given.
cli-help-pack-pdf = print a PDF too (needs Chromium).
cli-packing = writing the meeting pack

### Help and messages of the pack command.

cli-help-pack = Write meeting material: a Word report, an Excel workbook and a PDF, for regions (with those below them) or for one department.
cli-help-pack-regions = Six-digit region codes, or province, cities …; a region with data below it is written together with them.
cli-help-pack-department = Name of a responsible department: its targets in every region, or only in the regions whose codes are given.
cli-help-pack-pdf = Print a PDF too (needs Edge, Chrome or Chromium).
cli-packing = Writing meeting material

### Help and messages of the report command.

cli-help-report = Write the mid-term or final evaluation reports: a Word file for each region and plan, and beside it a workbook that lists every sentence with its sources.
cli-help-report-kind = midterm or final (which needs figures of the target year).
cli-help-report-regions = six-digit region codes, or all, province, cities, counties.
cli-help-report-template = a panel's own letterhead (.docx): page, header, footer and fonts are kept; the report stands where a paragraph says {"{{"}report{"}}"}, or at the end.
cli-help-midterm-year = last data year of the mid-term evaluation on which a final one looks back, half-way by default.
cli-reports = writing the evaluation reports
cli-help-batch-with = report: write the mid-term evaluation reports of every region too (Word and workbook), listed in index and manifest.

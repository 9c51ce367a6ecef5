### Help and messages of the report command.

cli-help-report = Write the mid-term or final evaluation reports: a Word file for each region and plan, with a workbook that lists every sentence with its sources.
cli-help-report-kind = midterm, or final (which needs figures for the target year).
cli-help-report-regions = Six-digit region codes, or all, province, cities, counties.
cli-help-report-template = The panel's own letterhead (.docx): its page, header, footer and fonts are kept; the report stands where a paragraph says {"{{"}report{"}}"}, or at the end.
cli-help-midterm-year = Last data year of the mid-term evaluation that a final one looks back on (default half-way).
cli-reports = Writing evaluation reports
cli-help-batch-with = report: also write the mid-term evaluation reports of every region (Word and workbook), listed in the index and manifest.json.

### Help and messages of the command template.

cli-help-template = Write reporting forms (Excel) for regions, or the list of names.
cli-help-template-regions = Region codes or names, or all, province, cities, counties (default all: every region to which a plan applies).
cli-help-template-year = Year to report, may be repeated (default: the year after the region's latest figure).
cli-help-template-observations = Figures known so far, shown for orientation; may be repeated (default data/observations and data/demo).
cli-help-template-out = Folder for the forms (default reports/templates).
cli-help-template-names = Write only the list of names, to this file (.md).
cli-writing-templates = Writing forms

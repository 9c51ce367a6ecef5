### The reporting form (sxresearch template) and the list of names (docs/names.md).

template-title = Reporting form of the women's and children's plans: { $region } ({ $code })
template-subtitle = Years to report: { $years }. The file has four sheets: instructions, form (the only one to fill), what the indicators mean, names.
template-synthetic = Earlier figures marked "演示" are synthetic demonstration figures and cannot be used for checking.
template-page = Page &P of &N

template-sheet-how = Instructions
template-sheet-entry = Form
template-sheet-definitions = Definitions
template-sheet-names = Names

template-column-region-name = Region
template-column-remark = Remark
template-column-known = Earlier figure (orientation only)
template-known = { $value } ({ $year })
template-known-synthetic = { $value } ({ $year } demo)

template-how-title = Instructions
template-how-fill = Each row is for one indicator, one group and one year. Grey cells are filled in already and must stay as they are; pale yellow cells are for the reporting office.
template-how-unit = Give the value ("数值") in the unit of its row, as a number without the unit: 95.2% as 95.2, 3.2‰ as 3.2, 12.5 per 100 000 ("12.5/10万") as 12.5. Give the decimals you have; do not round further.
template-how-blank = Where there is no figure, leave value, numerator and denominator empty; do not enter 0. Enter 0 only where the figure is 0.
template-how-counts = For rates and shares give numerator ("分子") and denominator ("分母") as well, as full counts and never in units of 10 000 ("万"). What they count is explained in the sheet "指标解释". Where both are grey, nothing is required.
template-how-status = Choose the status ("数据状态") from the list: "终值" for a final yearly figure, "初步" for a preliminary one, "修订" for a correction of a figure reported before.
template-how-basis = Choose the basis ("数据性质") from the list: "刊载" for a figure printed or issued officially, "推算" for one that the office derived, "转引" for one quoted from elsewhere.
template-how-source = Name the source ("来源") with its year, such as "2024年卫生健康统计年报".
template-how-known = "上年值（仅供参考）" shows the latest known figure before the year asked for; it is for comparison and is never read as data. Where yours differs much, check it and give the reason under "备注".
template-how-orange = A cell turns orange where a row has data and lacks this item, or where the value does not agree with numerator ÷ denominator. Please check it.
template-how-spare = The empty rows at the end are for other years, groups or indicators: choose region code, indicator, group and unit from the lists. Rows that are not needed can stay.
template-how-protection = The sheets are protected against slips, without a password. Please do not rename, add or delete columns, and do not merge cells.
template-how-save = Save as .xlsx (Excel, WPS Spreadsheets and LibreOffice all work), then run "python -m sxresearch check FILE" and send the file when it finds no fault.

template-definition-indicator = Indicator
template-definition-aliases = Other names
template-definition-unit = Unit
template-definition-groups = Groups
template-definition-definition = Definition
template-definition-numerator = Numerator
template-definition-denominator = Denominator
template-definition-department = Responsible department
template-break = (definition changed: { $reason })

template-names-indicator = Indicators
template-names-aliases = Other names of the indicator
template-names-group = Groups
template-names-unit = Units
template-names-status = Statuses
template-names-basis = Bases
template-names-region = Region codes
template-names-region-name = Regions

template-prompt-value = Unit: { $unit }; { $span }. { $definition }
template-prompt-count = { $what }. Give the full count, never in units of 10 000.
template-span-between = from { $low } to { $high }
template-span-from = { $low } or more
template-span-to = { $high } or less
template-span-any = any number
template-error-title = Please check
template-error-list = Please choose from the list. Allowed entries are in the sheet of names.
template-error-year = The year must be a whole number from { $first } to { $last }, such as { $last }.
template-error-value = A number is expected here, without its unit. The unit is { $unit }, { $span }.
template-error-count = A number of 0 or more is expected here, without a unit and never in units of 10 000.

names-title = Names
names-note = The names that data files may use. This file is written by sxresearch template --names docs/names.md; do not edit it by hand. The first name of a row is the one in the reporting form; the others are recognised as well.
names-section-columns = columns
names-section-group = groups
names-section-unit = units
names-section-status = status
names-section-basis = basis
names-section-indicator = indicators
names-section-region = regions
names-head-name = name
names-head-others = also
names-head-english = English
names-head-needed = required
names-head-aliases = other names
names-head-unit = unit
names-head-groups = groups
names-head-department = department
names-head-code = code
names-head-note = note
names-yes = yes
names-code-only = name used twice, write the code

### Small counts of counties: what is not published, and how that is said.

reason-suppressed = The persons or cases concerned number 1 to 4, so the figures are not published; the assessment was made from the full data.

brief-suppressed = not published
brief-suppressed-count = For { $count } targets the persons or cases concerned number 1 to 4: the figures are not published, only the assessment is given, and those whose latest figure is not published are left out of what is met now.
brief-finding-suppressed = Not published (counts of 1 to 4, or figures that give one away)
brief-internal-mark = INTERNAL, not for publication
brief-index-internal = Internal

cli-help-internal = For internal use: counts of 1 to 4 in counties are shown; every page is marked as internal and must not be published.

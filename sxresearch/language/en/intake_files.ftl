### Faults on opening the files that offices send.

fault-intake-missing = The file was not found. Check its name and folder.
fault-intake-no-file = A file was expected here, got a folder or something else. Name the file itself.
fault-intake-locked = The file cannot be opened: { $problem }. Another program may be using it, or you may lack permission to read it. Close that program or obtain permission, then try again.
fault-intake-empty = The file is empty. Check whether the right file was sent.
fault-intake-too-large = The file is too large: once read it would take more than { $most } MB. Keep only the rows and columns needed for reporting, or split it into several files.
fault-intake-unpacks-too-large = Unpacked, the file would take more than { $most } MB, which no reporting table needs. Copy the figures into a new workbook, save it and send it again.
fault-intake-damaged = The file is damaged and cannot be read in full ({ $problem }). Open it in its program, save it again and resend it; if it does not open, ask the reporting office for another copy.
fault-intake-no-sheet = The workbook has no worksheet (only charts or macros). Put the figures on a worksheet and send it again.
fault-intake-no-table = The web page holds no table. If it is a page with frames, open it in Excel and save it as .xlsx.
fault-intake-encoding = The encoding of the text is not recognised. Save it in Excel as .xlsx, or as "CSV UTF-8".
fault-intake-broken-utf8 = The file is UTF-8 text with broken characters from line { $line } on; it may have been cut off in transfer. Export it again.
fault-intake-open-quote = Line { $line } has a quotation mark (") that holds the following lines inside it, so that it is unclear where rows end. Delete this quotation mark, or use typographic ones, and send the file again.
fault-intake-kind-password = The file is protected by a password and cannot be read. Remove the password in its program, save it and send it again.
fault-intake-kind-et = This is WPS's own spreadsheet format (.et), which cannot be read. Save it as .xlsx in WPS and send it again.
fault-intake-kind-xlsb = This is a binary Excel workbook (.xlsb), which cannot be read. Save it as .xlsx in Excel and send it again.
fault-intake-kind-xml-2003 = This is an "XML Spreadsheet 2003", not a usual workbook. Open it in Excel or WPS, save it as .xlsx and send it again.
fault-intake-kind-fods = This is an OpenDocument spreadsheet in one XML file (.fods). Save it as .ods or .xlsx and send it again.
fault-intake-kind-mht = This is a web page in a single file (.mht). Open it in Excel, save it as .xlsx and send it again.
fault-intake-kind-word = This is a text document (Word or WPS Writer), not a spreadsheet. Copy its table into Excel, save it as .xlsx and send it again.
fault-intake-kind-slides = This is a presentation, not a spreadsheet. Put the figures into Excel, save it as .xlsx and send it again.
fault-intake-kind-odf-other = This is an OpenDocument file, but not a spreadsheet. Put the figures into a spreadsheet, save it as .ods or .xlsx and send it again.
fault-intake-kind-ole-other = This is a file of an older Office program, but holds no workbook. Open it in its program, save it as .xlsx and send it again.
fault-intake-kind-pdf = This is a PDF file, not a spreadsheet. Ask the reporting office for the table itself (.xlsx, .xls, .ods or .csv).
fault-intake-kind-image = This is a picture, not a spreadsheet. Ask the reporting office for the table itself (.xlsx, .xls, .ods or .csv).
fault-intake-kind-archive = This is an archive, not a workbook. Unpack it first, then read in the tables inside.
fault-intake-kind-broken-zip = The file should be a workbook (.xlsx or .ods) but is damaged, perhaps not fully downloaded. Download it again, or ask the reporting office for another copy.
fault-intake-kind-binary = The file is neither a spreadsheet nor text; its content is not recognised. Send an .xlsx, .xls, .ods or .csv file.
fault-intake-folder-empty = The folder (including subfolders) holds no table that can be read. Expected { $expected } files; other files found: { $others }.

intake-skipped-lock = Temporary file of a program (lock file), skipped: { $name }
intake-skipped-other = Not a table, not read: { $name }
fault-intake-process-lost = A process that reads data was ended by the system, most likely for lack of memory. Close other programs and try again, or read fewer files at a time.

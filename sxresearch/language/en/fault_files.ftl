### What the operating system refuses when files are read or written: which file, the likely cause, what to do.

fault-file-held = The file cannot be opened: { $problem }. Most likely another program is using it (Excel, WPS, a cloud folder), or you may lack permission to read it. Close that program or let it finish, then try again.
fault-file-is-folder = A file was expected here, found a folder. Name the file inside it.
fault-result-held = The result cannot be written: { $problem }. Is it open in Excel, WPS or Word? Close it and try again; the old file is unchanged.
fault-system-refused = The operating system refused: { $problem }. Check that no program is using the file, that the disk or USB stick is still there, and that you have permission; then try again.
fault-brief-gone = The brief was made, but its files have since disappeared: { $names }. The reports folder may have been emptied or moved during the run. Restore the folder, then use --resume to make what is missing.
fault-machine-slept = The computer slept during the run, and this brief was not finished in time. Use --resume to make it.

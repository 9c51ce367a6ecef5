"""The workbook in which an office reports its figures, and the names that it may write there."""

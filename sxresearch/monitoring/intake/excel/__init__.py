"""Excel workbooks, old and new: values, number formats, formulas, errors, what is hidden."""

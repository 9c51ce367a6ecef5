"""Files of every kind opened as sheets, within bounded memory: text, web pages, OpenDocument, Excel, Parquet."""

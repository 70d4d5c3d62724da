"""The report that a person opens in a browser, and what it and the terminal show of a document: hunks and diffs."""

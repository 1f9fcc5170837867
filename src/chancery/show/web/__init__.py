"""Web: the page on the analyst's own machine that shows the record."""

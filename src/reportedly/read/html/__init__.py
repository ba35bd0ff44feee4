"""HTML pages: the page as lines, the lines that are the article, and what each of them is."""

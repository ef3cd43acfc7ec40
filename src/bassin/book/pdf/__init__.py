"""A built book as one PDF, printed by the Chromium that is installed.

The articles of all pages become one document, in the order of the contents, so that links between
pages are links in it, and one printing gives it tags and an outline. It is printed twice: the first
time tells on which sheet each page begins, the second has these numbers in its contents.
"""

from bassin.book.pdf.printing import print_book, write_pdf

__all__ = ["print_book", "write_pdf"]

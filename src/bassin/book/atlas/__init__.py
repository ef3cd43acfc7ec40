"""The atlas: its data, written as a data package, and its pages, a book of their own."""

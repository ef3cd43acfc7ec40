"""The book in another language, from the same executed chapters.

The prose of a page is in English in its source, and in the other language in a catalogue of its
paragraphs, ``locale/<language>/<page>.po``. What cells show is in both languages in the executed
chapters. From the two the sources of an edition are written, and built without running anything.
"""

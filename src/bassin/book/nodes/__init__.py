"""What a page holds, as nodes of docutils: exhibits, claims, and what Sphinx makes of both."""

"""What is wrong with the data folder, file by file."""

from __future__ import annotations

from dataclasses import dataclass

from bassin.phrase import Phrase


@dataclass(frozen=True)
class Fault:
    """One way in which ``data/`` and its manifest disagree."""

    file: str
    expected: Phrase
    found: Phrase
    cure: Phrase

    @property
    def said(self) -> Phrase:
        """It, in one sentence."""
        return Phrase(
            "files.fault",
            file=self.file,
            expected=self.expected,
            found=self.found,
            cure=self.cure,
        )


def content(digest: str, size: str) -> Phrase:
    """What a file is known by; its size in bytes as written in the manifest."""
    return Phrase("files.content", digest=digest, size=size)

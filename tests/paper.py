"""Documents on paper, as other people's programs see them: poppler and qpdf."""

import re
import subprocess
from dataclasses import replace
from pathlib import Path

from inspector_app.documents.pdfa import archive
from inspector_app.documents.render import render
from inspector_app.domain.document import Block, Snapshot
from tests.factory_documents import result_sheet
from tests.factory_signatures import images

__all__ = ["drawn", "page", "run", "text_of"]


def run(*command: str | Path) -> str:
    """What a program prints; the test fails if it fails."""
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    return done.stdout


def drawn(snapshot: Snapshot, folder: Path) -> Path:
    """The document as a file, not yet signed with certificates."""
    path = folder / "document.pdf"
    path.write_bytes(archive(render(snapshot, images()), snapshot).pdf)
    return path


def text_of(path: Path, *options: str) -> str:
    """What pdftotext reads, without the white space of the layout."""
    return re.sub(r"\s", "", run("pdftotext", *options, path, "-"))


def page(*blocks: Block, **changes: object) -> Snapshot:
    """A document of these blocks and nothing else."""
    plain = replace(result_sheet(), blocks=blocks, signatures=(), verification_code="")
    return replace(plain, **changes)  # type: ignore[arg-type]  # fields of a Snapshot

"""Documents as PDF/A-3b with their data attached."""

import hashlib
import io
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PIL import Image, ImageCms

from inspector_app.documents.codec import decode_snapshot
from inspector_app.documents.pdfa import archive
from inspector_app.documents.render import render, renderer
from inspector_app.documents.srgb import srgb_profile
from inspector_app.domain.document import Snapshot
from tests import verapdf
from tests.factory_documents import (
    all_documents,
    inspection_record,
    rectification_order,
)
from tests.factory_signatures import (
    images,
)
from tests.factory_signing import sign_by_both
from tests.outside_tools import skip_without

_VERAPDF = skip_without(verapdf.why_not())
_DOCUMENTS = pytest.mark.parametrize("snapshot", all_documents(), ids=lambda s: s.kind)


def _archived(snapshot: Snapshot) -> bytes:
    return archive(render(snapshot, images()), snapshot).pdf


def _streams(pdf: pikepdf.Pdf) -> list[Any]:
    return [item for item in pdf.objects if isinstance(item, pikepdf.Stream)]


@_DOCUMENTS
def test_the_attached_data_is_the_snapshot(snapshot: Snapshot) -> None:
    with pikepdf.open(io.BytesIO(_archived(snapshot))) as pdf:
        attached = pdf.attachments["snapshot.json"].get_file().read_bytes()

    assert decode_snapshot(attached) == snapshot


@_DOCUMENTS
def test_the_data_is_bound_to_the_document_as_its_source(snapshot: Snapshot) -> None:
    with pikepdf.open(io.BytesIO(_archived(snapshot))) as pdf:
        (associated,) = pdf.Root.AF

        assert associated.AFRelationship == pikepdf.Name.Data
        assert associated.objgen == pdf.Root.Names.EmbeddedFiles.Names[1].objgen
        assert associated.EF.F.Subtype == pikepdf.Name("/application/json")
        content = associated.EF.F.read_bytes()
        assert (
            bytes(associated.EF.F.Params.CheckSum)
            == hashlib.md5(content, usedforsecurity=False).digest()
        )


@_DOCUMENTS
def test_the_file_claims_pdf_a_3b_and_keeps_the_rules_that_can_be_counted(
    snapshot: Snapshot,
) -> None:
    data = _archived(snapshot)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        (intent,) = pdf.Root.OutputIntents
        fonts = [item for item in pdf.objects if _is(item, "/Font")]

        assert pdf.open_metadata().pdfa_status == "3B"
        assert "/Filter" not in pdf.Root.Metadata
        assert str(intent.S) == "/GTS_PDFA1"
        assert intent.DestOutputProfile.read_bytes() == srgb_profile()
        assert fonts
        assert all("/FontFile2" in font.FontDescriptor for font in fonts)
        assert "/Encrypt" not in pdf.trailer
        assert len(pdf.trailer.ID) == 2
        assert not any("/LZWDecode" in str(stream.get("/Filter")) for stream in _streams(pdf))
        assert not {"/OpenAction", "/AA", "/AcroForm"} & set(pdf.Root.keys())
    # ISO 19005-3, 6.1.2: a comment of four bytes above 127 follows the header.
    assert re.match(rb"%PDF-1\.7\n%[\x80-\xff]{4}", data)


def _is(item: Any, kind: str) -> bool:
    return isinstance(item, pikepdf.Dictionary) and item.get("/Type") == kind


def test_metadata_name_the_paper_and_who_issued_it() -> None:
    snapshot = rectification_order()

    with pikepdf.open(io.BytesIO(_archived(snapshot))) as pdf:
        metadata = pdf.open_metadata()

        assert metadata["dc:title"] == "责令改正通知书 云清市监责改〔2026〕17号"
        assert metadata["dc:creator"] == ["云河市清溪区市场监督管理局"]
        assert metadata["dc:identifier"] == "doc-2026-000417-3"
        assert metadata["xmp:CreateDate"] == "2026-11-21T02:40:00+00:00"
        assert metadata["pdf:Producer"] == str(pdf.docinfo.Producer) == renderer()
        assert str(pdf.Root.Lang) == "zh-CN"


def test_markup_in_a_title_does_not_break_the_metadata() -> None:
    snapshot = replace(rectification_order(), title='<改正> & "通知"\x00')

    with pikepdf.open(io.BytesIO(_archived(snapshot))) as pdf:
        assert str(pdf.open_metadata()["dc:title"]).startswith('<改正> & "通知"')


def test_the_colour_profile_is_srgb() -> None:
    profile = ImageCms.ImageCmsProfile(io.BytesIO(srgb_profile()))
    ramp = Image.merge("RGB", [Image.linear_gradient("L")] * 3)

    converted = ImageCms.profileToProfile(ramp, profile, ImageCms.createProfile("sRGB"))

    assert converted is not None
    difference = [abs(a - b) for a, b in zip(ramp.tobytes(), converted.tobytes(), strict=True)]
    assert max(difference) <= 1


@_VERAPDF
def test_verapdf_finds_no_fault_before_and_after_signing(tmp_path: Path) -> None:
    files = []
    for snapshot in all_documents():
        for name, data in (
            (snapshot.kind, _archived(snapshot)),
            (f"{snapshot.kind}-signed", sign_by_both(snapshot)),
        ):
            files.append(tmp_path / f"{name}.pdf")
            files[-1].write_bytes(data)

    assert verapdf.validate(files) == ""


@_VERAPDF
def test_verapdf_finds_the_fault_of_a_drawing_that_was_not_archived(tmp_path: Path) -> None:
    file = tmp_path / "drawn.pdf"
    file.write_bytes(render(inspection_record(), {}).pdf)

    assert "fails 3b" in verapdf.validate([file])

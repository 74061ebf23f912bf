"""Documents signed with officers' certificates, checked by other people's programs."""

import io
import re
import subprocess
from datetime import timedelta
from pathlib import Path

import pikepdf
import pytest

from inspector_app.documents.render import renderer
from inspector_app.documents.signing import sign
from inspector_app.domain.document import Snapshot
from inspector_app.domain.errors import Defect, UserError
from inspector_app.trust.certificates import OfficerSigner
from tests.factory_documents import (
    all_documents,
    inspection_record,
    rectification_order,
    result_sheet,
)
from tests.factory_signatures import (
    signed,
)
from tests.factory_signing import (
    MOMENT,
    authority,
    drawn,
    first_officer,
    second_officer,
    sign_as,
    sign_by_both,
)


def _run(*command: str | Path) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True, timeout=60).stdout


def _saved(pdf: bytes, folder: Path) -> Path:
    path = folder / "signed.pdf"
    path.write_bytes(pdf)
    return path


@pytest.mark.parametrize("snapshot", all_documents(), ids=lambda s: s.kind)
def test_pdfsig_finds_two_valid_signatures(snapshot: Snapshot, tmp_path: Path) -> None:
    said = _run("pdfsig", _saved(sign_by_both(snapshot), tmp_path))

    assert said.count("Signature Validation: Signature is Valid.") == 2
    assert said.count("Signature Type: ETSI.CAdES.detached") == 2
    assert re.findall(r"Common Name: (\S+)", said) == ["周明远", "李若溪"]
    # The first covers what it signed, the second the whole file.
    assert (said.count("Not total document signed"), said.count("Total document signed")) == (1, 1)


def test_the_file_is_sound_after_two_signatures(tmp_path: Path) -> None:
    path = _saved(sign_by_both(signed(inspection_record())), tmp_path)

    assert "No syntax or stream encoding errors found" in _run("qpdf", "--check", path)


def test_a_signature_leaves_the_bytes_before_it_alone() -> None:
    document = drawn(signed(inspection_record()))

    once = sign_as(first_officer(), document, "officer1", document.pdf)
    twice = sign_as(second_officer(), document, "officer2", once)

    assert once.startswith(document.pdf)
    assert twice.startswith(once)


def test_a_signature_lies_over_the_place_to_sign() -> None:
    document = drawn(signed(result_sheet()))
    place = document.slots["officer1"][0]

    pdf = sign_as(first_officer(), document, "officer1", document.pdf)

    with pikepdf.open(io.BytesIO(pdf)) as opened:
        (widget,) = opened.pages[place.page].Annots
        left, foot, right, top = (float(value) for value in widget.Rect)
    assert (left, right) == pytest.approx((place.x, place.x + place.w), abs=1)
    assert foot <= place.y
    assert top == pytest.approx(place.y + place.h, abs=1)


def test_the_caption_names_officer_number_and_time(tmp_path: Path) -> None:
    text = _run("pdftotext", _saved(sign_by_both(signed(result_sheet())), tmp_path), "-")

    assert "电子签名 周明远 YH37010417 2026-11-21 10:42+08:00" in text
    assert "电子签名 李若溪 YH37010522 2026-11-21 10:42+08:00" in text


def test_the_time_in_the_signature_is_when_the_officer_signed(tmp_path: Path) -> None:
    with pikepdf.open(io.BytesIO(sign_by_both(signed(result_sheet())))) as pdf:
        times = {str(field.V.M) for field in pdf.Root.AcroForm.Fields}

    assert times == {"D:20261121104200+08'00'"}


def test_signing_leaves_the_metadata_as_archived() -> None:
    with pikepdf.open(io.BytesIO(sign_by_both(signed(result_sheet())))) as pdf:
        assert str(pdf.docinfo.Producer) == renderer()


def test_a_document_without_a_place_is_signed_invisibly(tmp_path: Path) -> None:
    document = drawn(rectification_order())

    pdf = sign_as(first_officer(), document, "officer1", document.pdf)

    assert "Signature is Valid" in _run("pdfsig", _saved(pdf, tmp_path))


@pytest.mark.parametrize(
    ("days", "code"), [(400, "certificate.expired"), (-400, "certificate.not_yet_valid")]
)
def test_a_certificate_out_of_its_time_signs_nothing(days: int, code: str) -> None:
    document = drawn(result_sheet())

    with pytest.raises(UserError) as refused:
        sign_as(
            first_officer(), document, "officer1", document.pdf, at=MOMENT + timedelta(days=days)
        )

    assert refused.value.code == code


def test_a_place_is_signed_only_once() -> None:
    document = drawn(result_sheet())
    once = sign_as(first_officer(), document, "officer1", document.pdf)

    with pytest.raises(Defect) as refused:
        sign_as(first_officer(), document, "officer1", once)

    assert refused.value.code == "signing.field"


@pytest.mark.parametrize("pdf", [b"", b"not a PDF", b"%PDF-1.7\n%%EOF"])
def test_what_is_no_document_is_not_signed(pdf: bytes) -> None:
    with pytest.raises(UserError) as refused:
        sign(pdf, first_officer(), "officer1", None, "", "", MOMENT)

    assert refused.value.code == "signing.file"


def test_a_time_without_an_offset_is_refused() -> None:
    with pytest.raises(ValueError, match="offset"):
        sign(b"", first_officer(), "officer1", None, "", "", MOMENT.replace(tzinfo=None))


def test_a_stored_certificate_signs_too(tmp_path: Path) -> None:
    stored = OfficerSigner.from_pkcs12(second_officer().to_pkcs12("口令"), "口令")
    document = drawn(result_sheet())

    pdf = sign_as(stored, document, "officer2", document.pdf)

    assert "Signature is Valid" in _run("pdfsig", _saved(pdf, tmp_path))
    assert stored.chain == (authority().certificate,)

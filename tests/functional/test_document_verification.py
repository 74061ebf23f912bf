"""Whether a document is what it says, from the file alone."""

import io
import logging
import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspector_app.documents.attached import AttachmentState, PrintMatch
from inspector_app.documents.codec import encode_snapshot
from inspector_app.documents.pdfa import archive
from inspector_app.documents.render import render
from inspector_app.documents.verification import (
    Later,
    Trust,
    Verdict,
    verify_pdf,
)
from inspector_app.domain.document import Paragraph, Run, SealState, Snapshot
from inspector_app.domain.errors import UserError
from inspector_app.trust.certificates import DemoAuthority
from tests.factory_documents import (
    all_documents,
    inspection_record,
    rectification_order,
    result_sheet,
)
from tests.factory_signatures import (
    images,
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
from tests.functional.signed_document import codes, verified, whole


@pytest.mark.parametrize("snapshot", all_documents(), ids=lambda s: s.kind)
def test_a_document_signed_by_both_officers_is_genuine(snapshot: Snapshot) -> None:
    found = verified(sign_by_both(snapshot))

    assert (found.verdict, found.problems) == (Verdict.GENUINE, ())
    assert (found.snapshot, found.printed, found.pdfa) == (snapshot, PrintMatch.SAME, "3B")


def test_it_is_told_who_signed_and_when() -> None:
    first, second = verified(whole()).signatures

    assert (first.name, first.certificate_no) == ("周明远", "YH37010417")
    assert (second.name, second.organization) == ("李若溪", "云河市清溪区市场监督管理局")
    assert first.signed_at == "2026-11-21T10:42:00+08:00"
    assert "演示" in first.issuer
    assert (first.later, second.later) == (Later.SIGNATURES, Later.NOTHING)


def test_seal_and_code_are_told() -> None:
    found = verified(sign_by_both(rectification_order()))

    assert (found.seal, found.verification_code) == (SealState.MISSING, "YH-QX-2026-000417-7K3D")


def test_a_document_without_a_signature_is_unsigned() -> None:
    found = verified(drawn(result_sheet()).pdf)

    assert (found.verdict, codes(found)) == (Verdict.UNSIGNED, ["verify.unsigned"])


def test_an_officer_who_signed_only_by_hand_is_named() -> None:
    document = drawn(signed(result_sheet()))

    found = verified(sign_as(first_officer(), document, "officer1", document.pdf))

    assert (found.verdict, codes(found)) == (Verdict.INCOMPLETE, ["verify.officer_unsigned"])
    assert "李若溪" in found.problems[0].what


def test_a_signature_by_an_unknown_authority_is_untrusted() -> None:
    stranger = DemoAuthority.create(MOMENT).certificate

    found = verify_pdf(whole(), [stranger])

    assert found.verdict is Verdict.UNTRUSTED
    assert [report.trust for report in found.signatures] == [Trust.UNTRUSTED] * 2
    assert all(report.intact for report in found.signatures)


def test_without_roots_nobody_is_trusted() -> None:
    assert [report.trust for report in verify_pdf(whole(), []).signatures] == [
        Trust.NOT_CHECKED
    ] * 2


def test_nobody_answers_for_what_was_altered_with_or_without_roots() -> None:
    data = bytearray(whole())
    with pikepdf.open(io.BytesIO(bytes(data))) as pdf:
        drawing = bytes(pdf.pages[0].Contents.read_raw_bytes())
    data[data.index(drawing) + len(drawing) // 2] ^= 0x01

    for roots in ([], [authority().certificate]):
        found = verify_pdf(bytes(data), roots)

        assert found.verdict is Verdict.ALTERED
        assert [report.trust for report in found.signatures] == [Trust.ALTERED] * 2


def test_a_document_stays_genuine_when_the_certificate_has_expired_since() -> None:
    day = timedelta(days=1)
    long_ago = datetime(2020, 5, 1, tzinfo=UTC)
    old_authority = DemoAuthority.create(long_ago, years=1)
    document = drawn(signed(result_sheet()))
    pdf = document.pdf
    for slot, officer in (("officer1", first_officer()), ("officer2", second_officer())):
        old = old_authority.issue(
            officer.name, officer.certificate_no, "局", begins=long_ago, ends=long_ago + 9 * day
        )
        pdf = sign_as(old, document, slot, pdf, at=long_ago + day)

    assert verify_pdf(pdf, [old_authority.certificate]).verdict is Verdict.GENUINE


def test_a_time_outside_the_certificates_is_seen() -> None:
    document = drawn(signed(result_sheet()))
    expired = authority().issue(
        "周明远",
        "YH37010417",
        "局",
        begins=MOMENT - timedelta(days=9),
        ends=MOMENT - timedelta(days=1),
    )
    forger = _WithoutCheck(expired.certificate, expired.private_key, expired.chain)

    found = verified(sign_as(forger, document, "officer1", document.pdf))

    assert found.signatures[0].trust is Trust.EXPIRED
    assert "verify.expired" in codes(found)


class _WithoutCheck(type(first_officer())):  # type: ignore[misc]  # the class, named once
    """An officer whose software does not look at the certificate's time."""

    def require_valid(self, at: datetime) -> None:
        """Let everything pass."""


def _ends() -> tuple[int, int, int]:
    """Where the document, the first officer's signature and the second's end, in bytes."""
    drawn_only, first, second = (found.end() for found in re.finditer(rb"%%EOF\n", whole()))
    return drawn_only, first, second


def _less_than_genuine(cut: int) -> bool:
    """Whether the file's first ``cut`` bytes are refused, or said to be no more than they are."""
    try:
        found = verified(whole()[:cut])
    except UserError as refused:
        return refused.code in {"pdf.damaged", "pdf.not_pdf"}
    _, first, _ = _ends()
    intact = [report.name for report in found.signatures if report.intact]
    if cut == first:  # as the file stood between the two
        return (found.verdict, intact) == (Verdict.INCOMPLETE, ["周明远"])
    if cut > first:  # signed bytes are missing, or what is left over is signed by nobody
        return (found.verdict, intact) == (Verdict.ALTERED, ["周明远"])
    return found.verdict in {Verdict.UNSIGNED, Verdict.ALTERED} and not intact


@given(st.data())
@settings(max_examples=30)
def test_a_file_cut_off_is_less_than_genuine(data: st.DataObject) -> None:
    assert _less_than_genuine(data.draw(st.integers(0, len(whole()) - 1)))


@pytest.mark.parametrize("bytes_after", [-1, 0, 2, 900])
@pytest.mark.parametrize("end", [0, 1, 2])
def test_a_file_cut_off_beside_the_end_of_a_signature_is_less_than_genuine(
    end: int, bytes_after: int
) -> None:
    cut = _ends()[end] + bytes_after
    if cut < len(whole()):
        assert _less_than_genuine(cut)
    else:
        assert verified(whole()[:cut]).verdict is Verdict.GENUINE


def _with_increment(pdf: bytes, change: str) -> bytes:
    """The file with an increment that another program appended."""
    from pyhanko.pdf_utils import generic
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    page = writer.root["/Pages"]["/Kids"][0]
    if change == "page":
        page["/Contents"] = writer.add_object(generic.StreamObject(stream_data=b"0 0 9 9 re f"))
        writer.update_container(page)
    else:
        files = writer.root["/Names"]["/EmbeddedFiles"]["/Names"][1]
        other = replace(signed(result_sheet()), number="编号：云清食检〔2026〕9999")
        files["/EF"]["/F"] = writer.add_object(
            generic.StreamObject(stream_data=encode_snapshot(other))
        )
        writer.update_container(files)
    out = io.BytesIO()
    writer.write(out)  # type: ignore[no-untyped-call]  # not annotated there
    return out.getvalue()


@pytest.mark.parametrize("change", ["page", "data"])
def test_an_increment_that_is_no_signature_is_an_alteration(change: str) -> None:
    found = verified(_with_increment(whole(), change))

    assert found.verdict is Verdict.ALTERED
    assert "verify.appended" in codes(found)
    assert [report.intact for report in found.signatures] == [True, True]


def test_bytes_appended_to_the_file_are_an_alteration() -> None:
    found = verified(whole() + b"\n% an addition\n")

    assert found.verdict is Verdict.ALTERED
    assert codes(found) == ["verify.appended"]


def test_pages_that_say_something_else_than_the_data_are_seen() -> None:
    snapshot = signed(rectification_order())
    other = replace(snapshot, blocks=(Paragraph((Run("罚款伍仟元整。"),)), *snapshot.blocks))
    document = archive(render(other, images()), snapshot)

    found = verified(sign_as(first_officer(), document, "officer1", document.pdf))

    assert found.printed is PrintMatch.DIFFERENT
    assert "verify.pages_differ" in codes(found)
    assert found.verdict is Verdict.ALTERED


def test_a_document_of_another_renderer_is_not_called_different() -> None:
    with pikepdf.open(io.BytesIO(drawn(signed(inspection_record())).pdf)) as pdf:
        pdf.docinfo["/Producer"] = "inspector-app documents 0"
        out = io.BytesIO()
        pdf.save(out)

    found = verified(out.getvalue())

    assert found.printed is PrintMatch.OTHER_RENDERER
    assert "verify.other_renderer" in codes(found)


def _with_attachment(content: bytes) -> bytes:
    with pikepdf.open(io.BytesIO(drawn(result_sheet()).pdf)) as pdf:
        pdf.attachments["snapshot.json"] = content
        out = io.BytesIO()
        pdf.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    "content",
    [b"", b"{}", b"not json", bytes(64 * 1024 * 1024)],
    ids=["none", "{}", "text", "bomb"],
)
def test_data_that_is_not_ours_is_unreadable(content: bytes) -> None:
    found = verified(_with_attachment(content))

    assert (found.attachment, found.snapshot) == (AttachmentState.UNREADABLE, None)


def test_data_that_cannot_be_drawn_is_not_what_the_pages_say() -> None:
    odd = replace(result_sheet(), page_foot=("nobody",))

    assert verified(_with_attachment(encode_snapshot(odd))).printed is PrintMatch.DIFFERENT


def _plain_pdf(**options: object) -> bytes:
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        out = io.BytesIO()
        pdf.save(out, **options)  # type: ignore[arg-type]  # options of pikepdf
    return out.getvalue()


def test_a_pdf_of_other_origin_is_told_apart() -> None:
    found = verified(_plain_pdf())

    assert codes(found) == ["verify.unsigned", "verify.no_data"]
    assert (found.pdfa, found.seal, found.verification_code) == ("", None, "")


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "pdf.not_pdf"),
        (b"PK\x03\x04 a zip", "pdf.not_pdf"),
        (b"<html>login</html>", "pdf.not_pdf"),
        (b"%PDF-1.7\n", "pdf.damaged"),
        (b"%PDF-1.7\n" + b"garbage " * 999 + b"\nstartxref\n9\n%%EOF", "pdf.damaged"),
        (_plain_pdf(encryption=pikepdf.Encryption(user="u", owner="o")), "pdf.encrypted"),
        (_plain_pdf(encryption=pikepdf.Encryption(user="", owner="o")), "pdf.encrypted"),
    ],
    ids=["empty", "zip", "html", "header", "garbage", "password", "no password"],
)
def test_what_cannot_be_verified_is_refused_in_one_sentence(data: bytes, code: str) -> None:
    with pytest.raises(UserError) as refused:
        verified(data)

    assert refused.value.code == code


def test_no_name_reaches_the_log(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        verify_pdf(whole(), [DemoAuthority.create(MOMENT).certificate])

    assert "周明远" not in caplog.text

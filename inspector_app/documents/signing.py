"""An officer's certificate signature on a document: PAdES baseline B-B (ETSI EN 319 142-1).

Each officer signs in turn; each signature is an increment that leaves the bytes before it alone,
so the ones before stay valid and the file stays PDF/A-3b. The drawn signature is already on the
page; the signature's widget lies over its slot and adds a caption drawn with our own faces.
"""

from __future__ import annotations

import asyncio
import io
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from inspector_app.documents.fonts import FONT_LOCK
from inspector_app.documents.sheet import MM
from inspector_app.documents.surface import Placement, Surface
from inspector_app.documents.typesetting import TextStyle, Typesetter
from inspector_app.domain.errors import Defect, UserError
from inspector_app.trust.certificates import OfficerSigner

if TYPE_CHECKING:
    from pyhanko.sign.signers import PdfSigner

__all__ = ["sign"]

_CAPTION = TextStyle(5.2, 6.2, "left", grey=0.3)
_CAPTION_HEIGHT = 2.6 * MM


def sign(
    pdf: bytes,
    signer: OfficerSigner,
    field_name: str,
    placement: Placement | None,
    reason: str,
    location: str,
    signed_at: datetime,
) -> bytes:
    """Sign ``pdf`` as ``signer`` in a new signature field and give the whole new file.

    ``placement`` is the slot of the drawn signature, under which a caption is put; without one
    the signature is invisible. ``signed_at`` needs an offset. Blocks for about 60 ms.

    Raises ``UserError`` if the certificate is not valid at ``signed_at`` or the file cannot be
    signed, ``Defect`` if the field is signed already.
    """
    if signed_at.tzinfo is None:
        raise ValueError("signed_at needs an offset")
    signer.require_valid(signed_at)
    # Late: pyHanko costs 350 ms at start-up, and most starts sign nothing.
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.pdf_utils.misc import PdfError
    from pyhanko.sign.general import SigningError

    class Increment(IncrementalPdfFileWriter):
        def _update_meta(self) -> None:
            """Leave the metadata as archived: the increment holds the signature and nothing else."""

    try:
        writer = Increment(io.BytesIO(pdf))
        session = _pdf_signer(
            signer, field_name, placement, reason, location, signed_at
        ).init_signing_session(writer)
        # The moment that the officer signed at, not that of this call, is what the paper says.
        session.system_time = signed_at
        return asyncio.run(_signed(session))
    except SigningError as refused:
        raise Defect(
            "signing.field",
            "这份文书的签名位置已被使用，没有重复签名。",
            facts={"field": field_name},
        ) from refused
    except (PdfError, ValueError, KeyError, TypeError) as damaged:
        raise UserError(
            "signing.file",
            "文书文件已损坏，不能签名。",
            safe="检查记录不受影响。",
            mend="请重新生成文书后再签名。",
        ) from damaged


async def _signed(session: Any) -> bytes:
    """The steps of pyHanko's own ``async_sign_pdf``, which does not let the time be set."""
    from pyhanko.sign.signers.pdf_cms import PdfCMSSignedAttributes  # late, as above

    reserved = await session.estimate_signature_container_size(None)
    document = session.prepare_tbs_document(None, bytes_reserved=reserved)
    digest, out = document.digest_tbs_document()
    await document.perform_signature(
        document_digest=digest.document_digest,
        pdf_cms_signed_attrs=PdfCMSSignedAttributes(signing_time=session.system_time),
    )
    signed: bytes = out.getvalue()
    return signed


def _pdf_signer(
    signer: OfficerSigner,
    field_name: str,
    placement: Placement | None,
    reason: str,
    location: str,
    signed_at: datetime,
) -> PdfSigner:
    from pyhanko.sign.fields import SigFieldSpec, SigSeedSubFilter  # late, as above
    from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner

    metadata = PdfSignatureMetadata(
        field_name=field_name,
        md_algorithm="sha256",
        subfilter=SigSeedSubFilter.PADES,
        name=signer.name,
        reason=reason or None,
        location=location or None,
    )
    if placement is None:
        return PdfSigner(metadata, _cms_signer(signer))
    box = _widget(placement)
    return PdfSigner(
        metadata,
        _cms_signer(signer),
        stamp_style=_caption_style(signer, box, signed_at),
        new_field_spec=SigFieldSpec(
            field_name,
            on_page=placement.page,
            # pyHanko takes whole points only.
            box=(int(box.x), int(box.y), int(box.x + box.w), int(box.y + box.h)),
        ),
    )


def _widget(placement: Placement) -> Placement:
    """The slot with the strip under its line, where the caption stands, in whole points."""
    left, foot = round(placement.x), round(placement.y - _CAPTION_HEIGHT)
    right, top = round(placement.x + placement.w), round(placement.y + placement.h)
    return Placement(placement.page, left, foot, right - left, top - foot)


def _cms_signer(signer: OfficerSigner) -> Any:
    from asn1crypto import keys, x509  # late, as above
    from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
    from pyhanko.sign.signers import SimpleSigner
    from pyhanko_certvalidator.registry import SimpleCertificateStore

    key = signer.private_key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    issuers = SimpleCertificateStore()  # type: ignore[no-untyped-call]  # not annotated there
    issuers.register_multiple(
        x509.Certificate.load(certificate.public_bytes(Encoding.DER))
        for certificate in signer.chain
    )
    return SimpleSigner(
        signing_cert=x509.Certificate.load(signer.certificate.public_bytes(Encoding.DER)),
        signing_key=keys.PrivateKeyInfo.load(key),
        cert_registry=issuers,
    )


def _caption_style(signer: OfficerSigner, box: Placement, signed_at: datetime) -> Any:
    """The widget's appearance, drawn here because pyHanko's own Chinese text takes a second."""
    from pyhanko.pdf_utils.content import PdfContent  # late, as above
    from pyhanko.pdf_utils.layout import AxisAlignment, BoxConstraints, SimpleBoxLayoutRule
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.stamp import StaticStampStyle

    drawn = _draw_caption(signer, box, signed_at)

    class Caption(PdfContent):
        def render(self) -> bytes:
            page = self._ensure_writer.import_page_as_xobject(PdfFileReader(io.BytesIO(drawn)))
            self.resources.xobject["/Caption"] = page
            self.box = BoxConstraints(width=box.w, height=box.h)
            return b"/Caption Do"

    # Without these pyHanko keeps a margin, and so makes the caption smaller.
    whole = SimpleBoxLayoutRule(AxisAlignment.ALIGN_MIN, AxisAlignment.ALIGN_MIN)
    return StaticStampStyle(
        background=Caption(), background_layout=whole, border_width=0, background_opacity=1
    )


def _draw_caption(signer: OfficerSigner, box: Placement, signed_at: datetime) -> bytes:
    text = f"电子签名 {signer.name}"
    if signer.certificate_no:
        text += f" {signer.certificate_no}"
    text += f" {signed_at.isoformat(sep=' ', timespec='minutes')}"
    with FONT_LOCK:
        setter = Typesetter()
        size = min(_CAPTION.size, box.w / max(setter.width(text, 1), 1))
        line = setter.set_text(text, replace(_CAPTION, size=size), box.w + size)
        surface = Surface(box.w, box.h, "", "")
        line.draw(surface, 0, _CAPTION_HEIGHT - 0.6)
        return surface.finish()

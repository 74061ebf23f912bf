"""A drawn document made fit for the archive: PDF/A-3b (ISO 19005-3) with its data attached.

What reportlab draws lacks the metadata, the output intent and the attachment; pikepdf adds them and
writes the file anew. The attachment is the Snapshot's canonical JSON with the relationship *Data*,
so that a machine can read the paper for ever without recognising its text.
"""

from __future__ import annotations

import hashlib
import io
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from inspector_app.documents.codec import encode_snapshot
from inspector_app.documents.render import Rendered, renderer
from inspector_app.documents.srgb import srgb_profile
from inspector_app.domain.document import Snapshot

if TYPE_CHECKING:
    import pikepdf

__all__ = ["ATTACHMENT", "archive"]

ATTACHMENT = "snapshot.json"
"""The name of the attached data in each document."""

_CREATOR = "inspector-app"

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about=""
    xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
    xmlns:xmp="http://ns.adobe.com/xap/1.0/"
    xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
   <pdfaid:part>3</pdfaid:part>
   <pdfaid:conformance>B</pdfaid:conformance>
   <dc:format>application/pdf</dc:format>
   <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
   <dc:creator><rdf:Seq><rdf:li>{authority}</rdf:li></rdf:Seq></dc:creator>
   <dc:language><rdf:Bag><rdf:li>zh-CN</rdf:li></rdf:Bag></dc:language>
   <dc:identifier>{identifier}</dc:identifier>
   <xmp:CreatorTool>{creator}</xmp:CreatorTool>
   <xmp:CreateDate>{date}</xmp:CreateDate>
   <xmp:ModifyDate>{date}</xmp:ModifyDate>
   <xmp:MetadataDate>{date}</xmp:MetadataDate>
   <pdf:Producer>{producer}</pdf:Producer>
  </rdf:Description>
 </rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""


def archive(rendered: Rendered, snapshot: Snapshot) -> Rendered:
    """Give ``rendered``, which was drawn from ``snapshot``, as PDF/A-3b with the data attached.

    The same input gives the same bytes. Raises ``Defect`` if the Snapshot's data cannot be said
    in JSON.
    """
    # Late: pikepdf costs 100 ms at start-up, and most starts make no document.
    import pikepdf

    data = encode_snapshot(snapshot)
    moment = _moment(snapshot.composed_at)
    with pikepdf.open(io.BytesIO(rendered.pdf)) as pdf:
        title = " ".join(part for part in (snapshot.title, snapshot.number) if part)
        root = pdf.Root
        root.Lang = pikepdf.String("zh-CN")
        root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)
        root.OutputIntents = pikepdf.Array([_output_intent(pdf)])
        root.Metadata = _metadata(pdf, title, snapshot, moment)
        attachment = _attachment(pdf, data, title, moment)
        root.AF = pikepdf.Array([attachment])
        root.Names = pikepdf.Dictionary(
            EmbeddedFiles=pikepdf.Dictionary(
                Names=pikepdf.Array([pikepdf.String(ATTACHMENT), attachment])
            )
        )
        pdf.trailer.Info = pdf.make_indirect(
            pikepdf.Dictionary(
                Title=pikepdf.String(title),
                Author=pikepdf.String(snapshot.authority),
                Creator=pikepdf.String(_CREATOR),
                Producer=pikepdf.String(renderer()),
                CreationDate=pikepdf.String(_pdf_date(moment)),
                ModDate=pikepdf.String(_pdf_date(moment)),
            )
        )
        out = io.BytesIO()
        pdf.save(
            out,
            min_version="1.7",
            deterministic_id=True,
            compress_streams=True,
            recompress_flate=True,
            stream_decode_level=pikepdf.StreamDecodeLevel.generalized,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
        )
    return replace(rendered, pdf=out.getvalue())


def _output_intent(pdf: pikepdf.Pdf) -> pikepdf.Object:
    import pikepdf  # late, as above

    profile = pdf.make_stream(srgb_profile(), N=3)
    return pdf.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name.OutputIntent,
            S=pikepdf.Name.GTS_PDFA1,
            OutputConditionIdentifier=pikepdf.String("sRGB IEC61966-2.1"),
            Info=pikepdf.String("sRGB IEC61966-2.1"),
            DestOutputProfile=profile,
        )
    )


def _metadata(pdf: pikepdf.Pdf, title: str, snapshot: Snapshot, moment: datetime) -> pikepdf.Object:
    import pikepdf  # late, as above

    xmp = _XMP.format(
        title=escape(_printable(title)),
        authority=escape(_printable(snapshot.authority)),
        identifier=escape(_printable(snapshot.document_id)),
        creator=_CREATOR,
        producer=renderer(),
        date=moment.isoformat(),
    )
    # ISO 19005 wants the metadata readable without a filter; pikepdf leaves this type as it is.
    return pdf.make_stream(xmp.encode(), Type=pikepdf.Name.Metadata, Subtype=pikepdf.Name.XML)


def _attachment(pdf: pikepdf.Pdf, data: bytes, title: str, moment: datetime) -> pikepdf.Object:
    import pikepdf  # late, as above

    checksum = hashlib.md5(
        data, usedforsecurity=False
    ).digest()  # ISO 32000-1 table 46 asks for MD5
    stream = pdf.make_stream(
        data,
        Type=pikepdf.Name.EmbeddedFile,
        Subtype=pikepdf.Name("/application/json"),
        Params=pikepdf.Dictionary(
            Size=len(data),
            CheckSum=pikepdf.String(checksum),
            CreationDate=pikepdf.String(_pdf_date(moment)),
            ModDate=pikepdf.String(_pdf_date(moment)),
        ),
    )
    return pdf.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name.Filespec,
            F=pikepdf.String(ATTACHMENT),
            UF=pikepdf.String(ATTACHMENT),
            Desc=pikepdf.String(f"{title}（数据）"),
            AFRelationship=pikepdf.Name.Data,
            EF=pikepdf.Dictionary(F=stream, UF=stream),
        )
    )


def _moment(at: str) -> datetime:
    """The moment in UTC, to the second; the epoch if the Snapshot does not say one."""
    try:
        moment = datetime.fromisoformat(at)
    except ValueError:
        return datetime.fromtimestamp(0, UTC)
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return moment.astimezone(UTC).replace(microsecond=0)


def _pdf_date(moment: datetime) -> str:
    return moment.strftime("D:%Y%m%d%H%M%SZ")


def _printable(text: str) -> str:
    """``text`` without the control characters that XML 1.0 forbids."""
    return "".join(character for character in text if character >= " " or character == "\t")

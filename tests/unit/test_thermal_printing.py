"""What reaches the printer, decoded by a reader that shares nothing with the encoder."""

import io
import random
import socket
import struct
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import segno
import zxingcpp
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from inspector_app.domain.errors import EnvironmentFault, UserError
from inspector_app.printing.escpos import encode
from inspector_app.printing.raster import HEAD_DOTS, Raster, rasterize
from inspector_app.printing.thermal import JobState, ThermalPrinter, ThermalPrinters
from inspector_app.printing.transports import FileTransport, TcpTransport


def decoded(stream: bytes) -> list[Image.Image]:
    """The images in an ESC/POS stream, read by the language's own description."""
    images: list[Image.Image] = []
    bands: list[bytes] = []
    width = at = 0
    while at < len(stream):
        if stream[at : at + 2] == b"\x1b@":
            at += 2
        elif stream[at : at + 3] == b"\x1dv0":
            row_bytes, rows = struct.unpack_from("<HH", stream, at + 4)
            bands.append(stream[at + 8 : at + 8 + row_bytes * rows])
            assert len(bands[-1]) == row_bytes * rows
            width = row_bytes * 8
            at += 8 + row_bytes * rows
        elif stream[at : at + 2] == b"\x1bd":
            data = b"".join(bands)
            images.append(Image.frombytes("1", (width, len(data) * 8 // width), data))
            bands = []
            at += 3
        elif stream[at : at + 3] == b"\x1dVB":
            at += 4
        else:
            raise AssertionError(f"unknown command at {at}: {stream[at : at + 4]!r}")
    return images


def paper(payload: str = "IA1.现场笔录", pages: int = 1) -> bytes:
    buffer, code = io.BytesIO(), io.BytesIO()
    segno.make(payload, encoding="utf-8").save(code, kind="png", scale=8)
    canvas = Canvas(buffer, pagesize=(300, 400))
    for _ in range(pages):
        canvas.drawInlineImage(Image.open(code), 50, 150, 200, 200)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


@pytest.mark.parametrize("width", sorted(HEAD_DOTS.values()))
def test_the_code_on_the_page_is_read_from_the_printed_dots(width: int) -> None:
    (image,) = decoded(b"".join(encode(rasterize(paper(), width))))
    printed = Image.eval(image.convert("L"), lambda dot: 255 - dot)
    assert [found.text for found in zxingcpp.read_barcodes(printed)] == ["IA1.现场笔录"]
    assert image.width == width


@given(st.integers(1, 12), st.integers(1, 400), st.randoms(use_true_random=False))
def test_every_dot_arrives_where_it_was(bytes_wide: int, rows: int, dice: random.Random) -> None:
    raster = Raster(bytes_wide * 8, rows, dice.randbytes(bytes_wide * rows))
    (image,) = decoded(b"".join(encode([raster])))
    assert image.tobytes() == raster.data


def test_each_page_is_one_image() -> None:
    assert len(decoded(b"".join(encode(rasterize(paper(pages=3), 384))))) == 3


def test_blank_paper_below_the_last_mark_is_not_fed() -> None:
    (page,) = rasterize(paper(), 576)
    assert page.rows < 576 * 400 // 300


def test_what_is_no_pdf_is_refused() -> None:
    with pytest.raises(UserError) as error:
        list(rasterize(b"not a pdf", 384))
    assert error.value.code == "print.not_pdf"


@pytest.fixture
def listening_printer() -> Iterator[tuple[int, list[bytes], threading.Thread]]:
    received: list[bytes] = []
    server = socket.create_server(("127.0.0.1", 0))

    def take() -> None:
        connection, _ = server.accept()
        with connection:
            while piece := connection.recv(65_536):
                received.append(piece)

    thread = threading.Thread(target=take)
    thread.start()
    yield server.getsockname()[1], received, thread
    server.close()


def test_a_network_printer_gets_the_whole_stream(
    listening_printer: tuple[int, list[bytes], threading.Thread],
) -> None:
    port, received, thread = listening_printer
    printers = ThermalPrinters(
        {"柜台": ThermalPrinter("柜台", 80, TcpTransport("127.0.0.1", port))}
    )
    printers.print_pdf("柜台", paper(), title="现场笔录")
    thread.join(10)
    assert len(decoded(b"".join(received))) == 1
    assert [job.state for job in printers.jobs] == [JobState.DONE]


def test_a_printer_that_is_off_keeps_the_job_and_says_what_to_do(tmp_path: Path) -> None:
    missing = FileTransport(tmp_path / "nowhere" / "lp0")
    printers = ThermalPrinters({"包里": ThermalPrinter("包里", 58, missing)})
    with pytest.raises(EnvironmentFault) as error:
        printers.print_pdf("包里", paper(), title="现场笔录")
    assert error.value.mend
    assert [job.state for job in printers.jobs] == [JobState.FAILED]
    (tmp_path / "nowhere").mkdir()
    printers.try_again(1)
    assert [job.state for job in printers.jobs] == [JobState.DONE]
    assert len(decoded((tmp_path / "nowhere" / "lp0").read_bytes())) == 1


def test_an_unknown_printer_is_refused() -> None:
    with pytest.raises(UserError, match="没有名为"):
        ThermalPrinters({}).print_pdf("无", paper(), title="")

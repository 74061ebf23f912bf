"""The pad records what mouse, pen and finger do, and loses nothing."""

import io
from collections.abc import Sequence

import pytest
from PIL import Image
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QInputDevice, QPointingDevice, QTabletEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inspector_app.gui.controls import SignaturePad, Stroke, StrokePoint


@pytest.fixture
def pad(qtbot: QtBot) -> SignaturePad:
    widget = SignaturePad()
    qtbot.addWidget(widget)
    widget.resize(900, 300)
    widget.show()
    qtbot.waitExposed(widget)
    return widget


def write(pad: SignaturePad, *places: tuple[int, int], lift: bool = True) -> None:
    first, *rest = [QPoint(*place) for place in places]
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=first)
    for place in rest:
        QTest.mouseMove(pad, place)
    if lift:
        QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=QPoint(*places[-1]))


def test_the_mouse_makes_a_stroke_in_ten_thousandths_of_the_field(pad: SignaturePad) -> None:
    write(pad, (90, 30), (450, 150), (810, 270))

    assert [(p.x, p.y) for p in pad.strokes[0].points] == [
        (1000, 1000),
        (5000, 5000),
        (9000, 9000),
    ]
    assert {p.pressure for p in pad.strokes[0].points} == {500}


def test_each_lift_ends_a_stroke(pad: SignaturePad, qtbot: QtBot) -> None:
    with qtbot.waitSignals([pad.changed, pad.changed]):
        write(pad, (100, 100), (200, 100))
        write(pad, (100, 200), (200, 200))

    assert len(pad.strokes) == 2


def test_time_never_runs_backwards(pad: SignaturePad) -> None:
    for height in (100, 150, 200):
        write(pad, (100, height), (300, height), (500, height))

    times = [point.t for stroke in pad.strokes for point in stroke.points]
    assert times[0] == 0
    assert times == sorted(times)


def test_leaving_the_field_slides_along_its_edge(pad: SignaturePad) -> None:
    write(pad, (450, 150), (1400, -80))

    last = pad.strokes[0].points[-1]
    assert (last.x, last.y) == (10_000, 0)


def test_a_resize_keeps_every_stroke_and_the_one_being_made(pad: SignaturePad) -> None:
    write(pad, (90, 30), (450, 150))
    write(pad, (450, 60), (540, 90), lift=False)
    before = pad.strokes

    pad.resize(480, 400)
    pad.resize(1200, 400)

    assert pad.strokes == before
    assert len(before) == 2


def test_after_a_resize_the_same_place_means_the_same(pad: SignaturePad) -> None:
    pad.resize(450, 400)

    # The field of 3 : 1 stands in the middle: 450 x 150 from y = 125.
    write(pad, (225, 200), (405, 260))

    assert [(p.x, p.y) for p in pad.strokes[0].points] == [(5000, 5000), (9000, 9000)]


def test_hiding_the_page_keeps_the_stroke_under_the_pen(pad: SignaturePad) -> None:
    write(pad, (90, 30), (450, 150), lift=False)

    pad.hide()

    assert [len(stroke.points) for stroke in pad.strokes] == [2]


def test_undo_takes_the_last_stroke(pad: SignaturePad) -> None:
    write(pad, (90, 30), (450, 150))
    first = pad.strokes
    write(pad, (90, 200), (450, 200))

    pad.undo()

    assert pad.strokes == first


def test_clear_leaves_an_empty_pad(pad: SignaturePad) -> None:
    write(pad, (90, 30), (450, 150))

    pad.clear()

    assert pad.is_empty
    assert pad.strokes == ()


def test_strokes_can_be_put_back_and_written_on(pad: SignaturePad) -> None:
    earlier = (Stroke((StrokePoint(1000, 1000, 500, 0), StrokePoint(2000, 2000, 500, 700))),)
    pad.set_strokes(earlier)

    write(pad, (450, 60), (540, 90))

    assert pad.strokes[0] == earlier[0]
    assert pad.strokes[1].points[0].t >= 700


def test_the_pen_gives_its_pressure(pad: SignaturePad, app: QApplication) -> None:
    draw_with_pen(pad, [(90, 30, 0.2), (450, 150, 0.6), (810, 270, 0.9)])

    assert [p.pressure for p in pad.strokes[0].points] == [200, 600, 900]


def test_a_finger_writes_and_a_second_finger_does_not(pad: SignaturePad) -> None:
    screen = QTest.createTouchDevice()
    QTest.touchEvent(pad, screen).press(1, QPoint(90, 30), pad).commit()
    QTest.touchEvent(pad, screen).move(1, QPoint(450, 150), pad).press(
        2, QPoint(600, 250), pad
    ).commit()
    QTest.touchEvent(pad, screen).release(1, QPoint(450, 150), pad).release(
        2, QPoint(600, 250), pad
    ).commit()

    assert [[(p.x, p.y) for p in s.points] for s in pad.strokes] == [[(1000, 1000), (5000, 5000)]]


def test_the_picture_shows_what_was_written(pad: SignaturePad) -> None:
    write(pad, (90, 150), (450, 150), (810, 150))

    with Image.open(io.BytesIO(pad.png(900))) as image:
        assert image.size == (900, 300)
        assert image.getpixel((450, 150))[3] > 200  # type: ignore[index]


def test_ink_is_dark_on_white_paper_on_the_screen(pad: SignaturePad) -> None:
    write(pad, (90, 150), (450, 150), (810, 150))

    picture = pad.grab().toImage()

    assert picture.pixelColor(300, 150).lightness() < 60
    assert picture.pixelColor(300, 60).lightness() == 255


def draw_with_pen(pad: SignaturePad, places: Sequence[tuple[int, int, float]]) -> None:
    pen = QPointingDevice(
        "pen",
        1,
        QInputDevice.DeviceType.Stylus,
        QPointingDevice.PointerType.Pen,
        QInputDevice.Capability.Position | QInputDevice.Capability.Pressure,
        1,
        1,
    )
    kinds = [QEvent.Type.TabletPress] + [QEvent.Type.TabletMove] * (len(places) - 1)
    events = [*zip(kinds, places, strict=True), (QEvent.Type.TabletRelease, places[-1])]
    for kind, (x, y, pressure) in events:
        spot = QPointF(x, y)
        lifted = kind is QEvent.Type.TabletRelease
        event = QTabletEvent(
            kind,
            pen,
            spot,
            spot,
            0.0 if lifted else pressure,
            0,
            0,
            0,
            0,
            0,
            Qt.KeyboardModifier.NoModifier,
            Qt.MouseButton.LeftButton,
            Qt.MouseButton.NoButton if lifted else Qt.MouseButton.LeftButton,
        )
        QApplication.sendEvent(pad, event)

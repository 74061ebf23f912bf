"""Rights, answers and photos: what is recorded at the door and at each item."""

import io
from dataclasses import replace

import pytest
from PIL import Image

from inspector_app.domain.checklist import AnswerValue
from inspector_app.domain.errors import UserError
from inspector_app.domain.visit import Step
from inspector_app.domain.visit_events import Attendee
from inspector_app.domain.visit_journal import visit_stream
from tests.fakes.workplace import Office
from tests.pictures import picture

ATTENDEE = Attendee("张三丰年", "经营者")


@pytest.mark.parametrize(
    ("answers", "problem"),
    [
        ({}, "rights.unanswered"),
        ({"seen": "yes"}, "rights.unanswered"),
        ({"seen": "yes", "recusal": "perhaps"}, "rights.unanswered"),
        ({"seen": "no", "recusal": "none"}, "rights.blocking"),
    ],
)
def test_rights_are_recorded_only_with_every_answer(
    office: Office, answers: dict[str, str], problem: str
) -> None:
    visit_id = office.started()
    with pytest.raises(UserError) as error:
        office.do.read_rights(visit_id, ATTENDEE, answers)
    assert error.value.code == problem
    assert office.do.view_visit(visit_id).visit.identity is None


def test_a_wish_for_recusal_is_recorded_and_does_not_stop_the_visit(office: Office) -> None:
    visit_id = office.started()
    visit = office.do.read_rights(visit_id, ATTENDEE, {"seen": "yes", "recusal": "applied"})
    assert visit.current_step is Step.CHECKLIST
    assert [m.rule for m in office.do.view_visit(visit_id).messages if m.rule == "R04"] == ["R04"]


def test_no_item_is_answered_before_the_rights_are_read(office: Office) -> None:
    visit_id = office.started()
    with pytest.raises(UserError) as error:
        office.do.record_answer(visit_id, "HEALTH", AnswerValue.MET)
    assert error.value.code == "answer.before_rights"


def test_the_same_answer_twice_is_one_event(office: Office) -> None:
    visit_id = office.arrived()
    first = office.do.record_answer(visit_id, "HEALTH", AnswerValue.MET)
    assert office.do.record_answer(visit_id, "HEALTH", AnswerValue.MET).head == first.head


def test_an_answer_cannot_change_once_a_document_is_issued(office: Office) -> None:
    visit_id = office.judged()
    office.issue(visit_id, "onsite_record")
    with pytest.raises(UserError) as error:
        office.do.record_answer(visit_id, "WASH", AnswerValue.MET)
    assert error.value.code == "answer.issued"


def test_a_correction_needs_a_reason_and_leaves_the_first_answer_on_record(office: Office) -> None:
    visit_id = office.completed()
    with pytest.raises(UserError, match="理由"):
        office.do.correct_answer(visit_id, "HEALTH", AnswerValue.MET, because=" ")
    office.do.correct_answer(
        visit_id, "HEALTH", AnswerValue.NOT_MET, because="核对更衣室登记", note="两人无证"
    )
    with office.store.read() as reading:
        kinds = [
            e.type
            for e in reading.events(visit_stream(visit_id))
            if e.payload.get("item") == "HEALTH"
        ]
    assert kinds == ["answer_recorded", "finding_confirmed", "answer_corrected"]


def test_a_photo_keeps_its_bytes_its_hash_and_its_time(office: Office) -> None:
    visit_id = office.arrived()
    data = picture(taken_at="2026:11:21 09:10:11")
    visit = office.do.attach_photo(visit_id, "HEALTH", data, name="证.jpg")
    (photo,) = visit.photos_of("HEALTH")
    assert photo.taken_at == "2026-11-21T09:10:11"
    assert office.do.look_up.blob(photo.sha256) == data
    assert office.do.look_up.blob(photo.thumbnail).startswith(b"\xff\xd8")


def test_the_same_photo_twice_counts_once(office: Office) -> None:
    visit_id = office.arrived()
    data = picture()
    office.do.attach_photo(visit_id, "HEALTH", data, name="一.jpg")
    assert len(office.do.attach_photo(visit_id, "HEALTH", data, name="二.jpg").photos) == 1


@pytest.mark.parametrize(
    "data", [b"", b"not a picture", b"\x89PNG\r\n\x1a\n" + b"\0" * 50, picture()[:200], b"%PDF-1.7"]
)
def test_a_photo_that_is_no_image_is_refused_and_nothing_is_lost(
    office: Office, data: bytes
) -> None:
    visit_id = office.arrived()
    before = office.do.record_answer(visit_id, "HEALTH", AnswerValue.MET).head
    with pytest.raises(UserError) as error:
        office.do.attach_photo(visit_id, "HEALTH", data, name="坏.jpg")
    assert error.value.code == "photo.unreadable"
    assert error.value.mend
    assert office.do.view_visit(visit_id).visit.head == before


def test_an_item_is_excluded_only_where_the_checklist_provides_for_it(office: Office) -> None:
    definition = office.packs.definitions["catering"]
    (section, *others) = definition.sections
    (strict, *items) = section.items
    sections = (replace(section, items=(replace(strict, exclusion=""), *items)), *others)
    office.packs.definitions["catering"] = replace(definition, sections=sections)
    visit_id = office.arrived()
    with pytest.raises(UserError) as error:
        office.do.record_answer(visit_id, strict.code, AnswerValue.EXCLUDED, reason="不想查")
    assert error.value.code == "answer.exclusion"
    office.do.record_answer(visit_id, strict.code, AnswerValue.MET)
    with pytest.raises(UserError) as error:
        office.do.correct_answer(visit_id, strict.code, AnswerValue.EXCLUDED, because="误记")
    assert error.value.code == "answer.exclusion"


def test_a_transparent_picture_is_seen_on_white(office: Office) -> None:
    visit_id = office.arrived()
    buffer = io.BytesIO()
    Image.new("RGBA", (40, 30), (0, 0, 0, 0)).save(buffer, "PNG")
    visit = office.do.attach_photo(visit_id, "HEALTH", buffer.getvalue(), name="签.png")
    (photo,) = visit.photos_of("HEALTH")
    with Image.open(io.BytesIO(office.store.blobs.get(photo.thumbnail))) as small:
        assert small.getpixel((20, 15)) == (255, 255, 255)

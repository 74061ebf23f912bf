"""The main job on real input: offline from the door to signed papers, then through the review."""

import io
import subprocess
from collections import Counter
from pathlib import Path

import pytest
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext

from inspector_app.bootstrap.verification import check_case, check_pdf, load_roots
from inspector_app.documents.verification import Verdict
from inspector_app.domain.review import ReviewStatus
from inspector_app.domain.visit_documents import DocumentStatus
from tests.factory_town import FAILING
from tests.functional.first_visit import Day

_PAPERS = [
    "onsite_record-corrected",
    "onsite_record-issued",
    "result_record-corrected",
    "result_record-issued",
    "correction_order-corrected",
    "correction_order-issued",
    "service_receipt-issued",
]


def _run(*command: str | Path) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True, timeout=60).stdout


def test_without_a_server_everything_waits_and_nothing_is_lost(day: Day) -> None:
    assert day.offline_refusal == "network.offline"
    assert day.waiting_offline.events == day.synchronised.pushed
    assert day.waiting_offline.photos == 1


def test_one_synchronisation_takes_all_that_waited(day: Day) -> None:
    assert (day.waiting_after.events, day.waiting_after.blobs) == (0, 0)
    assert day.synchronised.blobs == day.waiting_offline.blobs
    assert day.synchronised.quarantined == 0


def test_the_case_stands_in_the_queue(day: Day) -> None:
    assert [summary.visit_id for summary in day.queue] == [day.visit.id]


def test_the_case_is_returned_put_right_and_approved(day: Day) -> None:
    assert day.statuses == (
        ReviewStatus.WAITING,
        ReviewStatus.RETURNED,
        ReviewStatus.WAITING,
        ReviewStatus.APPROVED,
    )


def test_the_remark_stands_at_its_item_on_the_laptop(day: Day) -> None:
    assert [remark.item for remark in day.remarks] == [FAILING]


def test_every_task_of_the_enterprise_is_answered_by_the_one_visit(day: Day) -> None:
    kinds = Counter(task.kind for task in day.visit.tasks)

    assert len(kinds) > 1
    assert len({item.code for item in day.visit.items}) == len(day.visit.items)


def test_server_and_laptop_hold_the_same_record(day: Day) -> None:
    assert day.server.heads == day.laptop.heads


def test_server_and_laptop_make_the_same_of_it(day: Day) -> None:
    assert day.server.projection == day.laptop.projection


def test_every_number_is_used_or_void_and_none_is_missing(day: Day) -> None:
    fates = {(word, seq): fate for word, seq, fate, _ in day.numbers}
    words = {str(word) for word, _ in fates}

    assert "void" in fates.values()
    for word in words:
        taken = sorted(int(str(seq)) for known, seq in fates if known == word)
        assert taken == list(range(taken[0], taken[0] + len(taken)))


def test_the_voided_number_is_never_used_again(day: Day) -> None:
    numbers = [d.number for d in day.visit.documents.values() if d.number]
    voided = [d.number for d in day.visit.documents.values() if d.status is DocumentStatus.VOIDED]

    assert voided
    assert len(numbers) == len(set(numbers))


def test_the_papers_are_those_the_record_calls_for(day: Day) -> None:
    assert sorted(day.pdfs) == sorted(_PAPERS)


@pytest.mark.parametrize("paper", _PAPERS)
def test_our_own_verification_finds_the_paper_genuine(day: Day, paper: str) -> None:
    check = check_pdf(day.pdfs[paper].read_bytes(), load_roots([day.roots]))

    assert (check.verdict, check.problems) == (Verdict.GENUINE, ())


@pytest.mark.parametrize("paper", _PAPERS)
def test_pyhanko_finds_two_trusted_signatures(day: Day, paper: str) -> None:
    reader = PdfFileReader(io.BytesIO(day.pdfs[paper].read_bytes()))
    roots = [_as_asn1(day.roots)]

    statuses = [
        validate_pdf_signature(
            signature, ValidationContext(trust_roots=roots, allow_fetching=False)
        )
        for signature in reader.embedded_signatures
    ]

    assert [(status.bottom_line, status.trusted) for status in statuses] == [(True, True)] * 2


@pytest.mark.parametrize("paper", _PAPERS)
def test_pdfsig_and_qpdf_find_nothing_wrong(day: Day, paper: str) -> None:
    path = day.pdfs[paper]

    assert _run("pdfsig", path).count("Signature Validation: Signature is Valid.") == 2
    assert "No syntax or stream encoding errors" in _run("qpdf", "--check", path)


def test_the_exported_case_holds_together_by_itself(day: Day) -> None:
    case = check_case(day.case, load_roots([day.roots]))

    assert case.holds
    assert case.visit.id == day.visit.id
    assert {check.verdict for check in case.documents.values()} == {Verdict.GENUINE}


def _as_asn1(pem: Path) -> object:
    from asn1crypto import x509
    from asn1crypto.pem import unarmor

    return x509.Certificate.load(unarmor(pem.read_bytes())[2])

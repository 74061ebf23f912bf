"""The papers of a case as the gate looks at them: fields, signatures, service, typed text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

__all__ = ["FieldFacts", "PaperFacts", "RefusalFacts", "ServiceFacts", "TypedText"]


@dataclass(frozen=True, slots=True)
class FieldFacts:
    """A field of a form: where, what it is called, whether it must be filled, what it holds."""

    key: str
    label: str
    required: bool
    value: str
    basis: str = ""


@dataclass(frozen=True, slots=True)
class RefusalFacts:
    """Somebody refused to sign at ``slot``: what proves it."""

    slot: str
    witness: str = ""
    recording: str = ""


@dataclass(frozen=True, slots=True)
class PaperFacts:
    """One document: identity, form, signatures.

    ``standing``: composed or issued. ``must_record``: a refusal on it needs a recording (程序规定
    43). ``witnesses`` are all who are named or signed as witness; ``changed`` = the record has
    changed since it was composed; ``text`` what it says, as far as it is known. ``signers`` are the
    roles (party, officer, witness, receiver) that it has a place for, None = not said.
    """

    id: str
    kind: str
    title: str
    number: str = ""
    standing: bool = True
    issued: bool = False
    dated: date | None = None
    fields: tuple[FieldFacts, ...] = ()
    basis: str = ""
    signers: tuple[str, ...] | None = None
    missing_slots: tuple[str, ...] = ()
    refusals: tuple[RefusalFacts, ...] = ()
    must_record: bool = False
    witnesses: tuple[str, ...] = ()
    witness_slot: str = ""
    changed: bool = False
    text: str = ""
    published: bool = False


@dataclass(frozen=True, slots=True)
class ServiceFacts:
    """One service (送达, 程序规定 81–83). ``mode`` as the service labels name it.

    ``confirmed_address``: the party signed the 送达地址确认书; ``capture`` the record of an
    electronic service; ``receipt_no`` the postal receipt; ``posted_on`` the day a notice was posted.
    """

    documents: tuple[str, ...]
    mode: str
    on: date
    receiver: str = ""
    note: str = ""
    witness: str = ""
    recording: str = ""
    confirmed_address: bool = False
    capture: str = ""
    remedy_channel_given: bool = False
    receipt_no: str = ""
    posted_on: date | None = None


@dataclass(frozen=True, slots=True)
class TypedText:
    """What a person typed, where: ``step`` and ``target`` lead to its field.

    ``use``: facts (现场事实), order (改正要求), note, explanation, document; ``published``: it will
    be open to the public.
    """

    step: str
    target: str
    label: str
    use: str
    text: str
    published: bool = False

"""Somebody who has a genuine case file and wants another record in it."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import rfc8785

from inspector_app.domain.journal import Event, Head, Moment, SignedHead
from inspector_app.trust.signing import SigningKey

__all__ = ["made_up_record"]


def made_up_record(members: dict[str, bytes], keep: Callable[[dict[str, Any]], bool]) -> None:
    """Another record in proper form from first to last, signed by a device nobody knows."""
    key, heads, bodies = SigningKey.generate(), dict[str, Head](), list[bytes]()
    for line in members["events.jsonl"].splitlines():
        told = json.loads(line)
        if not keep(told):
            continue
        if told["type"] == "answer_recorded":
            told["payload"]["note"] = "改写的情况"
        head = heads.get(told["stream"], Head(told["stream"]))
        moment = Moment(told["at"], told["mono"], told["server_at"])
        event = Event.record(head, told["type"], told["v"], moment, told["by"], told["payload"])
        heads[event.stream] = event.head
        bodies.append(event.body + b"\n")
    signed: list[Any] = []
    for head in heads.values():
        unsigned = SignedHead(head, "made-up", key.id, "2026-11-21T12:00:00+08:00")
        fields = {"stream": head.stream, "seq": head.seq, "hash": head.hash, "device": "made-up"}
        fields |= {"key_id": key.id, "at": unsigned.at, "signature": key.sign(unsigned.message)}
        signed.append(fields)
    members["events.jsonl"] = b"".join(bodies)
    members["heads.json"] = rfc8785.dumps(signed)
    members["keys.json"] = rfc8785.dumps({key.id: key.verify_key.text})

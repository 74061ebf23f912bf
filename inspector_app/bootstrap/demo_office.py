"""The demonstration's bureau: a seeded server, enrolled laptops, made-up certificates."""

from __future__ import annotations

import secrets as entropy
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path

from inspector_app.bootstrap.desk import certificate_secret, password_secret
from inspector_app.bootstrap.device import BEIJING
from inspector_app.bootstrap.laptop import ENROLMENT, enrol_laptop
from inspector_app.bootstrap.laptop_folder import ROOTS
from inspector_app.bootstrap.packs import delivered_packs
from inspector_app.domain.officer import Officer, Role
from inspector_app.domain.ports import SecretStore

__all__ = ["DemoSecrets", "enrol_demo_laptop", "enrolment_codes", "seed_demo_server"]


class DemoSecrets:
    """Secrets of a throw-away demonstration, in memory: gone when it ends, never on disk."""

    def __init__(self) -> None:
        self._secrets: dict[str, bytes] = {}

    def get(self, name: str) -> bytes | None:
        """The secret, None if there is none."""
        return self._secrets.get(name)

    def set(self, name: str, secret: bytes) -> None:
        """Keep it until the process ends."""
        self._secrets[name] = secret

    def delete(self, name: str) -> None:
        """Forget it."""
        self._secrets.pop(name, None)


def seed_demo_server(
    folder: Path, people: Sequence[tuple[Role, str]], *, enterprises: int = 300
) -> tuple[str, ...]:
    """Fill the server's folder with the made-up county; one enrolment code for each of ``people``."""
    # Late: the server's rooms are not part of a laptop's start.
    from inspector_app.server.demo_world import demo_world
    from inspector_app.server.desk import open_desk
    from inspector_app.server.seeding import Seed, seed
    from inspector_app.server.settings import ServerSettings

    desk = open_desk(ServerSettings(folder=folder))
    try:
        today = datetime.now(BEIJING).date()
        world = demo_world(today, enterprises=enterprises)
        templates = delivered_packs(today).document_templates().values()
        words = tuple((t.number_word, 1) for t in templates if t.number_pattern)
        seed(desk, Seed(world.authority, world.officers, world.enterprises, world.tasks, words))
    finally:
        desk.close()
    return enrolment_codes(folder, people)


def enrolment_codes(folder: Path, people: Sequence[tuple[Role, str]]) -> tuple[str, ...]:
    """One enrolment code of a seeded server for each of ``people``."""
    # Late: as in seed_demo_server.
    from inspector_app.server.desk import open_desk
    from inspector_app.server.enrolment import issue_code
    from inspector_app.server.settings import ServerSettings

    desk = open_desk(ServerSettings(folder=folder))
    try:
        return tuple(issue_code(desk, role, officer) for role, officer in people)
    finally:
        desk.close()


def enrol_demo_laptop(
    folder: Path, url: str, code: str, secrets: SecretStore, name: str = "演示笔记本"
) -> None:
    """Enrol and give both inspecting officers a demonstration certificate in the keyring."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if (folder / ENROLMENT).exists():
        return
    enrolment = enrol_laptop(folder, url, code, name, secrets)
    _give_certificates(folder, enrolment.officers, secrets)


def _give_certificates(folder: Path, officers: Sequence[Officer], secrets: SecretStore) -> None:
    # Late: cryptography, needed only when the demonstration is set up.
    from cryptography.hazmat.primitives.serialization import Encoding

    from inspector_app.trust.certificates import DemoAuthority

    now = datetime.now(BEIJING)
    authority = DemoAuthority.create(now)
    (folder / ROOTS).write_bytes(authority.certificate.public_bytes(Encoding.PEM))
    for officer in officers:
        if officer.role is not Role.OFFICER:
            continue
        signer = authority.issue(
            officer.name,
            officer.certificate_no,
            officer.organ,
            begins=now - timedelta(days=1),
            ends=now + timedelta(days=365),
        )
        password = entropy.token_urlsafe(16)
        secrets.set(certificate_secret(officer.id), signer.to_pkcs12(password))
        secrets.set(password_secret(officer.id), password.encode())

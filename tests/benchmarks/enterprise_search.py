"""Search among a million enterprises, against a LIKE scan and a bare FTS5 query.

Queries: parts of two to five characters cut from random names (common and rare alike), the
commonest ones there are (有限, 公司 …), credit codes' beginnings, pinyin initials. Ours: decrypted,
ranked, twenty whole enterprises. Bare FTS5: only the row numbers of the same phrase from the same
index, unranked. LIKE: one scan of the names alone, in the same database. Goal: p99 ≤ 10 ms.

``python -m tests.benchmarks.enterprise_search [ENTERPRISES] [FOLDER]``
"""

from __future__ import annotations

import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from inspector_app.domain.enterprise import Enterprise, Licence, PartyType, credit_code_digit
from inspector_app.storage import open_store
from inspector_app.storage.laptop import DATABASE, LaptopStore
from inspector_app.storage.search_terms import initials, search_key

KEY = bytes(range(32))
PLACES = [
    "云溪",
    "青石",
    "白水",
    "临江",
    "望山",
    "东湖",
    "长桥",
    "南浦",
    "双塔",
    "新安",
    "石门",
    "重阳",
]
TRADES = [
    "餐饮",
    "食品",
    "科技",
    "贸易",
    "商贸",
    "文化传播",
    "建筑工程",
    "机械",
    "服饰",
    "物流",
    "电子商务",
    "生物",
    "农业",
    "信息技术",
]
FORMS = [
    "有限公司",
    "有限公司",
    "有限责任公司",
    "股份有限公司",
    "（个体工商户）",
    "商行",
    "小吃店",
    "经营部",
    "超市",
]
# Characters that shops call themselves by, the common ones more often.
GIVEN = (
    "".join(chr(0x4E00 + place * 7 % 20_000) for place in range(2_000))
    + "福兴隆盛鑫源顺泰美华" * 60
)


def name(chance: random.Random) -> str:
    given = "".join(chance.choices(GIVEN, k=chance.choice((2, 2, 3, 4))))
    return chance.choice(PLACES) + given + chance.choice(TRADES) + chance.choice(FORMS)


def registry(count: int, chance: random.Random) -> Iterator[Enterprise]:
    for number in range(count):
        body = f"91{chance.randrange(330000, 331200)}MA{number:07d}"
        yield Enterprise(
            id=f"e{number:07d}",
            name=name(chance),
            credit_code=body + credit_code_digit(body),
            party_type=PartyType.ENTERPRISE,
            address=f"虚拟街道{number % 900}号",
            premises_address=f"虚拟街道{number % 900}号",
            legal_representative="演示人",
            phone="00000000000",
            activities=("catering",),
            licences=(
                Licence(
                    "食品经营许可证",
                    f"JY{number:014d}",
                    date(2022, 1, 1),
                    date(2026, 1, 1) + timedelta(days=number % 2_000),
                ),
            ),
        )


def queries(names: Sequence[str], chance: random.Random) -> dict[str, list[str]]:
    def part(size: int) -> str:
        key = search_key(chance.choice(names))
        start = chance.randrange(max(1, len(key) - size))
        return key[start : start + size]

    return {
        "part of 2": [part(2) for _ in range(200)],
        "part of 3": [part(3) for _ in range(200)],
        "part of 4–5": [part(chance.choice((4, 5))) for _ in range(200)],
        "commonest": [
            "有限",
            "公司",
            "限公",
            "食品",
            "东湖",
            "有限公司",
            "食品有限",
            "工商户",
            "责任公司",
            "业有限",
        ]
        * 20,
        "nothing there": [part(2)[::-1] + "𠮷" for _ in range(200)],
        "credit code": [f"91{chance.randrange(330000, 331200)}MA"[:n] for n in (4, 6, 8, 10)] * 50,
        "initials": [
            initials(chance.choice(names))[0][: chance.choice((2, 3, 4, 6))] for _ in range(200)
        ],
        "inner initials": [
            initials(chance.choice(names))[0][2 : 2 + chance.choice((3, 4, 5))] for _ in range(200)
        ],
    }


def clock(work: Callable[[], object]) -> tuple[float, float]:
    """Milliseconds by the wall and of this thread's own work."""
    start, own = time.perf_counter(), time.thread_time()
    work()
    return (time.perf_counter() - start) * 1000, (time.thread_time() - own) * 1000


def rows(database: Any, statement: str, value: str) -> list[Any]:
    found: list[Any] = database.execute(statement, (value,)).fetchall()
    return found


def bare_phrase(text: str) -> str:
    key = search_key(text)
    return '"' + " ".join(key[place : place + 2] for place in range(len(key) - 1)) + '"'


def measure(store: LaptopStore, asked: dict[str, list[str]]) -> None:
    like = "SELECT place FROM enterprise_names WHERE name LIKE ? LIMIT 20"
    bare = "SELECT rowid FROM enterprise_terms WHERE terms MATCH ? LIMIT 20"
    print(
        f"{'milliseconds':16}{'p50':>7}{'p99':>8}{'p99 CPU':>9}{'FTS5 p50':>10}{'LIKE p50':>10}"
        f"{'ours/FTS5':>11}{'LIKE/ours':>11}"
    )
    worst = 0.0
    with store.read() as reading:
        database = reading.session.driver
        for text in (query for group in asked.values() for query in group[:20]):
            reading.find_enterprises(text)
        for kind, texts in asked.items():
            ours, own, fts, scan = [], [], [], []
            for number, text in enumerate(texts):
                wall, work = clock(partial(reading.find_enterprises, text))
                ours.append(wall)
                own.append(work)
                if "initials" not in kind and kind != "credit code":
                    fts.append(clock(partial(rows, database, bare, bare_phrase(text)))[0])
                if number % 50 == 0:
                    scan.append(clock(partial(rows, database, like, f"%{text}%"))[0])
            worst = max(worst, p99(own))
            middle, slow = statistics.median(ours), statistics.median(scan)
            quick = statistics.median(fts) if fts else 0
            print(
                f"{kind:14}{middle:9.2f}{p99(ours):8.2f}{p99(own):9.2f}"
                + (f"{quick:10.2f}" if fts else f"{'–':>10}")
                + f"{slow:10.0f}"
                + (f"{middle / quick:11.1f}" if fts else f"{'–':>11}")
                + f"{slow / middle:11.0f}"
            )
    print(f"worst p99 of our own work {worst:.1f} ms")


def p99(values: Sequence[float]) -> float:
    return sorted(values)[int(len(values) * 0.99)]


def main(arguments: Sequence[str] = ()) -> None:
    """Build the registry and search it."""
    count = int(arguments[0]) if arguments else 1_000_000
    parent = arguments[1] if len(arguments) > 1 else None
    chance = random.Random(2026)
    with tempfile.TemporaryDirectory(dir=parent) as folder:
        store = open_store(Path(folder), KEY, device="laptop-1")
        making, _ = clock(lambda: sum(1 for _ in registry(count, random.Random(1))))

        def put() -> None:
            with store.begin() as uow:
                uow.put_enterprises(registry(count, random.Random(1)))

        writing, work = clock(put)
        size = sum(path.stat().st_size for path in Path(folder).glob(f"{DATABASE}*")) / 1e6
        print(
            f"{count:,} enterprises stored in {(writing - making) / 1000:.0f} s by the wall,"
            f" {(work - making) / 1000:.0f} s of CPU; {size:.0f} MB with the log"
        )
        names = [entry.name for entry in registry(min(count, 20_000), random.Random(1))]
        measure(store, queries(names, chance))
        store.close()


if __name__ == "__main__":
    main(sys.argv[1:])

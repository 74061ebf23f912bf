"""``python -m tests.benchmarks [NAME …]``: run the benchmarks and print their ratios.

Figures are ratios against a named baseline in the same run, interleaved; absolute times say
nothing on a shared machine. Nothing here fails a build.
"""

from __future__ import annotations

import importlib
import sys
from pathlib import Path


def main(names: list[str]) -> int:
    """Run the named benchmarks, or all."""
    known = sorted(
        path.stem for path in Path(__file__).parent.glob("*.py") if not path.stem.startswith("_")
    )
    unknown = [name for name in names if name not in known]
    if unknown:
        print(f"no benchmark named {unknown[0]}; there are: {', '.join(known)}", file=sys.stderr)
        return 2
    for name in names or known:
        print(f"== {name}", flush=True)
        module = importlib.import_module(f"tests.benchmarks.{name}")
        module.main()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""A folder of wheels for a computer without a network, fetched on one that has a network, of whatever kind.

    python tools/wheels.py windows             wheels for 64-bit Windows and the Python that runs this
    python tools/wheels.py windows 3.12        … and for Python 3.12

There, ``start.bat`` finds the folder ``wheels`` beside it; README.md has the line for installing by hand. Needs Python
and pip only.
"""

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tools.systems import PYTHONS, ROOT, SYSTEMS, System, locked

WHEELS = ROOT / "wheels"


def requirements(system: System, python: str) -> list[str]:
    """The lock's lines for this system, without markers: pip would evaluate them for the computer it runs on."""
    return [
        " ".join([f"{item.name}=={item.version}", *(f"--hash=sha256:{found}" for found in item.hashes)])
        for item in locked()
        if item.wanted(system, python)
    ]


def command(system: System, python: str, listed: Path, out: Path) -> list[str]:
    """What is asked of pip."""
    short = python.replace(".", "")
    platforms = [word for name in system.platforms for word in ("--platform", name)]
    abis = [word for name in (f"cp{short}", "abi3", "none") for word in ("--abi", name)]
    plain = ["--no-deps", "--only-binary=:all:", "--require-hashes", "--disable-pip-version-check"]
    target = ["--implementation", "cp", "--python-version", python, *platforms, *abis]
    return [sys.executable, "-m", "pip", "download", *plain, *target, "-r", str(listed), "-d", str(out)]


def fetch(name: str, python: str, out: Path) -> int:
    """Fetch the wheels for the system of that name into ``out``; gives pip's exit code."""
    with tempfile.TemporaryDirectory() as room:
        listed = Path(room) / "requirements.txt"
        listed.write_text("\n".join(requirements(SYSTEMS[name], python)) + "\n", encoding="utf-8", newline="\n")
        return subprocess.run(command(SYSTEMS[name], python, listed, out), check=False).returncode


def main(words: Sequence[str]) -> int:
    """Read the words, fetch, and say what to do with the folder."""
    reader = argparse.ArgumentParser(
        prog="wheels.py", description="为没有网络的电脑准备安装包 / Wheels for offline use"
    )
    reader.add_argument("system", choices=SYSTEMS, help="目标电脑的系统 / the other computer's system")
    own = ".".join(map(str, sys.version_info[:2]))
    reader.add_argument(
        "python", nargs="?", choices=PYTHONS, default=own if own in PYTHONS else PYTHONS[1], metavar="PYTHON",
        help="目标电脑上的 Python 版本，如 3.12 / its Python",
    )  # fmt: skip
    reader.add_argument("--out", type=Path, default=WHEELS, help="写入的文件夹 / the folder to fill")
    asked = reader.parse_args(words)
    failed = fetch(asked.system, asked.python, asked.out)
    if failed:
        print(
            "没有下载完整，请检查网络后再运行一次。/ Not complete: check the network and run it again.", file=sys.stderr
        )
        return failed
    count = len(list(asked.out.glob("*.whl")))
    made_for = f"{asked.system}, Python {asked.python}"
    print(f"{count} 个安装包已放入 {asked.out}（{made_for}）。请连同项目文件夹一起拷到目标电脑。")
    print(f"{count} wheels in {asked.out} ({made_for}). Copy them over with the project folder.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

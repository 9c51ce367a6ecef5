"""From Python to JupyterLab on a laptop: makes the environment, says what is missing, and opens the notebooks.

``start.bat`` runs this on Windows; elsewhere it is ``python3 tools/start.py``. It needs nothing but Python, and asks
nobody to activate anything: the environment's own interpreter is called by its path. Where a folder ``wheels`` lies
beside it, that is used and the network left alone.
"""

import hashlib
import shutil
import struct
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCK, WHEELS, ENVIRONMENT = ROOT / "requirements.lock", ROOT / "wheels", ROOT / ".venv"
READY = ENVIRONMENT / ".ready"
OLDEST, NEWEST = (3, 11), (3, 14)
BITS = 64
ROOM_NEEDED = 3
"""Gigabytes: the environment takes about one and a half, downloads as much for a while."""
LONGEST_ROOT = 80
"""Characters of the project's path on Windows: the deepest file in the environment lies about 170 further down."""

Sentence = tuple[str, str]


def missing(
    version: tuple[int, int], bits: int, root: str, free_gigabytes: float, *, windows: bool, complete: bool
) -> Iterator[Sentence]:
    """What stands in the way, each in Chinese and English, with what to do."""
    if not OLDEST <= version <= NEWEST:
        wanted, found = f"{OLDEST[0]}.{OLDEST[1]}–{NEWEST[0]}.{NEWEST[1]}", f"{version[0]}.{version[1]}"
        yield (
            f"需要 Python {wanted}，现为 {found}。请从 python.org 安装 3.12（64 位），再运行一次。",
            f"Python {wanted} is needed, found {found}. Install 3.12 (64-bit) from python.org and run this again.",
        )
    if bits != BITS:
        yield (
            f"需要 64 位的 Python，现为 {bits} 位。请安装 “Windows installer (64-bit)”，再运行一次。",
            f'A 64-bit Python is needed, found {bits}-bit. Install "Windows installer (64-bit)" and run this again.',
        )
    if windows and len(root) > LONGEST_ROOT:
        yield (
            f"项目文件夹的路径太长（{len(root)} 个字符，最多 {LONGEST_ROOT}）。请把它移到例如 D:\\sxresearch。",
            f"The project's path has {len(root)} characters, more than {LONGEST_ROOT}. Move it to D:\\sxresearch, say.",
        )
    if free_gigabytes < ROOM_NEEDED:
        yield (
            f"磁盘只剩 {free_gigabytes:.1f} GB，安装需要 {ROOM_NEEDED} GB。请腾出空间，再运行一次。",
            f"Only {free_gigabytes:.1f} GB are free, installing takes {ROOM_NEEDED} GB. Make room and run this again.",
        )
    if not complete:
        yield (
            "项目文件夹不完整：缺少 requirements.lock 或 pyproject.toml。请重新解压全部文件。",
            "The project folder lacks requirements.lock or pyproject.toml. Unpack all files again.",
        )


def found_here() -> list[Sentence]:
    """What stands in the way on this computer."""
    complete = LOCK.is_file() and (ROOT / "pyproject.toml").is_file()
    free = shutil.disk_usage(ROOT).free / 1024**3 if not is_ready() else ROOM_NEEDED
    bits = struct.calcsize("P") * 8
    windows = sys.platform == "win32"
    return list(missing(sys.version_info[:2], bits, str(ROOT), free, windows=windows, complete=complete))


def is_ready() -> bool:
    """Whether the environment was made, of this lock, to its end."""
    return READY.is_file() and READY.read_text(encoding="utf-8") == mark() and interpreter().exists()


def mark() -> str:
    """What the environment was made of."""
    return hashlib.sha256(LOCK.read_bytes()).hexdigest()


def interpreter() -> Path:
    """The environment's own Python."""
    return ENVIRONMENT / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


def steps(python: Path, *, offline: bool) -> list[list[str]]:
    """The commands that make the environment."""
    pip = [str(python), "-m", "pip", "install", "--disable-pip-version-check"]
    source = ["--no-index", "--find-links", str(WHEELS)] if offline else []
    return [
        [sys.executable, "-m", "venv", "--clear", str(ENVIRONMENT)],
        [*pip, *source, "--require-hashes", "-r", str(LOCK)],
        [*pip, "--no-index", "--no-deps", "--no-build-isolation", "-e", str(ROOT)],
    ]


def say(*sentences: str) -> None:
    """To whoever looks at the console, whatever characters it can show."""
    for sentence in sentences:
        sys.stdout.buffer.write(f"{sentence}\n".encode(sys.stdout.encoding or "utf-8", errors="replace"))
        sys.stdout.flush()


def make_environment() -> bool:
    """Make the environment; False, with a sentence, where a step failed."""
    offline = any(WHEELS.glob("*.whl"))
    say(
        "正在准备环境，首次用时视网速而定，请不要关闭窗口。" + ("（使用 wheels 文件夹，不联网）" if offline else ""),
        "Setting up the environment; how long depends on the network. Leave this window open.",
    )
    for step in steps(interpreter(), offline=offline):
        if subprocess.run(step, cwd=ROOT, check=False).returncode:
            say(
                "没有装好。若上面提到网络（timeout、connection），请检查网络，或离线安装（见 docs/windows.zh.md）。",
                "Not set up. If the text above speaks of the network, check it, or go without it (docs/windows.md).",
            )
            return False
    READY.write_text(mark(), encoding="utf-8")
    return True


def main(words: Sequence[str]) -> int:
    """Check, set up, and run ``sxresearch`` with ``words`` (the notebooks, where none are given)."""
    problems = found_here()
    for number, (chinese, english) in enumerate(problems, start=1):
        say(f"{number}. {chinese}", f"   {english}")
    if problems or not (is_ready() or make_environment()):
        return 1
    if not words:
        say("正在打开 JupyterLab；关闭这个窗口就会结束它。", "Opening JupyterLab; closing this window ends it.")
    return subprocess.run(
        [str(interpreter()), "-m", "sxresearch", *(words or ["lab"])], cwd=ROOT, check=False
    ).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

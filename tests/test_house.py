"""Order in the package: a class name stands for one thing, folders stay small, nothing is there for tests alone."""

import ast
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from sxresearch.paths import NOTEBOOKS, PACKAGE, ROOT

MOST_MODULES = 20
"""Modules side by side in one folder: more can't be taken in at a glance."""

FOR_OTHERS = {
    "assessment/whole_and_parts.py whole_against_parts": "the data-quality page compares a region with its parts",
    "batch/kernels/fork_client.py terminate": "jupyter_client ends a process so (Popen's interface)",
    "batch/kernels/fork_client.py launch_kernel": "jupyter_client asks a provisioner for a process so",
    "batch/kernels/kernel_pool.py create_kernel_manager": "nbclient asks for its kernel manager so",
    "batch/kernels/kernel_pool.py execute_managed_notebook": "papermill calls its engines so",
    "projection/reference/series_fits.py param_names": "statsmodels asks a model for the names in its summary",
    "errors.py _render_traceback_": "IPython asks an exception for its words so",
    "brief/page/markup.py _repr_mimebundle_": "Jupyter asks an object for its looks so",
}
"""What nothing in the package calls by name, and who does."""

_REGISTERING = ("command", "callback", "model_validator", "field_validator")
"""Decorators that hand a function to a library, which then calls it."""
_WORD = re.compile(r"\w+")


def modules() -> Iterator[tuple[str, ast.Module]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        yield path.relative_to(PACKAGE).as_posix(), ast.parse(path.read_text(encoding="utf-8"))


def test_a_class_name_stands_for_one_thing():
    places = defaultdict(list)
    for name, tree in modules():
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef):
                places[node.name].append(name)
    assert {name: found for name, found in places.items() if len(found) > 1} == {}


def test_no_folder_has_more_modules_than_can_be_taken_in():
    count = Counter(path.parent for path in PACKAGE.rglob("*.py") if path.name != "__init__.py")
    assert {str(folder): number for folder, number in count.items() if number > MOST_MODULES} == {}


def test_nothing_is_there_for_tests_alone():
    """Every function, class and method is named somewhere in the package, a template, a notebook or a benchmark."""
    used = Counter(word for text in _spoken() for word in text)
    unused = {f"{name} {defined}" for name, tree in modules() for defined in _defined(tree) if not used[defined]}
    assert unused - FOR_OTHERS.keys() == set(), "reached by tests only: use it, remove it, or say who calls it"
    assert FOR_OTHERS.keys() - unused == set(), "an exception that nothing needs any more"


def _defined(tree: ast.Module) -> Iterator[str]:
    """Names of the functions, classes and methods of a module, without what libraries call by decorator or dunder."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) or node.name.startswith("__"):
            continue
        if not any(_called(item) in _REGISTERING for item in node.decorator_list):
            yield node.name


def _called(decorator: ast.expr) -> str:
    function = decorator.func if isinstance(decorator, ast.Call) else decorator
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def _spoken() -> Iterator[list[str]]:
    """The words by which code names things: identifiers and strings, no comment, docstring or definition."""
    for _, tree in modules():
        yield _words(tree)
    for path in (ROOT / "benchmarks").glob("*.py"):
        yield _words(ast.parse(path.read_text(encoding="utf-8")))
    for path in NOTEBOOKS.glob("*.ipynb"):
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        yield [word for cell in cells if cell["cell_type"] == "code" for word in _WORD.findall("".join(cell["source"]))]
    for path in PACKAGE.rglob("*.j2"):
        yield _WORD.findall(path.read_text(encoding="utf-8"))
    yield _WORD.findall((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def _words(tree: ast.Module) -> list[str]:
    bodies = (body for node in ast.walk(tree) if isinstance(body := getattr(node, "body", None), list))
    prose = {id(item.value) for body in bodies for item in body if isinstance(item, ast.Expr)}
    found: list[str] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            found.append(node.id)
        elif isinstance(node, ast.Attribute):
            found.append(node.attr)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in prose:
            found += _WORD.findall(node.value)
    return found


def test_every_python_file_belongs_to_a_package():
    """A folder without ``__init__.py`` is not installed."""
    folders = {path.parent for path in PACKAGE.rglob("*.py")}
    assert [str(folder) for folder in folders if not Path(folder, "__init__.py").exists()] == []

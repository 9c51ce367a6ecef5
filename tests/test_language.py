"""The message catalogue: both languages complete, every sentence that is asked for is there, none elsewhere."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax.ast import Comment, GroupComment, Junk, Message, ResourceComment, VariableReference
from fluent.syntax.visitor import Visitor

from sxresearch import terms
from sxresearch.language import MissingMessage, _sources, say, word
from sxresearch.monitoring.findings import Severity
from sxresearch.monitoring.quality.doubts import Hypothesis, QualityRule
from sxresearch.terms import Language

PACKAGE = Path(str(files("sxresearch")))
FAMILIES = {
    "status": terms.Status,
    "flag": terms.Flag,
    "grade": terms.EvidenceGrade,
    "warning": terms.WarningKind,
    "group": terms.Group,
    "level": terms.Level,
    "basis": terms.Basis,
    "rule": terms.RuleKind,
    "unit": terms.Unit,
    "severity": Severity,
    "hypothesis": Hypothesis,
    "doubt": QualityRule,
}
CHINESE_BY_NATURE = {
    "monitoring/contract.py": "column names and words of the Chinese data files",
    "monitoring/demo/dataset.py": "the source text of the synthetic figures, in both languages",
    "monitoring/template/styles.py": "name of the font in which Chinese offices fill forms",
    "monitoring/intake/excel/number_formats.py": "words that a number format writes beside a number",
    "monitoring/intake/words/vocabulary.py": "words of Chinese tables",
    "monitoring/intake/words/year_words.py": "words of Chinese tables",
    "monitoring/intake/words/indicator_words.py": "words of Chinese tables",
    "monitoring/intake/words/region_words.py": "words of Chinese tables",
    "monitoring/intake/words/unit_words.py": "words of Chinese tables",
    "monitoring/intake/words/count_words.py": "words of Chinese tables",
    "monitoring/intake/words/status_words.py": "words of Chinese tables",
    "monitoring/intake/shapes/context.py": "words of Chinese tables",
    "monitoring/intake/shapes/heading.py": "words of Chinese tables",
    "monitoring/intake/shapes/block.py": "words of Chinese tables",
    "monitoring/intake/dimensions.py": "words of Chinese tables",
    "monitoring/intake/long_table.py": "words of Chinese tables",
    "monitoring/ledger/ledger_cells.py": "days as Chinese tables write them",
    "plan/responsibility.py": "column names of the responsibility list",
    "plan/text/printed_plan.py": "patterns that read the Chinese text of a plan",
    "plan/text/comparison.py": "patterns that read the Chinese text of a plan",
    "brief/office/word_style.py": "names of the fonts that Word looks for",
    "batch/verdict_files.py": "name of a worksheet, in both languages",
}
_QUOTED = re.compile(r"[“\"][^”\"]*[”\"]|\([^)]*\)")  # an English sentence may quote the words of a Chinese file
_HAN = re.compile(r"[\u3400-\u9fff]")


class _Names(Visitor):
    def __init__(self) -> None:
        self.found: set[str] = set()

    def visit_VariableReference(self, node: VariableReference) -> None:  # noqa: N802  # name given by fluent.syntax
        self.found.add(node.id.name)


def placeholders(message: Message) -> frozenset[str]:
    names = _Names()
    names.visit(message)
    return frozenset(names.found)


def entries(language: Language) -> Iterator[tuple[str, object]]:
    """File name and entry, of every file of a language."""
    for path in sorted((PACKAGE / "language" / language.value).glob("*.ftl")):
        for entry in FluentParser().parse(path.read_text(encoding="utf-8")).body:
            yield path.name, entry


@cache
def messages(language: Language) -> dict[str, tuple[str, frozenset[str]]]:
    """Key to the file it stands in and its placeholders."""
    return {
        entry.id.name: (name, placeholders(entry)) for name, entry in entries(language) if isinstance(entry, Message)
    }


@pytest.mark.parametrize("language", Language)
def test_every_entry_can_be_read_and_stands_once(language: Language):
    found = [entry for _, entry in entries(language)]
    assert [entry.content for entry in found if isinstance(entry, Junk)] == []
    kinds = (Message, Comment, GroupComment, ResourceComment)
    assert {type(entry).__name__ for entry in found if not isinstance(entry, kinds)} == set()
    keys = Counter(entry.id.name for entry in found if isinstance(entry, Message))
    assert len(keys) > 300
    assert [key for key, times in keys.items() if times > 1] == []


@pytest.mark.parametrize("language", Language)
def test_a_message_read_when_it_is_said_is_the_one_that_the_whole_file_holds(language: Language):
    whole = {entry.id.name: entry for _, entry in entries(language) if isinstance(entry, Message)}
    alone = {key: FluentParser().parse_entry(lines) for key, lines in _sources(language).items()}
    assert alone.keys() == whole.keys()
    assert [key for key, entry in alone.items() if not entry.equals(whole[key], ["span", "comment"])] == []


def test_both_languages_hold_the_same_messages_with_the_same_placeholders_in_the_same_files():
    zh, en = messages(Language.ZH), messages(Language.EN)
    assert zh.keys() ^ en.keys() == set()
    assert {key: (zh[key], en[key]) for key in zh if zh[key] != en[key]} == {}


def test_a_difference_between_the_languages_would_be_seen():
    one, other = (FluentParser().parse_entry(text) for text in ("a = { $x } von { $y }", "a = { $x }"))
    assert placeholders(one) - placeholders(other) == {"y"}


def test_no_english_sentence_was_left_in_chinese():
    texts = {key: say_raw(Language.EN, key) for key in messages(Language.EN)}
    assert [key for key, text in texts.items() if _HAN.search(_QUOTED.sub("", text))] == []


def say_raw(language: Language, key: str) -> str:
    """The sentence with every placeholder filled by its own name."""
    return say(key, language, **{name: name for name in messages(language)[key][1]})


@pytest.mark.parametrize("family", FAMILIES)
@pytest.mark.parametrize("language", Language)
def test_every_fixed_value_has_a_word(family: str, language: Language):
    assert all(isinstance(word(family, member, language), str) for member in FAMILIES[family])


def test_a_sentence_that_is_not_there_is_a_defect_not_an_empty_text():
    with pytest.raises(MissingMessage, match="no message"):
        say("brief-no-such-sentence", Language.ZH)
    with pytest.raises(MissingMessage, match="region"):
        say("brief-title", Language.ZH)


def modules() -> list[tuple[str, ast.Module]]:
    found = [
        (path.relative_to(PACKAGE).as_posix(), ast.parse(path.read_text(encoding="utf-8")))
        for path in sorted(PACKAGE.rglob("*.py"))
    ]
    assert len(found) > 50
    return found


def keys_asked_for() -> Iterator[tuple[str, str]]:
    """Where and which message: keys as patterns, with ``.+`` for what is filled in while running."""
    for name, tree in modules():
        for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call) and node.args):
            prefix = _prefix(call.func)
            if prefix is not None and (pattern := _pattern(call.args[0])):
                yield name, prefix + pattern
    for path in sorted((PACKAGE / "brief").rglob("*.j2")):
        for key in re.findall(r'\bt\("([a-z0-9-]+)"(?! \+)', path.read_text(encoding="utf-8")):
            yield path.name, f"brief-{key}"


def _prefix(called: ast.expr) -> str | None:
    if isinstance(called, ast.Name):
        return "" if called.id in ("say", "both") else None
    if isinstance(called, ast.Attribute) and called.attr == "of":
        owner = getattr(called.value, "id", "")
        if owner == "Finding":
            return "finding-"
        return "fault-" if owner == "Fault" or owner.startswith(("Bad", "Batch")) else None
    return None


def _pattern(node: ast.expr) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return re.escape(node.value)
    if isinstance(node, ast.JoinedStr):
        return "".join(re.escape(part.value) if isinstance(part, ast.Constant) else ".*" for part in node.values)
    return ""  # a variable: filled from values that other tests go through


def test_every_message_that_is_asked_for_exists():
    known = messages(Language.ZH)
    asked = set(keys_asked_for())
    assert len(asked) > 150
    assert [(where, key) for where, key in sorted(asked) if not any(re.fullmatch(key, name) for name in known)] == []


def test_no_chinese_sentence_stands_outside_the_catalogue():
    found = {name: texts for name, tree in modules() if (texts := chinese_literals(tree))}
    assert {name: texts for name, texts in found.items() if name not in CHINESE_BY_NATURE} == {}
    assert CHINESE_BY_NATURE.keys() <= found.keys(), "an exception that nothing needs any more"
    templates = [path for path in (PACKAGE / "brief").rglob("*") if path.suffix in (".j2", ".css", ".js")]
    assert templates
    assert [path.name for path in templates if _HAN.search(path.read_text(encoding="utf-8"))] == []


def chinese_literals(tree: ast.Module) -> list[str]:
    """String literals with Chinese characters, docstrings left out."""
    bodies = (body for node in ast.walk(tree) if isinstance(body := getattr(node, "body", None), list))
    prose = {id(item.value) for body in bodies for item in body if isinstance(item, ast.Expr)}
    return [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and id(node) not in prose
        and _HAN.search(node.value)
    ]


def test_a_chinese_literal_would_be_found_and_a_docstring_would_not():
    tree = ast.parse('"""说明"""\nNAME = "太原"\ndef f():\n    """说明"""\n    return f"共{1}项"')
    assert chinese_literals(tree) == ["太原", "共", "项"]

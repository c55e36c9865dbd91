"""A baseline accepts what is known, and nothing else, without a word of the draft."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forbidden import NAMES, Options, find
from reportlint.check import Text
from reportlint.engine import Failure
from reportlint.engine.baseline import (
    BASELINE,
    Baseline,
    BaselineError,
    by_baseline,
    empty,
    prune,
    read,
    record,
    render,
)
from reportlint.engine.fingerprint import fingerprint_step
from reportlint.engine.group import group
from reportlint.engine.suppress import by_directives
from reportlint.readers import read as read_draft
from reportlint.result import FileResult, Run
from reportlint.writing import replace_file

CHECKS = {"word.wrong": Options("错", group="一类")}
FOLDER = "/办公室"


def check(path: str, text: str, baseline: Baseline) -> FileResult:
    document = read_draft(path, text.encode())
    steps = (
        partial(by_directives, names=NAMES),
        fingerprint_step,
        partial(by_baseline, baseline=baseline),
        group,
    )
    return FileResult(path, document, tuple(find(document, CHECKS, *steps)))


def run(baseline: Baseline, **drafts: str) -> Run:
    files = tuple(check(f"{FOLDER}/2026/{name}.txt", text, baseline) for name, text in drafts.items())
    return Run(files, tuple(CHECKS), {})


def marks(run_: Run) -> list[str | None]:
    return [d.suppressed for file in run_.files for d in file.diagnostics for _ in range(d.count)]


NOTHING = empty(f"{FOLDER}/基线.json")


def test_what_was_recorded_is_marked_and_what_is_new_is_not() -> None:
    known = record(run(NOTHING, 报告="经济错总量\n"), NOTHING)
    assert known.size == 1
    assert marks(run(known, 报告="新写错的一段\n经济错总量\n")) == [None, BASELINE]


def test_of_equal_ones_only_as_many_as_known_are_marked() -> None:
    known = record(run(NOTHING, 报告="错\n错\n"), NOTHING)
    assert marks(run(known, 报告="错\n错\n错\n")) == [BASELINE, BASELINE, None]


def test_another_file_is_not_covered() -> None:
    known = record(run(NOTHING, 报告="错\n"), NOTHING)
    assert marks(run(known, 总结="错\n")) == [None]


def test_members_of_a_group_are_all_recorded() -> None:
    known = record(run(NOTHING, 报告="错\n" * 9), NOTHING)
    assert known.size == 9
    assert marks(run(known, 报告="错\n" * 10)) == [BASELINE] * 9 + [None]


def test_what_the_draft_itself_suppresses_is_not_recorded() -> None:
    text = "错<!-- reportlint: ignore word.wrong 理由 -->\n甲错\n"
    assert record(run(NOTHING, 报告=text), NOTHING).size == 1


def test_recording_again_keeps_what_is_still_found_and_the_other_files() -> None:
    first = record(run(NOTHING, 报告="甲错\n乙错\n", 总结="错\n"), NOTHING)
    again = record(run(first, 报告="甲错\n丙错\n"), first)
    assert marks(run(again, 报告="甲错\n乙错\n丙错\n", 总结="错\n")) == [BASELINE, None, BASELINE, BASELINE]


def test_a_file_without_findings_leaves_the_baseline() -> None:
    first = record(run(NOTHING, 报告="错\n"), NOTHING)
    assert record(run(first, 报告="好\n"), first).files == {}


def test_pruning_drops_what_is_gone_and_accepts_nothing_new() -> None:
    first = record(run(NOTHING, 报告="甲错\n乙错\n", 总结="错\n"), NOTHING)
    pruned = prune(run(first, 报告="甲错\n丙错\n"), first)
    assert pruned.size == first.size - 1
    assert marks(run(pruned, 报告="甲错\n乙错\n丙错\n", 总结="错\n")) == [BASELINE, None, None, BASELINE]


def test_pruning_keeps_files_that_were_not_looked_at_in_full() -> None:
    first = record(run(NOTHING, 报告="错\n", 总结="错\n"), NOTHING)
    broken = check(f"{FOLDER}/2026/报告.txt", "好\n", first)
    unread = FileResult(f"{FOLDER}/2026/总结.txt", None)
    partly = FileResult(broken.path, broken.document, (), (Failure("word.wrong", Text("ValueError")),))
    assert prune(Run((partly, unread), (), {}), first) == first
    assert record(Run((partly, unread), (), {}), first) == first


def test_a_run_without_fingerprints_cannot_be_recorded() -> None:
    document = read_draft("报告.txt", "错".encode())
    result = FileResult("报告.txt", document, tuple(find(document, CHECKS)))
    with pytest.raises(ValueError, match="fingerprints"):
        record(Run((result,), (), {}), NOTHING)


def test_paths_are_relative_to_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "2026").mkdir()
    baseline = empty("基线.json")
    assert baseline.key("2026/报告.txt") == baseline.key(str(tmp_path / "2026" / "报告.txt")) == "2026/报告.txt"
    monkeypatch.chdir(tmp_path / "2026")
    assert baseline.key("报告.txt") == "2026/报告.txt"
    assert baseline.key("../报告.txt") == "报告.txt"


@given(st.lists(st.text("错误多少经济总量持续增长", max_size=12), max_size=8))
def test_what_is_written_is_read_again_and_holds_no_word_of_the_draft(paragraphs: list[str]) -> None:
    text = "\n".join(paragraphs)
    document = read_draft("draft.txt", text.encode())
    result = FileResult("draft.txt", document, tuple(find(document, CHECKS, fingerprint_step)))
    baseline = record(Run((result,), (), {}), empty("baseline.json"))
    content = render(baseline)
    assert not any(text[at : at + 4] in content.decode() for at in range(len(text) - 3))
    assert json.loads(content) == {"schema_version": 1, "tool": "reportlint", "files": baseline.files}
    assert all(d.suppressed == BASELINE for d in by_baseline(document, list(result.diagnostics), baseline))


def test_a_file_is_read_as_it_was_written(tmp_path: Path) -> None:
    path = tmp_path / "基线.json"
    baseline = Baseline(str(tmp_path), {"乙.txt": {"b" * 16: 2, "a" * 16: 1}, "甲.txt": {"c" * 16: 1}})
    replace_file(str(path), render(baseline))
    assert read(str(path)) == baseline
    assert render(read(str(path))) == path.read_bytes()
    turned = Baseline(str(tmp_path), dict(reversed(list(baseline.files.items()))))
    assert render(turned) == render(baseline)


@pytest.mark.parametrize(
    ("content", "hint"),
    [
        (b"{", "JSON"),
        (b"\xff\xfe", "JSON"),
        (b"[" * 100_000, "JSON"),
        (b"[]", "reportlint"),
        (b'{"tool": "other", "schema_version": 1, "files": {}}', "reportlint"),
        (b'{"tool": "reportlint", "schema_version": 2, "files": {}}', "2"),
        (b'{"tool": "reportlint", "schema_version": true, "files": {}}', "True"),
        (b'{"tool": "reportlint", "schema_version": 1}', "damaged"),
        (b'{"tool": "reportlint", "schema_version": 1, "files": {"a": 1}}', "damaged"),
        (b'{"tool": "reportlint", "schema_version": 1, "files": {"a": {"b": 0}}}', "damaged"),
        (b'{"tool": "reportlint", "schema_version": 1, "files": {"a": {"b": true}}}', "damaged"),
    ],
)
def test_a_file_that_is_no_baseline_is_refused_with_one_clear_message(
    tmp_path: Path, content: bytes, hint: str
) -> None:
    path = tmp_path / "基线.json"
    path.write_bytes(content)
    with pytest.raises(BaselineError, match=hint) as refused:
        read(str(path))
    assert str(path) in refused.value.text.zh
    assert str(path) in refused.value.text.en


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BaselineError, match="cannot read"):
        read(str(tmp_path / "无.json"))

"""What programs read: the keys, their order and their types are a promise."""

from __future__ import annotations

import json
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportlint import __version__
from reportlint.api import Check, Severity, Text
from reportlint.reporters import ReportOptions, reporter
from reports import CHECKS, DRAFT, Broken, Mask, Repeat, check_file, group, printed, run_of, suppress, unreadable

EVERYTHING = ReportOptions(minimum=Severity.INFO)

GOLDEN = (
    '{"schema_version": 1, "tool": {"name": "reportlint", "version": "'
    + __version__
    + """"}, "column_unit": "code point", "checks_run": ["a.check"], "files": [
{"path": "草稿.txt", "format": "txt", "encoding": "utf-8", "characters": 9, "error": null, "findings": [
"""
    + '{"check": "a.check", "severity": "warning", "confidence": "medium", "message": "“实事”重复，请删去一个", '
    + '"line": 2, "column": 4, "end_line": 2, "end_column": 7, "text": "，实事", "scope": "span", '
    + '"related": [{"line": 2, "column": 2, "end_line": 2, "end_column": 4, "text": "实事", "message": "首次出现"}], '
    + '"fix": {"safety": "safe", "edits": [{"line": 2, "column": 4, "end_line": 2, "end_column": 7, "text": ""}]}, '
    + """"suppressed": null, "fingerprint": ""}
]}
], "summary": {"error": 0, "warning": 1, "info": 0, "suppressed": 0, "failed_files": 0}}
"""
)

PLACE = {"line": int, "column": int, "end_line": int, "end_column": int}
FILE = {"path": str, "format": str, "encoding": str, "characters": int, "error": type(None), "findings": list}
FINDING: dict[str, type | tuple[type, ...]] = {
    "check": str,
    "severity": str,
    "confidence": str,
    "message": str,
    **PLACE,
    "text": str,
    "scope": str,
    "related": list,
    "fix": (dict, type(None)),
    "suppressed": (str, type(None)),
    "fingerprint": str,
}
RELATED = {**PLACE, "text": str, "message": str}
EDIT = {**PLACE, "text": str}
SUMMARY = ["error", "warning", "info", "suppressed", "failed_files"]


def conforms(value: dict[str, object], keys: Mapping[str, type | tuple[type, ...]]) -> None:
    """Exactly these keys, in this order, with these types."""
    assert list(value) == list(keys)
    for key, kind in keys.items():
        assert isinstance(value[key], kind), key


def test_json_word_for_word() -> None:
    checks: dict[str, Check] = {"a.check": Repeat()}
    run = run_of(check_file("标题\n办实事，实事。\r\n", checks=checks), checks=checks)
    assert printed(run, "json") == GOLDEN


@pytest.mark.parametrize("language", ["zh", "en"])
def test_json_has_the_keys_and_types_it_promises(language: str) -> None:
    run = run_of(suppress(check_file(DRAFT), "duplicate.word", "按原文"), check_file(DRAFT, "二.txt"))
    report = json.loads(printed(run, "json", ReportOptions("en" if language == "en" else "zh", Severity.INFO)))
    assert list(report) == ["schema_version", "tool", "column_unit", "checks_run", "files", "summary"]
    assert report["schema_version"] == 1
    assert report["tool"] == {"name": "reportlint", "version": __version__}
    assert report["column_unit"] == "code point"
    assert report["checks_run"] == list(CHECKS)
    assert report["summary"] == {"error": 6, "warning": 1, "info": 2, "suppressed": 1, "failed_files": 0}
    assert list(report["summary"]) == SUMMARY
    findings = [finding for file in report["files"] for finding in file["findings"]]
    assert len(findings) == 10
    for file in report["files"]:
        conforms(file, FILE)
    for finding in findings:
        conforms(finding, FINDING)
        for related in finding["related"]:
            conforms(related, RELATED)
        if finding["fix"]:
            assert list(finding["fix"]) == ["safety", "edits"]
            for edit in finding["fix"]["edits"]:
                conforms(edit, EDIT)
    assert {finding["severity"] for finding in findings} == {"error", "warning", "info"}
    assert {finding["confidence"] for finding in findings} == {"high", "medium", "low"}
    assert {finding["scope"] for finding in findings} == {"span", "document"}
    assert {finding["fix"]["safety"] for finding in findings if finding["fix"]} == {"safe", "unsafe"}
    words = {"zh": "未填占位符“XX”", "en": "unfilled placeholder “XX”"}
    assert words[language] in {finding["message"] for finding in findings}


def test_findings_stand_in_the_order_of_the_run_and_their_places_in_the_draft() -> None:
    file = check_file(DRAFT)
    findings = json.loads(printed(run_of(file), "json", EVERYTHING))["files"][0]["findings"]
    assert [finding["check"] for finding in findings] == [d.check for d in file.diagnostics]
    lines = DRAFT.splitlines()
    for finding in findings:
        if finding["line"] == finding["end_line"]:
            line = lines[finding["line"] - 1]
            assert line[finding["column"] - 1 : finding["end_column"] - 1] == finding["text"]


def test_suppressed_findings_are_always_there_and_marked() -> None:
    run = run_of(suppress(check_file(DRAFT), "placeholder.mask", "按原文"))
    report = json.loads(printed(run, "json"))
    assert [f["suppressed"] for f in report["files"][0]["findings"]] == [None, "按原文", "按原文", None]
    assert report["summary"] == {"error": 1, "warning": 1, "info": 0, "suppressed": 2, "failed_files": 0}


def test_a_group_counts_all_its_members() -> None:
    report = json.loads(printed(run_of(group(check_file(DRAFT), "placeholder.mask")), "json"))
    assert report["summary"]["error"] == 3
    findings = report["files"][0]["findings"]
    assert {f["check"]: f["count"] for f in findings if "count" in f} == {"placeholder.mask": 2}
    assert sum(f.get("count", 1) for f in findings if f["severity"] == "error") == 3
    assert [f["related"] for f in report["files"][0]["findings"] if f["check"] == "placeholder.mask"] == [
        [{"line": 2, "column": 30, "end_line": 2, "end_column": 32, "text": "XX", "message": ""}]
    ]


def test_programs_get_every_finding() -> None:
    run = run_of(check_file("X，" * 1000, checks={"a.check": Mask()}))
    assert len(json.loads(printed(run, "json"))["files"][0]["findings"]) == 1000
    assert len(printed(run, "jsonl").splitlines()) == 1002


def test_what_could_not_be_checked_is_told() -> None:
    broken = check_file(DRAFT, checks={"a.broken": Broken()})
    run = run_of(unreadable(), broken, problems=(Text("插件坏了", "plugin broke"),))
    report = json.loads(printed(run, "json"))
    assert list(report) == ["schema_version", "tool", "column_unit", "checks_run", "files", "problems", "summary"]
    assert report["files"][0] == {
        "path": "坏.txt",
        "format": None,
        "encoding": None,
        "characters": None,
        "error": "不是文本",
        "findings": [],
    }
    assert list(report["files"][1]) == [*FILE, "failures"]
    failure = {"check": "a.broken", "error": broken.failures[0].error.zh}
    assert report["files"][1]["failures"] == [failure]
    assert report["problems"] == ["插件坏了"]
    assert report["summary"]["failed_files"] == 1
    lines = [json.loads(line) for line in printed(run, "jsonl", ReportOptions("en")).splitlines()]
    assert lines[1:-1] == [
        {"type": "failure", "path": "坏.txt", "check": None, "error": "not a text"},
        {"type": "failure", "path": "草稿.txt", **failure},
        {"type": "failure", "path": None, "check": None, "error": "plugin broke"},
    ]


def test_an_empty_run_is_json_too() -> None:
    assert json.loads(printed(run_of(), "json"))["files"] == []


def test_json_lines_say_the_same_as_json() -> None:
    run = run_of(check_file(DRAFT), check_file(DRAFT, "二.txt"))
    report = json.loads(printed(run, "json", EVERYTHING))
    first, *findings, last = [json.loads(line) for line in printed(run, "jsonl", EVERYTHING).splitlines()]
    assert first == {
        "type": "run",
        **{key: report[key] for key in ("schema_version", "tool", "column_unit", "checks_run")},
    }
    assert findings == [
        {"type": "finding", "path": file["path"], **finding} for file in report["files"] for finding in file["findings"]
    ]
    assert last == {"type": "summary", **report["summary"]}


@given(st.text(st.characters(categories=("L", "N", "Z", "C", "M")), max_size=50))
def test_any_text_survives(text: str) -> None:
    file = check_file(f"X{text}X", "a\udce4.txt", {"a.check": Mask()})
    written = printed(run_of(file), "json")
    report = json.loads(written.encode("utf-8"))
    assert report["files"][0]["path"] == "a\\udce4.txt"
    assert [f["text"] for f in report["files"][0]["findings"]] == [d.location.text for d in file.diagnostics]
    lines = printed(run_of(suppress(file, "a.check", text)), "jsonl").splitlines()
    reasons = {json.loads(line)["suppressed"] for line in lines[1:-1]}
    assert reasons == {"".join("?" if "\ud800" <= character <= "\udfff" else character for character in text)}


def test_characters_are_counted_without_white_space() -> None:
    report = json.loads(printed(run_of(check_file("　　清河镇 GDP\t增长6%。\n\n\n", checks={})), "json"))
    assert report["files"][0]["characters"] == 11


def test_json_is_written_file_by_file() -> None:
    lines = reporter("json")(run_of(*[check_file(DRAFT, f"{number}.txt") for number in range(3)]), ReportOptions())
    assert next(lines)[0][0].endswith('"files": [')
    assert json.loads(next(lines)[0][0] + "]}")["path"] == "0.txt"

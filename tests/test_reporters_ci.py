"""Reports for servers: SARIF, JUnit, GitHub, GitLab and reviewdog, read back as those read them."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from command import SEEDS, reportlint
from reportlint.api import Severity, Text
from reportlint.engine.fingerprint import fingerprint_step
from reportlint.reporters import ReportOptions
from reportlint.reporters.addresses import uri
from reportlint.reporters.github import MOST
from reportlint.reporters.junit import render as render_junit
from reportlint.text.frozen import replace
from reportlint.text.width import showable
from reports import DRAFT, Broken, check_file, group, printed, run_of, suppress, unreadable
from wordfiles import docx, p

if TYPE_CHECKING:
    from reportlint.result import FileResult, Run

ALL = ReportOptions(minimum=Severity.INFO)
ODD = st.text(st.sampled_from("工作XX“，：%|<>&\"'\t\x00\x1b\u2028\u202e\ud800\U0001f600é:\r，实事"), max_size=60)


def file(text: str = DRAFT, path: str = "草稿 1,号.txt") -> FileResult:
    checked = check_file(text, path)
    assert checked.document
    return replace(checked, diagnostics=tuple(fingerprint_step(checked.document, list(checked.diagnostics))))


def everything() -> Run:
    """Findings of all kinds, a suppressed one, a group, a file that cannot be read, a broken check and a plugin."""
    broken = check_file("甲乙丙丁\n戊己\n庚\n辛\n", "出错.txt", {"word.broken": Broken()})
    files = (
        file(),
        suppress(group(file(path="b.txt"), "placeholder.mask"), "duplicate.word", "已核对"),
        unreadable(),
        broken,
    )
    return run_of(*files, problems=(Text("插件坏了", "a plugin broke"),))


@cache
def sarif_schema() -> Draft7Validator:
    """The schema of OASIS, which is written for draft 4 but uses nothing that differs in draft 7."""
    path = Path(__file__).parent / "schemas" / "sarif-2.1.0-rtm.5.json"
    return Draft7Validator(json.loads(path.read_text(encoding="utf-8")))


def sarif(run: Run, options: ReportOptions = ALL) -> Any:  # noqa: ANN401 - any JSON
    log = json.loads(printed(run, "sarif", options))
    sarif_schema().validate(log)
    return log["runs"][0]


def test_sarif_holds_every_finding_at_its_place() -> None:
    run = sarif(everything())
    first = [
        result
        for result in run["results"]
        if unquote(result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]) == "草稿 1,号.txt"
    ]
    assert [(r["ruleId"], r["level"]) for r in first] == [
        ("structure.missing", "error"),
        ("placeholder.mask", "error"),
        ("placeholder.mask", "error"),
        ("duplicate.passage", "note"),
        ("duplicate.word", "warning"),
    ]
    region = first[1]["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": 2, "startColumn": 11, "endLine": 2, "endColumn": 13, "snippet": {"text": "XX"}}
    assert run["columnKind"] == "unicodeCodePoints"
    rules = run["tool"]["driver"]["rules"]
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in run["results"])
    for rule in rules:
        assert rule["shortDescription"]["text"]
        assert rule["fullDescription"]["text"]
        assert rule["help"]["text"].endswith(f"reportlint explain {rule['id']}")
    assert first[4]["relatedLocations"][0]["message"] == {"text": "首次出现"}
    assert first[4]["fixes"][0]["artifactChanges"][0]["replacements"] == [
        {
            "deletedRegion": {"startLine": 3, "startColumn": 16, "endLine": 3, "endColumn": 19},
            "insertedContent": {"text": ""},
        }
    ]


def test_sarif_tells_groups_suppressions_and_what_failed() -> None:
    run = sarif(everything())
    grouped = [r for r in run["results"] if r.get("occurrenceCount") == 2]
    assert [len(r["relatedLocations"]) for r in grouped] == [1]
    suppressed = [r for r in run["results"] if r.get("suppressions")]
    assert [r["suppressions"][0]["justification"] for r in suppressed] == ["已核对"]
    invocation = run["invocations"][0]
    assert invocation["executionSuccessful"] is False
    told = [note["message"]["text"] for note in invocation["toolExecutionNotifications"]]
    assert told[0] == "不是文本"
    assert told[1].startswith("ValueError")
    assert told[2] == "插件坏了"


def test_sarif_tells_who_left_a_finding_alone(tmp_path: Path) -> None:
    (tmp_path / "草稿.txt").write_text(
        "石桥镇2023年工作总结\n<!-- reportlint: ignore duplicate.char 原文如此 -->\n作出了贡贡献。\n"
        "<!-- reportlint: ignore duplicate.char -->\n作出了贡贡献。\n一年来，共召开会议XX次，投入XX元。\n",
        encoding="utf-8",
    )
    (tmp_path / "reportlint.toml").write_text(
        '[[allow]]\ncheck = "placeholder.mask"\ntext = "会议XX次"\nreason = "原文如此"\n'
        '[[allow]]\ncheck = "placeholder.mask"\ntext = "投入XX元"\n',
        encoding="utf-8",
    )
    told = reportlint("草稿.txt", "-f", "sarif", "--select", "duplicate.char,placeholder.mask", cwd=tmp_path).json
    sarif_schema().validate(told)
    suppressions = [result["suppressions"][0] for result in told["runs"][0]["results"]]
    assert [(one["kind"], one["justification"]) for one in suppressions] == [
        ("inSource", "原文如此"),
        ("inSource", "文中注明忽略"),
        ("external", "原文如此"),
        ("external", "配置中允许"),
    ]


LINK = re.compile(r"\[[^\]]*\]\([^)]+\)")
"""What viewers of SARIF make a link of, whether it is escaped or not."""


@given(st.text(st.sampled_from("[]()\\1甲"), max_size=20))
def test_sarif_makes_no_link_of_a_draft(words: str) -> None:
    message = Text(f"甲{words}")
    checked = file()
    found = tuple(
        replace(d, message=message, related=tuple(replace(place, message=message) for place in d.related))
        for d in checked.diagnostics
    )
    run = sarif(run_of(replace(checked, diagnostics=found, error=message), problems=(message,)))
    (invocation,) = run["invocations"]
    messages = [*run["results"], *(place for r in run["results"] for place in r.get("relatedLocations", ()))]
    for told in [*messages, *invocation["toolExecutionNotifications"]]:
        assert not LINK.search(told["message"]["text"])


def test_sarif_of_a_word_document(tmp_path: Path) -> None:
    heading = p("一、工作回顾", properties='<w:outlineLvl w:val="0"/>')
    (tmp_path / "报告.docx").write_bytes(docx(p("石桥镇2023年工作总结"), heading, p("共召开会议XX次，作出了贡贡献。")))
    told = reportlint("报告.docx", "-f", "sarif", "--select", "duplicate.char", cwd=tmp_path).json
    sarif_schema().validate(told)
    (result,) = told["runs"][0]["results"]
    assert result["locations"][0]["logicalLocations"] == [{"name": "一、工作回顾", "kind": "section"}]
    assert result["locations"][0]["physicalLocation"]["region"]["startLine"] == 3
    assert "fixes" not in result
    told = reportlint("报告.docx", "-f", "rdjson", "--select", "duplicate.char", cwd=tmp_path).json
    assert "suggestions" not in told["diagnostics"][0]
    told = commands(reportlint("报告.docx", "-f", "github", "--select", "duplicate.char", cwd=tmp_path).out)
    assert told[0][1]["line"] == "3"


def test_sarif_of_nothing_and_of_a_seed() -> None:
    empty = sarif(run_of())
    assert empty["results"] == []
    assert empty["invocations"][0]["executionSuccessful"] is True
    seed = min(SEEDS.glob("*.txt"))
    told = reportlint(seed.name, "-f", "sarif", "--severity", "warning", cwd=SEEDS)
    assert told.code == 1
    sarif_schema().validate(told.json)
    expected = reportlint(seed.name, "-f", "json", "--severity", "warning", cwd=SEEDS).json["files"][0]["findings"]
    results = told.json["runs"][0]["results"]
    assert [r["partialFingerprints"]["reportlint/v1"] for r in results] == [f["fingerprint"] for f in expected]
    assert all(r["partialFingerprints"]["reportlint/v1"] for r in results)


@given(ODD)
def test_sarif_stands_whatever_a_draft_holds(words: str) -> None:
    sarif(run_of(file(f"甲XX\n乙{words}XX\n丙\n丁\n".replace("\r", ""), f"{words}.txt")))


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("a b.txt", "a%20b.txt"),
        ("./x/../总结.txt", "%E6%80%BB%E7%BB%93.txt"),
        ("/drafts/#1?.txt", "file:///drafts/%231%3F.txt"),
        ("bad\udcff.txt", "bad%FF.txt"),
    ],
)
def test_addresses(path: str, expected: str) -> None:
    assert uri(path) == expected


def test_junit_has_a_suite_a_draft_and_a_case_a_check() -> None:
    root = ET.fromstring(printed(everything(), "junit", ALL).encode())  # noqa: S314 - our own output
    suites = {suite.get("name"): suite for suite in root}
    assert list(suites) == ["草稿 1,号.txt", "b.txt", "坏.txt", "出错.txt", "reportlint"]
    first = suites["草稿 1,号.txt"]
    assert [case.get("name") for case in first] == [
        "structure.missing",
        "placeholder.mask",
        "duplicate.passage",
        "duplicate.word",
    ]
    failure = first[1].find("failure")
    assert failure is not None
    assert failure.text == "2:11 错误 未填占位符“XX”\n2:30 错误 未填占位符“XX”"
    assert [case.get("name") for case in suites["b.txt"]] == [
        "structure.missing",
        "placeholder.mask",
        "duplicate.passage",
    ]
    assert suites["坏.txt"][0].find("error") is not None
    for suite in root:
        assert int(suite.get("tests", "")) == len(suite)
        assert int(suite.get("failures", "")) == len(suite.findall("testcase/failure"))
        assert int(suite.get("errors", "")) == len(suite.findall("testcase/error"))
    for total in ("tests", "failures", "errors"):
        assert int(root.get(total, "")) == sum(int(suite.get(total, "")) for suite in root)


def test_junit_shows_that_a_clean_draft_was_checked() -> None:
    clean = check_file("甲\n乙\n丙\n丁\n", "好.txt", {})
    root = ET.fromstring(printed(run_of(clean), "junit").encode())  # noqa: S314 - our own output
    assert [len(case) for suite in root for case in suite] == [0]


@given(ODD)
def test_junit_stands_whatever_a_draft_holds(words: str) -> None:
    run = run_of(file(path=f"{words}.txt"), problems=(Text(words),))
    lines = ["".join(text for text, _ in line) for line in render_junit(run, ALL)]
    ET.fromstring("\n".join(lines).encode())  # noqa: S314 - our own output


COMMAND = re.compile(r"::(?P<kind>error|warning|notice) (?P<properties>[^:]*(?:%3A[^:]*)*)::(?P<words>.*)")


def commands(text: str) -> list[tuple[str, dict[str, str], str]]:
    """What the runner of GitHub reads, by the rules of actions/toolkit."""

    def plain(words: str) -> str:
        for escaped, sign in (("%2C", ","), ("%3A", ":"), ("%0A", "\n"), ("%0D", "\r"), ("%25", "%")):
            words = words.replace(escaped, sign)
        return words

    found = []
    for line in text.splitlines():
        match = COMMAND.fullmatch(line)
        assert match, line
        properties = dict(pair.split("=", 1) for pair in match["properties"].split(","))
        found.append((match["kind"], {name: plain(value) for name, value in properties.items()}, plain(match["words"])))
    return found


def many(path: str = "a.txt") -> FileResult:
    """A draft with eight errors, a missing part, a warning and a hint."""
    return file("".join(f"XX{number}\n" for number in range(8)) + "实事，实事\n", path)


def test_github_shows_ten_at_most_the_gravest_first_and_what_failed() -> None:
    run = run_of(many(), many("b,:%.txt"), unreadable())
    told = commands(printed(run, "github", ALL))
    assert told[0] == ("error", {"file": "坏.txt", "title": "reportlint"}, "不是文本")
    assert len(told) == MOST + 1
    assert {kind for kind, _, _ in told[:-1]} == {"error"}
    total = sum(d.count for each in run.files for d in each.diagnostics)
    kind, _, words = told[-1]
    assert kind == "notice"
    assert f"另有 {total - MOST + 1} 处" in words
    assert commands(printed(run_of(file(path="b,:%.txt")), "github", ALL))[1] == (
        "error",
        {"file": "b,:%.txt", "line": "2", "endLine": "2", "col": "11", "endColumn": "12", "title": "placeholder.mask"},
        "未填占位符“XX”",
    )
    assert not printed(run_of(), "github")


def test_github_leaves_no_failure_untold() -> None:
    bad = [unreadable(f"{number}.txt") for number in range(12)]
    told = commands(printed(run_of(file(), *bad, problems=(Text("插件坏了"),)), "github", ALL))
    assert [words for _, _, words in told[:2]] == ["插件坏了", "不是文本"]
    assert [kind for kind, _, _ in told] == ["error"] * MOST + ["notice"]
    assert told[MOST - 1][2].startswith("另有 4 处故障")
    assert "另有 5 处问题" in told[-1][2]
    exact = commands(printed(run_of(*bad[:MOST]), "github", ALL))
    assert [properties["file"] for _, properties, _ in exact] == [f"{number}.txt" for number in range(MOST)]


def test_github_counts_the_line_about_the_rest_among_the_notices() -> None:
    hints = tuple(replace(d, severity=Severity.INFO) for d in many().diagnostics)
    told = commands(printed(run_of(replace(many(), diagnostics=hints)), "github", ALL))
    assert [kind for kind, _, _ in told] == ["notice"] * MOST
    assert f"另有 {len(hints) - MOST + 1} 处" in told[-1][2]


@given(ODD)
def test_github_reads_back_whatever_a_draft_holds(words: str) -> None:
    message = Text(f"甲{words}")
    checked = file(path=f"a{words}b.txt")
    found = tuple(replace(d, message=message) for d in checked.diagnostics)
    told = commands(printed(run_of(replace(checked, diagnostics=found)), "github", ALL))
    assert len(told) == len(found)
    assert {words for _, _, words in told} == {showable(message.zh)}
    assert all(properties["file"].endswith("b.txt") for _, properties, _ in told)


def test_gitlab_has_what_it_demands_and_no_fingerprint_twice() -> None:
    twice = file()
    run = run_of(twice, replace(twice, path="b.txt"), unreadable())
    issues = json.loads(printed(run, "gitlab", ALL))
    for issue in issues:
        assert issue["description"]
        assert issue["check_name"]
        assert issue["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert issue["location"]["lines"]["begin"] >= 1
        assert not issue["location"]["path"].startswith(("./", "/"))
    fingerprints = [issue["fingerprint"] for issue in issues]
    assert len(set(fingerprints)) == len(fingerprints) == 11
    assert fingerprints == [issue["fingerprint"] for issue in json.loads(printed(run, "gitlab", ALL))]
    assert [issue["severity"] for issue in issues][-1] == "blocker"
    assert json.loads(printed(run_of(), "gitlab")) == []


def test_gitlab_knows_a_group_again_when_its_first_place_is_mended() -> None:
    def told(text: str) -> list[dict[str, Any]]:
        checked = file(text)
        named = tuple(replace(d, group=d.check) for d in checked.diagnostics)
        run = run_of(group(replace(checked, diagnostics=named), "placeholder.mask"))
        issues = json.loads(printed(run, "gitlab", ALL))
        return [issue for issue in issues if issue["check_name"] == "placeholder.mask"]

    (before,), (after,) = told("甲XX\n乙XX\n丙XX\n丁\n"), told("甲\n乙XX\n丙XX\n丁\n")
    assert before["location"]["lines"]["begin"] == 1
    assert after["location"]["lines"]["begin"] == 2
    assert before["fingerprint"] == after["fingerprint"]


@given(ODD)
def test_gitlab_and_rdjson_stand_whatever_a_draft_holds(words: str) -> None:
    checked = file(f"甲XX\n乙{words}XX\n丙\n丁\n".replace("\r", ""), f"{words}.txt")
    found = tuple(replace(d, message=Text(words)) for d in checked.diagnostics)
    run = run_of(replace(checked, diagnostics=found), unreadable(words))
    issues = json.loads(printed(run, "gitlab", ALL).encode())
    assert len(issues) == len(found) + 1
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)
    assert all(issue["description"] for issue in issues)
    assert len(json.loads(printed(run, "rdjson", ALL).encode())["diagnostics"]) == len(found) + 1


def test_rdjson_counts_bytes() -> None:
    told = json.loads(printed(everything(), "rdjson", ALL))
    assert told["source"]["name"] == "reportlint"
    assert next(d["message"] for d in told["diagnostics"] if "range" not in d["location"]) == "不是文本"
    masks = [d for d in told["diagnostics"] if d.get("code") == {"value": "placeholder.mask"}]
    assert masks[0]["location"]["range"] == {"start": {"line": 2, "column": 31}, "end": {"line": 2, "column": 33}}
    words = next(d for d in told["diagnostics"] if d.get("code") == {"value": "duplicate.word"})
    assert words["suggestions"][0]["text"] == ""
    assert words["severity"] == "WARNING"


@given(st.text(st.sampled_from("工X é\U0001f600，"), max_size=40), st.integers(0, 300))
def test_rdjson_names_the_bytes_of_each_finding(words: str, long: int) -> None:
    checked = file(f"甲\n{'长' * long}{words}XX{words}\n丙\n实事，实事{words}\n")
    told = json.loads(printed(run_of(checked), "rdjson", ALL))
    source = checked.document.source if checked.document else ""
    for diagnostic, of in zip(told["diagnostics"], checked.diagnostics, strict=True):
        assert cut(source, diagnostic["location"]["range"]) == of.location.text
        for suggestion in diagnostic.get("suggestions", ()):
            ((place, text),) = of.suggestion.edits if of.suggestion else ()
            assert cut(source, suggestion["range"]) == place.text
            assert suggestion["text"] == text


def cut(source: str, range_: dict[str, dict[str, int]]) -> str:
    """What a range of reviewdog holds."""
    lines = source.encode().split(b"\n")
    starts = [0, *accumulate(len(line) + 1 for line in lines)]
    start, end = (starts[range_[side]["line"] - 1] + range_[side]["column"] - 1 for side in ("start", "end"))
    return b"\n".join(lines)[start:end].decode()


def test_rdjson_suggests_only_where_its_bytes_are_those_of_the_file(tmp_path: Path) -> None:
    draft = "石桥镇2023年工工作总结\n作出了贡贡献。\n"
    for encoding, expected in (("utf-8", [2]), ("utf-8-sig", [2]), ("gb18030", [])):
        (tmp_path / "草稿.txt").write_bytes(draft.encode(encoding))
        told = reportlint("草稿.txt", "-f", "rdjson", "--select", "duplicate.char", cwd=tmp_path).json["diagnostics"]
        assert [d["location"]["range"]["start"]["line"] for d in told] == [1, 2]
        assert [d["location"]["range"]["start"]["line"] for d in told if "suggestions" in d] == expected


def test_rdjson_tells_lines_where_a_draft_must_not_be_quoted(draft: Path) -> None:
    told = reportlint(draft.name, "-f", "rdjson", "--redact", cwd=draft.parent).json["diagnostics"]
    assert told
    assert all(d["location"]["range"] == {"start": {"line": 2}, "end": {"line": 2}} for d in told)


def test_of_suppressed_findings_only_those_that_are_wanted() -> None:
    hidden = run_of(suppress(file(), "placeholder.mask", "已核对"))
    for name in ("junit", "github", "gitlab", "rdjson"):
        assert "placeholder.mask" not in printed(hidden, name, ALL)
        assert "placeholder.mask" in printed(hidden, name, replace(ALL, show_suppressed=True))


NAMES = ["sarif", "junit", "github", "gitlab", "rdjson", "markdown"]


@pytest.mark.parametrize("name", NAMES)
def test_no_word_for_people_steers_what_shows_it(name: str) -> None:
    message = Text("甲\u202e\x1b[2J\ud800\x00乙")
    checked = file()
    found = tuple(replace(d, message=message) for d in checked.diagnostics)
    run = run_of(replace(checked, diagnostics=found), replace(unreadable(), error=message), problems=(message,))
    out = printed(run, name, ALL)
    out.encode()
    told = repr(json.loads(out)) if out.startswith(("{", "[")) else out
    assert "甲·\ufffd" in told
    assert not re.search(r"[\x00-\x08\x0b-\x1f\u202e]|\\x1b|\\u202e|\\ud800", told)


@pytest.mark.parametrize("name", NAMES)
def test_as_a_user_in_english_with_a_file_that_is_not_there(name: str, draft: Path) -> None:
    told = reportlint(draft.name, "没有 这个,文件.txt", "-f", name, "--lang", "en", cwd=draft.parent)
    assert told.code == 2
    assert "does not exist" in told.out
    assert "does not exist" in told.err

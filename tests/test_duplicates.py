"""What stands twice is found wherever it stands, in linear time, and clean prose stays clean."""

from __future__ import annotations

import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportlint.document import Document
from reportlint.facts.adjacent import Doubled
from reportlint.facts.doubled_words import doubled_items, doubled_words
from reportlint.facts.doubling import doubled_characters, is_slip
from reportlint.facts.lexicon import lexicon
from reportlint.facts.reduplication import roles
from reportlint.facts.repeats import repeated_clauses, repeated_paragraphs, repeated_sentences
from reportlint.readers import read
from reportlint.text import Span
from support import check_text, registered

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

CHECKS = tuple(f"duplicate.{name}" for name in ("char", "word", "enumeration", "clause", "sentence", "paragraph"))
SENTENCES = (
    "镇人大主席团认真履行法定职责，围绕中心任务积极开展监督。",
    "组织代表深入基层调查研究，广泛收集群众意见建议。",
    "坚持问题导向，督促政府部门改进作风、提高效率。",
    "完善代表联络机制，畅通民意表达渠道，解决实际困难。",
    "推动产业结构优化，保障粮食生产，促进农民增收致富。",
    "强化责任担当，落实安全措施，维护社会和谐稳定。",
    "持续改善人居环境，推进污水治理，建设美丽乡村。",
    "加强队伍自身建设，严肃工作纪律，转变服务观念。",
)
PLACES = [
    (sentence, at)
    for sentence in SENTENCES
    for start, end in lexicon().segment(sentence)
    for at in (start, end - 1)
    if end - start == 2
]
"""Each character of each two-character word."""


@st.composite
def drafts(draw: st.DrawFn) -> list[str]:
    """Paragraphs made of different sentences."""
    order = draw(st.permutations(SENTENCES))
    width = draw(st.integers(1, 3))
    return ["".join(order[at : at + width]) for at in range(0, len(order), width)]


@given(draft=drafts())
def test_a_draft_without_repetition_is_clean(draft: list[str]) -> None:
    for id_ in CHECKS:
        assert not check_text(id_, "\n".join(draft)), id_


def test_a_character_doubled_in_a_word_is_found() -> None:
    sources = [(f"{sentence[:at]}{sentence[at]}{sentence[at:]}", at) for sentence, at in PLACES]
    found = [[d.location.span for d in check_text("duplicate.char", source)] for source, _ in sources]

    # Some characters make another word with the next one (改善|善人居), or stand alone too often to tell.
    assert sum(map(bool, found)) >= 0.9 * len(PLACES)
    assert all(spans in ([], [Span(at, at + 2)]) for spans, (_, at) in zip(found, sources, strict=True))


@given(text=st.text(alphabet="人民、的\U00020000\x00", max_size=40), widest=st.integers(1, 4))
def test_places_that_stand_twice_are_those_that_compare_equal(text: str, widest: int) -> None:
    widths = range(1, widest + 1)
    expected = [
        at
        for at in range(len(text))
        if any(
            len(text) >= at + 2 * width and text[at : at + width] == text[at + width : at + 2 * width]
            for width in widths
        )
    ]

    find = Doubled(text, widths).find
    found: list[int] = []
    at = 0
    while (at := find(at)) < len(text):
        found.append(at)
        at += 1

    # A NUL at the end is equal to nothing after it.
    assert [at for at in found if at in expected or "\x00" not in text[at:]] == expected


NEIGHBOURS = (Path(__file__).parent / "wordings" / "neighbours.txt").read_text("utf-8").split()
"""Common words; wherever one ends with the character the next begins with, both are right."""
MEETINGS = [first + second for first in NEIGHBOURS for second in NEIGHBOURS if first[-1] == second[0]]


@pytest.mark.parametrize("frame", ["{}", "我们坚持{}，取得成效。", "做好{}工作", "（{}）", "全年{}稳步推进"])
def test_two_words_may_meet_at_one_character(frame: str) -> None:
    wrong = [pair for pair in MEETINGS if is_slip(frame.format(pair), frame.index("{") + 1)]

    assert len(MEETINGS) > 100
    assert not wrong


@given(text=st.text(alphabet="人民代表大会工作的一二三十省市县镇村长贡献好", max_size=40), data=st.data())
def test_any_pair_can_be_judged(text: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(text)))
    character = data.draw(st.sampled_from("人民的一市好贡"))
    assert is_slip(text[:at] + character * 2 + text[at:], at) in (True, False)


@given(draft=drafts(), data=st.data())
def test_a_paragraph_said_again_is_found_at_its_second_place(draft: list[str], data: st.DataObject) -> None:
    long = [paragraph for paragraph in draft if len(paragraph) >= 50]
    if not long:
        return
    again = data.draw(st.sampled_from(long))
    after = data.draw(st.integers(draft.index(again), len(draft) - 1))
    source = "\n".join([*draft[: after + 1], again, *draft[after + 1 :]])

    found = check_text("duplicate.paragraph", source)

    assert [d.location.text for d in found] == [again]
    assert found[0].location.span.start > source.index(again)
    assert [place.text for place in found[0].related] == [again]


@given(draft=drafts(), sentence=st.sampled_from(SENTENCES))
def test_a_sentence_said_again_is_found(draft: list[str], sentence: str) -> None:
    source = "\n".join([*draft, f"各位代表，新的一年我们将再接再厉。{sentence}让我们携手奋进。"])

    found = check_text("duplicate.sentence", source)

    assert [d.location.text for d in found] == [sentence]


def test_larger_repetitions_are_reported_once() -> None:
    paragraph = "".join(SENTENCES[:3])
    source = f"{paragraph}\n{SENTENCES[5]}\n{paragraph}"

    assert [(id_, len(check_text(id_, source))) for id_ in CHECKS if check_text(id_, source)] == [
        ("duplicate.paragraph", 1)
    ]


def test_every_entry_of_the_data_file_has_its_shape() -> None:
    known = roles()

    assert all(any(a == b for a, b in pairwise(phrase)) for phrase in known["phrase"])
    assert all(len(word) == 2 and word[0] == word[1] for word in known["word"])
    assert all(len(word) == 2 and word[0] in known["verb"] for word in known["object"])
    assert not [word for word in known["modern"] if lexicon().contains(word)]
    for role in (
        *(
            "number",
            "standing",
            "doubled",
            "preposition",
            "closing",
            "suffix",
            "unit",
            "prefix",
            "surname",
            "complement",
        ),
        *("verb", "given", "place", "particle"),
    ):
        assert all(len(entry) == 1 for entry in known[role]), role


@pytest.mark.timing
@pytest.mark.parametrize(
    "find",
    [doubled_characters, doubled_words, doubled_items, repeated_paragraphs, repeated_sentences, repeated_clauses],
)
@pytest.mark.parametrize(
    "hostile",
    [
        "人",
        "人民",
        "人民、",
        "市、市",
        "学学习",
        "敲敲门",
        "人民，",
        "的",
        "一",
        "市、",
        "发展发展，",
        "。",
        "人大大",
        "和",
        "中华人民共和国",
        "\n各",
    ],
)
def test_hostile_text_takes_no_time(find: Callable[[Document], object], hostile: str) -> None:
    document = read("draft.txt", (hostile * 30_000)[:30_000].encode())
    start = time.process_time()
    find(document)
    assert time.process_time() - start < 0.5


@pytest.mark.timing
def test_time_grows_with_the_length_of_the_text() -> None:
    def seconds(paragraphs: int) -> float:
        # Distinct paragraphs that share their formulas, as in a volume of reports.
        lines = [
            f"第{number}村围绕中心工作，认真履行职责，"
            + "".join(chr(0x4E00 + (number * 7919 + place * 104729) % 20000) for place in range(60))
            + "，办好民生实事。"
            for number in range(paragraphs)
        ]
        source = "\n".join(lines)
        start = time.process_time()
        for id_ in CHECKS:
            check_text(id_, source)
        return time.process_time() - start

    small, large = seconds(300), seconds(2_400)
    assert large < 16 * small


def test_all_six_are_found_by_the_host() -> None:
    assert set(CHECKS) <= set(registered())

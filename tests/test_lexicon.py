"""The lexicon: built the same every time, and it divides text into the words jieba gives."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
import time
from pathlib import Path

import jieba
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportlint.facts.lexicon import Lexicon, lexicon
from reportlint.facts.words import tokenizer, words
from reportlint.readers import read

ROOT = Path(__file__).parent.parent
DATA = ROOT / "src" / "reportlint" / "data"
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))
CHARACTERS = (
    "人民代表大会和主席团工作习近平中国特色社会发展的一是二三年月日经济建设十五规划省市县镇乡村学"
    "，。、：；“”（）《》 \n\r\tabcXY019.%+-_#&·—…〇㎡Ａ９😀"
)
MIXTURES = st.one_of(
    st.text(alphabet=CHARACTERS, max_size=60),
    st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=20),
    st.text(alphabet=st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), max_size=30),
)


@pytest.fixture(scope="module")
def stock() -> jieba.Tokenizer:
    made = jieba.Tokenizer()
    # initialize() would write a cache outside the repository
    made.FREQ, made.total = made.gen_pfdict(made.get_dict_file())
    made.initialized = True
    return made


def divide(text: str) -> list[str]:
    return [text[start:end] for start, end in lexicon().segment(text)]


def test_building_it_again_gives_the_committed_bytes(tmp_path: Path) -> None:
    spec = importlib.util.spec_from_file_location("build_lexicon", ROOT / "tools" / "build_lexicon.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)

    for path in module.build(tmp_path):
        assert path.read_bytes() == (DATA / path.name).read_bytes()


def test_words_frequencies_and_prefixes() -> None:
    known = lexicon()

    assert known.contains("贡献")
    assert not known.contains("贡贡献")
    assert known.frequency("贡献") > 0
    assert known.frequency("贡贡献") == 0
    assert known.prefixes("我们学习习近平", 2) == ["学", "学习"]
    assert known.is_prefix("中华人")
    assert known.log_probability("的") > known.log_probability("贡献") > known.log_probability("贡贡献")


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem[:3])
def test_seeds_fall_into_the_words_of_jieba(path: Path, stock: jieba.Tokenizer) -> None:
    text = path.read_bytes().decode()
    assert divide(text) == stock.lcut(text, HMM=False)


@given(text=MIXTURES)
def test_any_text_falls_into_the_words_of_jieba(text: str, stock: jieba.Tokenizer) -> None:
    assert divide(text) == stock.lcut(text, HMM=False)


@given(text=MIXTURES)
def test_spans_are_the_whole_text_without_gaps(text: str) -> None:
    ends = [0, *(end for _, end in lexicon().segment(text))]
    assert [start for start, _ in lexicon().segment(text)] == ends[:-1]
    assert ends[-1] == len(text)


@given(text=MIXTURES)
def test_the_ready_tokenizer_gives_the_tokens_of_jieba(text: str, stock: jieba.Tokenizer) -> None:
    ready = tokenizer()
    assert ready.lcut(text) == stock.lcut(text)
    assert ready.lcut(text, HMM=False) == stock.lcut(text, HMM=False)
    assert ready.lcut_for_search(text) == stock.lcut_for_search(text)


def test_the_ready_tokenizer_takes_words_of_its_own() -> None:
    ready = tokenizer()
    ready.add_word("王家坪村")

    assert "王家坪村" in ready.lcut("走进王家坪村调研")
    assert "王家坪村" not in tokenizer().lcut("走进王家坪村调研", HMM=False)


def test_the_ready_tokenizer_refuses_what_no_word_begins_with() -> None:
    frequencies = tokenizer().FREQ

    assert frequencies["中华人"] == 0
    with pytest.raises(KeyError):
        frequencies["贡贡献"]


def test_words_of_a_document_have_their_places() -> None:
    document = read("draft.txt", "各位代表：\n\n  学习 2023年报告。\n".encode())

    assert " ".join(document.slice(span) for span in words(document)) == "各位 代表 ： 学习 2023 年 报告 。"


@pytest.mark.timing
def test_opening_it_is_quick() -> None:
    def seconds() -> float:
        start = time.perf_counter()
        assert Lexicon().contains("人民")
        return time.perf_counter() - start

    assert min(seconds() for _ in range(5)) < 0.002


@pytest.mark.timing
def test_dividing_takes_linear_time() -> None:
    def seconds(text: str) -> float:
        start = time.perf_counter()
        lexicon().segment(text)
        return time.perf_counter() - start

    for hostile in ("人", "中华人民共和国", "a", "1", "，", " "):
        assert seconds((hostile * 30_000)[:30_000]) < 0.3, hostile


def test_the_facts_do_not_import_jieba() -> None:
    code = "import sys, reportlint.facts.words as w; w.lexicon().segment('人民'); sys.exit('jieba' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0  # noqa: S603 - our own interpreter

"""Text read in the wrong encoding."""

from __future__ import annotations

from reportlint.api import Check, Confidence, Document, Finding, Meta, Pattern, Severity, Span, Text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

# UTF-8 read as GBK turns the commonest marks into these pairs: 锛? ， 銆? 。 鈥? “ 鐨 的 涓 一.
_GBK = r"(?:[锛銆鈥][\u4e00-\u9fff?€]|鐨勫|鐨勪|鐨勬|涓€|浜嗚|鍦ㄥ)"
_SURE = r"锟斤拷|(?:烫烫|屯屯){2,20}|\ufffd"
# A French é before a mark of punctuation is no such thing, so letters other than Ã, Â, â must bring two strange ones.
_LATIN = (
    r"[ÃÂ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹Œ“”•–—˜™š›œž]|â[€‚„][\u0080-\u00bf™œžšŸ˜“”¦¢]?"
    r"|[åäæçèéï][\u0080-\u009f\u00a1-\u00b6\u00b8-\u00bf€‚ƒ„†‡ˆ‰Š‹Œ™š›œž]{2}"
)
_BAD = Pattern(
    rf"(?:{_SURE}|{_LATIN}|{_GBK}){{1,200}}",
    ("\ufffd", "锟", "烫烫", "屯屯", "锛", "銆", "鈥", "鐨", "涓€", "浜嗚", "鍦ㄥ", *"ÃÂâåäæçèéïð"),
)
_LEAST_PAIRS = 2  # one of these rare characters may be meant
_DOUBTFUL = Pattern(_GBK)
_PRIVATE = Pattern(r"[\ue000-\uf8ff]{1,200}")


class Mojibake(Check):
    """文稿里有乱码。

    ## 为什么
    文件用错编码打开、或从 PDF、旧系统转换时，汉字会变成“锟斤拷”“锛屾”“Ã©”、“�”或字库自造字。原来的字已经丢失，只能
    对照原件补正。
    依据：实务。

    ## 反例

        镇人大主席团锟斤拷法履职。

    ## 正例

        镇人大主席团依法履职，café 一词不在此列。

    ## English
    Characters that come from reading a file in the wrong encoding, replacement characters, and private characters of
    some font. What stood there is lost; compare with the original.
    """

    meta = Meta(
        title=Text("乱码", "garbled characters"),
        severity=Severity.ERROR,
        confidence=Confidence.HIGH,
        since="0.1",
    )

    def run(self, document: Document) -> Iterator[Finding]:
        """Yield each garbled stretch."""
        matches = list(_BAD.finditer(document.text))
        pairs = sum(len(_DOUBTFUL.compiled.findall(match[0])) for match in matches)
        found = [
            Span(*match.span())
            for match in matches
            if pairs >= _LEAST_PAIRS or not _DOUBTFUL.compiled.fullmatch(match[0])
        ]
        found += [Span(*match.span()) for match in _PRIVATE.finditer(document.text)]
        last = -1
        for span in sorted(found):
            if span.start < last:
                continue
            last = span.end
            yield Finding(
                span,
                Text(
                    f"“{document.slice(span)[:20]}”是乱码，原字已丢失，请对照原件补正。",
                    f"“{document.slice(span)[:20]}” is garbled; restore it from the original.",
                ),
                group="garbled",
            )

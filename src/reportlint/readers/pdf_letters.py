"""Characters as PDF files have them, and as a draft would."""

from __future__ import annotations

__all__ = ["Letters"]

_SUPPLEMENT = (
    "⺁厂⺄乙⺅亻⺈刀⺉刂⺊卜⺌小⺍小⺎兀⺐尢⺒巳⺓幺⺔彑⺕彐⺖忄⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺫罒⺬示⺭礻"
    "⺯糹⺰纟⺱罓⺲罒⺶羊⺷羊⺸羋⺹耂⺺肀⺼月⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻈讠⻉贝⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑長⻒镸⻓长⻔门⻖阝⻗雨⻘青⻙韦"
    "⻚页⻛风⻜飞⻝食⻟飠⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟"
)
"""Pairs: a radical of the CJK Radicals Supplement (U+2E80–2EFF) and the ideograph that looks the same.

Unicode normalisation knows two of them; the others are after EquivalentUnifiedIdeograph.txt of Unicode 15.
"""

_SIMPLIFIED = "⼾户⾭青"
"""Pairs: Kangxi radicals whose form in fonts for the mainland is not the one that normalisation gives."""

_DROPPED = "\u00ad\u0002\u200b\u200c\u200d\u2060\ufeff\ufffe\uffff\0"
"""Soft hyphens (U+0002 is what PDFium makes of them), characters without width, and what is no character."""

_NORMALISED = ((0x2E80, 0x2FDF), (0xF900, 0xFAFF), (0xFB00, 0xFB06), (0x2F800, 0x2FA1F))
"""Ranges of which each character stands for others: radicals, compatibility ideographs, Latin ligatures."""


class Letters:
    """Turns characters of a PDF file into those of a draft, each remembered."""

    def __init__(self) -> None:
        pairs = _SUPPLEMENT + _SIMPLIFIED
        self._known = dict(zip(pairs[::2], pairs[1::2], strict=True))
        self._known.update(dict.fromkeys(_DROPPED, ""))

    def read(self, character: str) -> str:
        """What a character stands for: mostly itself, or nothing.

        Fonts often give 长 as the radical ⻓ and 一 as ⼀, for their glyphs are the same; no check would know the word.
        """
        known = self._known.get(character)
        if known is None:
            known = self._known[character] = self._normalised(character)
        return known

    @staticmethod
    def _normalised(character: str) -> str:
        code = ord(character)
        if not any(first <= code <= last for first, last in _NORMALISED):
            return character
        from unicodedata import normalize

        return normalize("NFKC", character)

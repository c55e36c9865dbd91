"""What kinds of places there are, and names without their kind."""

from __future__ import annotations

from reportlint.text import Pattern

# 清新区 and 万柏林区 are districts like others.
_TYPES = Pattern(
    "(?:特别行政区|自治区|自治州|自治县|自治旗|地区|(?<=[\u4e00-\u9fff]{2})新区|矿区|(?<=神农架)林区|特区|街道|苏木|[省市县区镇乡盟旗州])$"
)
_PEOPLES = (
    "维吾尔|哈萨克|柯尔克孜|蒙古|达斡尔|鄂温克|鄂伦春|锡伯|塔吉克|乌孜别克|塔塔尔|俄罗斯|保安|东乡|撒拉|裕固|朝鲜|土家|仡佬|布依|哈尼|傈僳|拉祜|纳西|景颇|布朗|阿昌|普米|德昂"
    "|独龙|基诺|仫佬|毛南|高山|赫哲|门巴|珞巴|各|壮|回|满|苗|彝|侗|瑶|白|黎|傣|畲|佤|羌|水|藏|怒|京|土"
)
_OF_PEOPLES = Pattern(f"(?<=..)(?:(?:{_PEOPLES})族|维吾尔|哈萨克|柯尔克孜|蒙古|塔吉克|锡伯|珞巴)+(?:民)?$")


def bare_name(name: str) -> str:
    """A name without its type and without the peoples in it: 恩施土家族苗族自治州 is 恩施."""
    bare = _TYPES.sub("", name)
    return _OF_PEOPLES.sub("", bare.removesuffix("民族")).removesuffix("族") if bare != name else bare

"""How a report is signed: the organ, the person, the date, and the notes of dispatch below them."""

from __future__ import annotations

from reportlint.text import Pattern, Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlint.document import Block

_TAIL = 10
_LONGEST = 52
_LONGEST_NAME = 6
_SPACE = r"[ 　\t]"
_FIGURES = "0-9０-９一二三四五六七八九〇○◯Ｏ零OoXxＸ×*_＿□ 　"
DATE = (
    rf"(?:[{_FIGURES}]{{0,12}}年{_SPACE}{{0,4}}(?:[{_FIGURES}十元正腊冬]{{0,8}}(?:月{_SPACE}{{0,4}}(?:[{_FIGURES}十廿]{{0,8}}[日号]?)?)?)?"
    r"|(?:19|20)[0-9Xx×*_]{2}\s?[.\-/．·]\s?[0-9Xx×*_]{1,2}(?:\s?[.\-/．·]\s?[0-9Xx×*_]{1,2})?)"
)
"""A date in figures, in Chinese numerals, blanked out, or with points; also year and month alone."""

_ORGAN = (
    r"(?:人民政府|主席团|委员会|常委会|办公室|政府|党委|党组|党工委|纪委|纪检组|监委|党总支|总支|支部|人大|政协|工委|[局院会委办所站校厅司处科部团署队]"
    r"|苏木|街道|社区|[\u4e00-\u9fff]村|公司|集团|小学|中学|大学|学院|幼儿园|医院|卫生院|中心|协会|联合社|合作社|银行|联社|筹备组|工作组|领导小组|专班|指挥部|[工电水药纸矿林农牧渔]厂|场|馆"
    r"|小组|公社|事务所|服务站|基金会|商会|学会|[一二三四五六七八九十]组|庭|园区|农场)"
)
_PERSON_LABEL = (
    r"(?:述职(?:述廉|述责)?|述廉|汇报|报告|总结|填报|填表|撰稿|起草|执笔|签发|审核|负责|联系|发言|署名|签名|经办|制表|报送|姓\s?名|单位|职务|作者|主任|书记|村长|校长|院长|镇长|乡长|局长)"
    r"(?:人|者|单位|人员|部门|时间|日期)?(?:[（(][^）)\n]{1,6}[）)])?"
)
_LINE = Pattern(
    rf"[（(]?(?:{DATE}(?:{_SPACE}{{0,4}}印发)?|{_PERSON_LABEL}{_SPACE}{{0,4}}[：:][^。！？\n]{{0,30}}"
    rf"|[^。！？，；：:\n]{{2,36}}{_ORGAN}(?:[（(](?:盖?章|公章|印章|盖公章|代章)[）)])?(?:{_SPACE}{{0,8}}{DATE})?(?:{_SPACE}{{0,4}}印发)?)[）)]?"
)
_DISPATCH = Pattern(
    r"(?:抄[送报]|主送|报送|发送|分送|主题词|印发|联系(?:人|电话|方式|地址)|电\s?话|地\s?址|邮\s?[编箱]|传\s?真|手\s?机|网\s?址|日\s?期|时\s?间)[^\n]{0,80}"
    r"|[（(](?:此页无正文|本页无正文|以下无正文|盖\s?章|公章|签[名字章]|共印[^）)]{1,8}份|正文完|完)[^）)\n]{0,10}[）)]|共印[^\n]{1,10}份|[（(][^）)\n]{0,10}(?:联系|电话)[^）)\n]{1,50}[）)]"
)
_NAME = Pattern(
    rf"(?:[\u4e00-\u9fff]{{0,14}}(?:主任|书记|镇长|乡长|县长|区长|市长|局长|主席|院长|校长|会长|经理|站长|所长|队长|党员|干部|代表|教师|医生|村医)"
    rf"[ 　:：]{{0,4}})?"
    rf"[\u4e00-\u9fffXx×*·]{_SPACE}{{0,4}}[\u4e00-\u9fffXx×*·]{{1,3}}(?:同志)?"
)
_NUMBERED = Pattern(
    r"[一二三四五六七八九十]{1,3}[、．]|[（(][一二三四五六七八九十0-9]{1,3}[）)]|[0-9]{1,2}[、.．](?![0-9])|第[一二三四五六七八九十]"
)
_SENTENCE = Pattern(
    r"[的了着把被将让使]|以及|加强|推进|推动|开展|继续|进一步|不断|建设(?!局|委|厅|办|指挥|公司|集团|银行)|全[镇乡县市区村局](?=[各的])|[各每]"
)
_MARKS = " 　\t>*#"


def signature(text: str, blocks: Sequence[Block]) -> tuple[Span, ...]:
    """The lines at the end that sign the report, in reading order, without indentation."""
    found: list[Span] = []
    for block in reversed(blocks[1:][-_TAIL:]):
        words = text[block.span.start : block.span.end]
        start = block.span.start + len(words) - len(words.lstrip(_MARKS))
        line = Span(start, max(start, block.span.start + len(words.rstrip(_MARKS))))
        if not line or not (is_signed(text, line) or (found and _is_name(text, line))):
            break
        found.append(line)
    return tuple(reversed(found))


def is_signed(text: str, line: Span) -> bool:
    """Whether a line names an organ, a person with a label, a date, or where copies go."""
    if _DISPATCH.fullmatch(text, line.start, line.end):
        return True
    if len(line) > _LONGEST or not _LINE.fullmatch(text, line.start, line.end):
        return False
    return not _NUMBERED.match(text, line.start, line.end) and not _SENTENCE.search(text, line.start, line.end)


def _is_name(text: str, line: Span) -> bool:
    """Whether a line above the date is the name of a person."""
    bare = len(line) <= _LONGEST_NAME or text[line.start : line.end].strip()[-3:].startswith((" ", "　"))
    return (bare or len(line) <= _LONGEST) and _NAME.fullmatch(text, line.start, line.end) is not None

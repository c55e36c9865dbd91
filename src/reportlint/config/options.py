"""Every option of a run, in one table.

The command line, the configuration file, `reportlint config`, `reportlint init` and the help texts all read this table:
an option is added here and nowhere else.
"""

from __future__ import annotations

from reportlint.check import Text, UserError
from reportlint.text import Pattern
from reportlint.text.frozen import frozen
from reportlint.text.nearest import nearest

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    Kind = Literal["flag", "choice", "list", "integer", "size", "text"]
    Value = bool | int | str | tuple[str, ...] | None

_SIZE = Pattern(r"(\d{1,12})\s*([KMGkmg]?)i?[Bb]?")
_DIGITS = 9
_UNIT = {"": 1, "K": 1 << 10, "M": 1 << 20, "G": 1 << 30}


class OptionError(UserError):
    """A value that an option refuses; `text` says why, in both languages."""


@frozen
class Option:
    """One option.

    Attributes:
        name: as on the command line, without dashes, and as in the configuration file.
        kind: what its value is; a list may be written with commas; a size in bytes may carry K, M or G.
        help: one line for the user.
        default: the value that holds when nobody sets it.
        choices: the only values of a choice.
        short: one-letter form on the command line.
        metavar: name of the value in help texts.
        configurable: whether a configuration file may set it.
        table: the table of the configuration file it may also stand in, such as `[report]`.
    """

    name: str
    kind: Kind
    help: Text
    default: Value = None
    choices: tuple[str, ...] = ()
    short: str = ""
    metavar: str = ""
    configurable: bool = False
    table: str = ""

    @property
    def key(self) -> str:
        """How a configuration file writes it: report.home."""
        return f"{self.table}.{self.name}" if self.table else self.name

    @property
    def shown_default(self) -> Value:
        """The default as a user would write it."""
        if self.kind == "size" and isinstance(self.default, int):
            return f"{self.default >> 20}MB"
        return self.default

    def parse(self, raw: object) -> Value:
        """The value of a string from the command line or of a TOML value.

        Raises:
            OptionError: when it is none.
        """
        if self.kind == "flag":
            return self._flag(raw)
        if self.kind == "list":
            return self._list(raw)
        if self.kind == "integer":
            return self._integer(raw)
        if self.kind == "size":
            return self._size(raw)
        if not isinstance(raw, str):
            raise self._refuse(raw, Text("应为文字", "should be a string"))
        if not raw and self.default is None:
            return None  # as the commented file of `init` writes what is not set
        if self.kind == "choice" and raw not in self.choices:
            near = nearest(raw[:40], self.choices)
            zh = f"可选：{'、'.join(self.choices)}" + (f"；是否想写 {near}？" if near else "")
            en = f"choose from {', '.join(self.choices)}" + (f"; did you mean {near}?" if near else "")
            raise self._refuse(raw, Text(zh, en))
        return raw

    def _flag(self, raw: object) -> bool:
        if isinstance(raw, bool):
            return raw
        raise self._refuse(raw, Text("应为 true 或 false", "should be true or false"))

    def _list(self, raw: object) -> tuple[str, ...]:
        parts = raw.split(",") if isinstance(raw, str) else raw
        if isinstance(parts, (list, tuple)) and all(isinstance(part, str) for part in parts):
            return tuple(part.strip() for part in parts if part.strip())
        raise self._refuse(raw, Text("应为文字的列表", "should be a list of strings"))

    def _integer(self, raw: object) -> int:
        if isinstance(raw, int) and not isinstance(raw, bool) and raw >= 0:
            return raw
        if isinstance(raw, str) and raw.isascii() and raw.isdigit() and len(raw) <= _DIGITS:
            return int(raw)
        raise self._refuse(raw, Text("应为不小于 0 的整数", "should be a whole number, 0 or more"))

    def _size(self, raw: object) -> int:
        match = _SIZE.fullmatch(raw.strip()) if isinstance(raw, str) else None
        if match:
            return int(match[1]) * _UNIT[match[2].upper()]
        if isinstance(raw, int) and not isinstance(raw, bool) and raw >= 0:
            return raw
        raise self._refuse(raw, Text("应为大小，如 20MB", "should be a size such as 20MB"))

    def _refuse(self, raw: object, why: Text) -> OptionError:
        shown = str(raw)[:40]
        return OptionError(
            Text(f"{self.name} 的值“{shown}”不对：{why.zh}", f"bad value {shown!r} for {self.name}: {why.en}")
        )


SEVERITIES = ("error", "warning", "info")
FORMATS = ("full", "concise", "json", "jsonl")
KINDS = ("npc-presidium", "government", "work-summary", "personal-report", "half-year", "generic")

OPTIONS: tuple[Option, ...] = (
    Option(
        "select",
        "list",
        Text("只运行这些检查（编号或类别，逗号分隔）", "run only these checks (ids or families, comma-separated)"),
        (),
        metavar="ID,…",
        configurable=True,
    ),
    Option("ignore", "list", Text("不运行这些检查", "do not run these checks"), (), metavar="ID,…", configurable=True),
    Option(
        "kind",
        "choice",
        Text("报告种类（默认自动判断）", "kind of report (default: found out)"),
        None,
        KINDS,
        configurable=True,
    ),
    Option(
        "home",
        "text",
        Text(
            "报告是哪里的，如 广东省茂名市高州市镇江镇（默认由标题等判断）",
            "the place whose report it is, such as 广东省茂名市高州市镇江镇 (default: found out)",
        ),
        None,
        metavar="PLACE",
        configurable=True,
        table="report",
    ),
    Option(
        "places",
        "list",
        Text("也属于本地的地名（新设的乡镇、农场、园区）", "more names that belong to it (new towns, farms, parks)"),
        (),
        metavar="PLACE,…",
        configurable=True,
        table="report",
    ),
    Option(
        "severity",
        "choice",
        Text("显示的最低级别（默认 warning；json 为 info）", "lowest severity shown (default: warning; json: info)"),
        None,
        SEVERITIES,
        configurable=True,
    ),
    Option(
        "fail-on",
        "choice",
        Text("达到此级别时退出码为 1", "exit with 1 from this severity on"),
        "error",
        (*SEVERITIES, "never"),
        configurable=True,
    ),
    Option("output-format", "choice", Text("输出格式", "output format"), "full", FORMATS, "f", configurable=True),
    Option("output-file", "text", Text("把结果写入文件", "write the findings to a file"), None, (), "o", "FILE"),
    Option(
        "fix",
        "flag",
        Text("自动修改有把握的问题（直接改文件）", "apply the safe fixes (changes the files)"),
        default=False,
    ),
    Option(
        "unsafe-fixes",
        "flag",
        Text("连需要确认的修改也一并应用", "apply fixes that want a look, too"),
        default=False,
    ),
    Option(
        "diff", "flag", Text("只显示将作的修改，不写文件", "show what --fix would change, write nothing"), default=False
    ),
    Option("statistics", "flag", Text("按检查项统计", "count findings by check"), default=False),
    Option(
        "max-per-check",
        "integer",
        Text("每个文件每项检查最多列出几处（0 为全部）", "findings listed per check and file (0: all)"),
        20,
        metavar="N",
        configurable=True,
    ),
    Option("show-suppressed", "flag", Text("也列出已忽略的问题", "list suppressed findings, too"), default=False),
    Option(
        "baseline",
        "text",
        Text("不报此基线文件中已有的问题", "leave out findings that this baseline file knows"),
        None,
        metavar="FILE",
        configurable=True,
    ),
    Option(
        "exclude",
        "list",
        Text("跳过这些路径（如 archive/*、*.bak.txt）", "skip these paths (archive/*, *.bak.txt)"),
        (),
        metavar="GLOB,…",
        configurable=True,
    ),
    Option(
        "force-exclude",
        "flag",
        Text("明确给出的文件也按 exclude 跳过", "apply exclude to files given by name, too"),
        default=False,
        configurable=True,
    ),
    Option(
        "skip-unsupported",
        "flag",
        Text("明确给出的 .docx、.pdf 等文件只提示，不算错误", "only mention .docx, .pdf… given by name, no error"),
        default=False,
        configurable=True,
    ),
    Option(
        "max-file-size",
        "size",
        Text("超过此大小的文件不读", "refuse files larger than this"),
        20 << 20,
        metavar="SIZE",
        configurable=True,
    ),
    Option(
        "stdin-filename",
        "text",
        Text("从标准输入读取时使用的文件名", "name of the draft read from standard input"),
        None,
        metavar="NAME",
    ),
    Option("config", "text", Text("使用此配置文件", "use this configuration file"), None, metavar="FILE"),
    Option("isolated", "flag", Text("不使用任何配置文件", "use no configuration file"), default=False),
    Option(
        "lang",
        "choice",
        Text("语言（也可用环境变量 REPORTLINT_LANG）", "language (or REPORTLINT_LANG)"),
        "zh",
        ("zh", "en"),
        configurable=True,
    ),
    Option("color", "choice", Text("颜色", "colour"), "auto", ("auto", "always", "never")),
    Option("quiet", "flag", Text("只输出问题本身", "print the findings only"), default=False, short="q"),
    Option(
        "verbose",
        "flag",
        Text("说明所用配置与耗时", "say which configuration was used, and the time"),
        default=False,
        short="v",
    ),
)
"""In the order of the help text."""

BY_NAME: dict[str, Option] = {option.name: option for option in OPTIONS}

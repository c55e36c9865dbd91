"""Every option of a run, in one table.

The command line, the configuration file, `reportlint config`, `reportlint init` and the help texts all read this table:
an option is added here and nowhere else.
"""

from __future__ import annotations

from reportlint.check import Text
from reportlint.config.option import Option

SEVERITIES = ("error", "warning", "info")
FORMATS = (
    "full",
    "concise",
    "json",
    "jsonl",
    "html",
    "markdown",
    "sarif",
    "junit",
    "github",
    "gitlab",
    "rdjson",
    "fillin",
)
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
        extensible=True,
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
    Option(
        "output-format",
        "choice",
        Text("输出格式", "output format"),
        "full",
        FORMATS,
        "f",
        configurable=True,
        extensible=True,
    ),
    Option("output-file", "text", Text("把结果写入文件", "write the findings to a file"), None, (), "o", "FILE"),
    Option(
        "output",
        "list",
        Text(
            "另按此格式写一个文件，可多次给出（如 html=报告.html）",
            "write a file in this format, too; may be given several times (html=report.html)",
        ),
        (),
        metavar="FORMAT=FILE",
        divided=False,
    ),
    Option(
        "redact",
        "flag",
        Text(
            "不显示草稿里的文字，只写位置和检查名称（路径照写）",
            "quote nothing of the drafts: only places and titles (paths stay)",
        ),
        default=False,
    ),
    Option(
        "fix",
        "flag",
        Text(
            "自动修改有把握的问题（直接改文件；.docx 写入副本 原名.fixed.docx）",
            "apply the safe fixes (changes the files; of a .docx, the copy NAME.fixed.docx)",
        ),
        default=False,
    ),
    Option(
        "unsafe-fixes",
        "flag",
        Text("连需要确认的修改也一并应用", "apply fixes that want a look, too"),
        default=False,
    ),
    Option(
        "track-changes",
        "flag",
        Text("在 .docx 副本里以修订方式修改", "make the fixes in a copy of a .docx as tracked changes"),
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
        Text(
            "明确给出的文件本机读不了时（如未装 LibreOffice）只提示，不算错误",
            "only mention files given by name that this machine cannot read (without LibreOffice…), no error",
        ),
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
    Option(
        "plugins",
        "list",
        Text("加载这些文件夹里的本地检查（.py）和规则", "load the local checks (.py) and rules in these folders"),
        (),
        metavar="DIR,…",
        configurable=True,
    ),
    Option(
        "rules",
        "list",
        Text("加载这些规则文件或词表（.toml、.txt）", "load these files of rules or word lists (.toml, .txt)"),
        (),
        metavar="FILE,…",
        configurable=True,
    ),
    Option(
        "required-plugins",
        "list",
        Text("缺了这些插件就不算检查完（如 gongwen>=1.0）", "plugins that must be there (such as gongwen>=1.0)"),
        (),
        metavar="NAME,…",
        configurable=True,
    ),
    Option(
        "without-plugins",
        "list",
        Text("不加载这些已安装的插件（all 为全部）", "do not load these installed plugins (all: none)"),
        (),
        metavar="NAME,…",
        configurable=True,
    ),
    Option(
        "time-limit",
        "integer",
        Text("插件的每项检查最多运行几秒（0 为不限）", "seconds a check of a plugin may take (0: any)"),
        10,
        metavar="SECONDS",
        configurable=True,
    ),
    Option(
        "memory-limit",
        "size",
        Text("插件的每项检查最多用多少内存（0 为不限）", "memory a check of a plugin may take (0: any)"),
        1 << 30,
        metavar="SIZE",
        configurable=True,
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

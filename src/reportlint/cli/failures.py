"""What is said when something fails that nobody foresaw, and what the system's error numbers mean."""

from __future__ import annotations

import errno
import os

from reportlint.check import Text
from reportlint.cli.streams import complain

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from reportlint.diagnostic import Failure

_MEANINGS = {
    errno.ENOENT: "文件或文件夹不存在",
    errno.EACCES: "没有权限",
    errno.EPERM: "不允许此操作",
    errno.EISDIR: "是文件夹，不是文件",
    errno.ENOTDIR: "路径中有一部分不是文件夹",
    errno.EEXIST: "已存在",
    errno.ENOSPC: "磁盘已满",
    errno.EDQUOT: "超出磁盘配额",
    errno.EROFS: "所在的文件系统只读",
    errno.EBADF: "已关闭",
    errno.EIO: "读写出错",
    errno.EFBIG: "文件过大",
    errno.ENAMETOOLONG: "名称过长",
    errno.ELOOP: "链接循环",
    errno.EBUSY: "正被占用",
    errno.ETXTBSY: "正被占用",
    errno.EMFILE: "打开的文件过多",
    errno.ENOMEM: "内存不足",
}
DEBUG = "REPORTLINT_DEBUG"
"""Environment variable that asks for the whole traceback."""


def reason(error: OSError) -> Text:
    """What an error of the system means, in both languages."""
    english = error.strerror or type(error).__name__
    return Text(_MEANINGS.get(error.errno or 0, english), english)


def broken(path: str, failure: Failure) -> Text:
    """That a check broke, with the plugin to blame."""
    why = failure.error
    zh, en = (f"（来自 {failure.plugin}）", f" (from {failure.plugin})") if failure.plugin else ("", "")
    return Text(
        f"{path}：检查项 {failure.check}{zh or ' '}出错，其余检查不受影响：{why.zh}",
        f"{path}: check {failure.check}{en} failed, all others ran: {why.en or why.zh}",
    )


def tell_failure(error: Exception, language: str, environment: Mapping[str, str]) -> None:
    """One line on standard error about an exception nobody handled; the traceback too when it is asked for."""
    if environment.get(DEBUG):
        import traceback

        traceback.print_exception(error)
    complain(_system(error) if isinstance(error, OSError) else _internal(error), language)


def _system(error: OSError) -> Text:
    why = reason(error)
    if error.filename is not None:
        name = os.fsdecode(error.filename) if isinstance(error.filename, (str, bytes)) else str(error.filename)
        return Text(f"{name}：{why.zh}", f"{name}: {why.en}")
    try:
        os.getcwd()
    except OSError:
        return Text("当前文件夹已不存在", "the current folder does not exist any more")
    return Text(f"无法写到标准输出：{why.zh}", f"cannot write to standard output: {why.en}")


def _internal(error: Exception) -> Text:
    words = " ".join(f"{type(error).__name__}: {error}".split())[:200]
    return Text(
        f"reportlint 内部出错：{words}（请附上命令报告此问题）",
        f"internal error of reportlint: {words} (please report it with your command)",
    )

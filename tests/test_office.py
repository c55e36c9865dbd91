"""Documents of other word processors: what was written is read, and what cannot be read is one line."""

from __future__ import annotations

import io
import os
import sys
import zipfile
from base64 import b64encode
from pathlib import Path

import pytest

from command import SEEDS, reportlint
from officefiles import converted, flat_odt, needs_soffice
from plugins import Plugin, install
from reportlint.engine import inspect
from reportlint.readers import ReadingError, read
from reportlint.readers.office import read_office
from reportlint.readers.signature import LOCKED, is_mail, is_markup, kind_of
from reportlint.readers.soffice import VARIABLE, convert, find_soffice
from support import registered

TEXT = "石桥镇2023年工作总结\n一年来，共召开会议XX次，作出了贡贡献，全镇R&amp;D投入增长5%。\n"
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(512, b"\0")
NO_SOFFICE = {"PATH": os.devnull}
PAGE = (
    '<html><head><meta http-equiv="Content-Type" content="text/html; charset={}"></head>'
    '<body><p>石桥镇2023年工作总结</p><p>一年来，共召开会议XX次。</p><img src="http://127.0.0.1:9/x.png"></body></html>'
)
SCRIPTS = pytest.mark.skipif(sys.platform == "win32", reason="a script cannot stand for a program on Windows")


def zipped(**parts: str) -> bytes:
    """An archive; `__` in a name is a slash."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name.replace("__", "/"), part)
    return stream.getvalue()


def word(flags: int) -> bytes:
    """The beginning of a .doc, with the flags of its stream WordDocument."""
    stream = b"\xec\xa5\xc1\x00" + bytes(6) + flags.to_bytes(2, "little")
    return COMPOUND + stream.ljust(512, b"\0") + "WordDocument".encode("utf-16-le")


def mail(page: bytes) -> bytes:
    """A web page saved in one file."""
    lines = [
        "From: <Saved by a browser>",
        "MIME-Version: 1.0",
        'Content-Type: multipart/related; boundary="b"',
        "",
        "--b",
        'Content-Type: text/html; charset="gb2312"',
        "Content-Transfer-Encoding: base64",
        "",
        b64encode(page).decode(),
        "--b--",
        "",
    ]
    return "\r\n".join(lines).encode()


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7\n", ".pdf"),
        (b"{\\rtf1\\ansi", ".rtf"),
        (zipped(word__document_xml="甲"), ".docx"),
        (zipped(mimetype="application/vnd.oasis.opendocument.text"), ".odt"),
        (zipped(xl__workbook_xml=""), ".xlsx"),
        (zipped(ppt__presentation_xml=""), ".pptx"),
        (zipped(a="甲"), ".zip"),
        (word(0), ".doc"),
        (word(0x0100), LOCKED),
        (word(0x00F0), ".doc"),
        (COMPOUND + "EncryptedPackage".encode("utf-16-le"), LOCKED),
        (COMPOUND + "Workbook".encode("utf-16-le"), ".xls"),
        (COMPOUND + "PowerPoint Document".encode("utf-16-le"), ".ppt"),
        (COMPOUND + "MatOST".encode("utf-16-le"), ".wps"),
        (COMPOUND, ".ole"),
        ("一、工作回顾".encode(), ""),
        (b"", ""),
        (PAGE.encode(), ""),
    ],
)
def test_kinds(data: bytes, kind: str) -> None:
    assert kind_of(data) == kind


@pytest.mark.parametrize(
    ("data", "markup", "mailed"),
    [
        (PAGE.encode(), True, False),
        (PAGE.encode("utf-16"), True, False),
        (b'\xef\xbb\xbf<?xml version="1.0"?>', True, False),
        (b"\r\n<!DOCTYPE html>", True, False),
        (mail(b"x"), False, True),
        ("一、<html>是什么".encode(), False, False),
        ("主题: 总结\n\nMIME-Version: 1.0".encode(), False, False),
        (b"", False, False),
    ],
)
def test_web_pages(data: bytes, markup: bool, mailed: bool) -> None:
    assert (is_markup(data), is_mail(data)) == (markup, mailed)


@needs_soffice
@pytest.mark.parametrize("suffix", ["doc", "rtf", "odt"])
def test_a_seed_has_the_findings_of_the_text(suffix: str) -> None:
    seed = min(SEEDS.glob("*.txt"))
    text = read(str(seed), seed.read_bytes())
    checks = [(id_, entry.make(None)) for id_, entry in registered().items() if entry.check.meta.default]

    document = read_office(f"a.{suffix}", converted(flat_odt(text.text, number=False), suffix))

    said = [
        sorted((d.check, d.location.text.strip()) for d in inspect(one, checks).diagnostics) for one in (text, document)
    ]
    assert said[0] == said[1]
    assert document.format == suffix
    assert not document.origin.writable


@needs_soffice
@pytest.mark.parametrize(
    ("name", "made"),
    [("a.doc", "doc"), ("a.wps", "doc"), ("a.rtf", "rtf"), ("a.odt", "odt"), ("a.docx", "doc"), ("a", "rtf")],
)
def test_a_run(tmp_path: Path, name: str, made: str) -> None:
    data = converted(flat_odt(TEXT, number=False), made)
    (tmp_path / name).write_bytes(data)

    done = reportlint(name, "-f", "concise", "--fix", cwd=tmp_path)

    assert done.code == 1
    assert done.err == ""
    assert f"{name}:2:10: error placeholder.mask" in done.out
    assert f"{name}:2:17: error duplicate.char" in done.out
    assert f"{name}:2:24: error residue.markup" in done.out
    assert (tmp_path / name).read_bytes() == data
    assert [path.name for path in tmp_path.iterdir()] == [name]


@needs_soffice
@pytest.mark.parametrize("charset", ["gb2312", "utf-8", "GBK"])
@pytest.mark.parametrize("encoding", ["gb18030", "utf-8", "utf-16"])
def test_a_web_page_saved_as_a_document(charset: str, encoding: str) -> None:
    page = PAGE.format(charset).encode(encoding)

    assert read_office("a.doc", page).text.split()[:2] == ["石桥镇2023年工作总结", "一年来，共召开会议XX次。"]


@needs_soffice
def test_a_web_page_saved_in_one_file() -> None:
    page = PAGE.format("gb2312").encode("gb18030")

    assert read_office("a.doc", mail(page)).text.split()[:2] == ["石桥镇2023年工作总结", "一年来，共召开会议XX次。"]


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8", "utf-16"])
@pytest.mark.parametrize("name", ["a.doc", "a.docx", "a.wps"])
def test_a_text_under_the_name_of_a_document(tmp_path: Path, name: str, encoding: str) -> None:
    (tmp_path / name).write_bytes(TEXT.encode(encoding))

    done = reportlint(name, "-f", "concise", cwd=tmp_path, environment=NO_SOFFICE)

    assert done.code == 1
    assert f"{name}:2:10: error placeholder.mask" in done.out


REFUSED = [
    ("a.doc", b"", "是空文件（0 字节）"),
    ("a.docx", b"", "是空文件（0 字节）"),
    ("a.pdf", b"", "是空文件（0 字节）"),
    ("a.doc", word(0x0100), "文件有密码，请去掉密码后检查"),
    ("a.docx", COMPOUND + "EncryptedPackage".encode("utf-16-le"), "文件有密码，请去掉密码后检查"),
    ("a.txt", COMPOUND + "EncryptedPackage".encode("utf-16-le"), "文件有密码，请去掉密码后检查"),
    (
        "a.odt",
        zipped(mimetype="application/vnd.oasis.opendocument.text", **{"META-INF__manifest.xml": "encryption-data"}),
        "有密码",
    ),
    ("a.doc", bytes(range(256)) * 20, "不是 Word 或 WPS 文档，或已损坏"),
    ("a.doc", COMPOUND, "不是 Word 或 WPS 文档，或已损坏"),
    ("a.doc", zipped(xl__workbook="") + b"xl/workbook", "是 Excel 表格"),
    ("a.doc", zipped(a="甲"), "是压缩包，请解压后检查其中的文件"),
    ("a.docx", zipped(a="甲"), "a.docx："),
    ("a.txt", zipped(word__document="") + b"word/document", "是 Word 文档，请把文件名改为 .docx 后检查"),
    ("a.md", b"%PDF-1.7", "是 PDF 文件，请把文件名改为 .pdf 后检查"),
    ("a.txt", b"{\\rtf1", "是 RTF 文档，请把文件名改为 .rtf 后检查"),
    ("a.txt", word(0), "是 旧版 Word 或 WPS 文档，请把文件名改为 .doc 后检查"),
    ("a.doc", word(0), "a.doc：须安装 LibreOffice 才能检查，或另存为 .docx"),
    ("a.docx", word(0), "其实是旧版 Word 或 WPS 文档，须安装 LibreOffice 才能检查，或另存为 .docx"),
    ("a.doc", PAGE.encode(), "其实是网页或 XML，须安装 LibreOffice"),
    ("a.doc", mail(b""), "其实是网页或 XML，须安装 LibreOffice"),
]


@pytest.mark.parametrize(("name", "data", "said"), REFUSED)
def test_what_cannot_be_read_is_one_line(tmp_path: Path, name: str, data: bytes, said: str) -> None:
    (tmp_path / name).write_bytes(data)

    done = reportlint(name, "-f", "concise", cwd=tmp_path, environment=NO_SOFFICE)

    assert (done.code, done.out) == (2, "")
    assert said in done.err
    assert done.err.count("\n") == 1


@needs_soffice
@pytest.mark.parametrize(("name", "keep"), [("a.doc", 3000), ("a.rtf", 1500), ("a.odt", 1500)])
def test_damaged_documents(tmp_path: Path, name: str, keep: int) -> None:
    (tmp_path / name).write_bytes(converted(flat_odt(TEXT), name[2:])[:keep])

    done = reportlint(name, cwd=tmp_path)

    assert (done.code, done.out.count("\n")) == (2, 1)
    assert "损坏" in done.err


def test_a_folder_of_everything(tmp_path: Path) -> None:
    for name in ("a.doc", "b.wps", "~$a.doc", "c.rtf"):
        (tmp_path / name).write_bytes(word(0))
    (tmp_path / "d.txt").write_text("石桥镇2023年工作总结\n", encoding="utf-8")

    found = reportlint(".", cwd=tmp_path, environment=NO_SOFFICE)
    assert found.code == 0
    assert found.err == "reportlint: 跳过 3 个文件：.doc、.rtf、.wps 须安装 LibreOffice 才能检查，或另存为 .docx\n"
    borne = reportlint("a.doc", "d.txt", "--skip-unsupported", cwd=tmp_path, environment=NO_SOFFICE)
    assert borne.code == 0
    assert "跳过 1 个文件：.doc" in borne.err


def test_the_program_that_the_environment_names_must_be_there(tmp_path: Path) -> None:
    (tmp_path / "a.doc").write_bytes(word(0))

    done = reportlint("a.doc", cwd=tmp_path, environment={VARIABLE: "/no/soffice"})

    assert done.code == 2
    assert f"环境变量 {VARIABLE} 所指的程序不存在：/no/soffice" in done.err


def script(folder: Path, lines: str) -> str:
    """A program that behaves as LibreOffice should not."""
    path = folder / "soffice"
    path.write_text(f"#!/bin/sh\n{lines}\n", encoding="utf-8")
    path.chmod(0o755)
    return str(path)


def runs(process: str) -> bool:
    """Whether a process runs; one that has ended may still be listed until somebody asks how."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


@SCRIPTS
@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("exit 0", "LibreOffice 打不开这个文件"),
        ("kill -9 $$", "LibreOffice 打不开这个文件"),
        ("echo much; exit 77", "LibreOffice 打不开这个文件"),
        ("sleep 600 & echo $! >> SEEN; sleep 600", "LibreOffice 用了 0.5 秒仍未读完，未检查"),
    ],
)
def test_a_program_that_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lines: str, said: str) -> None:
    seen = tmp_path / "seen"
    monkeypatch.setenv(VARIABLE, script(tmp_path, f"echo $PWD $$ > {seen}\n{lines}".replace("SEEN", str(seen))))

    with pytest.raises(ReadingError) as caught:
        convert(b"x", ".doc", 0.5)

    assert said in caught.value.text.zh
    folder, *children = seen.read_text().split()
    assert not Path(folder).exists()
    assert not [child for child in children if runs(child)]


@SCRIPTS
def test_no_program_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "soffice"
    path.write_bytes(b"\x7fELF")
    path.chmod(0o755)
    monkeypatch.setenv(VARIABLE, str(path))

    with pytest.raises(ReadingError) as caught:
        convert(b"x", ".doc")
    assert "无法启动 LibreOffice" in caught.value.text.zh


@needs_soffice
def test_nothing_a_document_points_to_is_fetched() -> None:
    import http.server
    import threading

    asked: list[str] = []

    class Server(http.server.BaseHTTPRequestHandler):
        def handle_one_request(self) -> None:
            asked.append(str(self.rfile.readline()))

    with http.server.HTTPServer(("127.0.0.1", 0), Server) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        page = PAGE.format("utf-8").replace("127.0.0.1:9", f"127.0.0.1:{server.server_port}")
        made = convert(page.encode(), ".html")
        server.shutdown()

    assert made.startswith(b"PK")
    assert asked == []


def test_a_plugin_cannot_take_a_format_that_is_built_in(tmp_path: Path) -> None:
    plugin = Plugin(
        "taker",
        'def read(path, data):\n    pass\ndef reportlint_readers():\n    return [Reader("doc", (".doc",), read)]\n',
    )
    (tmp_path / "a.txt").write_text("石桥镇2023年工作总结\n", encoding="utf-8")
    done = reportlint("a.txt", cwd=tmp_path, environment=install(tmp_path / "site", plugin))

    assert done.code == 2
    assert ".doc" in done.err


def test_libreoffice_is_looked_for_on_the_path(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    monkeypatch.setenv("PATH", os.pathsep.join(["", os.devnull, str(tmp_path)]))
    if sys.platform == "linux":
        assert find_soffice() is None
        assert find_soffice() != script(tmp_path, "")
        assert find_soffice() == str(tmp_path / "soffice")

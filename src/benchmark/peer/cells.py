"""Compares the cells of two folders' workbooks, and the bytes of their CSV files."""

import html
import os
import re
import zipfile

CELL = re.compile(r'<c r="([A-Z]+\d+)"([^>]*?)(?:/>|>(.*?)</c>)', re.S)
TEXT = re.compile(r"<t[^>]*>(.*?)</t>", re.S)


def first(pattern, text):
    match = re.search(pattern, text, re.S)
    return html.unescape(match.group(1)) if match else ""


def cells(path):
    """Formula and value of every cell that has any, sheet by sheet."""
    sheets = {}
    with zipfile.ZipFile(path) as book:
        names = re.findall(r'<sheet name="([^"]*)"', book.read("xl/workbook.xml").decode())
        shared = []
        if "xl/sharedStrings.xml" in book.namelist():
            shared = [html.unescape("".join(TEXT.findall(item))) for item in
                      re.findall(r"<si>(.*?)</si>", book.read("xl/sharedStrings.xml").decode(), re.S)]
        for number, name in enumerate(names, 1):
            found = {}
            for place, attributes, content in CELL.findall(
                    book.read("xl/worksheets/sheet%d.xml" % number).decode()):
                formula, value = first(r"<f[^>]*>(.*?)</f>", content), first(r"<v>(.*?)</v>", content)
                if 't="s"' in attributes:
                    value = shared[int(value)]
                elif 't="inlineStr"' in attributes:
                    value = html.unescape("".join(TEXT.findall(content)))
                elif 't="str"' not in attributes and value:
                    value = 1.0 if value == "TRUE" else round(float(value), 7)
                if formula or value != "":
                    found[place] = (formula, value)
            sheets[html.unescape(name)] = found
    return sheets


def files(folder, ending):
    return sorted(os.path.relpath(os.path.join(at, name), folder)
                  for at, _, names in os.walk(folder) for name in names if name.endswith(ending))


def differences(one, other, books=None):
    """What differs, in words; of the workbooks at most so many are read."""
    found = []
    for ending in (".xlsx", ".csv"):
        if files(one, ending) != files(other, ending):
            found.append("other files %s" % ending)
    for name in files(one, ".csv"):
        with open(os.path.join(one, name), "rb") as a, open(os.path.join(other, name), "rb") as b:
            if a.read() != b.read():
                found.append(name)
    names = files(one, ".xlsx")
    count = 0
    for name in names if books is None else names[:books] + names[-1:]:
        a, b = cells(os.path.join(one, name)), cells(os.path.join(other, name))
        if list(a) != list(b):
            found.append("%s: other sheets" % name)
            continue
        for sheet in a:
            count += len(a[sheet])
            for place in sorted(set(a[sheet]) | set(b[sheet])):
                if a[sheet].get(place) != b[sheet].get(place):
                    found.append("%s, %s!%s: %s, %s" % (name, sheet, place, a[sheet].get(place),
                                                        b[sheet].get(place)))
    return found, count

#!/usr/bin/env python3
"""The same month by pandas and XlsxWriter, to compare times with.

It reads the same input, splits by the same rule, and writes the same workbooks and CSV files with the
same cells (Measure compares them, cell by cell). What it leaves out, it saves time by: no register, no
numbers that go on from earlier months, no faults told, no PDF, no e-invoice, no page, no SIE, and in the
workbooks no links, no colours by condition and no charts. It takes the first month of a year, without
adjustments, and keys whose rows are single parties or a group by population.

    peer.py INPUT OUTPUT MONTH DATE [PROCESSES]
"""

import csv
import os
import re
import sys
import unicodedata
from datetime import date, timedelta
from fractions import Fraction
from math import gcd

import numpy as np
import pandas as pd
import xlsxwriter

MONTHS = ("januari februari mars april maj juni juli augusti september oktober november december").split()
DAY_ZERO = date(1899, 12, 30)


def table(folder, name):
    return pd.read_csv(os.path.join(folder, name), sep=";", dtype=str, keep_default_na=False,
                       encoding="utf-8-sig")


def ore(text):
    return int(round(float(text.replace(" ", "").replace("\u00a0", "").replace(",", ".")) * 100))


def kronor(amount):
    return amount / 100


def comma(amount):
    sign = "-" if amount < 0 else ""
    return "%s%d,%02d" % (sign, abs(amount) // 100, abs(amount) % 100)


def spaced(amount):
    whole = "{:,}".format(abs(amount) // 100).replace(",", "\u00a0")
    return "%s%s,%02d" % ("-" if amount < 0 else "", whole, abs(amount) % 100)


def ascii_name(name):
    plain = unicodedata.normalize("NFD", name.lower()).encode("ascii", "ignore").decode()
    return re.sub("[^a-z0-9]+", "-", plain).strip("-")


def luhn(digits):
    total = 0
    for i, digit in enumerate(reversed(digits)):
        n = int(digit) * (2 if i % 2 == 0 else 1)
        total += n - 9 if n > 9 else n
    return str((10 - total % 10) % 10)


def ocr(number):
    length = str((len(number) + 2) % 10)
    return number + length + luhn(number + length)


def largest_remainder(cost, weights, order):
    """Parts, remainders and ranks (from 1) of a cost in whole öre; ties by the order."""
    total = int(weights.sum())
    exact = [cost * int(w) for w in weights] if cost > 9_000_000_000_000_000_000 // max(total, 1) else None
    if exact is None:
        product = cost * weights
        parts = product // total
        rest = product - parts * total
    else:
        parts = np.array([e // total for e in exact], dtype=np.int64)
        rest = np.array([e % total for e in exact], dtype=np.int64)
    left = int(cost - parts.sum())
    ranking = np.lexsort((order, -rest))
    ranks = np.empty(len(rest), dtype=np.int64)
    ranks[ranking] = np.arange(1, len(rest) + 1)
    parts = parts.copy()
    parts[ranking[:left]] += 1
    return parts, rest, ranks, left, total, ranking


class Split:
    """A cost among recipients."""

    def __init__(self, cost, weights, codes):
        self.cost = cost
        self.weights = weights
        self.codes = codes
        (self.parts, self.rest, self.ranks, self.left, self.total,
         self.ranking) = largest_remainder(cost, weights, np.arange(len(codes)))
        self.index = {code: i for i, code in enumerate(codes)}


class Month:
    """What is read, and what it comes to."""

    def __init__(self, folder, month, issued):
        self.month = month
        self.name = MONTHS[int(month[5:]) - 1] + " " + month[:4]
        self.issued = date.fromisoformat(issued)
        self.settings = settings(os.path.join(folder, "installningar.yml"))
        self.due = self.issued + timedelta(days=int(self.settings["betalningsvillkor_dagar"]))
        parties = table(folder, "parter.csv").sort_values("kod")
        self.parties = {row["kod"]: row for row in parties.to_dict("records")}
        self.objects = {row["objekt"]: row for row in table(folder, "objekt.csv").to_dict("records")}
        self.object_row = {code: i + 2 for i, code in enumerate(self.objects)}
        keys = table(folder, "nycklar.csv")
        keys["filrad"] = range(2, len(keys) + 2)
        self.keys = {key: rows.to_dict("records") for key, rows in keys.groupby("nyckel", sort=False)}
        budget = table(folder, "budget-%s.csv" % month[:4])
        budget["filrad"] = range(2, len(budget) + 2)
        self.lines = budget[budget["rad"] != "Totalt"].to_dict("records")
        self.read_population(folder)
        self.groups = {}
        for code, party in self.parties.items():
            if party["typ"] == "kommun":
                self.groups.setdefault("VGK", []).append(code)
        self.members = {name: np.array([self.inhabitants[c] for c in codes], dtype=np.int64)
                        for name, codes in self.groups.items()}
        self.compute()

    def read_population(self, folder):
        """SCB's table: a heading line, an empty one, then regions by years; or the plain layout."""
        path = os.path.join(folder, "folkmangd.csv")
        with open(path, encoding="utf-8-sig") as file:
            lines = file.read().splitlines()
        reference = self.settings["referens"]
        self.inhabitants, self.population_row = {}, {}
        if lines[0].startswith("kod;"):
            for number, row in enumerate(csv.reader(lines, delimiter=";"), 1):
                if row and row[2] == reference:
                    self.inhabitants[row[0]], self.population_row[row[0]] = int(row[3]), number
            return
        heading = next(i for i, line in enumerate(lines) if line.startswith('"region"'))
        column = next(csv.reader([lines[heading]], delimiter=";")).index(reference[:4])
        for number, row in enumerate(csv.reader(lines[heading + 1:], delimiter=";"), heading + 2):
            code = row[0].split(" ")[0]
            self.inhabitants[code], self.population_row[code] = int(row[column]), number

    def compute(self):
        self.key_split = []
        self.group_split = []
        self.of_party = {code: [] for code in self.parties}
        for position, line in enumerate(self.lines):
            line["ore"] = ore(line["belopp"])
            cost = line["cost"] = (2 * line["ore"] + 12) // 24
            rows = self.keys[line["nyckel"]]
            shares = [Fraction(row["andel"].replace(",", ".")) for row in rows]
            scale = 1
            for share in shares:
                scale = scale * share.denominator // gcd(scale, share.denominator)
            order = sorted(range(len(rows)), key=lambda i: (rows[i]["part"], rows[i]["fördelning"]))
            weights = np.array([int(shares[i] * scale) for i in order], dtype=np.int64)
            by_row = Split(cost, weights, [rows[i]["part"] for i in order])
            groups = {}
            for i, part in zip(order, by_row.parts):
                name = rows[i]["part"]
                if name in self.groups:
                    split = Split(int(part), self.members[name], self.groups[name])
                    groups[name] = split
                    for code, amount in zip(split.codes, split.parts):
                        self.of_party[code].append((position, int(amount), name))
                else:
                    self.of_party[name].append((position, int(part), name))
            self.key_split.append(by_row)
            self.group_split.append(groups)
        self.invoices = []
        next_number = {False: int(self.settings["nummerserie_från"]), True: 1}
        for code, party in self.parties.items():
            lines = [line for line in self.of_party[code] if line[1] != 0]
            if lines and party["fakturering"] != "ingen":
                internal = party["fakturering"] == "intern"
                number = "%s%d%05d" % ("I" if internal else "", self.issued.year, next_number[internal])
                next_number[internal] += 1
                self.invoices.append(Invoice(self, number, code, internal, lines))


def settings(path):
    """Two levels of YAML, flat."""
    found = {}
    with open(path, encoding="utf-8") as file:
        for line in file:
            match = re.match(r"[\s-]*([^:#]+):\s*(.*?)\s*(#.*)?$", line)
            if match and match.group(2):
                found.setdefault(match.group(1), match.group(2).strip('"'))
    return found


class Invoice:

    def __init__(self, month, number, code, internal, lines):
        self.number = number
        self.code = code
        self.party = month.parties[code]
        self.internal = internal
        self.lines = sorted(lines, key=lambda l: l[0])
        self.vat_percent = 0 if internal else 25
        self.ground = "intern fakturering" if internal else ""
        self.net = sum(line[1] for line in self.lines)
        self.vat = (2 * self.net * self.vat_percent + 100) // 200
        self.payable = self.net + self.vat
        self.ocr = "" if internal else ocr(number)
        self.file = "fakturor/%s-%s" % (code, ascii_name(self.party["namn"]))


def serial(day):
    return (day - DAY_ZERO).days


def column(index):
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(65 + rest) + name
    return name


class Book:
    """A workbook with its formats, each sheet written from top to bottom."""

    def __init__(self, path):
        self.book = xlsxwriter.Workbook(path, {"constant_memory": True, "strings_to_formulas": False,
                                               "strings_to_urls": False, "strings_to_numbers": False})
        self.title = self.book.add_format({"bold": True, "font_size": 16})
        self.head = self.book.add_format({"bold": True, "bottom": 1, "text_wrap": True})
        self.text = self.book.add_format({"text_wrap": True, "valign": "top"})
        self.note = self.book.add_format({"italic": True, "text_wrap": True, "valign": "top"})
        self.strong = self.book.add_format({"bold": True})
        self.money = self.book.add_format({"num_format": "#,##0.00"})
        self.total = self.book.add_format({"num_format": "#,##0.00", "bold": True, "top": 1})
        self.sumtext = self.book.add_format({"bold": True, "top": 1})
        self.count = self.book.add_format({"num_format": "#,##0"})
        self.day = self.book.add_format({"num_format": "yyyy-mm-dd"})
        self.exact = self.book.add_format({"num_format": "#,##0.000000"})
        self.share = self.book.add_format({"num_format": "0.00%"})

    def sheet(self, name, widths, landscape=False):
        sheet = self.book.add_worksheet(name)
        for index, width in enumerate(widths):
            sheet.set_column(index, index, width)
        sheet.hide_gridlines(2)
        sheet.set_paper(9)
        if landscape:
            sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        return sheet

    def close(self):
        self.book.close()


def ordinal(number):
    ends = number % 10 in (1, 2) and number % 100 not in (11, 12)
    return "%d:%s" % (number, "a" if ends else "e")


def exact_part(cost, weight, total):
    """Six decimals of a krona, a little less than itself, as the sheet computes it."""
    thousandths = (2 * cost * weight * 10 ** 10 + total) // (2 * total)  # 12 decimals, half up
    less = thousandths - (400_000 if cost > 0 else 0)
    return (less + 500_000) // 1_000_000 / 1e6


def invoice_sheet(book, month, invoice):
    sheet = book.sheet("Faktura", (9, 8, 38, 14, 12, 16))
    text, money, strong, head, total = book.text, book.money, book.strong, book.head, book.total
    string, number, formula = sheet.write_string, sheet.write_number, sheet.write_formula
    party, s = invoice.party, month.settings
    string(0, 0, s["namn"], strong)
    string(0, 3, "INTERNFAKTURA" if invoice.internal else "FAKTURA", book.title)
    string(1, 0, s["adress"], text)
    string(2, 0, s["postnummer"] + " " + s["ort"], text)
    facts = [("Fakturanummer", invoice.number), ("Fakturadatum", None), ("Period", month.name),
             ("Valuta", "SEK"), ("Er referens", party["referens"]), ("Er kod", invoice.code),
             ("Ert organisationsnummer", party["organisationsnummer"]), ("Er e-post", party["epost"])]
    facts = [fact for fact in facts if fact[1] != ""]
    address = [party["namn"], party["adress"], (party["postnummer"] + " " + party["ort"]).strip()]
    address = [line for line in address if line]
    for i in range(max(len(facts), len(address))):
        if i < len(facts):
            string(5 + i, 0, facts[i][0], text)
            if facts[i][1] is None:
                number(5 + i, 2, serial(month.issued), book.day)
            else:
                string(5 + i, 2, facts[i][1], text)
        if i < len(address):
            string(5 + i, 3, address[i], strong if i == 0 else text)
    row = 5 + max(len(facts), len(address)) + 1
    objects = []
    for line in invoice.lines:
        code = month.lines[line[0]]["objekt"]
        if not objects or objects[-1][0] != code:
            objects.append((code, []))
        objects[-1][1].append(line)
    several = len(objects) > 1
    height = sum(1 + len(lines) + (several and len(lines) > 1) for _, lines in objects)
    first_line = row + 5
    net_row = first_line + height
    vat_row = net_row + 3
    pay_row = vat_row + 3
    string(row, 0, "Att betala", head)
    if invoice.internal:
        string(row, 3, "Betalningssätt", head)
    else:
        string(row, 3, "Förfallodatum", head)
        string(row, 4, "Bankgiro", head)
        string(row, 5, "OCR", head)
    row += 1
    formula(row, 0, "=F%d" % (pay_row + 1), total, kronor(invoice.payable))
    if invoice.internal:
        string(row, 3, "bokförs internt", text)
    else:
        number(row, 3, serial(month.due), book.day)
        string(row, 4, s["bankgiro"], text)
        string(row, 5, invoice.ocr, text)
    row += 2
    string(row, 0, "Bladet Specifikation visar hur varje belopp har räknats fram, rad för rad. Bladet"
                   " Underlag visar de siffror, nycklar och beslut som de bygger på.", book.note)
    row += 1
    for index, heading in enumerate(("Objekt", "Rad", "Benämning", "Nyckel", "Momssats", "Belopp, SEK")):
        string(row, index, heading, head)
    row += 1
    sums, cells = [], []
    for code, lines in objects:
        string(row, 0, code + "  " + month.objects[code]["namn"], strong)
        row += 1
        first = row
        for position, amount, _ in lines:
            line = month.lines[position]
            string(row, 0, code, text)
            string(row, 1, line["rad"], text)
            string(row, 2, line["benämning"], text)
            string(row, 3, line["nyckel"], text)
            number(row, 4, invoice.vat_percent, book.count)
            number(row, 5, kronor(amount), money)
            cells.append("'Faktura'!$F$%d" % (row + 1))
            row += 1
        if several and len(lines) == 1:
            sums.append("F%d" % (first + 1))
        elif several:
            string(row, 0, "Summa " + code, strong)
            formula(row, 5, "=SUM(F%d:F%d)" % (first + 1, row), total, kronor(sum(l[1] for l in lines)))
            row += 1
            sums.append("F%d" % row)
        else:
            sums.append("SUM(F%d:F%d)" % (first + 1, row))
    last_line = row - 1
    string(row, 0, "Summa exklusive moms", book.sumtext)
    formula(row, 5, "=" + "+".join(sums), total, kronor(invoice.net))
    row += 2
    string(row, 0, "Moms", head)
    string(row, 3, "Underlag, SEK", head)
    string(row, 4, "Momssats", head)
    string(row, 5, "Moms, SEK", head)
    row += 1
    r = row + 1
    string(row, 0, "Ingen moms: " + invoice.ground if invoice.internal else "Moms 25 %", text)
    formula(row, 3, "=ROUND(SUMIF(E%d:E%d,E%d,F%d:F%d),2)" % (first_line + 1, last_line + 1, r,
                                                              first_line + 1, last_line + 1), money, kronor(invoice.net))
    number(row, 4, invoice.vat_percent, book.count)
    formula(row, 5, "=ROUND(D%d*E%d/100,2)" % (r, r), money, kronor(invoice.vat))
    row += 1
    string(row, 0, "Summa moms", book.sumtext)
    formula(row, 5, "=SUM(F%d:F%d)" % (row, row), total, kronor(invoice.vat))
    row += 2
    string(row, 0, "Att betala, SEK", book.sumtext)
    formula(row, 5, "=F%d+F%d" % (net_row + 1, row - 1), total, kronor(invoice.payable))
    row += 2
    left = [("Organisationsnummer", s["organisationsnummer"]),
            ("Momsregistreringsnummer", s["momsregistreringsnummer"]),
            ("Skatteform", "Godkänd för F-skatt" if s["f_skatt"] == "ja" else ""), ("E-post", s["epost"])]
    right = [] if invoice.internal else [
        ("Betalningsvillkor", s["betalningsvillkor_dagar"] + " dagar netto"),
        ("Dröjsmålsränta", s["dröjsmålsränta"])]
    string(row, 0, "Utställare", head)
    if right:
        string(row, 3, "Villkor", head)
    for i, (label, value) in enumerate([fact for fact in left if fact[1]]):
        string(row + 1 + i, 0, label, text)
        string(row + 1 + i, 2, value, text)
        if i < len(right):
            string(row + 1 + i, 3, right[i][0], text)
            string(row + 1 + i, 4, right[i][1], text)
    return cells


def basis_layout(month, invoice):
    """Where on the sheet Underlag the figures stand that Specifikation computes from."""
    row = 7 + len(invoice.lines) + 1
    amount_cell = {line[0]: "'Underlag'!$F$%d" % (8 + i) for i, line in enumerate(invoice.lines)}
    keys = []
    for position, _, _ in invoice.lines:
        if month.lines[position]["nyckel"] not in keys:
            keys.append(month.lines[position]["nyckel"])
    row += 3
    share_cell = {}
    for key in keys:
        for share in month.keys[key]:
            row += 1
            share_cell[key, share["part"]] = "'Underlag'!$F$%d" % row
    by_population = any(share["part"] in month.groups for key in keys for share in month.keys[key])
    row += 1
    if by_population:
        row += 4
    own_group = next((line[2] for line in invoice.lines if line[2] in month.groups), None)
    member_row = row + 3
    own_cell = all_cell = None
    if own_group:
        codes = month.groups[own_group]
        own_cell = "'Underlag'!$F$%d" % (member_row + 1 + codes.index(invoice.code))
        all_cell = "'Underlag'!$F$%d" % (member_row + 1 + len(codes))
    return keys, by_population, own_group, amount_cell, share_cell, own_cell, all_cell


def specification_sheet(book, month, invoice, cells, layout):
    _, _, own_group, amount_cell, share_cell, own_cell, all_cell = layout
    sheet = book.sheet("Specifikation", (35, 22, 22, 46))
    text, money, head, note = book.text, book.money, book.head, book.note
    string, number, formula = sheet.write_string, sheet.write_number, sheet.write_formula
    blank, boolean = sheet.write_blank, sheet.write_formula
    lowered = ("internfaktura " if invoice.internal else "faktura ") + invoice.number
    name = invoice.party["namn"]
    string(0, 0, "Specifikation till " + lowered, book.title)
    string(1, 0, name, book.strong)
    string(2, 0, "Så har varje belopp på fakturan räknats fram. Talen hämtas från bladet"
                 " Underlag och räknas om av kalkylprogrammet. Varje rad slutar"
                 " med en kontroll mot bladet Faktura: TRUE eller SANT betyder att"
                 " den stämmer.", note)
    heights = []
    for position, _, way in invoice.lines:
        group = way in month.groups
        size = 11 + (month.key_split[position].left != 0)
        if group:
            size += 5 + (month.group_split[position][way].left != 0)
        heights.append(size + 1)
    first_check = 6 + heights[0] - 2
    last_check = 6 + sum(heights) - 2
    string(4, 0, "Stämmer alla rader med fakturan?", book.sumtext)
    formula(4, 3, "=COUNTIF(D%d:D%d,TRUE)=%d" % (first_check + 1, last_check + 1, len(invoice.lines)),
            book.sumtext, True)
    row = 6

    def split(label, cost_row, split, index, factor, how):
        nonlocal row
        before, through = "B%d" % cost_row, "C%d" % cost_row
        weight, total = int(split.weights[index]), split.total
        part = int(split.parts[index])
        exact = exact_part(split.cost, weight, total)
        string(row, 0, "Exakt del för " + label, text)
        formula(row, 1, "=ROUND(%s*%s-SIGN(%s)*0.0000004,6)" % (before, factor, before), book.exact, 0)
        formula(row, 2, "=ROUND(%s*%s-SIGN(%s)*0.0000004,6)" % (through, factor, through), book.exact, exact)
        string(row, 3, how, note)
        row += 1
        exact_row = row
        if split.left:
            rest = int(split.rest[index]) * 10_000 // total
            string(row, 0, "Restens plats, den största först", text)
            string(row, 1, "–", text)
            string(row, 2, "%s av %d" % (ordinal(int(split.ranks[index])), len(split.codes)), text)
            string(row, 3, "rest 0,%04d öre mer än hela ören" % rest, note)
            row += 1
        string(row, 0, "Öre av dem som blev över", text)
        number(row, 1, 0, money)
        number(row, 2, (part - int(exact * 100 + 1e-9)) / 100, money)
        string(row, 3, "%d öre blev över, ett var till de största resterna" % split.left if split.left
               else "inget öre blev över", note)
        row += 1
        odd_row = row
        string(row, 0, "Del för " + label, text)
        for c, value in (("B", 0), ("C", part)):
            formula(row, 1 if c == "B" else 2,
                    "=ROUND(ROUNDDOWN(%s%d+SIGN(%s%d)*0.0000005,2)+%s%d,2)"
                    % (c, exact_row, c, exact_row, c, odd_row), money, kronor(value))
        string(row, 3, "hela ören av den exakta delen, och öret", note)
        row += 1
        return row

    for (position, amount, way), invoiced in zip(invoice.lines, cells):
        line = month.lines[position]
        key = month.key_split[position]
        index = key.index[way]
        share = next(s for s in month.keys[line["nyckel"]] if s["part"] == way)
        string(row, 0, "Rad %s  %s" % (line["rad"], line["benämning"]), head)
        row += 1
        string(row, 0, "Kostnaden för " + month.name, head)
        string(row, 1, "dessförinnan", head)
        string(row, 2, "t.o.m. " + month.name, head)
        string(row, 3, "Så är det räknat", head)
        row += 1
        string(row, 0, "Radens belopp för 12 månader", text)
        blank(row, 1, None, text)
        formula(row, 2, "=" + amount_cell[position], money, kronor(line["ore"]))
        string(row, 3, line["beslut"], note)
        row += 1
        annual = "$C$%d" % row
        string(row, 0, "Månader som har gått", text)
        number(row, 1, 0, book.count)
        number(row, 2, 1, book.count)
        string(row, 3, "av radens 12", note)
        row += 1
        string(row, 0, "Kostnad hittills", text)
        formula(row, 1, "=ROUND(%s*B%d/12,2)" % (annual, row), money, 0)
        formula(row, 2, "=ROUND(%s*C%d/12,2)" % (annual, row), money, kronor(line["cost"]))
        string(row, 3, "belopp × månader som har gått ÷ 12, i hela ören", note)
        row += 1
        cost_row = row
        string(row, 0, "Andel för %s i nyckel %s" % (way, line["nyckel"]), text)
        blank(row, 1, None, text)
        formula(row, 2, "=" + share_cell[line["nyckel"], way], book.exact,
                int(key.weights[index]) / key.total)
        string(row, 3, share["beslut"], note)
        row += 1
        group = way in month.groups
        part_row = split(way if group else name, cost_row, key, index, "$C$%d" % row, "kostnad × andel")
        if group:
            members = month.group_split[position][way]
            own = members.index[invoice.code]
            string(row, 0, "Invånare i " + name, text)
            blank(row, 1, None, text)
            formula(row, 2, "=" + own_cell, book.count, int(members.weights[own]))
            string(row, 3, "bladet Underlag", note)
            row += 1
            string(row, 0, "Invånare i alla %d kommuner" % len(members.codes), text)
            blank(row, 1, None, text)
            formula(row, 2, "=" + all_cell, book.count, members.total)
            string(row, 3, "summan på bladet Underlag", note)
            row += 1
            part_row = split(name, part_row, members, own, "$C$%d/$C$%d" % (row - 1, row),
                             "delen för %s × egna ÷ allas" % way)
        string(row, 0, "Kostnad för " + month.name, book.strong)
        blank(row, 1, None, text)
        formula(row, 2, "=ROUND(C%d-B%d,2)" % (part_row, part_row), book.total, kronor(amount))
        string(row, 3, "delen t.o.m. månaden − delen dessförinnan", note)
        row += 1
        string(row, 0, "Stämmer med bladet Faktura", book.sumtext)
        blank(row, 1, None, book.sumtext)
        formula(row, 2, "=" + invoiced, book.total, kronor(amount))
        boolean(row, 3, "=ROUND(C%d-C%d,2)=0" % (row, row + 1), book.sumtext, True)
        row += 2


def basis_sheet(book, month, invoice, layout):
    keys, by_population, own_group, *_ = layout
    sheet = book.sheet("Underlag", (10, 35, 14, 9, 12, 18, 37))
    text, head, note = book.text, book.head, book.note
    string, number, formula = sheet.write_string, sheet.write_number, sheet.write_formula
    lowered = ("internfaktura " if invoice.internal else "faktura ") + invoice.number
    year = month.month[:4]
    string(0, 0, "Underlag till " + lowered, book.title)
    string(1, 0, invoice.party["namn"], book.strong)
    string(2, 0, "Det som fakturans belopp bygger på, med beslut och källa. Jämför"
                 " folkmängden med SCB:s (www.scb.se) och budgetrader,"
                 " nycklar och objekt med SITIV:s beslut.", note)
    row = 4

    def heading(title, remark, *headings):
        nonlocal row
        string(row, 0, title, head)
        row += 1
        if remark:
            string(row, 1, remark, note)
            row += 1
        for index, value in enumerate(headings):
            string(row, index, value, head)
        row += 1

    def texts(*values):
        for index, value in enumerate(values[:5]):
            string(row, index, value, text)

    heading("Budgetrader", "Läst ur budget-%s.csv. Beloppet är för radens alla månader, lika fördelat på dem."
            % year, "Rad", "Benämning", "Objekt", "Från", "Till", "Belopp", "Beslut")
    for position, _, _ in invoice.lines:
        line = month.lines[position]
        texts(line["rad"], line["benämning"], line["objekt"], year + "-01", year + "-12")
        number(row, 5, kronor(line["ore"]), book.money)
        string(row, 6, "%s (rad %d)" % (line["beslut"], line["filrad"]), note)
        row += 1
    row += 1
    heading("Nycklar, med alla rader", "Läst ur nycklar.csv.", "Nyckel", "Part eller grupp", "Fördelas efter",
            "Från", "Till", "Andel", "Beslut")
    for key in keys:
        for share in month.keys[key]:
            part = share["part"]
            known = month.parties.get(part)
            texts(key, "%s (%s)" % (known["namn"], part) if known else part,
                  "invånare" if share["fördelning"] == "folkmängd" else "", share["från"],
                  share["till"] or "tills vidare")
            number(row, 5, float(Fraction(share["andel"].replace(",", ".")) / 100), book.share)
            string(row, 6, "%s (rad %d)" % (share["beslut"], share["filrad"]), note)
            row += 1
    row += 1
    reference = month.settings["referens"]
    if by_population:
        heading("Val av folkmängd", "", "Källa", "Siffror", "", "Från", "", "", "Beslut")
        texts("SCB", "folkmängd " + reference, "", month.settings["från"], "")
        string(row, 6, month.settings["beslut"], note)
        row += 2
    if own_group:
        codes = month.groups[own_group]
        heading("Invånare %s enligt SCB: %s, %d deltagare" % (reference, own_group, len(codes)),
                "Källa: SCB, folkmängd %s, läst ur folkmangd.csv." % reference,
                "Kod", "Namn", "", "", "", "Invånare", "Källa")
        first = row + 1
        for code in codes:
            texts(code, month.parties[code]["namn"], "denna faktura" if code == invoice.code else "", "", "")
            number(row, 5, month.inhabitants[code], book.count)
            string(row, 6, "rad %d" % month.population_row[code], note)
            row += 1
        texts("Summa", "", "", "", "")
        formula(row, 5, "=SUM(F%d:F%d)" % (first, row), book.count, int(month.members[own_group].sum()))
        string(row, 6, "", note)
        row += 2
    heading("Objekt", "Läst ur objekt.csv. Deltagarna begränsar nyckelns grupper, inte enskilda parter.",
            "Kod", "Namn", "Deltagare", "Från", "Till", "Momssats", "Beslut")
    seen = []
    for position, _, _ in invoice.lines:
        code = month.lines[position]["objekt"]
        if code not in seen:
            seen.append(code)
            there = month.objects[code]
            texts(code, there["namn"], "alla", there["från"], there["till"] or "tills vidare")
            number(row, 5, 25, book.count)
            string(row, 6, "%s (rad %d)" % (there["beslut"], month.object_row[code]), note)
            row += 1


LINE_COLUMNS = ("period;fakturanummer;part;namn;objekt;rad;benämning;typ;nyckel;belopp;momssats;momsgrund;"
                "avser_period;avser_faktura;orsak;beslut")


def line_rows(month, invoice):
    for position, amount, _ in invoice.lines:
        line = month.lines[position]
        yield (month.month, invoice.number, invoice.code, invoice.party["namn"], line["objekt"], line["rad"],
               line["benämning"], "ordinarie", line["nyckel"], comma(amount), invoice.vat_percent,
               invoice.ground, "", "", "", line["beslut"])


def write_csv(path, columns, rows):
    with open(path, "w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
        writer.writerow(columns.split(";"))
        writer.writerows(rows)


def write_invoices(month, output, part, parts):
    for invoice in month.invoices[part::parts]:
        book = Book(os.path.join(output, invoice.file + ".xlsx"))
        layout = basis_layout(month, invoice)
        cells = invoice_sheet(book, month, invoice)
        specification_sheet(book, month, invoice, cells, layout)
        basis_sheet(book, month, invoice, layout)
        book.close()
        write_csv(os.path.join(output, invoice.file + ".csv"), LINE_COLUMNS, line_rows(month, invoice))


def write_tables(month, output):
    write_csv(os.path.join(output, "fakturarader.csv"), LINE_COLUMNS,
              (row for invoice in month.invoices for row in line_rows(month, invoice)))
    write_csv(os.path.join(output, "fakturor.csv"),
              "fakturanummer;typ;fakturadatum;förfallodatum;part;namn;organisationsnummer;ocr;netto;moms;"
              "öresavrundning;att_betala;avser_faktura;dokument",
              ((i.number, "internfaktura" if i.internal else "faktura", month.issued, month.due, i.code,
                i.party["namn"], i.party["organisationsnummer"], i.ocr, comma(i.net), comma(i.vat), "0,00",
                comma(i.payable), "", i.file + ".xlsx") for i in month.invoices))
    write_csv(os.path.join(output, "fordelning.csv"), "period;objekt;rad;part;namn;fakturering;typ;belopp",
              ((month.month, month.lines[position]["objekt"], month.lines[position]["rad"], code,
                month.parties[code]["namn"], month.parties[code]["fakturering"], "ordinarie", comma(amount))
               for position, code, amount in sorted(
                   (p, c, a) for c, lines in month.of_party.items() for p, a, _ in lines if a)))


def main():
    folder, output, name, issued = sys.argv[1:5]
    processes = int(sys.argv[5]) if len(sys.argv) > 5 else 1
    os.makedirs(os.path.join(output, "fakturor"))
    from peer_batch import write_batch
    month = Month(folder, name, issued)
    if processes == 1:
        write_invoices(month, output, 0, 1)
        write_batch(month, output)
        write_tables(month, output)
        return
    from multiprocessing import Process
    # The batch workbook is one process's, so that one has fewer of the invoices.
    workers = [Process(target=write_invoices, args=(month, output, i, processes)) for i in range(processes)]
    for worker in workers:
        worker.start()
    write_batch(month, output)
    write_tables(month, output)
    for worker in workers:
        worker.join()
        if worker.exitcode:
            sys.exit(worker.exitcode)


if __name__ == "__main__":
    main()

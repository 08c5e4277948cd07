"""The batch workbook of peer.py: every sheet of sammanstallning.xlsx for the first month of a year."""

import os
from math import gcd

from peer import Book, column, kronor, serial, spaced

SHEETS = [
    ("Kontroller", "Två summor som ska vara lika, på varje rad. Börja här."),
    ("Sammanställning", "Varje part och budgetrad, med summor åt båda håll."),
    ("Fakturor", "Fakturorna, en och en, med länk till filen."),
    ("Rader", "Fakturornas rader."),
    ("Moms", "Momsen omräknad, per faktura och momssats."),
    ("Part för part", "Det som varje part bär mot dess fakturor och deras rader."),
    ("Budget", "Hur månadens kostnad följer av årets belopp."),
    ("Budget mot fakturerat", "Året hittills, rad för rad: budget, utfärdat och vad som är kvar."),
    ("Månad för månad", "Det som har utfärdats av varje budgetrad, månad för månad."),
    ("Diagram", "Budget mot fakturerat, per objekt och per månad."),
    ("Förändringar", "Det som skiljer mot månaden före, part för part och rad för rad."),
    ("Öreslista", "Vem som fick de ören som blev över, och varför."),
]

CONTROLS = ("Varje rad jämför två summor som räknas ur bladens egna celler. Ändras ett utfärdat belopp, en "
    "momssats på en fakturarad, ett nummer eller datum på bladet Fakturor räknas de om, och det som inte "
    "stämmer blir FALSE och rött. Namn och andra texter jämförs inte.")
INVOICES = ("Netto ska vara summan av fakturans rader på bladet Rader, moms den som räknas på bladet Moms, och "
    "att betala netto, moms och öresavrundning: de tre skillnaderna ska vara noll.")
LINES = ("Det som parten bär av budgetraden på bladet Sammanställning, minus det som står här och på bladet "
    "Bärs centralt, ska vara noll. Där flera rader hör ihop står skillnaden på den sista.")
VAT = ("Underlaget ska vara summan av fakturans rader med samma momssats på bladet Rader: skillnaden ska "
    "vara noll. Momsen räknas på underlaget.")
PARTIES = ("Partens summa på bladet Sammanställning ska vara det som står på dess fakturor och det som bärs "
    "centralt, och fakturorna summan av sina rader. Båda skillnaderna ska vara noll.")
FOLLOW_UP = ("Fakturerat och centralt buret till och med %s, utan moms. Det som har utfärdats och det som ännu "
    "inte är det ska vara budgeten hittills: skillnaden ska vara noll. Ännu inte utfärdat är månader som "
    "hoppats över och krediter som väntar på sin nya faktura. ")
BY_MONTH = ("Det som har utfärdats av varje budgetrad, utan moms. Justeringar står i den månad som de "
    "fakturerades med, krediter och nya fakturor i den månad som de gäller. Radens budget och det som har"
    " utfärdats ska vara det som står på bladet Budget mot fakturerat: skillnaden ska vara noll.")
ODD_ORE = ("Det som har upparbetats av varje budgetrad fördelas i hela ören: var och en får hela ören av sin "
    "exakta andel. De ören som blir över går ett och ett till de största resterna. Sist står den som var "
    "närmast i tur.")


class Batch:

    def __init__(self, month, output):
        self.month = month
        self.book = Book(os.path.join(output, "sammanstallning.xlsx"))
        self.invoices = month.invoices
        self.parties = sorted({c for c, lines in month.of_party.items() if any(a for _, a, _ in lines)})
        self.amount = {(c, p): a for c in self.parties for p, a, _ in month.of_party[c]}
        self.allocated = sum(self.amount.values())
        self.invoiced = sum(i.net for i in self.invoices)
        self.vat = sum(i.vat for i in self.invoices)
        self.budget = sum(line["ore"] for line in month.lines)
        self.n = len(month.lines)
        # Where sheets end that others refer to.
        self.first_row_of = {}
        row = 6
        for invoice in self.invoices:
            self.first_row_of[invoice.number] = row
            row += len(invoice.lines)
        self.rows_sum = row
        self.invoices_sum = 6 + len(self.invoices)
        self.allocation_sum = 8 + len(self.parties)
        self.sum_column = column(3 + self.n)
        self.line_sum = 6 + self.n

    def sheet(self, name, title, how, widths):
        sheet = self.book.sheet(name, widths, landscape=True)
        sheet.write_string(0, 0, title + " " + self.month.name, self.book.title)
        sheet.write_string(1, 0, "Fakturadatum %s" % self.month.issued, self.book.note)
        if how:
            sheet.write_string(2, 0, how, self.book.note)
        return sheet

    def headings(self, sheet, row, names):
        for index, name in enumerate(names):
            sheet.write_string(row, index, name, self.book.head)

    def write(self):
        self.odd_rows = list(self.odd_ore())
        self.odd_sum = 6 + len(self.odd_rows)
        self.controls = self.control_rows()
        self.overview()
        self.control_sheet()
        self.allocation()
        self.invoice_list()
        self.line_list()
        self.vat_list()
        self.party_list()
        self.budget_list()
        self.follow_up()
        self.by_month()
        self.chart()
        self.changes()
        self.odd_list()
        self.book.close()

    def overview(self):
        sheet = self.sheet("Översikt", "Översikt",
                           "Hämtat från de andra bladen. Belopp är utan moms där inget annat sägs.",
                           (34, 60, 4, 20))
        string, formula, head = sheet.write_string, sheet.write_formula, self.book.head
        string(4, 0, "Det som utfärdas", head)
        string(4, 3, "Kronor", head)
        end, alloc = self.invoices_sum, self.allocation_sum
        carried = column(5 + self.n)
        facts = [
            ("Antal fakturor", "ROWS('Fakturor'!A6:A%d)" % (end - 1), len(self.invoices), self.book.count),
            ("Fakturerat", "'Fakturor'!H%d" % end, kronor(self.invoiced), self.book.money),
            ("Bärs centralt", "'Sammanställning'!%s%d" % (carried, alloc),
             kronor(self.allocated - self.invoiced), self.book.money),
            ("Fördelat på parterna", "'Sammanställning'!%s%d" % (self.sum_column, alloc),
             kronor(self.allocated), self.book.money),
            ("Moms på fakturorna", "'Fakturor'!I%d" % end, kronor(self.vat), self.book.money),
            ("Att betala, med moms", "'Fakturor'!K%d" % end, kronor(self.invoiced + self.vat), self.book.total),
            ("Stämmer alla kontroller?", "'Kontroller'!G5", True, self.book.sumtext),
        ]
        for i, (label, how, value, look) in enumerate(facts):
            string(5 + i, 0, label, self.book.text)
            formula(5 + i, 3, "=" + how, look, value)
        string(13, 0, "Mot månaden före", head)
        string(14, 0, "Ingen tidigare månad i året är utfärdad: allt i månaden är nytt.", self.book.text)
        string(16, 0, "Bladen", head)
        string(16, 1, "Vad de visar", head)
        for i, (name, what) in enumerate(SHEETS):
            string(17 + i, 0, name, self.book.text)
            string(17 + i, 1, what, self.book.text)

    def control_rows(self):
        """Name, and two sides (what, formula, value), or what says that it does not apply."""
        inv, end = "'Fakturor'!", self.invoices_sum
        last = end - 1
        alloc, total = self.allocation_sum, self.sum_column
        to_invoice, carried = column(4 + self.n), column(5 + self.n)
        allocated = ("'Sammanställning'!%s%d" % (total, alloc), kronor(self.allocated))
        net = (inv + "H%d" % end, kronor(self.invoiced))
        first_line, last_line = column(3), column(2 + self.n)
        parties, lines, n = len(self.parties), self.rows_sum - 6, self.n
        follow, year = "'Budget mot fakturerat'!", "'Månad för månad'!"
        e = self.line_sum
        month = self.month.month

        def counts(name, sheet, columns, end_row, number, what="skillnader"):
            first, to = columns
            cells = "'%s'!%s6:%s%d" % (sheet, first, to, end_row)
            return (name, (what, "COUNT(%s)" % cells, number),
                    (what + " som är noll", "COUNTIF(%s,0)" % cells, number))

        rows = [
            ("Sammanställningen, på två ledder", ("summan av parternas summor",) + allocated,
             ("summan av radernas summor", "SUM('Sammanställning'!%s%d:%s%d)"
              % (first_line, alloc, last_line, alloc), allocated[1])),
            ("Fakturerat och ej fakturerat",
             ("fakturornas netto och det som inte faktureras",
              net[0] + "+'Sammanställning'!%s%d" % (carried, alloc), allocated[1]),
             ("allt som är fördelat",) + allocated),
            ("Det som ska faktureras", ("fakturornas netto",) + net,
             ("kolumnen Faktureras", "'Sammanställning'!%s%d" % (to_invoice, alloc), net[1])),
            ("Det som bärs centralt", "Ingen part bär något centralt: allt som är fördelat faktureras."),
            ("Fakturor och fakturarader", ("fakturornas netto",) + net,
             ("summan av fakturaraderna", "'Rader'!I%d" % self.rows_sum, net[1])),
            ("Varje part, fakturor och centralt buret",
             ("antal parter", "COUNT('Part för part'!C6:C%d)" % (5 + parties), parties),
             ("parter utan skillnad", "COUNTIF('Part för part'!G6:G%d,0)" % (5 + parties), parties)),
            ("Varje part, fakturor och rader",
             ("antal parter", "COUNT('Part för part'!C6:C%d)" % (5 + parties), parties),
             ("parter utan skillnad", "COUNTIF('Part för part'!H6:H%d,0)" % (5 + parties), parties)),
            counts("Varje part och budgetrad, fakturarader", "Rader", "PP", 5 + lines, lines),
            ("Momsunderlag", ("fakturornas netto",) + net,
             ("underlagen per faktura och momssats", "'Moms'!F%d" % end, net[1])),
            ("Moms", ("fakturornas moms", inv + "I%d" % end, kronor(self.vat)),
             ("momsen omräknad per faktura och momssats", "'Moms'!H%d" % end, kronor(self.vat))),
            ("Att betala", ("fakturornas belopp att betala", inv + "K%d" % end,
                            kronor(self.invoiced + self.vat)),
             ("netto, moms och öresavrundning", "%sH%d+%sI%d+%sJ%d" % (inv, end, inv, end, inv, end),
              kronor(self.invoiced + self.vat))),
            counts("Varje momsunderlag och dess rader", "Moms", "GG", last, len(self.invoices)),
            counts("Varje faktura, mot rader och moms", "Fakturor", "PR", last, 3 * len(self.invoices)),
            ("Varje faktura, datum",
             ("fakturadatum %s och förfallodatum %s" % (self.month.issued, self.month.due),
              "COUNTIF(%sC6:C%d,%d)+COUNTIF(%sD6:D%d,%d)"
              % (inv, last, serial(self.month.issued), inv, last, serial(self.month.due)),
              2 * len(self.invoices)),
             ("antal fakturor × 2", "COUNT(%sH6:H%d)*2" % (inv, last), 2 * len(self.invoices))),
        ]
        year_name = str(self.month.issued.year)
        for series, col, internal in ((year_name, "N", False), ("I" + year_name, "O", True)):
            count = sum(i.internal == internal for i in self.invoices)
            if not count:
                continue
            first = 1 if internal else int(self.month.settings["nummerserie_från"])
            cells = "%s%s6:%s%d" % (inv, col, col, last)
            rows += [
                ("Nummerserie %s, fortsätter" % series,
                 ("seriens första nummer enligt inställningarna", None, first),
                 ("första numret", "MIN(%s)" % cells, first)),
                ("Nummerserie %s, utan lucka" % series,
                 ("sista − första + 1", "MAX(%s)-MIN(%s)+1" % (cells, cells), count),
                 ("antal nummer", "COUNT(%s)" % cells, count)),
                ("Nummerserie %s, utan dubblett" % series,
                 ("numren, summerade", "SUM(%s)" % cells, (2 * first + count - 1) * count // 2),
                 ("(första + sista) × antal ÷ 2", "(MIN(%s)+MAX(%s))*COUNT(%s)/2" % (cells, cells, cells),
                  (2 * first + count - 1) * count // 2)),
            ]
        for i, line in enumerate(self.month.lines):
            rows.append(("Budgetrad " + line["rad"],
                         ("månadens kostnad enligt budgeten", "'Budget'!J%d" % (5 + i), kronor(line["cost"])),
                         ("summan av parternas andelar", "'Sammanställning'!%s%d" % (column(3 + i), alloc),
                          kronor(line["cost"]))))
        rows += [
            ("Alla budgetrader",
             ("månadens kostnad enligt budgeten", "'Budget'!J%d" % (5 + n), allocated[1]),
             ("summan av parternas andelar",
              "SUMIF('Sammanställning'!%s6:%s6,\"ordinarie\",'Sammanställning'!%s%d:%s%d)"
              % (first_line, last_line, first_line, alloc, last_line, alloc), allocated[1])),
            ("Upparbetat till och med " + month,
             ("budgeten hittills, utom det som inte är utfärdat",
              "%sG%d+-(%sH%d)" % (follow, e, follow, e), allocated[1]),
             ("utfärdat hittills", follow + "K%d" % e, allocated[1])),
            ("Varje budgetrad, upparbetat till och med " + month,
             ("antal budgetrader", "COUNT(%sD6:D%d)" % (year, e - 1), n),
             ("budgetrader utan skillnad", "COUNTIF(%sL6:L%d,0)" % (follow, e - 1), n)),
            ("Hela årets budget", "Jämförs i december. Efter %s återstår %s kr av årets budget."
             % (month, spaced(self.budget - self.allocated))),
            ("Utfärdat hittills, månad för månad",
             ("rad för rad i uppföljningen", follow + "K%d" % e, allocated[1]),
             ("månad för månad", year + "F%d" % e, allocated[1])),
            ("Denna månad i uppföljningen", ("kolumnen Denna månad", follow + "J%d" % e, allocated[1]),
             ("allt som är fördelat",) + allocated),
            ("Utfärdat med %s, månad för månad" % month,
             ("kolumnen " + month, year + "E%d" % e, allocated[1]), ("allt som är fördelat",) + allocated),
            counts("Varje budgetrad, månad för månad", "Månad för månad", "JJ", e - 1, n),
            ("Månaden före och förändringarna",
             "Ingen tidigare månad i året är utfärdad: det finns ingenting att jämföra med."),
        ]
        left = kronor(sum(row[9] for row in self.odd_rows if row[9] is not None))
        rows.append(("Öresutjämningen", ("ören som blev över", "'Öreslista'!I%d" % self.odd_sum, left),
                     ("ören som delades ut", "'Öreslista'!J%d" % self.odd_sum, left)))
        return rows

    def control_sheet(self):
        sheet = self.sheet("Kontroller", "Kontroller", CONTROLS, (38, 40, 18, 40, 18, 14, 12))
        string, number, formula = sheet.write_string, sheet.write_number, sheet.write_formula
        text, money = self.book.text, self.book.money
        string(4, 0, "Stämmer alla kontroller?", self.book.sumtext)
        formula(4, 6, "=AND(G8:G%d)" % (7 + len(self.controls)), self.book.sumtext, True)
        self.headings(sheet, 6, ("Kontroll", "Jämför", "Summa 1", "med", "Summa 2", "Skillnad", "Stämmer"))
        for row, control in enumerate(self.controls, 7):
            string(row, 0, control[0], text)
            if len(control) == 2:
                string(row, 1, control[1], text)
                string(row, 6, "gäller inte", text)
                continue
            for col, (what, how, value) in zip((1, 3), control[1:]):
                string(row, col, what, text)
                if how is None:
                    number(row, col + 1, value, money)
                else:
                    formula(row, col + 1, "=" + how, money, value)
            formula(row, 5, "=ROUND(C%d-E%d,2)" % (row + 1, row + 1), money, 0)
            formula(row, 6, "=F%d=0" % (row + 1), text, True)

    def allocation(self):
        n, end = self.n, self.allocation_sum
        sheet = self.sheet("Sammanställning", "Sammanställning", "", [10, 34, 12] + [16] * (n + 3))
        string, number, formula = sheet.write_string, sheet.write_number, sheet.write_formula
        text, money, total = self.book.text, self.book.money, self.book.total
        head = self.book.head
        for row, (label, of) in enumerate((("Objekt", lambda l: l["objekt"]), ("Rad", lambda l: l["rad"]),
                                           ("Typ", lambda l: "ordinarie")), 3):
            string(row, 2, label, head)
            for i, line in enumerate(self.month.lines):
                string(row, 3 + i, of(line), text)
        self.headings(sheet, 6, ["Kod", "Namn", "Fakturering"] + [l["benämning"] for l in self.month.lines]
                      + ["Summa", "Faktureras", "Faktureras inte"])
        last = column(2 + n)
        for row, code in enumerate(self.parties, 7):
            party = self.month.parties[code]
            string(row, 0, code, text)
            string(row, 1, party["namn"], text)
            string(row, 2, party["fakturering"], text)
            sum_of = 0
            for i in range(n):
                amount = self.amount.get((code, i), 0)
                if amount:
                    number(row, 3 + i, kronor(amount), money)
                sum_of += amount
            formula(row, 3 + n, "=SUM(D%d:%s%d)" % (row + 1, last, row + 1), total, kronor(sum_of))
            invoiced = party["fakturering"] != "ingen"
            number(row, 4 + n, kronor(sum_of if invoiced else 0), money)
            number(row, 5 + n, kronor(0 if invoiced else sum_of), money)
        string(end - 1, 0, "Summa", self.book.sumtext)
        sums = [l["cost"] for l in self.month.lines] + [self.allocated, self.invoiced,
                                                        self.allocated - self.invoiced]
        for i, value in enumerate(sums):
            name = column(3 + i)
            formula(end - 1, 3 + i, "=SUM(%s8:%s%d)" % (name, name, end - 1), total, kronor(value))

    def sums(self, sheet, row, first, values):
        """A row of sums, by column."""
        sheet.write_string(row, 0, "Summa", self.book.sumtext)
        for col, value in values:
            name = column(col)
            sheet.write_formula(row, col, "=SUM(%s%d:%s%d)" % (name, first, name, row), self.book.total,
                                kronor(value))

    def invoice_list(self):
        sheet = self.sheet("Fakturor", "Fakturor", INVOICES, [14] * 18)
        string, number, formula = sheet.write_string, sheet.write_number, sheet.write_formula
        text, money, day = self.book.text, self.book.money, self.book.day
        year = self.month.issued.year
        self.headings(sheet, 4, ("Fakturanummer", "Typ", "Fakturadatum", "Förfallodatum", "Part", "Namn", "OCR",
                                 "Netto", "Moms", "Öresavrundning", "Att betala", "Avser faktura", "Dokument",
                                 "Nr i %d" % year, "Nr i I%d" % year, "Skillnad netto", "Skillnad moms",
                                 "Skillnad betala"))
        for row, i in enumerate(self.invoices, 5):
            r = row + 1
            string(row, 0, i.number, text)
            string(row, 1, "internfaktura" if i.internal else "faktura", text)
            number(row, 2, serial(self.month.issued), day)
            number(row, 3, serial(self.month.due), day)
            string(row, 4, i.code, text)
            string(row, 5, i.party["namn"], text)
            string(row, 6, i.ocr, text)
            number(row, 7, kronor(i.net), money)
            number(row, 8, kronor(i.vat), money)
            number(row, 9, 0, money)
            number(row, 10, kronor(i.payable), money)
            string(row, 12, i.file + ".xlsx", text)
            formula(row, 14 if i.internal else 13, "=VALUE(RIGHT(A%d,5))" % r, self.book.count,
                    int(i.number[-5:]))
            first = self.first_row_of[i.number]
            formula(row, 15, "=ROUND(H%d-(SUM('Rader'!I%d:I%d)),2)" % (r, first, first + len(i.lines) - 1),
                    money, 0)
            formula(row, 16, "=ROUND(I%d-(SUM('Moms'!H%d:H%d)),2)" % (r, r, r), money, 0)
            formula(row, 17, "=ROUND(K%d-(H%d+I%d),2)" % (r, r, r), money, 0)
        self.sums(sheet, self.invoices_sum - 1, 6,
                  ((7, self.invoiced), (8, self.vat), (9, 0), (10, self.invoiced + self.vat), (15, 0), (16, 0),
                   (17, 0)))

    def line_list(self):
        sheet = self.sheet("Rader", "Fakturarader", LINES, [12] * 16)
        string, number, formula = sheet.write_string, sheet.write_number, sheet.write_formula
        text, money, count = self.book.text, self.book.money, self.book.count
        self.headings(sheet, 4, ("Fakturanummer", "Part", "Namn", "Objekt", "Rad", "Benämning", "Typ", "Nyckel",
                                 "Belopp", "Momssats", "Momsgrund", "Avser period", "Avser faktura", "Orsak",
                                 "Beslut", "Skillnad"))
        row_of = {code: 8 + i for i, code in enumerate(self.parties)}
        names = [column(3 + i) for i in range(self.n)]
        row = 5
        for i in self.invoices:
            name, party_row = i.party["namn"], row_of[i.code]
            for position, amount, _ in i.lines:
                line = self.month.lines[position]
                string(row, 0, i.number, text)
                string(row, 1, i.code, text)
                string(row, 2, name, text)
                string(row, 3, line["objekt"], text)
                string(row, 4, line["rad"], text)
                string(row, 5, line["benämning"], text)
                string(row, 6, "ordinarie", text)
                string(row, 7, line["nyckel"], text)
                number(row, 8, kronor(amount), money)
                number(row, 9, i.vat_percent, count)
                if i.ground:
                    string(row, 10, i.ground, text)
                string(row, 14, line["beslut"], text)
                formula(row, 15, "=ROUND('Sammanställning'!%s%d-(I%d),2)" % (names[position], party_row, row + 1),
                        money, 0)
                row += 1
        self.sums(sheet, row, 6, ((8, self.invoiced), (15, 0)))

    def vat_list(self):
        sheet = self.sheet("Moms", "Moms", VAT, [14] * 8)
        string, number, formula = sheet.write_string, sheet.write_number, sheet.write_formula
        text, money = self.book.text, self.book.money
        self.headings(sheet, 4, ("Fakturanummer", "Part", "Namn", "Momssats", "Momsgrund", "Underlag",
                                 "Skillnad", "Moms"))
        for row, i in enumerate(self.invoices, 5):
            r, first = row + 1, self.first_row_of[i.number]
            last = first + len(i.lines) - 1
            string(row, 0, i.number, text)
            string(row, 1, i.code, text)
            string(row, 2, i.party["namn"], text)
            number(row, 3, i.vat_percent, self.book.count)
            if i.ground:
                string(row, 4, i.ground, text)
            number(row, 5, kronor(i.net), money)
            formula(row, 6, "=ROUND(0+F%d-(SUMIF('Rader'!J%d:J%d,D%d,'Rader'!I%d:I%d)),2)"
                    % (r, first, last, r, first, last), money, 0)
            formula(row, 7, "=ROUND(F%d*D%d/100,2)" % (r, r), money, kronor(i.vat))
        self.sums(sheet, self.invoices_sum - 1, 6, ((5, self.invoiced), (6, 0), (7, self.vat)))

    def party_list(self):
        sheet = self.sheet("Part för part", "Part för part", PARTIES, [14] * 8)
        string, formula = sheet.write_string, sheet.write_formula
        text, money = self.book.text, self.book.money
        self.headings(sheet, 4, ("Part", "Namn", "Fördelat", "Fakturor, netto", "Fakturarader", "Bärs centralt",
                                 "Skillnad", "Skillnad mot rader"))
        place = {i.code: (6 + n, i) for n, i in enumerate(self.invoices)}
        for row, code in enumerate(self.parties, 5):
            r = row + 1
            at, invoice = place[code]
            first = self.first_row_of[invoice.number]
            net = kronor(invoice.net)
            string(row, 0, code, text)
            string(row, 1, self.month.parties[code]["namn"], text)
            formula(row, 2, "='Sammanställning'!%s%d" % (self.sum_column, r + 2), money, net)
            formula(row, 3, "=SUM('Fakturor'!H%d:H%d)" % (at, at), money, net)
            formula(row, 4, "=SUM('Rader'!I%d:I%d)" % (first, first + len(invoice.lines) - 1), money, net)
            formula(row, 5, "=0", money, 0)
            formula(row, 6, "=ROUND(C%d-D%d-F%d,2)" % (r, r, r), money, 0)
            formula(row, 7, "=ROUND(D%d-E%d,2)" % (r, r), money, 0)
        self.sums(sheet, 5 + len(self.parties), 6,
                  ((2, self.allocated), (3, self.invoiced), (4, self.invoiced), (5, 0), (6, 0), (7, 0)))

    def budget_list(self):
        sheet = self.sheet("Budget", "Budgetrader", "", [14] * 11)
        string, number, formula = sheet.write_string, sheet.write_number, sheet.write_formula
        text, money, count = self.book.text, self.book.money, self.book.count
        year = self.month.month[:4]
        self.headings(sheet, 3, ("Objekt", "Rad", "Benämning", "Nyckel", "Från", "Till", "Belopp", "Månader",
                                 "Månad nr", "Månadens kostnad", "Beslut"))
        for row, line in enumerate(self.month.lines, 4):
            r = row + 1
            for col, value in enumerate((line["objekt"], line["rad"], line["benämning"], line["nyckel"],
                                         year + "-01", year + "-12")):
                string(row, col, value, text)
            number(row, 6, kronor(line["ore"]), money)
            number(row, 7, 12, count)
            number(row, 8, 1, count)
            formula(row, 9, "=ROUND(ROUND(G%d*I%d/H%d,2)-ROUND(G%d*(I%d-1)/H%d,2),2)" % (r, r, r, r, r, r),
                    money, kronor(line["cost"]))
            string(row, 10, line["beslut"], text)
        self.sums(sheet, 4 + self.n, 5, ((6, self.budget), (9, self.allocated)))

    def follow_up(self):
        sheet = self.sheet("Budget mot fakturerat", "Budget mot fakturerat", FOLLOW_UP % self.month.month,
                           [14] * 13)
        string, number, formula = sheet.write_string, sheet.write_number, sheet.write_formula
        text, money, count = self.book.text, self.book.money, self.book.count
        self.headings(sheet, 4, ("Objekt", "Rad", "Benämning", "Årets budget", "Månader", "Gångna",
                                 "Budget hittills", "Ännu inte utfärdat", "Utfärdat tidigare", "Denna månad",
                                 "Utfärdat hittills", "Skillnad", "Kvar av året"))
        for row, line in enumerate(self.month.lines, 5):
            r, cost = row + 1, kronor(line["cost"])
            for col, value in enumerate((line["objekt"], line["rad"], line["benämning"])):
                string(row, col, value, text)
            number(row, 3, kronor(line["ore"]), money)
            number(row, 4, 12, count)
            number(row, 5, 1, count)
            formula(row, 6, "=ROUND(D%d*F%d/E%d,2)" % (r, r, r), money, cost)
            number(row, 7, 0, money)
            number(row, 8, 0, money)
            number(row, 9, cost, money)
            formula(row, 10, "=ROUND(I%d+J%d,2)" % (r, r), money, cost)
            formula(row, 11, "=ROUND(G%d-H%d-K%d,2)" % (r, r, r), money, 0)
            formula(row, 12, "=ROUND(D%d-K%d,2)" % (r, r), money, kronor(line["ore"] - line["cost"]))
        self.sums(sheet, self.line_sum - 1, 6,
                  ((3, self.budget), (6, self.allocated), (7, 0), (8, 0), (9, self.allocated),
                   (10, self.allocated), (11, 0), (12, self.budget - self.allocated)))

    def by_month(self):
        sheet = self.sheet("Månad för månad", "Månad för månad", BY_MONTH, [14] * 10)
        string, number, formula = sheet.write_string, sheet.write_number, sheet.write_formula
        text, money = self.book.text, self.book.money
        self.headings(sheet, 4, ("Objekt", "Rad", "Benämning", "Årets budget", self.month.month, "Utfärdat",
                                 "Bärs centralt", "Fakturerat", "Kvar av året", "Skillnad"))
        for row, line in enumerate(self.month.lines, 5):
            r, cost = row + 1, kronor(line["cost"])
            for col, value in enumerate((line["objekt"], line["rad"], line["benämning"])):
                string(row, col, value, text)
            number(row, 3, kronor(line["ore"]), money)
            number(row, 4, cost, money)
            formula(row, 5, "=ROUND(SUM(E%d:E%d),2)" % (r, r), money, cost)
            number(row, 6, 0, money)
            formula(row, 7, "=ROUND(F%d-G%d,2)" % (r, r), money, cost)
            formula(row, 8, "=ROUND(D%d-F%d,2)" % (r, r), money, kronor(line["ore"] - line["cost"]))
            formula(row, 9, "=ROUND(ABS(F%d-ROUND(SUM('Budget mot fakturerat'!K%d:K%d),2))"
                            "+ABS(D%d-ROUND(SUM('Budget mot fakturerat'!D%d:D%d),2)),2)" % (r, r, r, r, r, r),
                    money, 0)
        self.sums(sheet, self.line_sum - 1, 6,
                  ((3, self.budget), (4, self.allocated), (5, self.allocated), (6, 0), (7, self.invoiced),
                   (8, self.budget - self.allocated), (9, 0)))

    def chart(self):
        sheet = self.sheet("Diagram", "Diagram: budget mot fakturerat", "", [4, 4, 34, 18, 18])
        string, number, formula = sheet.write_string, sheet.write_number, sheet.write_formula
        money, head = self.book.money, self.book.head
        for col, name in ((2, "Objekt"), (3, "Årets budget"), (4, "Utfärdat hittills")):
            string(3, col, name, head)
        row = 4
        objects = []
        for i, line in enumerate(self.month.lines):
            if not objects or objects[-1][0] != line["objekt"]:
                objects.append((line["objekt"], i, []))
            objects[-1][2].append(line)
        for code, first, lines in objects:
            string(row, 2, self.month.objects[code]["namn"], self.book.text)
            for col, name, of in ((3, "D", "ore"), (4, "K", "cost")):
                formula(row, col, "=ROUND(SUM('Budget mot fakturerat'!%s%d:%s%d),2)"
                        % (name, 6 + first, name, 5 + first + len(lines)), money,
                        kronor(sum(line[of] for line in lines)))
            row += 1
        # Below the chart, which is as high as it has objects.
        row = 12 + 2 * len(objects)
        for col, name in ((2, "Månad"), (3, "Budget hittills"), (4, "Utfärdat hittills")):
            string(row, col, name, head)
        string(row + 1, 2, self.month.name, self.book.text)
        number(row + 1, 3, kronor(self.allocated), money)
        formula(row + 1, 4, "=ROUND(SUM('Månad för månad'!E%d:E%d),2)" % (self.line_sum, self.line_sum), money,
                kronor(self.allocated))

    def changes(self):
        sheet = self.sheet("Förändringar", "Förändringar",
                           "Ingen tidigare månad i året är utfärdad. Det finns ingenting att jämföra med: allt i"
                           " månaden är nytt.", [14] * 13)
        self.headings(sheet, 4, ("Part", "Namn", "Objekt", "Rad", "Benämning", "Slag", "Månaden före",
                                 "Denna månad", "Förändring", "Berört belopp", "Storlek", "Orsak nr", "Orsak"))
        sheet.write_string(5, 0, "Summa", self.book.sumtext)
        for col in range(6, 10):
            sheet.write_formula(5, col, "=0", self.book.total, 0)

    def odd_ore(self):
        """Who got the öre that were left over, and the first who got none."""
        month = self.month
        for position, line in enumerate(month.lines):
            key = month.key_split[position]
            splits = [("nyckel " + line["nyckel"], key, True)]
            splits += [(name + " efter folkmängd", split, False)
                       for name, split in sorted(month.group_split[position].items())]
            for what, split, of_key in splits:
                if not split.left:
                    continue
                start = (line["rad"], line["benämning"], month.month, what)
                count = len(split.codes)
                yield start + ("%d mottagare" % count, "", split.cost, split.cost - split.left, split.left,
                               None, "", None, "")
                for place in range(min(split.left + 1, count)):
                    at = int(split.ranking[place])
                    code, rest = split.codes[at], int(split.rest[at])
                    name = ("efter folkmängd" if code in month.groups else month.parties[code]["namn"])
                    common = gcd(rest, split.total)
                    yield start + (code, name, None, None, None, 1 if place < split.left else 0,
                                   "%d av %d" % (place + 1, count), rest / split.total,
                                   "%d/%d" % (rest // common, split.total // common) if rest else "0")

    def odd_list(self):
        sheet = self.sheet("Öreslista", "Öreslista", ODD_ORE, [14] * 13)
        string, number, formula = sheet.write_string, sheet.write_number, sheet.write_formula
        text, money, exact = self.book.text, self.book.money, self.book.exact
        self.headings(sheet, 4, ("Rad", "Benämning", "Upparbetat", "Delas mellan", "Mottagare", "Namn",
                                 "Att dela", "I hela ören", "Blev över", "Fick", "Plats", "Rest i ören",
                                 "Exakt rest"))
        left = 0
        for row, values in enumerate(self.odd_rows, 5):
            for col in range(5):
                string(row, col, values[col], text)
            if values[6] is not None:
                number(row, 6, kronor(values[6]), money)
                number(row, 7, kronor(values[7]), money)
                formula(row, 8, "=ROUND(G%d-H%d,2)" % (row + 1, row + 1), money, kronor(values[8]))
                left += values[8]
            else:
                string(row, 5, values[5], text)
                number(row, 9, kronor(values[9]), money)
                string(row, 10, values[10], text)
                number(row, 11, int(values[11] * 1e6) / 1e6, exact)
                string(row, 12, values[12], text)
        self.sums(sheet, self.odd_sum - 1, 6,
                  ((6, sum(v[6] for v in self.odd_rows if v[6] is not None)),
                   (7, sum(v[7] for v in self.odd_rows if v[7] is not None)), (8, left), (9, left)))


def write_batch(month, output):
    Batch(month, output).write()



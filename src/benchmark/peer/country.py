#!/usr/bin/env python3
"""An input of as many municipalities and budget lines as one likes, the same each time.

    country.py FOLDER MUNICIPALITIES LINES
"""

import os
import sys

DECISION = "Beslut 2023"
LINES_OF_OBJECT = 25
REGION_SHARES = (50, 70, 30, 10, 62.5)


class Draw:
    """Numbers by a linear congruence, the same in any version of Python."""

    def __init__(self):
        self.state = 2023

    def below(self, bound):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2 ** 64
        return (self.state >> 33) % bound


def write(folder, name, rows):
    with open(os.path.join(folder, name), "w", encoding="utf-8", newline="\n") as file:
        file.writelines(";".join(str(cell) for cell in row) + "\n" for row in rows)


def percent(share):
    return str(share).replace(".", ",")


def main():
    folder, municipalities, lines = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    os.makedirs(folder)
    draw = Draw()
    with open(os.path.join(folder, "installningar.yml"), "w", encoding="utf-8", newline="\n") as file:
        file.write("""utställare:
  namn: Landets samordning
  organisationsnummer: 232100-0131
  momsregistreringsnummer: SE232100013101
  adress: Storgatan 1
  postnummer: 405 44
  ort: Göteborg
  epost: samordning@example.se
  bankgiro: 5050-1055
  f_skatt: ja
betalningsvillkor_dagar: 30
dröjsmålsränta: enligt räntelagen
öresavrundning: nej
ocr: luhn+längd
nummerserie_från: 1
attest: nej
bokföring: nej
folkmängd:
  - från: 2023-01
    referens: 2022-12-31
    beslut: %s
""" % DECISION)
    codes = ["%04d" % (1001 + 3 * i) for i in range(municipalities)]
    write(folder, "parter.csv",
          [("kod", "namn", "typ", "organisationsnummer", "fakturering", "grupper", "peppol_id", "referens", "adress",
            "postnummer", "ort", "epost"), ("VGR", "Regionen", "region", "232100-0131", "intern") + ("",) * 7]
          + [(code, "Kommun %s" % code, "kommun", "", "faktura", "", "", "", "Torget 1", "400 10", "Ort %s" % code,
              "kommun%s@example.se" % code) for code in codes])
    write(folder, "folkmangd.csv", [("kod", "namn", "datum", "antal")]
          + [(code, "Kommun %s" % code, "2022-12-31", 2_000 + draw.below(60_000)) for code in codes])
    objects = ["O%03d" % (i + 1) for i in range((lines + LINES_OF_OBJECT - 1) // LINES_OF_OBJECT)]
    write(folder, "objekt.csv", [("objekt", "namn", "typ", "från", "till", "deltagare", "momssats", "beslut")]
          + [(code, "Tjänst %s" % code, "förvaltningsobjekt", "2023-01", "2023-12", "alla", 25, DECISION)
             for code in objects])
    keys = [("nyckel", "från", "till", "part", "andel", "fördelning", "beslut")]
    for i, share in enumerate(REGION_SHARES):
        keys.append(("N%d" % (i + 1), "2023-01", "", "VGR", percent(share), "", DECISION))
        keys.append(("N%d" % (i + 1), "2023-01", "", "VGK", percent(100 - share), "folkmängd", DECISION))
    write(folder, "nycklar.csv", keys)
    # Each municipality's part of a line is some kronor a month, so that no line is 0,00 for anybody.
    write(folder, "budget-2023.csv",
          [("rad", "objekt", "benämning", "kostnadsslag", "belopp", "nyckel", "från", "till", "beslut", "kommun", "vgr")]
          + [(i + 1, objects[i // LINES_OF_OBJECT], "Drift av tjänst %d" % (i + 1), "drift",
              "%d,%02d" % (municipalities * (2_000 + draw.below(20_000)), draw.below(100)),
              "N%d" % (1 + draw.below(len(REGION_SHARES))), "", "", DECISION, "", "") for i in range(lines)])


if __name__ == "__main__":
    main()

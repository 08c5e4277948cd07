#!/usr/bin/env python3
"""Times whole commands beside the same work by pandas and XlsxWriter, in one run.

    src/benchmark/peer/measure.py [--runs 5] [--jdk FOLDER]... [--country MUNICIPALITIES LINES]...

It needs the built program (./gits builds it), and Debian's python3-pandas and python3-xlsxwriter. Every
run checks its totals against the peer's; once, every cell of every workbook is compared. It prints a table
in Markdown: median, and least to most, of the wall clock.
"""

import argparse
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
HOME = os.path.dirname(os.path.dirname(os.path.dirname(HERE)))
TARGET = os.path.join(HOME, "target")
MONTH, DATE = "2023-01", "2023-01-31"
MAIN = "se.gits.costshare.Costshare"
FLAGS = ["-XX:+UseSerialGC", "-XX:-UsePerfData", "-Xlog:disable", "-Xlog:all=off"]
QUICK = ["-XX:TieredStopAtLevel=1"]


def run(command):
    """Seconds."""
    begin = time.perf_counter()
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    seconds = time.perf_counter() - begin
    if done.returncode:
        sys.exit("%s\n%s%s" % (command, done.stdout, done.stderr))
    return seconds


def version(jdk):
    with open(os.path.join(jdk, "release"), encoding="utf-8") as file:
        return next(line.split('"')[1] for line in file if line.startswith("JAVA_VERSION="))


class Program:
    """The program on a JDK, with what it writes cut down to what the peer writes."""

    def __init__(self, jdk, work):
        self.jdk = jdk
        self.java = os.path.join(jdk, "bin", "java")
        self.version = version(jdk)
        classes = os.path.join(work, "classes-" + self.version)
        source = os.path.join(HERE, "Exporters.java")
        run([os.path.join(jdk, "bin", "javac"), "--release", "17", "-d", classes, "-cp",
             os.path.join(TARGET, "classes"), source])
        jar = os.path.join(work, "workbooks-and-tables-%s.jar" % self.version)
        run([os.path.join(jdk, "bin", "jar"), "cf", jar, "-C", classes, "."])
        self.path = os.pathsep.join([jar, os.path.join(TARGET, "gits.jar")])
        aot = int(self.version.split(".")[0]) >= 25
        self.archive = os.path.join(work, "archive-%s%s" % (self.version, ".aot" if aot else ".jsa"))
        self.use = ("-XX:AOTCache=" if aot else "-XX:SharedArchiveFile=") + self.archive
        make = ("-XX:AOTCacheOutput=" if aot else "-XX:ArchiveClassesAtExit=") + self.archive
        subprocess.run([self.java, *FLAGS, *QUICK, make, "-cp", self.path, MAIN, "invoice", MONTH, "--date", DATE,
                        "--input", os.path.join(HOME, "src", "main", "practice"),
                        "--output", os.path.join(work, "practice-" + self.version)],
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)

    def workbooks_and_tables(self, folder, output, large):
        # A long month is worth the compiler that takes its time, and has a bound on its memory.
        flags = ["-Xmx1g"] if large else QUICK
        return [self.java, *FLAGS, *flags, self.use, "-cp", self.path, MAIN, "invoice", MONTH, "--date", DATE,
                "--input", folder, "--output", output]


def launcher(jdk, *words):
    return ["env", "JAVA_HOME=" + jdk, os.path.join(HOME, "gits"), *words]


def peer(folder, output, processes):
    return [sys.executable, os.path.join(HERE, "peer.py"), folder, output, MONTH, DATE, str(processes)]


def total(folder):
    """Net of the invoices, as the folder's table tells it, in öre."""
    with open(os.path.join(folder, "fakturor.csv"), encoding="utf-8-sig") as file:
        column = next(file).rstrip("\r\n").split(";").index("netto")
        return sum(int(line.split(";")[column].replace(",", "")) for line in file)


def timed(name, work, command, times, expected=None, place=""):
    """Runs once in a folder of its own."""
    output = os.path.join(work, "output")
    shutil.rmtree(output, ignore_errors=True)
    times.setdefault(name, []).append(run(command(output)))
    if expected is not None and total(os.path.join(output, place)) != expected:
        sys.exit("%s: another total" % name)


def row(name, seconds, base):
    median = statistics.median(seconds)
    return "| %s | %.2f | %.2f–%.2f | %.2f |" % (name, median, min(seconds), max(seconds),
                                               median / statistics.median(base))


def compare(title, folder, runs, programs, work, large):
    sys.path.insert(0, HERE)
    import cells
    ours, theirs = os.path.join(work, "ours"), os.path.join(work, "theirs")
    for output in (ours, theirs):
        shutil.rmtree(output, ignore_errors=True)
    run(programs[0].workbooks_and_tables(folder, ours, large))
    run(peer(folder, theirs, 2))
    different, count = cells.differences(os.path.join(ours, MONTH), theirs, 3 if large else None)
    if different:
        sys.exit("Not the same: %s" % different[:10])
    expected = total(theirs)
    times = {}
    for _ in range(runs):
        for processes in (1, 2) if large else (1,):
            timed("pandas and XlsxWriter, %d process%s" % (processes, "es" if processes > 1 else ""), work,
                  lambda output, n=processes: peer(folder, output, n), times, expected)
        for program in programs:
            timed("workbooks and tables, JDK " + program.version, work,
                  lambda output, p=program: p.workbooks_and_tables(folder, output, large), times, expected, MONTH)
            if not large:
                timed("`gits invoice`, all files, JDK " + program.version, work,
                      lambda output, p=program: launcher(p.jdk, "invoice", MONTH, "--date", DATE, "--input", folder,
                                                         "--output", output), times, expected, MONTH)
    print("\n**%s** (%d cells compared, all the same)\n" % (title, count))
    print("| What | Median, s | Least–most | To the first |\n|---|---|---|---|")
    for name, seconds in times.items():
        print(row(name, seconds, next(iter(times.values()))))


def small_commands(folder, runs, programs, work):
    kept = os.path.join(work, "kept")
    shutil.rmtree(kept, ignore_errors=True)
    run(launcher(programs[0].jdk, "invoice", MONTH, "--date", DATE, "--input", folder, "--output", kept))
    place = ("--input", folder, "--output", kept)
    party = next(name for name in sorted(os.listdir(os.path.join(kept, MONTH, "fakturor")))).split("-")[0]
    commands = {"`gits check`": ("check",), "`gits explain`": ("explain", MONTH, party),
                "`gits invoice` again, unchanged": ("invoice", MONTH)}
    times = {}
    for _ in range(runs):
        for program in programs:
            for name, words in commands.items():
                times.setdefault("%s, JDK %s" % (name, program.version), []).append(
                    run(launcher(program.jdk, *words, *place)))
    print("\n**Commands that issue nothing**\n\n| What | Median, s | Least–most |\n|---|---|---|")
    for name, seconds in times.items():
        print("| %s | %.2f | %.2f–%.2f |" % (name, statistics.median(seconds), min(seconds), max(seconds)))


def main():
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    arguments.add_argument("--runs", type=int, default=5)
    arguments.add_argument("--jdk", action="append")
    arguments.add_argument("--country", nargs=2, action="append", type=int, default=[])
    asked = arguments.parse_args()
    java = shutil.which("java")
    jdks = asked.jdk or [os.environ.get("JAVA_HOME") or os.path.dirname(os.path.dirname(os.path.realpath(java)))]
    with tempfile.TemporaryDirectory() as work:
        for jdk in jdks:
            run(launcher(jdk, "--version"))
        programs = [Program(jdk, work) for jdk in jdks]
        print("%s, %d processors, %s" % (time.strftime("%Y-%m-%d"), os.cpu_count(), platform.machine()))
        sample = os.path.join(HOME, "input-samples")
        compare("The real month: 50 parties, 5 lines", sample, asked.runs, programs, work, False)
        small_commands(sample, asked.runs, programs, work)
        for municipalities, lines in asked.country:
            folder = os.path.join(work, "country")
            shutil.rmtree(folder, ignore_errors=True)
            run([sys.executable, os.path.join(HERE, "country.py"), folder, str(municipalities), str(lines)])
            compare("%d municipalities, %d lines" % (municipalities, lines), folder, asked.runs, programs, work,
                    True)


if __name__ == "__main__":
    main()

package se.gits.costshare.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import se.gits.costshare.money.Money;
import se.gits.costshare.party.PartyCode;
import se.gits.costshare.register.Act;
import se.gits.costshare.register.Attest;
import se.gits.costshare.register.Register;
import se.gits.costshare.register.RegisterAddress;
import se.gits.costshare.run.ActKind;
import se.gits.costshare.run.PartyMonth;

/** Shows the months and the acts that followed on them, their state, invoices and totals. */
@Command(name = "status", mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {

    private final Gits gits;

    StatusCommand(Gits gits) {
        this.gits = gits;
    }

    @Override
    public Integer call() throws IOException {
        gits.checkOptions();
        RegisterAddress address = gits.registerAddress();
        if (!address.exists()) {
            LostRegister.refuse(gits, address);
            gits.console.out().println(gits.messages.of("status.none", address.place()));
            return ExitCode.OK;
        }
        try (Register register = gits.openRegister(address)) {
            new Status(register).tell();
            LostRegister.refuseOlder(gits, register);
        }
        return ExitCode.OK;
    }

    private final class Status {

        private final Register register;
        private final List<Act> acts;
        private final List<Attest> attests;
        private final String head;
        private final String historyHead;
        private final TextTable table =
                new TextTable(
                        2,
                        gits.messages.of("status.month"),
                        gits.messages.of("status.state"),
                        gits.messages.of("status.invoices"),
                        gits.messages.of("status.net"),
                        gits.messages.of("status.vat"),
                        gits.messages.of("status.payable"));
        private int invoices;
        private final List<Money> net = new ArrayList<>();
        private final List<Money> vat = new ArrayList<>();
        private final List<Money> payable = new ArrayList<>();

        Status(Register register) {
            this.register = register;
            this.acts = register.acts();
            this.attests = register.attests();
            this.head = register.head();
            this.historyHead = register.headOfHistory();
        }

        void tell() {
            SortedSet<Year> years = new TreeSet<>();
            acts.forEach(act -> years.add(act.terms().year()));
            attests.forEach(attest -> years.add(attest.run().terms().year()));
            if (years.isEmpty()) {
                gits.console.out().println(gits.messages.of("status.empty"));
                return;
            }
            for (Year year : years) {
                Set<PartyMonth> credited = register.issued(year).credited();
                for (int number = 1; number <= 12; number++) {
                    tell(year.atMonth(number), credited);
                }
                acts.stream()
                        .filter(act -> act.run().kind() == ActKind.SETTLEMENT)
                        .filter(act -> act.terms().year().equals(year))
                        .forEach(act -> row(act, name(act), state(act)));
                approval(ActKind.SETTLEMENT, year.atMonth(12), Optional.empty())
                        .ifPresent(attest -> approvedSettlement(year, attest));
            }
            table.row(
                    gits.messages.of("status.total"),
                    "",
                    Integer.toString(invoices),
                    Money.total(net).inSwedish(),
                    Money.total(vat).inSwedish(),
                    Money.total(payable).inSwedish());
            table.print(gits.console.out());
            gits.console.out().println(gits.messages.of("status.history", historyHead));
            gits.console.out().println(gits.messages.of("status.head", head));
        }

        /** The month itself, then what followed on it in the order it was issued. */
        private void tell(YearMonth month, Set<PartyMonth> credited) {
            List<Act> ofMonth =
                    acts.stream()
                            .filter(act -> act.run().kind() != ActKind.SETTLEMENT)
                            .filter(act -> act.run().month().equals(month))
                            .toList();
            if (ofMonth.isEmpty()) {
                table.row(month.toString(), notIssued(month), "", "", "", "");
            }
            for (Act act : ofMonth) {
                boolean isMonth = act.run().kind() == ActKind.MONTH;
                row(
                        act,
                        isMonth ? month.toString() : "  " + name(act),
                        waits(act, credited) ? creditWaits(act) : state(act));
            }
        }

        private void approvedSettlement(Year year, Attest attest) {
            table.row(
                    gits.messages.of("status.row.SETTLEMENT", year),
                    gits.messages.of("status.attested", attest.name()),
                    "",
                    "",
                    "",
                    "");
        }

        private String name(Act act) {
            return gits.messages.of(
                    "status.row." + act.run().kind(),
                    act.terms().period(),
                    act.run().party().map(Object::toString).orElse(""));
        }

        /** Whether an act is the last of its party's month, and a credit. */
        private boolean waits(Act act, Set<PartyMonth> credited) {
            return act.run().kind() == ActKind.CREDIT
                    && credited.contains(
                            new PartyMonth(act.run().party().orElseThrow(), act.run().month()))
                    && register.lastActOf(ActKind.CREDIT, act.run().month(), act.run().party())
                            .map(Act::sequence)
                            .equals(Optional.of(act.sequence()));
        }

        private String notIssued(YearMonth month) {
            return approval(ActKind.MONTH, month, Optional.empty())
                    .map(attest -> gits.messages.of("status.attested", attest.name()))
                    .orElseGet(() -> gits.messages.of("status.notIssued"));
        }

        private String creditWaits(Act credit) {
            if (!isInPlace(credit)) {
                return gits.messages.of("status.folderMissing");
            }
            return approval(ActKind.REISSUE, credit.run().month(), credit.run().party())
                    .map(attest -> gits.messages.of("status.creditWaitsAttested", attest.name()))
                    .orElseGet(() -> gits.messages.of("status.creditWaits"));
        }

        /** That of what is not issued, if nothing was issued since. */
        private Optional<Attest> approval(
                ActKind kind, YearMonth month, Optional<PartyCode> party) {
            return attests.stream()
                    .filter(attest -> attest.run().kind() == kind)
                    .filter(attest -> attest.run().month().equals(month))
                    .filter(attest -> attest.run().party().equals(party))
                    .filter(attest -> attest.run().previousAct().equals(head))
                    .reduce((one, later) -> later);
        }

        private String state(Act act) {
            if (!isInPlace(act)) {
                return gits.messages.of("status.folderMissing");
            }
            return act.attest()
                    .map(attest -> gits.messages.of("status.issuedAttested", attest.name()))
                    .orElseGet(() -> gits.messages.of("status.issued"));
        }

        private boolean isInPlace(Act act) {
            return Files.isDirectory(gits.output.resolve(act.folder()));
        }

        private void row(Act act, String name, String state) {
            Register.ActTotals totals = register.totals(act.sequence());
            invoices += totals.invoices();
            net.add(totals.net());
            vat.add(totals.vat());
            payable.add(totals.payable());
            table.row(
                    name,
                    state,
                    Integer.toString(totals.invoices()),
                    totals.net().inSwedish(),
                    totals.vat().inSwedish(),
                    totals.payable().inSwedish());
        }
    }
}

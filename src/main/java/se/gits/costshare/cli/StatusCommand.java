package se.gits.costshare.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import se.gits.costshare.money.Money;
import se.gits.costshare.register.Act;
import se.gits.costshare.register.Register;
import se.gits.costshare.register.RegisterAddress;

/** Shows the months, their state, number of invoices and totals. */
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
        try (Register register = Register.open(address, gits.clock, ThisProcess.actor())) {
            tell(register);
            LostRegister.refuseOlder(gits, register);
        }
        return ExitCode.OK;
    }

    private void tell(Register register) {
        List<Act> acts = register.acts();
        if (acts.isEmpty()) {
            gits.console.out().println(gits.messages.of("status.empty"));
            return;
        }
        SortedMap<YearMonth, Act> actOfMonth = new TreeMap<>();
        acts.forEach(act -> actOfMonth.put(act.month(), act));
        TextTable table =
                new TextTable(
                        2,
                        gits.messages.of("status.month"),
                        gits.messages.of("status.state"),
                        gits.messages.of("status.invoices"),
                        gits.messages.of("status.net"),
                        gits.messages.of("status.vat"),
                        gits.messages.of("status.payable"));
        int invoices = 0;
        List<Money> net = new ArrayList<>();
        List<Money> vat = new ArrayList<>();
        List<Money> payable = new ArrayList<>();
        for (YearMonth month : monthsOfTheYears(actOfMonth.keySet())) {
            Act act = actOfMonth.get(month);
            if (act == null) {
                table.row(month.toString(), gits.messages.of("status.notIssued"), "", "", "", "");
                continue;
            }
            Register.ActTotals totals = register.totals(act.sequence());
            invoices += totals.invoices();
            net.add(totals.net());
            vat.add(totals.vat());
            payable.add(totals.payable());
            boolean inPlace = Files.isDirectory(gits.output.resolve(act.folder()));
            table.row(
                    month.toString(),
                    gits.messages.of(inPlace ? "status.issued" : "status.folderMissing"),
                    Integer.toString(totals.invoices()),
                    totals.net().inSwedish(),
                    totals.vat().inSwedish(),
                    totals.payable().inSwedish());
        }
        table.row(
                gits.messages.of("status.total"),
                "",
                Integer.toString(invoices),
                Money.total(net).inSwedish(),
                Money.total(vat).inSwedish(),
                Money.total(payable).inSwedish());
        table.print(gits.console.out());
        gits.console.out().println(gits.messages.of("status.head", register.head()));
    }

    /** Every month of each year that has an issued one. */
    private static SortedSet<YearMonth> monthsOfTheYears(Iterable<YearMonth> issued) {
        SortedSet<YearMonth> months = new TreeSet<>();
        for (YearMonth month : issued) {
            for (int number = 1; number <= 12; number++) {
                months.add(month.withMonth(number));
            }
        }
        return months;
    }
}

package se.gits.costshare.volume;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import se.gits.costshare.input.Columns;
import se.gits.costshare.input.InputFile;
import se.gits.costshare.input.Period;
import se.gits.costshare.input.ProblemKind;
import se.gits.costshare.input.Problems;
import se.gits.costshare.input.Table;
import se.gits.costshare.input.TableFile;
import se.gits.costshare.parties.Parties;
import se.gits.costshare.party.PartyCode;

/**
 * Reads {@code volymer.csv}.
 *
 * <pre>
 * volym;från;till;part;antal
 * siths-kort;2023-01;2023-12;1480;1250
 * </pre>
 */
public final class VolumeFile {

    /** What stands in the heading. */
    public static final Columns COLUMNS =
            new Columns(List.of("volym", "från", "part", "antal"), List.of("till"));

    private VolumeFile() {}

    /**
     * Reads the quantities; those whose row has a fault are left out.
     *
     * @return empty, with the fault told, where the file is no such table or a row has a fault, so
     *     that what is missing then is no further fault
     */
    public static Optional<Volumes> read(InputFile file, Parties parties, Problems problems) {
        return TableFile.read(file, COLUMNS, problems)
                .flatMap(table -> volumes(table, parties, problems));
    }

    private static Optional<Volumes> volumes(Table table, Parties parties, Problems problems) {
        Volumes volumes = new Volumes(Optional.of(table.places()));
        boolean complete = !table.rows().isEmpty();
        for (Table.Row row : table.rows()) {
            Optional<Volumes.Volume> volume = volume(row, parties, problems);
            complete &= volume.isPresent();
            volume.flatMap(volumes::add)
                    .ifPresent(
                            earlier ->
                                    row.cell("part")
                                            .fault(problems, ProblemKind.TWICE, earlier.row()));
        }
        return complete ? Optional.of(volumes) : Optional.empty();
    }

    private static Optional<Volumes.Volume> volume(
            Table.Row row, Parties parties, Problems problems) {
        Optional<String> name = row.cell("volym").identity(problems);
        Optional<Period> period = Period.read(row, problems);
        Optional<PartyCode> party = row.cell("part").code(problems);
        OptionalLong count = row.cell("antal").count(problems);
        if (party.isPresent() && parties.find(party.get()).isEmpty()) {
            if (parties.isUnread(party.get().value())) {
                return Optional.empty();
            }
            parties.tellUnknown(row.cell("part").place(), party.get().value(), problems);
            return Optional.empty();
        }
        if (name.isEmpty() || period.isEmpty() || party.isEmpty() || count.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Volumes.Volume(
                        name.get(), period.get(), party.get(), count.getAsLong(), row.number()));
    }
}

package se.gits.costshare.volume;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import se.gits.costshare.input.Columns;
import se.gits.costshare.input.InputFile;
import se.gits.costshare.input.NearestName;
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
        List<Volumes.Volume> volumes = new ArrayList<>();
        Map<List<Object>, List<Volumes.Volume>> volumesOf = new HashMap<>();
        boolean complete = !table.rows().isEmpty();
        for (Table.Row row : table.rows()) {
            Optional<Volumes.Volume> volume = volume(row, parties, problems);
            complete &= volume.isPresent();
            if (volume.isPresent()) {
                List<Volumes.Volume> ofSame =
                        volumesOf.computeIfAbsent(
                                List.of(volume.get().name(), volume.get().party()),
                                key -> new ArrayList<>());
                tellIfTwice(row, volume.get(), ofSame, problems);
                ofSame.add(volume.get());
                volumes.add(volume.get());
            }
        }
        return complete
                ? Optional.of(new Volumes(Optional.of(table.places()), volumes))
                : Optional.empty();
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
            row.cell("part")
                    .fault(
                            problems,
                            ProblemKind.UNKNOWN_PARTY,
                            new NearestName(party.get().value(), parties.codes()));
            return Optional.empty();
        }
        if (name.isEmpty() || period.isEmpty() || party.isEmpty() || count.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Volumes.Volume(
                        name.get(), period.get(), party.get(), count.getAsLong(), row.number()));
    }

    private static void tellIfTwice(
            Table.Row row, Volumes.Volume volume, List<Volumes.Volume> earlier, Problems problems) {
        earlier.stream()
                .filter(other -> other.period().overlaps(volume.period()))
                .findFirst()
                .ifPresent(
                        other -> row.cell("part").fault(problems, ProblemKind.TWICE, other.row()));
    }
}

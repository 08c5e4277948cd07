package se.gits.costshare.keys;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import se.gits.costshare.party.PartyCode;

/**
 * How a group's part of a cost is distributed between its members (fördelning).
 *
 * <p>Each kind answers for itself; a new kind is one new record and a word in {@link #parse}.
 */
public sealed interface Distribution {

    /** The words that a key may use, for messages. */
    List<String> WORDS = List.of("folkmängd", "lika", "volym:NAMN");

    /** As written in {@code nycklar.csv}. */
    String text();

    /** What is counted, in words: {@code invånare}, {@code lika delar}, or the quantity's name. */
    String inWords();

    /** The quantity that it goes by; empty where it goes by none. */
    default Optional<String> volume() {
        return Optional.empty();
    }

    /** A member's weight; empty where the fact it rests on is missing. */
    OptionalLong weightOf(PartyCode member, Facts facts);

    /** Reads {@code folkmängd}, {@code lika} or {@code volym:NAMN}; empty for anything else. */
    static Optional<Distribution> parse(String text) {
        if (text.equalsIgnoreCase("folkmängd")) {
            return Optional.of(new ByPopulation());
        }
        if (text.equalsIgnoreCase("lika")) {
            return Optional.of(new Equally());
        }
        if (text.startsWith(ByVolume.PREFIX) && text.length() > ByVolume.PREFIX.length()) {
            return Optional.of(new ByVolume(text.substring(ByVolume.PREFIX.length())));
        }
        return Optional.empty();
    }

    /** One share an inhabitant (folkmängd). */
    record ByPopulation() implements Distribution {
        @Override
        public String text() {
            return "folkmängd";
        }

        @Override
        public String inWords() {
            return "invånare";
        }

        @Override
        public OptionalLong weightOf(PartyCode member, Facts facts) {
            return facts.inhabitantsOf(member);
        }
    }

    /** The same for every member (lika). */
    record Equally() implements Distribution {
        @Override
        public String text() {
            return "lika";
        }

        @Override
        public String inWords() {
            return "lika delar";
        }

        @Override
        public OptionalLong weightOf(PartyCode member, Facts facts) {
            return OptionalLong.of(1);
        }
    }

    /** By a statistical quantity (volym:NAMN). */
    record ByVolume(String volumeName) implements Distribution {
        static final String PREFIX = "volym:";

        @Override
        public String text() {
            return PREFIX + volumeName;
        }

        @Override
        public String inWords() {
            return volumeName;
        }

        @Override
        public Optional<String> volume() {
            return Optional.of(volumeName);
        }

        @Override
        public OptionalLong weightOf(PartyCode member, Facts facts) {
            return facts.volumeOf(volumeName, member);
        }
    }
}

package se.gits.costshare.fuzz;

import java.util.List;
import java.util.Random;

/** A way to make a hostile file. */
@FunctionalInterface
public interface Mutation {

    /**
     * Makes one.
     *
     * @param corpus files to begin with; at least one
     */
    byte[] of(List<byte[]> corpus, Random random);

    /** One of them at random. */
    static <T> T any(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }

    /** Of several ways one at random, each as often as it stands there. */
    static Mutation oneOf(Mutation... ways) {
        return (corpus, random) -> ways[random.nextInt(ways.length)].of(corpus, random);
    }

    /** First one way, and now and then bytes of what came out. */
    default Mutation thenBytes(Mutation bytes) {
        return (corpus, random) -> {
            byte[] made = of(corpus, random);
            return random.nextInt(4) == 0 ? bytes.of(List.of(made), random) : made;
        };
    }
}

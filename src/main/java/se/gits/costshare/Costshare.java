package se.gits.costshare;

import se.gits.costshare.cli.Gits;

/** Starts the program; everything else is in {@link Gits}. */
public final class Costshare {

    private Costshare() {}

    public static void main(String[] args) {
        System.exit(Gits.run(args));
    }
}

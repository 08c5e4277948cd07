package se.gits.costshare;

/** Starts the program. */
public final class Costshare {
    private Costshare() {}

    public static void main(String[] args) {
        System.out.println("x");
    }
}

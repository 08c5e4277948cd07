package se.gits.costshare.register;

/** The register could not be used; its cause tells what the database said. */
public final class RegisterFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Kind kind;

    /** What stands in the way. */
    public enum Kind {
        /** Another run holds it. */
        BUSY,
        /** It cannot be opened, read or written: no permission, no space, damaged. */
        UNAVAILABLE,
        /** A later version of the program made it. */
        TOO_NEW
    }

    RegisterFailure(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}

package se.gits.costshare.register;

import java.time.Instant;

/**
 * That someone approved exactly what a preview showed (attest).
 *
 * @param run what was approved: the inputs, date, reason and state of the register it was made from
 * @param name who approved, as told
 * @param login the operating system's name of who approved
 * @param content the hash of the amounts and invoices that were approved
 * @param draftManifest the SHA-256 of the manifest of the draft that was shown
 */
public record Attest(
        long id,
        RunIdentity run,
        String name,
        String login,
        Instant at,
        String content,
        String draftManifest) {}

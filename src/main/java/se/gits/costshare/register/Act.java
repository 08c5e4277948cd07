package se.gits.costshare.register;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.SortedMap;

/**
 * An issuing act as the register has it.
 *
 * @param sequence its place in the chain, from 1
 * @param folder the name of its folder under the output folder
 * @param manifest the SHA-256 of its manifest
 * @param previousAct the hash of the act before it
 * @param hash its own hash, over all that the register has of it and the hash before
 * @param inputs each input file's name and SHA-256
 */
public record Act(
        int sequence,
        ActKind kind,
        YearMonth month,
        String folder,
        LocalDate issueDate,
        String reason,
        String rules,
        String manifest,
        String previousAct,
        String hash,
        SortedMap<String, String> inputs) {}

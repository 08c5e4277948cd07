package se.gits.costshare.register;

import java.time.Instant;

/**
 * That something was done in a run: when, by whom, where and with which version.
 *
 * @param event the word that the register keeps
 */
public record RunNote(RunIdentity run, String event, Instant at, Actor actor) {}

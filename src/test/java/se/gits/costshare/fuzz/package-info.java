/**
 * Makes hostile files out of good ones (fuzzning): bytes turned, tables with cells that harm,
 * markup nested without end, zip files that lie about themselves. Everything follows from the
 * random numbers that are given, so that a file can be made again from its seed.
 *
 * <p>Start at {@link se.gits.costshare.fuzz.Mutation}. The harness that lets the program read them
 * is {@code Fuzzer} in {@code cli}.
 */
package se.gits.costshare.fuzz;

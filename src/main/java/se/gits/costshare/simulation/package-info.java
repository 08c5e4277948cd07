/**
 * What another set of keys, budgets, participants or populations would cost each party: two inputs
 * computed as a month is, and held against each other (simulering).
 */
package se.gits.costshare.simulation;

package se.gits.costshare.job;

import java.time.YearMonth;
import se.gits.costshare.money.Money;
import se.gits.costshare.party.PartyCode;

/**
 * An amount that is not what was kept of it.
 *
 * @param row of the budget (rad)
 * @param month what it concerns
 * @param kept what was kept of it; nothing where there is none
 * @param computed what the input gives; likewise
 */
public record AmountDifference(
        String row, PartyCode party, YearMonth month, Money kept, Money computed) {}

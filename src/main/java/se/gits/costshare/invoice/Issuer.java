package se.gits.costshare.invoice;

import se.gits.costshare.party.Address;
import se.gits.costshare.party.OrganisationNumber;

/**
 * Who sends the invoices (utställare).
 *
 * @param vatNumber {@code SE}, the organisation number and 01
 * @param account where the invoices are paid
 * @param peppolId the issuer's own address for e-invoices; empty where unknown
 * @param approvedForFTax whether the invoice says "Godkänd för F-skatt"
 */
public record Issuer(
        String name,
        OrganisationNumber organisationNumber,
        String vatNumber,
        Address address,
        PaymentAccount account,
        String peppolId,
        boolean approvedForFTax) {}

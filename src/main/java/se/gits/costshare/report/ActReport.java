package se.gits.costshare.report;

import se.gits.costshare.run.IssuedAct;

/** What one act issued. */
public record ActReport(IssuedAct act, Charge charge) {}

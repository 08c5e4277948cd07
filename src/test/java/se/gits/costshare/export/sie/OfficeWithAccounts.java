package se.gits.costshare.export.sie;

import java.time.YearMonth;
import java.util.function.UnaryOperator;
import se.gits.costshare.run.RandomYear;
import se.gits.costshare.run.SmallInput;

/** Does what a random year asks for with settings for book-keeping. */
record OfficeWithAccounts(RandomYear.Office office, UnaryOperator<SmallInput> settings)
        implements RandomYear.Office {

    @Override
    public void issue(YearMonth month, SmallInput input) {
        office.issue(month, settings.apply(input));
    }

    @Override
    public boolean credit(YearMonth month, String party, SmallInput input) {
        return office.credit(month, party, settings.apply(input));
    }

    @Override
    public void reissue(YearMonth month, String party, SmallInput input) {
        office.reissue(month, party, settings.apply(input));
    }

    @Override
    public void settle(SmallInput input) {
        office.settle(settings.apply(input));
    }
}

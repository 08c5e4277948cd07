package se.gits.costshare.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import se.gits.costshare.allocation.Apportionment;
import se.gits.costshare.budget.BudgetLine;
import se.gits.costshare.budget.ServiceObject;
import se.gits.costshare.cli.FactPlaces.FactPlace;
import se.gits.costshare.explanation.Earlier;
import se.gits.costshare.explanation.Explanation;
import se.gits.costshare.explanation.Stretch;
import se.gits.costshare.explanation.Way;
import se.gits.costshare.invoice.Invoice;
import se.gits.costshare.invoice.LineKind;
import se.gits.costshare.invoice.VatSum;
import se.gits.costshare.keys.KeyShare;
import se.gits.costshare.party.PartyCode;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The same as {@link ExplanationText}, for a program to read. Amounts are texts in kronor with a
 * decimal point, fractions {@code numerator/denominator} of an öre.
 */
final class ExplanationJson {

    private final FactPlaces places;

    ExplanationJson(FactPlaces places) {
        this.places = places;
    }

    void write(
            String act,
            PartyCode code,
            List<ExplainedLine> lines,
            List<Invoice> invoices,
            List<String> later,
            PrintStream out) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json =
                new JsonFactory()
                        .createGenerator(ObjectWriteContext.empty(), bytes, JsonEncoding.UTF8)) {
            json.writeStartObject();
            json.writeStringProperty("act", act);
            json.writeStringProperty("party", code.value());
            json.writeArrayPropertyStart("lines");
            for (ExplainedLine line : lines) {
                write(line, code, json);
            }
            json.writeEndArray();
            json.writeArrayPropertyStart("invoices");
            invoices.forEach(invoice -> write(invoice, json));
            json.writeEndArray();
            json.writeArrayPropertyStart("later");
            later.forEach(json::writeString);
            json.writeEndArray();
            json.writeEndObject();
        }
        out.println(bytes.toString(StandardCharsets.UTF_8));
    }

    private static void write(Invoice invoice, JsonGenerator json) {
        json.writeStartObject();
        invoice.number().ifPresent(number -> json.writeStringProperty("number", number.toString()));
        json.writeStringProperty("net", invoice.net().toString());
        json.writeArrayPropertyStart("vat");
        for (VatSum sum : invoice.vatSums()) {
            json.writeStartObject();
            json.writeNumberProperty("percent", sum.rate().percent());
            json.writeStringProperty("ground", sum.rate().ground());
            json.writeStringProperty("net", sum.net().toString());
            json.writeStringProperty("vat", sum.vat().toString());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeStringProperty("rounding", invoice.rounding().toString());
        json.writeStringProperty("payable", invoice.payable().toString());
        json.writeStringProperty("due_date", invoice.dueDate().toString());
        json.writeEndObject();
    }

    private void write(ExplainedLine of, PartyCode code, JsonGenerator json) {
        Explanation explanation = of.explanation();
        BudgetLine line = explanation.budgetLine().line();
        json.writeStartObject();
        json.writeStringProperty("row", line.row());
        json.writeStringProperty("text", line.text());
        json.writeStringProperty("kind", explanation.line().kind().swedish());
        json.writeStringProperty("amount", explanation.line().amount().toString());
        of.invoice().ifPresent(number -> json.writeStringProperty("invoice", number.toString()));
        json.writeNumberProperty("vat_percent", explanation.line().vat().percent());
        json.writeStringProperty("vat_ground", explanation.line().vat().ground());
        if (!explanation.line().cause().isEmpty()) {
            json.writeStringProperty("cause", explanation.line().cause());
        }
        json.writeObjectPropertyStart("budget");
        json.writeStringProperty("amount", places.budgeted(line).toString());
        json.writeNumberProperty("months", line.months());
        json.writeStringProperty("from", line.from().toString());
        json.writeStringProperty("to", line.to().toString());
        json.writeStringProperty("key", line.keyCode());
        json.writeStringProperty("decision", line.decision());
        place(Optional.of(places.of(line)), json);
        json.writeEndObject();
        if (explanation.line().kind() == LineKind.SETTLEMENT) {
            json.writeObjectPropertyStart("outcome");
            json.writeStringProperty("amount", line.amount().toString());
            place(Optional.of(places.ofOutcome(line)), json);
            json.writeEndObject();
        }
        ServiceObject object = explanation.object();
        json.writeObjectPropertyStart("object");
        json.writeStringProperty("code", object.code());
        json.writeStringProperty("name", object.name());
        json.writeStringProperty("decision", object.decision());
        place(Optional.of(places.of(object)), json);
        json.writeEndObject();
        json.writeArrayPropertyStart("due");
        explanation.due().forEach(stretch -> write(stretch, code, json));
        json.writeEndArray();
        json.writeArrayPropertyStart("earlier");
        explanation.before().forEach(earlier -> write(earlier, json));
        json.writeEndArray();
        json.writeEndObject();
    }

    private void write(Stretch stretch, PartyCode code, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("from", stretch.from().toString());
        json.writeStringProperty("to", stretch.to().toString());
        json.writeStringProperty("segment_from", stretch.segmentFrom().toString());
        json.writeNumberProperty("month", stretch.lastIndex());
        json.writeStringProperty("accrued", stretch.costThrough().toString());
        json.writeStringProperty("through", stretch.through().toString());
        json.writeStringProperty("before", stretch.before().toString());
        json.writeStringProperty("amount", stretch.amount().toString());
        json.writeArrayPropertyStart("ways");
        for (Way way : stretch.ways()) {
            KeyShare share = way.share();
            json.writeStartObject();
            json.writeStringProperty("part", share.recipient().part());
            json.writeStringProperty(
                    "share", share.share().numerator() + "/" + share.share().denominator());
            share.distribution()
                    .ifPresent(how -> json.writeStringProperty("distribution", how.text()));
            json.writeStringProperty("decision", share.decision());
            place(Optional.of(places.of(share)), json);
            quota("of_key", way.through().ofRow(), way.through().rows(), Optional.empty(), json);
            quota(
                    "of_group",
                    way.through().ofParty(),
                    way.through().members(),
                    places.ofWeight(stretch, way, code),
                    json);
            places.basis(stretch, way)
                    .ifPresent(
                            basis -> {
                                json.writeStringProperty(
                                        "reference_date", basis.referenceDate().toString());
                                json.writeStringProperty("reference_decision", basis.decision());
                            });
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void quota(
            String name,
            Apportionment.Quota<?> quota,
            Apportionment<?> of,
            Optional<FactPlace> place,
            JsonGenerator json) {
        json.writeObjectPropertyStart(name);
        json.writeStringProperty("weight", quota.weight().toString());
        json.writeStringProperty("total_weight", quota.totalWeight().toString());
        json.writeStringProperty("whole", quota.whole().toString());
        json.writeStringProperty(
                "remainder_ore",
                quota.remainder().numerator() + "/" + quota.remainder().denominator());
        json.writeNumberProperty("rank", quota.rank());
        json.writeNumberProperty("recipients", of.size());
        json.writeNumberProperty("ore_left", of.oreLeft());
        json.writeStringProperty("part", quota.part().toString());
        place(place, json);
        json.writeEndObject();
    }

    private static void write(Earlier earlier, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("month", earlier.month().toString());
        json.writeStringProperty("kind", earlier.kind().swedish());
        json.writeStringProperty("amount", earlier.amount().toString());
        earlier.invoice()
                .ifPresent(number -> json.writeStringProperty("invoice", number.toString()));
        json.writeEndObject();
    }

    private static void place(Optional<FactPlace> place, JsonGenerator json) {
        place.ifPresent(
                of -> {
                    json.writeStringProperty("file", of.file());
                    json.writeNumberProperty("file_row", of.row());
                });
    }
}

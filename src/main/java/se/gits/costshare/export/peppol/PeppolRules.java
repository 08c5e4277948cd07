package se.gits.costshare.export.peppol;

import com.helger.diagnostics.error.IError;
import com.helger.diver.api.coord.DVRCoordinate;
import com.helger.phive.api.execute.ValidationExecutionManager;
import com.helger.phive.api.executorset.IValidationExecutorSet;
import com.helger.phive.api.executorset.ValidationExecutorSetRegistry;
import com.helger.phive.api.result.ValidationResult;
import com.helger.phive.api.result.ValidationResultList;
import com.helger.phive.api.validity.IValidityDeterminator;
import com.helger.phive.peppol.PeppolValidation2026_05;
import com.helger.phive.xml.source.IValidationSourceXML;
import com.helger.phive.xml.source.ValidationSourceXML;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/**
 * The official rules for e-invoices: the schemas of UBL 2.1, the Schematron of EN 16931, and that
 * of Peppol with its Swedish rules. They are compiled once, which takes some seconds.
 *
 * <p>They let VAT be off by almost a krona (BR-CO-17), so that they prove nothing of the money.
 *
 * @see "Peppol BIS Billing 3.0, May 2026 release (3.0.21), in force since August 2026"
 */
public final class PeppolRules {

    /** Which rules these are, as the manifest has it. */
    public static final String VERSION = "Peppol BIS Billing 3.0.21 (2026.5)";

    /** So many layers each document is held to: its schema, EN 16931 and Peppol. */
    private static final int LAYERS = 3;

    private static final IValidityDeterminator<IValidationSourceXML> VALIDITY =
            IValidityDeterminator.createDefault();

    private final IValidationExecutorSet<IValidationSourceXML> ofInvoices;
    private final IValidationExecutorSet<IValidationSourceXML> ofCreditNotes;

    private PeppolRules() {
        ValidationExecutorSetRegistry<IValidationSourceXML> known =
                new ValidationExecutorSetRegistry<>();
        PeppolValidation2026_05.init(known);
        ofInvoices = set(known, PeppolValidation2026_05.VID_OPENPEPPOL_INVOICE_UBL_V3);
        ofCreditNotes = set(known, PeppolValidation2026_05.VID_OPENPEPPOL_CREDIT_NOTE_UBL_V3);
    }

    private static IValidationExecutorSet<IValidationSourceXML> set(
            ValidationExecutorSetRegistry<IValidationSourceXML> known, DVRCoordinate id) {
        IValidationExecutorSet<IValidationSourceXML> set = known.getOfID(id);
        if (set == null || set.executors().size() != LAYERS) {
            throw new IllegalStateException("The official rules " + id + " are not all there");
        }
        return set;
    }

    /** Made when first asked for. */
    private static final class Once {
        private static final PeppolRules RULES = new PeppolRules();
    }

    public static PeppolRules official() {
        return Once.RULES;
    }

    /**
     * The rules that a document breaks; none where it is as it should be. Warnings count as broken:
     * a receiver may refuse what they warn of. Several threads may ask.
     *
     * @throws IllegalStateException if some of the rules were not tried
     */
    public List<BrokenRule> brokenBy(byte[] xml) {
        Document document;
        try {
            document = parsed(xml);
        } catch (SAXException e) {
            return List.of(new BrokenRule("", e.getMessage()));
        }
        boolean isCreditNote = "CreditNote".equals(document.getDocumentElement().getLocalName());
        ValidationResultList results =
                ValidationExecutionManager.executeValidation(
                        VALIDITY,
                        isCreditNote ? ofCreditNotes : ofInvoices,
                        ValidationSourceXML.create("", document),
                        Locale.ROOT);
        List<BrokenRule> broken = new ArrayList<>();
        for (ValidationResult result : results) {
            for (IError error : result.getErrorList()) {
                broken.add(brokenRule(error));
            }
        }
        if (broken.isEmpty() && !isTriedByAll(results)) {
            throw new IllegalStateException("Not all official rules were tried: " + results);
        }
        return broken;
    }

    private static boolean isTriedByAll(ValidationResultList results) {
        return results.size() == LAYERS
                && results.containsOnly(result -> result.getValidity().isValid());
    }

    private static BrokenRule brokenRule(IError error) {
        String id = error.hasErrorID() ? error.getErrorID() : "";
        String text = error.getErrorText(Locale.ROOT);
        String said = text == null ? error.toString() : text;
        // The texts begin with their own rule.
        return new BrokenRule(id, said.replaceFirst("^\\[" + Pattern.quote(id) + "\\]-?", ""));
    }

    /** A document for the program's own eyes. */
    static Document parsed(byte[] xml) throws SAXException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            // It would write to the terminal what is told here.
            builder.setErrorHandler(null);
            return builder.parse(new ByteArrayInputStream(xml));
        } catch (ParserConfigurationException | IOException e) {
            throw new IllegalStateException("Reading from memory failed", e);
        }
    }
}

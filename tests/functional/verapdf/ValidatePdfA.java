import java.io.FileInputStream;

import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Validates files with veraPDF: arguments are a flavour (3b) and files. Prints one line a file, then each failed rule. */
public class ValidatePdfA {
    public static void main(String[] arguments) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        PDFAFlavour flavour = PDFAFlavour.fromString(arguments[0]);
        boolean conforms = true;
        for (int index = 1; index < arguments.length; index++) {
            try (FileInputStream file = new FileInputStream(arguments[index]);
                    PDFAParser parser = Foundries.defaultInstance().createParser(file, flavour)) {
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false);
                ValidationResult result = validator.validate(parser);
                conforms &= result.isCompliant();
                System.out.println((result.isCompliant() ? "conforms " : "fails ") + flavour.getId()
                        + " after " + result.getTotalAssertions() + " checks: " + arguments[index]);
                for (TestAssertion assertion : result.getTestAssertions()) {
                    if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                        System.out.println("  " + assertion.getRuleId().getClause() + "-"
                                + assertion.getRuleId().getTestNumber() + " " + assertion.getMessage());
                    }
                }
            }
        }
        System.exit(conforms ? 0 : 1);
    }
}

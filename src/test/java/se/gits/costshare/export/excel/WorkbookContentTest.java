package se.gits.costshare.export.excel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import se.gits.costshare.input.InputFile;

class WorkbookContentTest {

    @Test
    void isTheHashOfTheListThatSha256sumMakes() throws IOException {
        String list = sha256("one") + "  a/one.xml\n" + sha256("two") + "  b.xml\n";

        assertThat(WorkbookContent.sha256(zip(9, "b.xml", "two", "a/one.xml", "one")))
                .isEqualTo(sha256(list));
    }

    @Test
    void isTheSameHoweverThePartsArePacked() throws IOException {
        byte[] packed = zip(9, "b.xml", "two".repeat(99), "a.xml", "one");
        byte[] loose = zip(0, "a.xml", "one", "b.xml", "two".repeat(99));

        assertThat(packed).isNotEqualTo(loose);
        assertThat(WorkbookContent.sha256(packed)).isEqualTo(WorkbookContent.sha256(loose));
    }

    @Test
    void differsWhereANameOrAByteDiffers() throws IOException {
        String hash = WorkbookContent.sha256(zip(9, "a.xml", "one", "b.xml", "two"));

        assertThat(WorkbookContent.sha256(zip(9, "a.xml", "onE", "b.xml", "two")))
                .isNotEqualTo(hash);
        assertThat(WorkbookContent.sha256(zip(9, "A.xml", "one", "b.xml", "two")))
                .isNotEqualTo(hash);
        assertThat(WorkbookContent.sha256(zip(9, "a.xml", "one"))).isNotEqualTo(hash);
        assertThat(WorkbookContent.sha256(zip(9, "a.xml", "two", "b.xml", "one")))
                .isNotEqualTo(hash);
    }

    @Test
    void refusesWhatIsNoWorkbook() throws IOException {
        byte[] notZip = "kod;namn\r\n".getBytes(StandardCharsets.UTF_8);
        byte[] lineInName = zip(9, "a\nb", "one");

        assertThatThrownBy(() -> WorkbookContent.sha256(notZip)).isInstanceOf(ZipException.class);
        assertThatThrownBy(() -> WorkbookContent.sha256(new byte[0]))
                .isInstanceOf(ZipException.class);
        assertThatThrownBy(() -> WorkbookContent.sha256(lineInName))
                .isInstanceOf(ZipException.class);
    }

    private static String sha256(String text) {
        return InputFile.sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] zip(int level, String... namesAndTexts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setLevel(level == 0 ? Deflater.NO_COMPRESSION : level);
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
                zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}

package se.gits.costshare.export.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.IOException;
import java.io.InputStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The profile that comes with the program says the same as sRGB does. */
class ColourProfileTest {

    private static final Offset<Float> ONE_STEP = Offset.offset(1 / 255f);

    @Test
    void givesTheColoursOfSrgb() throws IOException {
        try (InputStream profile = ColourProfile.class.getResourceAsStream("sRGB.icc")) {
            ColorSpace ours = new ICC_ColorSpace(ICC_Profile.getInstance(profile));
            for (int colour = 0; colour < 1 << 12; colour++) {
                float[] rgb = {
                    (colour & 15) / 15f, (colour >> 4 & 15) / 15f, (colour >> 8 & 15) / 15f
                };
                assertThat(ours.toRGB(rgb)).containsExactly(rgb, ONE_STEP);
            }
        }
    }
}

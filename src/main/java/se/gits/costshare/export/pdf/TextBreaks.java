package se.gits.costshare.export.pdf;

import com.openhtmltopdf.extend.FSTextBreaker;

/**
 * Where text may go on in the next line. The JDK's own rules are not used: they change between its
 * releases, and pages would break elsewhere.
 */
final class TextBreaks implements FSTextBreaker {

    private static final int NONE_LEFT = -1;

    /** Whether a new line may begin with the character at an index, which is not the first. */
    private interface Rule {
        boolean mayBreakBefore(String text, int index);
    }

    private final Rule rule;
    private String text = "";
    private int position;

    private TextBreaks(Rule rule) {
        this.rule = rule;
    }

    /**
     * After a space, and after a hyphen, a slash or an at sign between two letters, so that dates,
     * keys and numbers stay whole.
     */
    static TextBreaks betweenWords() {
        return new TextBreaks(
                (text, index) ->
                        switch (text.charAt(index - 1)) {
                            case ' ' -> text.charAt(index) != ' ';
                            case '-', '/', '@' ->
                                    index > 1
                                            && Character.isLetter(text.charAt(index - 2))
                                            && Character.isLetter(text.charAt(index));
                            default -> false;
                        });
    }

    /** Of a word that is longer than its line: anywhere but before an accent. */
    static TextBreaks withinWords() {
        return new TextBreaks(
                (text, index) ->
                        Character.getType(text.charAt(index)) != Character.NON_SPACING_MARK);
    }

    @Override
    public void setText(String newText) {
        text = newText;
        position = 0;
    }

    @Override
    public int next() {
        if (position >= text.length()) {
            return NONE_LEFT;
        }
        position++;
        while (position < text.length() && !rule.mayBreakBefore(text, position)) {
            position++;
        }
        return position;
    }
}

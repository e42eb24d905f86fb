package dev.ravel.generator;

import java.util.List;

/**
 * A way in which systems spoil what they pass on, dialled from 0 to 1 and 0 by itself. A share is of the records of
 * ordinary customers that carry such a value; all versions of a record are spoiled alike. Flaws are applied in this order.
 */
public enum WritingFlaw implements Dialled {
    MASKED_PHONES(PhoneFlaws::mask, "mobiles written 138****8001"),
    HASHED_PHONES(
            PhoneFlaws::hash,
            "mobiles given only as a hash of their digits, of each system always the same kind: MD5 from CRM and support, SHA-1 from the shop, SHA-256 from the app"),
    LENT_PHONES(PhoneFlaws::lend, "mobiles replaced by a platform's number with an extension (短期隐私号)"),
    SHORTENED_PHONES(
            PhoneFlaws::shorten, "mobiles written 1.38E+10, as a spreadsheet shows them: most digits are lost"),
    SCIENTIFIC_PHONES(PhoneFlaws::writeScientifically, "mobiles written 1.3800138001E+10: all digits are there"),
    OLD_IDENTITY_NUMBERS(
            DocumentFlaws::writeAsBefore, "identity numbers of those born before 2000 written with fifteen digits"),
    MISTYPED_IDENTITY_NUMBERS(
            DocumentFlaws::mistype, "identity numbers with two digits swapped, so that the check sign is wrong"),
    MISTYPED_PHONES(PhoneFlaws::mistype, "phones with two neighbouring digits swapped"),
    PINYIN(NameFlaws::romanise, "Chinese names in pinyin, in either order"),
    SPLIT_COMPOUNDS(NameFlaws::splitCompound, "Chinese names whose family name of two characters is divided: 欧, 阳娜"),
    TYPOS(
            NameFlaws::slip,
            "names with a slip: another character of the same sound, or a Latin letter left out or swapped with the next"),
    SWAPPED_NAMES(NameFlaws::swap, "family and given name in the other order: 小明 王, Smith Robert"),
    TITLES(NameFlaws::address, "names with 先生, 女士, 博士, Mr, Ms or Dr"),
    DROPPED_PROVINCES(PlaceFlaws::dropProvince, "addresses without their province"),
    BRANCH_SUFFIXES(
            PlaceFlaws::suffixBranch,
            "outlets' names with their branch behind them without brackets, or, where they say none, with 总店"),
    TRADITIONAL(TraditionalWriting::apply, "names, organisations' names and addresses in traditional characters"),
    PLUS_TAGS(MailFlaws::tag, "mailboxes with a tag: jay+shop@163.com"),
    MAILBOX_DOTS(MailFlaws::dot, "mailboxes at Gmail, which ignores dots, with dots"),
    ROLE_MAILBOXES(
            MailFlaws::replaceByRole,
            "mailboxes replaced by an office's, which many write from: info@company12.com.cn"),
    SWAPPED_DAYS(
            DateFlaws::swapDayAndMonth, "dates with day and month exchanged, where that is another date: 1990-02-01"),
    FIRSTS_OF_JANUARY(DateFlaws::keepYear, "dates of which only the year was known: 1990-01-01"),
    DATE_FORMATS(DateFlaws::reformat, "dates in other forms, some with the year in two digits: 1990年2月1日, 1-Feb-90"),
    BLANK_WORDS(BlankWords::fill, "words for nothing (n/a, 无, -) wherever the record has no value"),
    FULL_WIDTH(
            FullWidth::apply,
            "names, numbers, mailboxes, dates and addresses in letters and digits of full width: １３８");

    /** At most one of these spoils a record. */
    static final List<WritingFlaw> OF_PHONES =
            List.of(MASKED_PHONES, HASHED_PHONES, LENT_PHONES, SHORTENED_PHONES, SCIENTIFIC_PHONES);

    /** At most one of these spoils a record. */
    static final List<WritingFlaw> OF_IDENTITY_NUMBERS = List.of(OLD_IDENTITY_NUMBERS, MISTYPED_IDENTITY_NUMBERS);

    @SuppressWarnings("ImmutableEnumChecker") // a method reference that captures nothing
    private final Spoiling spoiling;

    private final String meaning;

    WritingFlaw(Spoiling spoiling, String meaning) {
        this.spoiling = spoiling;
        this.meaning = meaning;
    }

    /** 0: systems pass on what they know as they know it. */
    @Override
    public double usual() {
        return 0;
    }

    @Override
    public String meaning() {
        return meaning;
    }

    /** Spoils a record, as far as it has what this flaw concerns. */
    void spoil(RecordDraft draft, Dice dice) {
        spoiling.spoil(draft, dice);
    }

    /** Changes what a record says, or leaves it where it does not say such a thing. */
    private interface Spoiling {
        void spoil(RecordDraft draft, Dice dice);
    }
}

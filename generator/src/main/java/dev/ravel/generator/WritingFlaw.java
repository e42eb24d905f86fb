package dev.ravel.generator;

import java.util.List;

/**
 * A way in which systems spoil what they pass on, dialled from 0 to 1 and 0 by itself. A share is of the records of
 * ordinary customers that carry such a value; all versions of a record are spoiled alike. Flaws are applied in this order.
 */
public enum WritingFlaw {
    /** Mobiles written {@code 138****8001}. */
    MASKED_PHONES(PhoneFlaws::mask),
    /**
     * Mobiles given only as a hash of their digits, of each system always the same kind: MD5 from CRM and support, SHA-1
     * from the shop, SHA-256 from the app.
     */
    HASHED_PHONES(PhoneFlaws::hash),
    /** Mobiles replaced by a platform's number with an extension (短期隐私号). */
    LENT_PHONES(PhoneFlaws::lend),
    /** Mobiles written {@code 1.38E+10}, as a spreadsheet shows them: most digits are lost. */
    SHORTENED_PHONES(PhoneFlaws::shorten),
    /** Mobiles written {@code 1.3800138001E+10}: all digits are there. */
    SCIENTIFIC_PHONES(PhoneFlaws::writeScientifically),
    /** Identity numbers of those born before 2000 written with fifteen digits. */
    OLD_IDENTITY_NUMBERS(DocumentFlaws::writeAsBefore),
    /** Identity numbers with two digits swapped, so that the check sign is wrong. */
    MISTYPED_IDENTITY_NUMBERS(DocumentFlaws::mistype),
    /** Phones with two neighbouring digits swapped. */
    MISTYPED_PHONES(PhoneFlaws::mistype),
    /** Chinese names in pinyin, in either order. */
    PINYIN(NameFlaws::romanise),
    /** Chinese names whose family name of two characters is divided: {@code 欧, 阳娜}. */
    SPLIT_COMPOUNDS(NameFlaws::splitCompound),
    /** Names with a slip: another character of the same sound, or a Latin letter left out or swapped with the next. */
    TYPOS(NameFlaws::slip),
    /** Family and given name in the other order: {@code 小明 王}, {@code Smith Robert}. */
    SWAPPED_NAMES(NameFlaws::swap),
    /** Names with 先生, 女士, 博士, Mr, Ms or Dr. */
    TITLES(NameFlaws::address),
    /** Addresses without their province. */
    DROPPED_PROVINCES(PlaceFlaws::dropProvince),
    /** Outlets' names with their branch behind them without brackets, or, where they say none, with 总店. */
    BRANCH_SUFFIXES(PlaceFlaws::suffixBranch),
    /** Names, organisations' names and addresses in traditional characters. */
    TRADITIONAL(TraditionalWriting::apply),
    /** Mailboxes with a tag: {@code jay+shop@163.com}. */
    PLUS_TAGS(MailFlaws::tag),
    /** Mailboxes at Gmail, which ignores dots, with dots. */
    MAILBOX_DOTS(MailFlaws::dot),
    /** Mailboxes replaced by an office's, which many write from: {@code info@company12.com.cn}. */
    ROLE_MAILBOXES(MailFlaws::replaceByRole),
    /** Dates with day and month exchanged, where that is another date: {@code 1990-02-01}. */
    SWAPPED_DAYS(DateFlaws::swapDayAndMonth),
    /** Dates of which only the year was known: {@code 1990-01-01}. */
    FIRSTS_OF_JANUARY(DateFlaws::keepYear),
    /** Dates in other forms, some with the year in two digits: {@code 1990年2月1日}, {@code 1-Feb-90}. */
    DATE_FORMATS(DateFlaws::reformat),
    /** Words for nothing ({@code n/a}, {@code 无}, {@code -}) wherever the record has no value. */
    BLANK_WORDS(BlankWords::fill),
    /** Names, numbers, mailboxes, dates and addresses in letters and digits of full width: １３８. */
    FULL_WIDTH(FullWidth::apply);

    /** At most one of these spoils a record. */
    static final List<WritingFlaw> OF_PHONES =
            List.of(MASKED_PHONES, HASHED_PHONES, LENT_PHONES, SHORTENED_PHONES, SCIENTIFIC_PHONES);

    /** At most one of these spoils a record. */
    static final List<WritingFlaw> OF_IDENTITY_NUMBERS = List.of(OLD_IDENTITY_NUMBERS, MISTYPED_IDENTITY_NUMBERS);

    @SuppressWarnings("ImmutableEnumChecker") // a method reference that captures nothing
    private final Spoiling spoiling;

    WritingFlaw(Spoiling spoiling) {
        this.spoiling = spoiling;
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

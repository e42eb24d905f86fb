package dev.ravel.resolver.lineage;

import dev.ravel.model.lineage.EventType;
import java.util.List;
import java.util.Map;

/** A language that an entity's story is told in. */
public enum StoryLanguage {
    /** English. */
    ENGLISH(
            Map.of(
                    EventType.CREATED, "The customer was first made of {records}, {why}.",
                    EventType.MERGED, "{joined} came to it from {related}, {why}.",
                    EventType.SPLIT, "{left} left it for {related}, {why}.",
                    EventType.MEMBER_MOVED, "Records moved between it and {related}: {changes}, {why}.",
                    EventType.MEMBERS_CHANGED, "{changes}, {why}.",
                    EventType.GOLDEN_CHANGED, "Its records stayed the same and its merged profile changed, {why}.",
                    EventType.RETIRED, "It retired: {left} went to {related}, {why}.",
                    EventType.RESTORED, "It stood again, with {records}, {why}."),
            Map.of(
                    "split", "a split",
                    "separate", "a separation",
                    "detach", "a detachment",
                    "merge", "a merge",
                    "judge", "the answer to a question",
                    "suppress", "the suppression of an identifier",
                    "restore", "the restoration of an identifier",
                    "undo", "taking an operation back"),
            "with the load {cause}",
            "by {kind}, which {actor} decided: “{reason}”",
            "{joined} came to it",
            "{left} left it",
            "no other customer",
            " and ",
            "{shown} and {rest} more"),
    /** Chinese, simplified. */
    CHINESE(
            Map.of(
                    EventType.CREATED, "由{records}首次建立该客户，{why}。",
                    EventType.MERGED, "{joined}从{related}并入，{why}。",
                    EventType.SPLIT, "{left}移出到{related}，{why}。",
                    EventType.MEMBER_MOVED, "与{related}之间有记录移动：{changes}，{why}。",
                    EventType.MEMBERS_CHANGED, "{changes}，{why}。",
                    EventType.GOLDEN_CHANGED, "记录未变，合并档案有更新，{why}。",
                    EventType.RETIRED, "该客户停用：{left}归入{related}，{why}。",
                    EventType.RESTORED, "该客户恢复使用，包含{records}，{why}。"),
            Map.of(
                    "split", "拆分",
                    "separate", "分离",
                    "detach", "移出记录",
                    "merge", "合并",
                    "judge", "复核裁定",
                    "suppress", "停用标识",
                    "restore", "恢复标识",
                    "undo", "撤销操作"),
            "来自数据批次{cause}",
            "由{actor}决定（{kind}）：“{reason}”",
            "加入{joined}",
            "移除{left}",
            "其他客户均无",
            "、",
            "{shown}等共{all}条");

    /** The most names that a sentence lists. */
    private static final int SHOWN = 4;

    private final Map<EventType, String> sentences;
    private final Map<String, String> kinds;
    private final String byLoad;
    private final String byPerson;
    private final String joined;
    private final String left;
    private final String nobody;
    private final String and;
    private final String more;

    StoryLanguage(
            Map<EventType, String> sentences,
            Map<String, String> kinds,
            String byLoad,
            String byPerson,
            String joined,
            String left,
            String nobody,
            String and,
            String more) {
        this.sentences = sentences;
        this.kinds = kinds;
        this.byLoad = byLoad;
        this.byPerson = byPerson;
        this.joined = joined;
        this.left = left;
        this.nobody = nobody;
        this.and = and;
        this.more = more;
    }

    /** The sentence of an event, with gaps {@code {records}}, {@code {joined}} and so on. */
    String sentence(EventType type) {
        return sentences.getOrDefault(type, "");
    }

    String byLoad(String cause) {
        return byLoad.replace("{cause}", cause);
    }

    String byPerson(String kind, String actor, String reason) {
        return byPerson.replace("{kind}", kinds.getOrDefault(kind, kind))
                .replace("{actor}", actor)
                .replace("{reason}", reason);
    }

    /** What records came and went, of which one may be nothing. */
    String changes(List<String> came, List<String> went) {
        String coming = came.isEmpty() ? "" : joined.replace("{joined}", list(came));
        String going = went.isEmpty() ? "" : left.replace("{left}", list(went));
        return coming.isEmpty() || going.isEmpty() ? coming + going : coming + and + going;
    }

    /** A list of names, of which a long one is cut short. */
    String list(List<String> names) {
        if (names.isEmpty()) {
            return nobody;
        }
        if (names.size() <= SHOWN) {
            String last = names.get(names.size() - 1);
            return names.size() == 1
                    ? last
                    : String.join(this == ENGLISH ? ", " : and, names.subList(0, names.size() - 1)) + and + last;
        }
        String shown = String.join(this == ENGLISH ? ", " : and, names.subList(0, SHOWN));
        return more.replace("{shown}", shown)
                .replace("{rest}", Integer.toString(names.size() - SHOWN))
                .replace("{all}", Integer.toString(names.size()));
    }
}

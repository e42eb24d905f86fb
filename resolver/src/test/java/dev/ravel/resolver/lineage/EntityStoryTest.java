package dev.ravel.resolver.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ravel.model.entity.Entity;
import dev.ravel.model.identity.EntityId;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.lineage.EventType;
import dev.ravel.model.record.AttributeName;
import dev.ravel.model.record.RecordType;
import dev.ravel.model.record.SourceRecord;
import dev.ravel.resolver.property.Runs;
import dev.ravel.resolver.steward.Steward;
import dev.ravel.resolver.steward.StewardRequest;
import dev.ravel.resolver.store.InMemoryStore;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A history with an event of every type, told in both languages. */
class EntityStoryTest {
    private static final List<String> WANG = List.of("13812340001", "xm@qq.com");
    private static final List<String> LI = List.of("13987654321", "lw@qq.com");

    private final InMemoryStore store = Runs.openStore();
    private final Steward steward = new Steward(Runs.RESOLVER, store, Runs.CLOCK);
    private EntityId wang;
    private EntityId li;
    private EntityId detached;

    @BeforeEach
    void everythingHappensToTwoCustomers() {
        Runs.applyAtOnce(store, List.of(person("a1", 0, "王小明", WANG), person("b1", 0, "李伟", LI)));
        Runs.applyAtOnce(store, List.of(person("a2", 0, "王小明", WANG), person("a3", 0, "王小明", WANG)));
        wang = entity("a1").id();
        li = entity("b1").id();
        Runs.applyAtOnce(store, List.of(person("a2", 1, "王小明", List.of("13812340001", "xm@qq.com", "new@qq.com"))));
        Runs.applyAtOnce(store, List.of(person("a3", 1, "李伟", LI)));
        Entity one = entity("a1");
        Entity other = entity("b1");
        String merge = steward.merge(
                        Map.of(one.id(), one.membershipVersion(), other.id(), other.membershipVersion()),
                        new StewardRequest("li", "married", "k1"))
                .operation()
                .id();
        steward.undo(merge, new StewardRequest("wang", "divorced", "k2"));
        Entity whole = entity("a1");
        steward.detach(
                whole.id(),
                whole.membershipVersion(),
                RecordKey.of("crm", "a2"),
                new StewardRequest("li", "his son", "k3"));
        detached = entity("a2").id();
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void isToldInEnglish() {
        assertThat(told(wang, StoryLanguage.ENGLISH))
                .containsExactly(
                        "The customer was first made of crm a1, with the load load-crm.",
                        "crm a2 and crm a3 came to it, with the load load-crm.",
                        "Its records stayed the same and its merged profile changed, with the load load-crm.",
                        "Records moved between it and " + li + ": crm a3 left it, with the load load-crm.",
                        "crm a3 and crm b1 came to it from " + li + ", by a merge, which li decided: “married”.",
                        "crm a3 and crm b1 left it for " + li
                                + ", by taking an operation back, which wang decided: “divorced”.",
                        "crm a2 left it for " + detached + ", by a detachment, which li decided: “his son”.");
        assertThat(told(li, StoryLanguage.ENGLISH))
                .containsExactly(
                        "The customer was first made of crm b1, with the load load-crm.",
                        "Records moved between it and " + wang + ": crm a3 came to it, with the load load-crm.",
                        "It retired: crm a3 and crm b1 went to " + wang + ", by a merge, which li decided: “married”.",
                        "It stood again, with crm a3 and crm b1, by taking an operation back, which wang decided: “divorced”.");
    }

    @Test
    void isToldInChinese() {
        assertThat(told(wang, StoryLanguage.CHINESE))
                .containsExactly(
                        "由crm a1首次建立该客户，来自数据批次load-crm。",
                        "加入crm a2、crm a3，来自数据批次load-crm。",
                        "记录未变，合并档案有更新，来自数据批次load-crm。",
                        "与" + li + "之间有记录移动：移除crm a3，来自数据批次load-crm。",
                        "crm a3、crm b1从" + li + "并入，由li决定（合并）：“married”。",
                        "crm a3、crm b1移出到" + li + "，由wang决定（撤销操作）：“divorced”。",
                        "crm a2移出到" + detached + "，由li决定（移出记录）：“his son”。");
        assertThat(told(li, StoryLanguage.CHINESE))
                .containsExactly(
                        "由crm b1首次建立该客户，来自数据批次load-crm。",
                        "与" + wang + "之间有记录移动：加入crm a3，来自数据批次load-crm。",
                        "该客户停用：crm a3、crm b1归入" + wang + "，由li决定（合并）：“married”。",
                        "该客户恢复使用，包含crm a3、crm b1，由wang决定（撤销操作）：“divorced”。");
    }

    @Test
    void noTypeOfEventIsWithoutASentence() {
        Set<EventType> told = Stream.of(wang, li)
                .flatMap(id -> new EntityStory(store).tell(id, 0, 50, StoryLanguage.ENGLISH).stream())
                .map(line -> line.event().type())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(told).as("the types of the stories above").containsExactly(EventType.values());
    }

    private List<String> told(EntityId id, StoryLanguage language) {
        return new EntityStory(store)
                .tell(id, 0, 50, language).stream().map(StoryLine::text).toList();
    }

    private Entity entity(String id) {
        return store.entityOf(RecordKey.of("crm", id)).orElseThrow();
    }

    private static SourceRecord person(String id, int minute, String name, List<String> phoneAndEmails) {
        return SourceRecord.of(
                RecordKey.of("crm", id),
                RecordType.PERSON,
                Runs.NOW.minusSeconds(900).plusSeconds(60L * minute),
                Map.of(
                        AttributeName.NAME,
                        List.of(name),
                        AttributeName.PHONE,
                        phoneAndEmails.subList(0, 1),
                        AttributeName.EMAIL,
                        phoneAndEmails.subList(1, phoneAndEmails.size())));
    }
}

package dev.ravel.cypher.offline;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The kinds of nodes and relationships that a first load writes, with their columns as the importer's header names them.
 * Nodes that relationships lead to are found by their keys, within the group that stands in parentheses.
 */
enum ImportTable {
    RECORDS(
            Kind.NODES,
            "Record",
            "key:ID(Record)",
            "source:string",
            "type:string",
            "observedAt:datetime",
            "stamp:string",
            "deleted:boolean",
            "content:string",
            "spans:string[]",
            "nameKey:string",
            "loadId:string",
            "recordedAt:datetime",
            "suppressed:string[]",
            "overCap:string[]",
            "olderStamps:string[]",
            "olderContents:string[]",
            "olderRecordedAts:datetime[]",
            "olderLoadIds:string[]"),
    IDENTIFIERS(
            Kind.NODES,
            "Identifier",
            "key:ID(Identifier)",
            "value:string",
            "scope:string",
            "size:long",
            "suppressed:boolean",
            "overCap:boolean",
            "ruling:string",
            ":LABEL"),
    BLOCKS(
            Kind.NODES,
            "Block",
            "key:ID(Block)",
            "size:long",
            "members:string[]",
            "suppressed:boolean",
            "overCap:boolean",
            "ruling:string"),
    ENTITIES(
            Kind.NODES,
            "Entity",
            "key:ID(Entity)",
            "state:string",
            "component:string",
            "founder:string",
            "createdAt:datetime",
            "membershipVersion:long",
            "version:long",
            "lastEventAt:datetime",
            "lastEventHash:string",
            "size:long",
            "name:string",
            "golden:string",
            "search:string",
            "successors:string[]"),
    EVENTS(
            Kind.NODES,
            "Event",
            "key:string",
            "version:long",
            "membershipVersion:long",
            "type:string",
            "at:datetime",
            "after:string[]",
            "joined:string[]",
            "left:string[]",
            "related:string[]",
            "cause:string",
            "digest:string",
            "previousHash:string",
            "hash:string"),
    EVENT_BLOCKS(
            Kind.NODES,
            "EventBlock:UnsealedBlock",
            "tenant:string",
            "at:datetime",
            "events:string[]",
            "marks:long[]",
            "merkleRoot:string"),
    REVIEW_ITEMS(
            Kind.NODES,
            "ReviewItem:OpenReview",
            "key:string",
            "tenant:string",
            "kind:string",
            "smaller:string",
            "larger:string",
            "identifier:string",
            "weight:double",
            "cause:string",
            "openedAt:datetime"),
    INPUTS(Kind.NODES, "Input", "key:string", "offset:long"),
    STAMP(Kind.NODES, "Ravel", "key:string", "digest:string", "keys:string"),
    CARRIED(Kind.RELATIONSHIPS, "", ":START_ID(Record)", ":END_ID(Identifier)", ":TYPE", "role:string"),
    IN_BLOCK(Kind.RELATIONSHIPS, "IN_BLOCK", ":START_ID(Record)", ":END_ID(Block)"),
    MEMBER_OF(Kind.RELATIONSHIPS, "MEMBER_OF", ":START_ID(Record)", ":END_ID(Entity)", "since:datetime"),
    MATCHES(
            Kind.RELATIONSHIPS,
            "MATCHES",
            ":START_ID(Record)",
            ":END_ID(Record)",
            "weight:double",
            "status:string",
            "evidence:string",
            "rule:string",
            "cause:string");

    /** What a row of a table is. */
    enum Kind {
        NODES,
        RELATIONSHIPS
    }

    private final Kind kind;
    private final String label;
    private final List<String> header;

    ImportTable(Kind kind, String label, String... header) {
        this.kind = kind;
        this.label = label;
        this.header = List.of(header);
    }

    /** The importer's header. */
    List<String> header() {
        return header;
    }

    /** The names under which rows give the values of the columns: those of the properties, or the header's own, without groups. */
    List<String> columns() {
        return header.stream().map(ImportTable::column).toList();
    }

    /** The name of the file that a lane writes. */
    String file(int lane) {
        return fileName(Integer.toString(lane));
    }

    /** The name of the file that holds the header alone. */
    String headerFile() {
        return fileName("header");
    }

    /** The argument that tells the importer of the table: the file with the header first. */
    String argument(List<String> files) {
        String option = kind == Kind.NODES ? "--nodes=" : "--relationships=";
        return option + (label.isEmpty() ? "" : label + "=") + files.stream().collect(Collectors.joining(","));
    }

    private String fileName(String suffix) {
        return name().toLowerCase(Locale.ROOT).replace('_', '-') + "-" + suffix + ".csv";
    }

    private static String column(String header) {
        int colon = header.indexOf(':');
        return colon > 0 ? header.substring(0, colon) : header.replaceAll("\\(.*", "");
    }
}

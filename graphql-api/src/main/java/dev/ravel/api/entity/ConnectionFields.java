package dev.ravel.api.entity;

import dev.ravel.api.paging.Connection;
import dev.ravel.api.paging.Edge;
import dev.ravel.api.schema.Wiring;

/** Wires a pair of connection and edge types. */
final class ConnectionFields {
    private ConnectionFields() {}

    static void wire(Wiring wiring, String connection, String edge) {
        wiring.type(connection, Connection.class)
                .plain("edges", page -> page.edges())
                .plain("nodes", page -> page.nodes())
                .plain("pageInfo", page -> page.pageInfo());
        wiring.type(edge, Edge.class)
                .plain("cursor", element -> element.cursor())
                .plain("node", element -> element.node());
    }
}

package dev.ravel.cypher.store;

/**
 * The owner of the data that a store works on. Every key in the graph begins with the prefix, so several tenants can
 * share a database without seeing each other.
 *
 * @param name the tenant, without a colon
 */
record Tenant(String name) {
    Tenant {
        if (name.isBlank() || name.indexOf(':') >= 0) {
            throw new IllegalArgumentException("not the name of a tenant: '" + name + "'");
        }
    }

    /** What all keys of the tenant begin with. */
    String prefix() {
        return name + ':';
    }

    /** A text above all keys of the tenant. */
    String end() {
        return name + ';';
    }
}

package dev.ravel.cypher.mapping;

/**
 * The owner of the data that a store works on. Every key in the graph begins with the prefix, so several tenants can
 * share a database without seeing each other.
 *
 * @param name the tenant, without a colon
 */
public record Tenant(String name) {
    public Tenant {
        if (name.isBlank() || name.indexOf(':') >= 0) {
            throw new IllegalArgumentException("not the name of a tenant: '" + name + "'");
        }
    }

    /** What all keys of the tenant begin with. */
    public String prefix() {
        return name + ':';
    }

    /** A text above all keys of the tenant. */
    public String end() {
        return name + ';';
    }
}

package dev.ravel.generator;

/** Who a record is about in truth. */
interface Customer {
    /** The customer's id in the truth. */
    String id();

    /** A number unique among all customers of a seed. */
    long serial();
}

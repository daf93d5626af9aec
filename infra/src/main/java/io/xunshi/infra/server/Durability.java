package io.xunshi.infra.server;

/** What must survive a crash of the machine. */
public enum Durability {
    /** Everything that was acknowledged. */
    DURABLE,
    /** Nothing: the data is thrown away after the tests, so that they need not wait for disks. */
    THROWAWAY
}

package io.xunshi.infra.server;

/**
 * Names of the environment variables that platform-api and search-indexer read; {@code infra/README.md} explains each.
 */
public final class Variables {

    public static final String POSTGRES_URL = "XUNSHI_POSTGRES_URL";
    public static final String REDIS_URL = "XUNSHI_REDIS_URL";
    public static final String ELASTICSEARCH_URL = "XUNSHI_ELASTICSEARCH_URL";
    public static final String SEARCH_INDEX_PREFIX = "XUNSHI_SEARCH_INDEX_PREFIX";
    public static final String S3_ENDPOINT = "XUNSHI_S3_ENDPOINT";
    public static final String S3_ACCESS_KEY = "XUNSHI_S3_ACCESS_KEY";
    public static final String S3_SECRET_KEY = "XUNSHI_S3_SECRET_KEY";
    public static final String S3_BUCKET = "XUNSHI_S3_BUCKET";
    public static final String PAYMENT_URL = "XUNSHI_PAYMENT_URL";
    public static final String PAYMENT_SECRET_KEY = "XUNSHI_PAYMENT_SECRET_KEY";
    public static final String PAYMENT_WEBHOOK_SECRET = "XUNSHI_PAYMENT_WEBHOOK_SECRET";
    public static final String NOTICE_URL = "XUNSHI_NOTICE_URL";
    public static final String REAL_NAME_URL = "XUNSHI_REAL_NAME_URL";
    public static final String STOLEN_GOODS_URL = "XUNSHI_STOLEN_GOODS_URL";
    public static final String CARRIER_URL = "XUNSHI_CARRIER_URL";
    public static final String CARRIER_KEY = "XUNSHI_CARRIER_KEY";
    public static final String CARRIER_WEBHOOK_SECRET = "XUNSHI_CARRIER_WEBHOOK_SECRET";
    public static final String PUSH_PUBLIC_KEY = "XUNSHI_PUSH_PUBLIC_KEY";
    public static final String PUSH_PRIVATE_KEY = "XUNSHI_PUSH_PRIVATE_KEY";
    public static final String PUSH_SERVICES = "XUNSHI_PUSH_SERVICES";
    public static final String PUBLIC_URL = "XUNSHI_PUBLIC_URL";
    public static final String LOG_ORIGIN = "XUNSHI_LOG_ORIGIN";
    public static final String LOG_SIGNING_KEY = "XUNSHI_LOG_SIGNING_KEY";
    public static final String LOG_ML_DSA_KEY = "XUNSHI_LOG_ML_DSA_KEY";
    public static final String LOG_POLICY = "XUNSHI_LOG_POLICY";
    public static final String FIELD_KEY = "XUNSHI_FIELD_KEY";
    public static final String DOMINANCE_PERCENT = "XUNSHI_DOMINANCE_PERCENT";
    public static final String LIMIT_FACTOR = "XUNSHI_LIMIT_FACTOR";
    public static final String WEBHOOK_LOOPBACK = "XUNSHI_WEBHOOK_LOOPBACK";
    public static final String SHORTEST_AUCTION = "XUNSHI_SHORTEST_AUCTION";
    public static final String DEMO_ACCOUNTS_FILE = "XUNSHI_DEMO_ACCOUNTS_FILE";
    public static final String SERVER_ADDRESS = "SERVER_ADDRESS";
    public static final String SERVER_PORT = "SERVER_PORT";

    private Variables() {}
}

package io.xunshi.infra.server;

import io.minio.BucketExistsArgs;
import io.minio.ListObjectsArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.RemoveBucketArgs;
import io.minio.RemoveObjectArgs;
import io.minio.errors.MinioException;
import java.util.Map;

/** Creates and removes buckets on an S3 store. */
public final class Buckets {

    private static final int ATTEMPTS_MAX = 5;

    private final MinioClient client;

    private Buckets(MinioClient client) {
        this.client = client;
    }

    /** The buckets of the store at an address such as {@code http://127.0.0.1:9000}. */
    public static Buckets at(String endpoint, Credentials credentials) {
        return new Buckets(MinioClient.builder()
                .endpoint(endpoint)
                .credentials(credentials.name(), credentials.secret())
                .build());
    }

    /** The buckets of the store that environment variables name. */
    public static Buckets of(Map<String, String> environment) {
        return at(
                required(environment, Variables.S3_ENDPOINT),
                new Credentials(
                        required(environment, Variables.S3_ACCESS_KEY),
                        required(environment, Variables.S3_SECRET_KEY)));
    }

    /** Creates the bucket unless it is there. */
    public void create(String bucket) {
        try {
            if (!client.bucketExists(BucketExistsArgs.builder().bucket(bucket).build())) {
                client.makeBucket(MakeBucketArgs.builder().bucket(bucket).build());
            }
        } catch (MinioException e) {
            throw new ServerFailure("The object store did not create the bucket " + bucket, e);
        }
    }

    /**
     * Removes the bucket with every object in it. A program that has not ended yet may write into it meanwhile; then it
     * is emptied once more, a few times.
     */
    public void remove(String bucket) {
        for (int attempt = 1; !isRemoved(bucket, attempt == ATTEMPTS_MAX); attempt++) {}
    }

    private boolean isRemoved(String bucket, boolean isLastAttempt) {
        try {
            empty(bucket);
            client.removeBucket(RemoveBucketArgs.builder().bucket(bucket).build());
            return true;
        } catch (MinioException e) {
            if (isLastAttempt) {
                throw new ServerFailure("The object store did not remove the bucket " + bucket, e);
            }
            return false;
        }
    }

    private void empty(String bucket) throws MinioException {
        var all = ListObjectsArgs.builder().bucket(bucket).recursive(true).build();
        for (var found : client.listObjects(all)) {
            String name = found.get().objectName();
            client.removeObject(
                    RemoveObjectArgs.builder().bucket(bucket).object(name).build());
        }
    }

    private static String required(Map<String, String> environment, String name) {
        String value = environment.get(name);
        if (value == null) {
            throw new ServerFailure(name + " is not set");
        }
        return value;
    }
}

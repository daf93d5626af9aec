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

    /** Removes the bucket with every object in it. */
    public void remove(String bucket) {
        try {
            var all = ListObjectsArgs.builder().bucket(bucket).recursive(true).build();
            for (var found : client.listObjects(all)) {
                String name = found.get().objectName();
                client.removeObject(
                        RemoveObjectArgs.builder().bucket(bucket).object(name).build());
            }
            client.removeBucket(RemoveBucketArgs.builder().bucket(bucket).build());
        } catch (MinioException e) {
            throw new ServerFailure("The object store did not remove the bucket " + bucket, e);
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

package io.xunshi.platform;

import io.xunshi.platform.identity.Role;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.r2dbc.core.DatabaseClient;

/** People with roles that nobody can sign up for. */
public final class Officials {
    private Officials() {}

    /** Somebody new, signed in, with these roles and no others. */
    public static Visitor with(DatabaseClient database, int port, Role... roles) {
        return become(database, new Visitor(port).signUp("工作人员"), roles);
    }

    /** Somebody who is there already, with these roles and no others from now on. */
    public static Visitor become(DatabaseClient database, Visitor official, Role... roles) {
        var id = Visitor.json(official.get("/api/v1/session")).at("/account/id").asString();
        database.sql("update identity.account set roles = :roles where id = :id")
                .bind("roles", Stream.of(roles).map(Role::name).toArray(String[]::new))
                .bind("id", UUID.fromString(id))
                .then()
                .block();
        official.signIn(Visitor.PASSWORD).expectStatus().isCreated();
        return official;
    }
}

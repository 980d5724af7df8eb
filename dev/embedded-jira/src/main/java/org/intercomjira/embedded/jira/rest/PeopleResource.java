package org.intercomjira.embedded.jira.rest;

import java.util.Map;
import org.intercomjira.embedded.jira.account.Account;
import org.intercomjira.embedded.jira.account.Accounts;

/** How an administrator makes accounts, renames people and puts them into groups. */
final class PeopleResource {
    private final Accounts accounts;
    private final Guard guard;
    private final Shapes shapes;

    PeopleResource(Accounts accounts, Guard guard, Shapes shapes) {
        this.accounts = accounts;
        this.guard = guard;
        this.shapes = shapes;
    }

    void addTo(Router router) {
        router.on("POST", "/user", this::create).on("PUT", "/user", this::rename).on("POST", "/group/user", this::join);
    }

    private Answer create(Call call) {
        requireAdministrator(call);
        Body body = call.body();
        String name = given(body, "name");
        if (accounts.byName(name).isPresent()) {
            throw RestError.fields(Map.of("username", "A user with that username already exists."));
        }
        return Answer.created(shapes.user(accounts.create(name, given(body, "displayName"), given(body, "password"))));
    }

    private Answer rename(Call call) {
        requireAdministrator(call);
        Account account = existing(call.query("username", ""));
        accounts.rename(account.key(), given(call.body(), "displayName"));
        return Answer.ok(shapes.user(existing(account.username())));
    }

    private Answer join(Call call) {
        requireAdministrator(call);
        String group = call.query("groupname", "");
        if (!accounts.hasGroup(group)) {
            throw RestError.of(404, "The group named '" + group + "' does not exist.");
        }
        accounts.join(existing(given(call.body(), "name")).key(), group);
        return Answer.created(Shape.of("name", group));
    }

    private void requireAdministrator(Call call) {
        call.requireUser();
        if (!guard.isAdministrator(call)) {
            throw RestError.of(403, "You are not authorized to perform this operation. Administrator privileges are required.");
        }
    }

    private Account existing(String name) {
        return accounts.byName(name).orElseThrow(() -> RestError.of(404, "The user named '" + name + "' does not exist"));
    }

    private static String given(Body body, String field) {
        String text = body.text(field);
        if (text == null || text.isBlank()) {
            throw RestError.fields(Map.of(field, "You must specify a " + field + "."));
        }
        return text;
    }
}

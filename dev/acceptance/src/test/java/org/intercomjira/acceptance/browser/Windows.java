package org.intercomjira.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.intercomjira.acceptance.host.Site;

/** The windows that one test opens. */
final class Windows {
    private final Chromium chromium;
    private final List<Person> people = new ArrayList<>();

    Windows(Chromium chromium) {
        this.chromium = chromium;
    }

    /** Somebody at a new window, not logged in. */
    Person open(Site site) {
        Person person = new Person(site, chromium.newWindow());
        people.add(person);
        return person;
    }

    /** Closes them; nothing may have gone wrong in any. */
    void close() {
        people.forEach(Person::close);
        assertThat(people).flatExtracting(Person::errors).as("what went wrong in the pages' scripts").isEmpty();
    }
}

package org.intercomjira.simulator.world;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** One Intercom account; the API calls it an app, and its id {@code id_code}. */
public final class Workspace {

    private final String id;
    private final String name;
    private final Region region;
    private final Ids ids;
    private final Conversations conversations;
    private final List<Teammate> teammates = new CopyOnWriteArrayList<>();
    private final List<Team> teams = new CopyOnWriteArrayList<>();
    private final List<Tag> tags = new CopyOnWriteArrayList<>();
    private final List<Attribute> attributes = new CopyOnWriteArrayList<>();
    private final Map<String, Contact> contacts = new ConcurrentHashMap<>();
    private final Map<String, String> merged = new ConcurrentHashMap<>();
    private final Map<String, Company> companies = new ConcurrentHashMap<>();

    Workspace(String id, String name, Region region, Ids ids, Clock clock) {
        this.id = id;
        this.name = name;
        this.region = region;
        this.ids = ids;
        this.conversations = new Conversations(ids, clock);
    }

    public String id() {
        return id;
    }

    public String name() {
        return name;
    }

    public Region region() {
        return region;
    }

    public Conversations conversations() {
        return conversations;
    }

    public List<Teammate> teammates() {
        return List.copyOf(teammates);
    }

    public Optional<Teammate> teammate(String teammateId) {
        return teammates.stream().filter(teammate -> teammate.id().equals(teammateId)).findFirst();
    }

    public boolean removeTeammate(String teammateId) {
        return teammates.removeIf(teammate -> teammate.id().equals(teammateId));
    }

    public List<Team> teams() {
        return List.copyOf(teams);
    }

    public List<Attribute> attributes() {
        return List.copyOf(attributes);
    }

    public Optional<Contact> contact(String contactId) {
        return Optional.ofNullable(contacts.get(contactId));
    }

    /** The contact that this one has become, if it was merged; its conversations still name it. */
    public Optional<String> mergedInto(String contactId) {
        return Optional.ofNullable(merged.get(contactId));
    }

    public void merge(String contactId, String into) {
        merged.put(contactId, into);
    }

    public List<Contact> contacts() {
        return new ArrayList<>(contacts.values());
    }

    public Optional<Company> company(String companyId) {
        return Optional.ofNullable(companies.get(companyId));
    }

    public List<Tag> tags() {
        return List.copyOf(tags);
    }

    public Optional<Tag> tag(String tagId) {
        return tags.stream().filter(tag -> tag.id().equals(tagId)).findFirst();
    }

    /** The tag of this name, whatever its case; made when there is none. */
    public synchronized Tag tagNamed(String tagName) {
        return tags.stream().filter(tag -> tag.name().equalsIgnoreCase(tagName)).findFirst().orElseGet(() -> {
            Tag made = new Tag(ids.tag(), tagName);
            tags.add(made);
            return made;
        });
    }

    public void add(Contact contact) {
        contacts.put(contact.id(), contact);
    }

    void add(Company company) {
        companies.put(company.id(), company);
    }

    void add(Teammate teammate) {
        teammates.add(teammate);
    }

    void add(Team team) {
        teams.add(team);
    }

    void add(Attribute attribute) {
        attributes.add(attribute);
    }

    public String newContactId() {
        return ids.contact();
    }
}

package org.intercomjira.simulator.world;

import java.util.List;

/** The standard attributes of contacts and companies, and some that the workspace's owner might have added. */
final class DemoAttributes {

    private DemoAttributes() {}

    static List<Attribute> all() {
        return List.of(
                standard("contact", "name", "Name", "A person's full name", "string"),
                standard("contact", "email", "Email", "A person's email address", "string"),
                standard("contact", "phone", "Phone", "A person's phone number", "string"),
                standard("contact", "external_id", "User ID", "The id that you gave to the person", "string"),
                standard("contact", "role", "Type", "Whether the person is a user or a lead", "string"),
                standard("contact", "created_at", "First seen", "The day the person was first seen", "date"),
                standard("contact", "last_seen_at", "Last seen", "The day the person was last seen", "date"),
                standard("contact", "last_replied_at", "Last heard from", "The day the person last wrote", "date"),
                standard("contact", "session_count", "Web sessions", "How often the person visited", "integer"),
                new Attribute(0, "contact", "country", "location.country", "Country", "The country the person is in", "string", false),
                standard("company", "name", "Company name", "The name of the company", "string"),
                standard("company", "company_id", "Company ID", "The id that you gave to the company", "string"),
                standard("company", "size", "Company size", "The number of people who work there", "integer"),
                standard("company", "website", "Company website", "The address of the company's site", "string"),
                standard("company", "industry", "Company industry", "What the company does", "string"),
                standard("company", "monthly_spend", "Monthly spend", "The revenue from the company each month", "float"),
                new Attribute(0, "company", "name", "plan.name", "Plan", "The plan the company has signed up to", "string", false),
                custom(12878, "contact", "paid_subscriber", "Paid subscriber", "Whether the person pays", "boolean"),
                custom(12879, "contact", "plan", "Plan", "The plan the person is on", "string"),
                custom(12880, "company", "team_mates", "Team mates", "How many people of the company use the product", "integer"),
                custom(12881, "conversation", "jira_issue_key", "jira_issue_key", "The Jira issue this is about", "string"));
    }

    private static Attribute standard(String model, String name, String label, String description, String dataType) {
        return new Attribute(0, model, name, name, label, description, dataType, false);
    }

    private static Attribute custom(long id, String model, String name, String label, String description, String dataType) {
        return new Attribute(id, model, name, "custom_attributes." + name, label, description, dataType, true);
    }
}

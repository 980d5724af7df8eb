package org.intercomjira.acceptance.face;

/** Someone with a seat in an Intercom workspace, by whom a project can be connected. */
public record Teammate(String region, String workspace, String workspaceName, String id, String name) {
    public static final Teammate JIRA_APP = new Teammate("us", "ecahpwf5", "Acme Support", "5017691", "Jira app");
    public static final Teammate SAM = new Teammate("us", "ecahpwf5", "Acme Support", "5017692", "Sam Support");
    public static final Teammate OF_THE_SECOND_WORKSPACE = new Teammate("us", "second01", "Second Workspace", "5117691", "Jira app (second)");
    public static final Teammate OF_EUROPE = new Teammate("eu", "euspace1", "Acme Europe", "5217691", "Jira app (Europe)");
    public static final Teammate OF_AUSTRALIA = new Teammate("au", "auspace1", "Acme Australia", "5317691", "Jira app (Australia)");
}

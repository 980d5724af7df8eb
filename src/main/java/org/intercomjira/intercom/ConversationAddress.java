package org.intercomjira.intercom;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what a person pasted to name a conversation: its id, or the address of any page of the Inbox that shows it. The host must be
 * exactly one of Intercom's: an address that merely begins or ends like one is refused.
 */
public final class ConversationAddress {
    private static final int LONGEST = 2_000;
    private static final Pattern ID = Pattern.compile("\\d{1,40}");
    private static final Pattern WORKSPACE = Pattern.compile("^/a/(?:inbox|apps)/([a-z0-9_-]{1,60})/");
    /** The first group takes as much as it can, so the last conversation in the path counts. */
    private static final Pattern CONVERSATION = Pattern.compile("^.*/conversations?/(\\d{1,40})(?:/.*)?$");
    private static final String CURRENT_WORKSPACE = "_";

    private ConversationAddress() {
    }

    /** What the text names. */
    public sealed interface Parsed {
    }

    /** Just an id. */
    public record Id(ConversationId conversation) implements Parsed {
    }

    /** An address: it also says the region, and the workspace unless it says "the current one". */
    public record Located(ConversationId conversation, Optional<WorkspaceId> workspace, Region region) implements Parsed {
    }

    /** @param reason i18n code after {@code intercom.error.}: {@code address.empty}, {@code address.host}, {@code address.form} */
    public record Unusable(String reason) implements Parsed {
    }

    /** @param pasted what the person typed or pasted; may be null */
    public static Parsed parse(String pasted, IntercomEndpoints endpoints) {
        String text = pasted == null ? "" : pasted.strip();
        if (text.isEmpty()) {
            return new Unusable("address.empty");
        }
        if (ID.matcher(text).matches()) {
            return new Id(new ConversationId(text));
        }
        return uri(text).map(address -> locate(address, endpoints)).orElseGet(() -> new Unusable("address.form"));
    }

    private static Parsed locate(URI address, IntercomEndpoints endpoints) {
        for (Region region : Region.values()) {
            for (URI base : bases(region, endpoints)) {
                if (isBelow(base, address)) {
                    return inside(address.getRawPath().substring(base.getRawPath().length()), region);
                }
            }
        }
        return new Unusable("address.host");
    }

    private static Parsed inside(String path, Region region) {
        Matcher workspace = WORKSPACE.matcher(path);
        if (!workspace.find()) {
            return new Unusable("address.form");
        }
        // One character back: the slash that ends the workspace may be the one that begins "/conversation/".
        Matcher conversation = CONVERSATION.matcher(path.substring(workspace.end() - 1));
        if (!conversation.matches()) {
            return new Unusable("address.form");
        }
        String id = workspace.group(1);
        return new Located(new ConversationId(conversation.group(1)),
            id.equals(CURRENT_WORKSPACE) ? Optional.empty() : Optional.of(new WorkspaceId(id)), region);
    }

    /** Intercom's own pages, by their old name too, and whatever stands for them in dev mode. */
    private static List<URI> bases(Region region, IntercomEndpoints endpoints) {
        List<URI> bases = new ArrayList<>();
        bases.add(endpoints.app(region));
        bases.add(IntercomEndpoints.publicApp(region));
        if (region == Region.US) {
            bases.add(URI.create("https://app.intercom.io"));
        }
        return bases;
    }

    private static boolean isBelow(URI base, URI address) {
        return base.getScheme().equalsIgnoreCase(address.getScheme())
            && base.getHost().equalsIgnoreCase(address.getHost())
            && port(base) == port(address)
            && address.getRawUserInfo() == null
            && address.getRawPath().startsWith(base.getRawPath() + "/");
    }

    private static int port(URI address) {
        if (address.getPort() != -1) {
            return address.getPort();
        }
        return address.getScheme().toLowerCase(Locale.ROOT).equals("https") ? 443 : 80;
    }

    /** Query and fragment go first: they name parts and views, and may hold characters that no URI may. */
    private static Optional<URI> uri(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(text.split("[?#]", 2)[0]);
            return uri.getScheme() == null || uri.getRawPath() == null ? Optional.empty() : Optional.of(uri);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}

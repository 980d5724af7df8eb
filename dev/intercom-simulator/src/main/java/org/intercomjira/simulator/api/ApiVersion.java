package org.intercomjira.simulator.api;

import java.util.Optional;

/** The value of the header {@code Intercom-Version}; without one, the app's own version counts. */
public record ApiVersion(int major, int minor) implements Comparable<ApiVersion> {

    static final ApiVersion V2_15 = new ApiVersion(2, 15);
    static final ApiVersion V2_16 = new ApiVersion(2, 16);
    private static final ApiVersion PREVIEW = new ApiVersion(3, 0);

    static ApiVersion of(Optional<String> header) {
        if (header.isEmpty()) {
            return V2_16;
        }
        String text = header.get();
        if (text.equals("Preview") || text.equals("Unstable")) {
            return PREVIEW;
        }
        if (!text.matches("1\\.[0-4]|2\\.([0-9]|1[0-6])")) {
            throw new ApiError(400, "intercom_version_invalid", "The requested version could not be found");
        }
        String[] numbers = text.split("\\.");
        return new ApiVersion(Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]));
    }

    boolean isBefore(ApiVersion other) {
        return compareTo(other) < 0;
    }

    @Override
    public int compareTo(ApiVersion other) {
        return major != other.major ? Integer.compare(major, other.major) : Integer.compare(minor, other.minor);
    }
}

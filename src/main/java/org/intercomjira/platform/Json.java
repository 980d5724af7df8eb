package org.intercomjira.platform;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.time.Instant;

/** JSON of the plugin's REST: instants are epoch milliseconds, null values are left out, a {@link Secret} can be read but never written. */
public final class Json {
    private static final Gson GSON = new GsonBuilder()
            .registerTypeAdapter(Instant.class, new InstantAdapter().nullSafe())
            .registerTypeAdapter(Secret.class, new SecretAdapter())
            .create();

    private Json() {
    }

    public static String write(Object value) {
        return GSON.toJson(value);
    }

    /** @throws ApiException 422 input.invalid when the text is no JSON of this type */
    public static <T> T read(String text, Class<T> type) {
        try {
            T value = GSON.fromJson(text, type);
            if (value == null) {
                throw new ApiException(422, "input.invalid");
            }
            return value;
        } catch (JsonParseException | IllegalStateException | NumberFormatException e) {
            throw new ApiException(422, "input.invalid");
        }
    }

    /** @throws ApiException 422 input.invalid when the text is no JSON object */
    public static JsonObject readObject(String text) {
        try {
            JsonElement element = JsonParser.parseString(text == null ? "" : text);
            if (element.isJsonObject()) {
                return element.getAsJsonObject();
            }
        } catch (JsonParseException e) {
            // the parser's message quotes the text: only the code goes out
        }
        throw new ApiException(422, "input.invalid");
    }

    private static final class InstantAdapter extends TypeAdapter<Instant> {
        @Override
        public void write(JsonWriter out, Instant value) throws IOException {
            out.value(value.toEpochMilli());
        }

        @Override
        public Instant read(JsonReader in) throws IOException {
            return Instant.ofEpochMilli(in.nextLong());
        }
    }

    private static final class SecretAdapter extends TypeAdapter<Secret> {
        @Override
        public void write(JsonWriter out, Secret value) throws IOException {
            if (value != null) {
                throw new IllegalStateException("A secret is never written as JSON");
            }
            out.nullValue();
        }

        @Override
        public Secret read(JsonReader in) throws IOException {
            if (in.peek() == JsonToken.NULL) {
                in.nextNull();
                return null;
            }
            return new Secret(in.nextString());
        }
    }
}

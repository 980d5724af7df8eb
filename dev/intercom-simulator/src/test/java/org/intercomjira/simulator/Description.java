package org.intercomjira.simulator;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

/** Intercom's published description of its API, which is not part of this repository. */
final class Description {

    static final String WHERE = "../shared/intercom-openapi-2.16.yaml beside the repository, or the file that INTERCOM_OPENAPI names";

    private final JsonObject content;

    private Description(JsonObject content) {
        this.content = content;
    }

    static Optional<Description> find() {
        Stream<Path> named = Stream.ofNullable(System.getenv("INTERCOM_OPENAPI")).map(Path::of);
        Stream<Path> beside = Stream.iterate(Path.of("").toAbsolutePath(), path -> path != null, Path::getParent)
                .filter(path -> Files.isDirectory(path.resolve("dev/intercom-simulator")))
                .map(repository -> repository.resolve("../shared/intercom-openapi-2.16.yaml").normalize());
        return Stream.concat(named, beside).filter(Files::isRegularFile).findFirst().map(Description::read);
    }

    private static Description read(Path file) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        try (Reader reader = Files.newBufferedReader(file)) {
            return new Description(new GsonBuilder().serializeNulls().create().toJsonTree((Object) new Yaml(options).load(reader)).getAsJsonObject());
        } catch (IOException e) {
            throw new IllegalStateException("The description cannot be read: " + file, e);
        }
    }

    /**
     * The description with these paths only, mended where it is at odds with itself or with the validator:
     * - two arrays of ticket attributes say nothing of their items, and no parser takes the document then;
     * - "nullable" beside a reference is without effect in OpenAPI 3.0, yet the examples show that null is meant;
     * - a discriminator must be a required member, which the one of the conversation attributes is not;
     * - the validator closes every object to unknown members, each part of an "allOf" by itself, so that none could ever fit: they are merged.
     */
    JsonObject mendedFor(Set<String> paths) {
        JsonObject mended = content.deepCopy();
        mended.getAsJsonObject("paths").keySet().retainAll(paths);
        mend(mended);
        return mended;
    }

    private void mend(JsonElement element) {
        if (element instanceof JsonArray array) {
            array.forEach(this::mend);
        }
        if (element instanceof JsonObject object) {
            if (has(object, "type", "array") && !object.has("items")) {
                object.add("items", new JsonObject());
            }
            if (object.has("discriminator") && object.has("oneOf")) {
                object.remove("discriminator");
            }
            if (object.get("allOf") instanceof JsonArray whole) {
                object.remove("allOf");
                whole.forEach(part -> merge(resolve(part.getAsJsonObject()), object));
            }
            object.entrySet().forEach(member -> {
                mend(member.getValue());
                inlineNullable(member.getValue()).ifPresent(member::setValue);
            });
        }
    }

    private Optional<JsonObject> inlineNullable(JsonElement schema) {
        if (!(schema instanceof JsonObject object) || !object.has("$ref") || !object.has("nullable")) {
            return Optional.empty();
        }
        JsonObject inlined = resolve(object);
        inlined.addProperty("nullable", true);
        if (inlined.get("anyOf") instanceof JsonArray alternatives) {
            JsonObject nothing = new JsonObject();
            nothing.addProperty("type", "string");
            nothing.addProperty("nullable", true);
            nothing.addProperty("maxLength", 0);
            alternatives.add(nothing);
        }
        return Optional.of(inlined);
    }

    private static void merge(JsonObject part, JsonObject into) {
        if (part.get("properties") instanceof JsonObject more) {
            JsonObject all = into.get("properties") instanceof JsonObject own ? own : new JsonObject();
            more.entrySet().forEach(property -> all.add(property.getKey(), property.getValue()));
            into.add("properties", all);
            into.addProperty("type", "object");
        }
        if (part.get("required") instanceof JsonArray more) {
            JsonArray all = into.get("required") instanceof JsonArray own ? own : new JsonArray();
            all.addAll(more);
            into.add("required", all);
        }
        if (part.get("allOf") instanceof JsonArray) {
            throw new IllegalStateException("An allOf in an allOf is not expected");
        }
    }

    /** The schema itself, or a copy of the one that it refers to. */
    private JsonObject resolve(JsonObject schema) {
        if (!schema.has("$ref")) {
            return schema;
        }
        String name = schema.get("$ref").getAsString().substring("#/components/schemas/".length());
        return content.getAsJsonObject("components").getAsJsonObject("schemas").getAsJsonObject(name).deepCopy();
    }

    private static boolean has(JsonObject object, String name, String value) {
        return object.get(name) instanceof JsonPrimitive found && found.getAsString().equals(value);
    }

    /** Names that occur as members, at any depth, in the published examples of the operation. */
    Set<String> exampleMembers(String method, String template) {
        Set<String> names = new TreeSet<>();
        collectNames(operation(method, template), names);
        return names;
    }

    private static void collectNames(JsonElement element, Set<String> names) {
        if (element instanceof JsonArray array) {
            array.forEach(item -> collectNames(item, names));
        }
        if (element instanceof JsonObject object) {
            names.addAll(object.keySet());
            object.entrySet().forEach(member -> collectNames(member.getValue(), names));
        }
    }

    /** The first published example of the operation's answer of this status. */
    Optional<JsonElement> example(String method, String template, int status) {
        JsonObject response = operation(method, template).getAsJsonObject("responses").getAsJsonObject(String.valueOf(status));
        JsonObject examples = response.getAsJsonObject("content").getAsJsonObject("application/json").getAsJsonObject("examples");
        return examples.entrySet().stream().findFirst().map(example -> example.getValue().getAsJsonObject().get("value"));
    }

    private JsonObject operation(String method, String template) {
        return content.getAsJsonObject("paths").getAsJsonObject(template).getAsJsonObject(method.toLowerCase(Locale.ROOT));
    }
}

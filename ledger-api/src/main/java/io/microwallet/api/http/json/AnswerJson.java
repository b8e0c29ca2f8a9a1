package io.microwallet.api.http.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes answers: members in the order in which the record declares them, absent ones left out, times in RFC 3339. Its
 * settings are part of the answers' format: replays must be the same bytes for ever, which golden files pin.
 */
public final class AnswerJson {
    private static final JsonMapper MAPPER = writing(JsonMapper.builder()).build();

    private AnswerJson() {}

    public static byte[] bytes(Object answer) {
        return MAPPER.writeValueAsBytes(answer);
    }

    static JsonMapper.Builder writing(JsonMapper.Builder builder) {
        return builder.disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .disable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .changeDefaultPropertyInclusion(
                        inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL));
    }
}

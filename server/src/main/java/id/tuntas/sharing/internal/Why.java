package id.tuntas.sharing.internal;

import com.fasterxml.jackson.annotation.JsonValue;

/** Why a family gets a programme of a sharing, or does not. */
enum Why {
    /** It meets needs that nothing else given meets. */
    NEED("need"),
    /** It opens a kind of help that the family needs and nothing else given brings. */
    PILLAR("pillar"),
    /** A person decided so. */
    PERSON("person"),
    /** The quota of an area is given out. */
    QUOTA("quota"),
    /** The programme's own money for an area is given out. */
    MONEY("money"),
    /** The money is given out. */
    BUDGET("budget"),
    /** It may not come together with something that is given. */
    CLASH("clash"),
    /** Its needs are met by something else that is given. */
    COVERED("covered"),
    /** Its needs are served by what was asked already; it could only bring a kind of help more. */
    SERVED("served"),
    /** There is room: a person may add it. */
    ROOM("room"),
    /** It was asked already. */
    ASKED("asked"),
    /** The agency refused, failed or stopped; ask again on the family's own page. */
    TURNED_DOWN("turnedDown"),
    /** It may not come together with something that was asked already. */
    CLASH_ASKED("clashAsked"),
    /** The answers do not tell whether it fits. */
    UNTOLD("untold");

    private final String key;

    Why(String key) {
        this.key = key;
    }

    @JsonValue
    String key() {
        return key;
    }
}

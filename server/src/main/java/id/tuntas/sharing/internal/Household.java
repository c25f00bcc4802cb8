package id.tuntas.sharing.internal;

import id.tuntas.programmes.Need;
import java.util.Set;
import java.util.UUID;

/**
 * A family as the search sees it.
 *
 * @param weight what one met need of it counts
 * @param needs open ones that nothing asked serves yet
 * @param met open ones that something asked serves already
 * @param pillars of what was asked already
 */
record Household(UUID id, String village, long weight, Set<Need> needs, Set<Need> met, Set<Integer> pillars) {}

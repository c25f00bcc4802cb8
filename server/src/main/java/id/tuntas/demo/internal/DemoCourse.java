package id.tuntas.demo.internal;

import id.tuntas.demo.internal.DemoRepairs.Repair;
import id.tuntas.interventions.InterventionState;
import id.tuntas.programmes.Need;
import java.time.LocalDate;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of one need of one family, and when; a day that is null never comes.
 *
 * @param declined whether the coordinator finds that the family does not have it; then nobody asks
 * @param refused whether the agency's answer is no
 * @param word what the officer finds at the family
 */
record DemoCourse(
        Need need,
        LocalDate looked,
        boolean declined,
        @Nullable LocalDate asked,
        @Nullable LocalDate answered,
        boolean refused,
        @Nullable LocalDate planned,
        @Nullable LocalDate plannedFor,
        @Nullable LocalDate delivered,
        @Nullable LocalDate seen,
        InterventionState word) {

    static final LocalDate FIRST = LocalDate.of(2023, 4, 3);

    private static final int DAYS_TO_LOOK = 25;

    /** How long agencies take, in days. */
    private enum Pace {
        QUICK(8, 10, 10, 40),
        SLOW(14, 25, 45, 100);

        private final int answer;
        private final int plan;
        private final int least;
        private final int more;

        Pace(int answer, int plan, int least, int more) {
            this.answer = answer;
            this.plan = plan;
            this.least = least;
            this.more = more;
        }

        static Pace of(Need need) {
            return switch (need) {
                case FOOD, HEALTH, SCHOOL, STUNTING, DISABILITY, ELDERLY, PAPERS -> QUICK;
                case INCOME, HOUSING, WATER, TOILET, ELECTRICITY -> SLOW;
            };
        }
    }

    /** The day on which the coordinator looks at all of a family's needs. */
    static LocalDate looked(Random chance) {
        return DemoPlan.workday(FIRST.plusDays(chance.nextInt(DAYS_TO_LOOK)));
    }

    static DemoCourse of(Need need, LocalDate looked, Random chance) {
        Pace pace = Pace.of(need);
        boolean declined = oneIn(25, chance);
        LocalDate asked = declined || oneIn(14, chance) ? null : after(looked, 1, 6, chance);
        LocalDate answered = asked == null || oneIn(16, chance) ? null : after(asked, 2, pace.answer, chance);
        boolean refused = oneIn(14, chance);
        LocalDate planned =
                answered == null || refused || oneIn(20, chance) ? null : after(answered, 1, pace.plan, chance);
        LocalDate plannedFor = planned == null ? null : after(planned, pace.least, pace.more, chance);
        LocalDate delivered = plannedFor == null || oneIn(9, chance) ? null : after(plannedFor, 0, 12, chance);
        LocalDate seen = delivered == null || oneIn(12, chance) ? null : after(delivered, 2, 24, chance);
        return new DemoCourse(
                need, looked, declined, asked, answered, refused, planned, plannedFor, delivered, seen, word(chance));
    }

    static DemoCourse of(Repair repair, LocalDate looked, Random chance) {
        LocalDate asked = after(looked, 1, 6, chance);
        LocalDate answered = after(asked, 2, Pace.SLOW.answer, chance);
        LocalDate finished = repair.finished();
        return new DemoCourse(
                Need.HOUSING,
                looked,
                false,
                asked,
                answered,
                false,
                repair.planned(),
                repair.plannedFor(),
                finished,
                finished == null ? null : after(finished, 1, 3, chance),
                InterventionState.RECEIVED);
    }

    /** Whether the officer has found by a day that all of it arrived. */
    boolean received(LocalDate day) {
        return seen != null && !seen.isAfter(day) && word == InterventionState.RECEIVED;
    }

    private static InterventionState word(Random chance) {
        int turn = chance.nextInt(30);
        return turn == 0
                ? InterventionState.DIFFERENT
                : turn < 3 ? InterventionState.MISSING : InterventionState.RECEIVED;
    }

    private static LocalDate after(LocalDate day, int least, int more, Random chance) {
        return DemoPlan.workday(day.plusDays(least + chance.nextInt(more)));
    }

    private static boolean oneIn(int so, Random chance) {
        return chance.nextInt(so) == 0;
    }
}

package id.tuntas.rosterfile;

/**
 * Takes the rows that are let in, one by one, in the order of the sheets. All families of family lists come before the
 * first member; of a person-per-row sheet a family may come after some of its members. Nothing taken may be used before
 * the run ends and its report says that no file was refused.
 */
public interface RowSink {

    void family(FamilyRow family);

    void member(MemberRow member);

    /** Takes nothing: for a check that only wants the report. */
    RowSink NONE = new RowSink() {
        @Override
        public void family(FamilyRow family) {}

        @Override
        public void member(MemberRow member) {}
    };
}

package id.tuntas.demo.internal;

import id.tuntas.cases.FamilyCase;
import id.tuntas.forms.VervalAnswers;
import id.tuntas.forms.VervalInstance;
import id.tuntas.forms.VervalInstance.Family;

/** The submission an officer's telephone would send. */
final class DemoInstance {

    private DemoInstance() {}

    static byte[] xml(DemoVisit visit, VervalAnswers answers, String district) {
        FamilyCase family = visit.family();
        return VervalInstance.write(
                answers,
                new Family(
                        family.headName(),
                        family.address(),
                        family.hamlet(),
                        visit.village().name(),
                        district,
                        visit.members().size()),
                visit.round().evidence(),
                visit.round().attemptsBeforeNotFound());
    }
}

package id.tuntas.demo.internal;

import id.tuntas.access.Role;
import id.tuntas.demo.DemoCalendar;
import id.tuntas.demo.internal.DemoPeople.Person;
import id.tuntas.forms.Words;
import id.tuntas.platform.BusinessClock;
import id.tuntas.platform.Welcome;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Who can sign in, and what there is to try. */
@Component
@Profile("demo")
class DemoWelcome implements Welcome {

    private final DemoPasswords passwords;
    private final BusinessClock clock;
    private final DemoSettings settings;

    DemoWelcome(DemoPasswords passwords, BusinessClock clock, DemoSettings settings) {
        this.passwords = passwords;
        this.clock = clock;
        this.settings = settings;
    }

    @Override
    public List<String> lines(String address) {
        Words day = Words.ofDay(clock.today());
        Map<String, String> kept = passwords.kept();
        List<String> lines = new ArrayList<>();
        lines.add("Buleleng, " + day.id() + " / " + day.en() + ". Semua data rekaan / all data are invented.");
        LocalDate asked = settings.day();
        if (asked != null && asked.isBefore(clock.today())) {
            lines.add("Peragaan tidak mundur ke --day " + asked
                    + "; --fresh memulainya lagi. / The demo does not go back to --day " + asked
                    + "; --fresh begins it anew.");
        }
        lines.add("");
        lines.add("Akun / accounts:");
        for (Person person : DemoPeople.personas()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "  %-6s  %-16s  %s",
                    person.username(),
                    kept.getOrDefault(person.username(), ""),
                    role(person.role())));
        }
        lines.add("  " + (DemoPeople.all().size() - DemoPeople.personas().size()) + " lainnya / others: "
                + passwords.file());
        lines.add("");
        lines.add("Coba / try:");
        lines.addAll(clock.today().isAfter(DemoDecree.DAY) ? afterTheDecree(address) : whileVisiting(address));
        lines.add("");
        return lines;
    }

    private static List<String> whileVisiting(String address) {
        Words last = Words.ofDay(DemoCalendar.LAST_DAY);
        return List.of(
                "  1. budi: setujui atau kembalikan kunjungan / approve or return a visit: " + address + "/tinjauan",
                "  2. ani: kunjungi satu keluarga / visit a family: " + address + "/lapangan/",
                "  3. citra: lihat hitungan terhadap batas, lalu mainkan sampai " + last.id()
                        + " / see the count against the deadline, then play on to " + last.en() + ": " + address);
    }

    private static List<String> afterTheDecree(String address) {
        return List.of(
                "  1. dewa: jawab dan serahkan perbaikan rumah / answer for and deliver house repairs: " + address
                        + "/intervensi",
                "  2. ani: lihat apakah bantuan sampai / see whether aid has arrived: " + address + "/lapangan/bantuan",
                "  3. eka: lihat mengapa belum nol / see why it is not zero yet: " + address + "/menuju-nol");
    }

    private static String role(@Nullable Role role) {
        return switch (role) {
            case OFFICER -> "petugas / officer";
            case DISTRICT_COORDINATOR -> "koordinator kecamatan / district coordinator";
            case REGENCY_COORDINATOR -> "koordinator kabupaten / regency coordinator";
            case AGENCY -> "perangkat daerah / agency";
            case REGENT_OFFICE -> "kantor bupati / regent's office";
            case LEADER -> "pimpinan / leader";
            case AUDITOR -> "inspektorat / auditor";
            case ADMIN -> "administrator";
            case null -> "tanpa hak / without rights";
        };
    }
}

package id.tuntas.demo.internal;

import static id.tuntas.citizens.PetitionKind.NOMINATION;
import static id.tuntas.citizens.PetitionKind.OBJECTION;

import id.tuntas.citizens.NewPetition;
import id.tuntas.citizens.PetitionKind;
import id.tuntas.citizens.Petitions;
import id.tuntas.regions.Regions;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** In autumn a few people write without an account; nobody has taken it up, and the answer to the first is late by October. */
@Component
@Profile("demo")
class DemoPetitions implements DemoChapter {

    /** @param village which one of its district */
    private record Letter(
            LocalDate day,
            PetitionKind kind,
            DemoDistrict district,
            int village,
            String name,
            String place,
            String reason,
            @Nullable String phone) {}

    private static final List<Letter> LETTERS = List.of(
            new Letter(
                    LocalDate.of(2023, 9, 12),
                    NOMINATION,
                    DemoDistrict.SUKASADA,
                    0,
                    "Ni Nyoman Contoh Senja",
                    "Utara balai banjar, gang kecil sesudah warung",
                    "Tinggal sendiri di rumah bambu, tidak pernah didata. Sudah sulit berjalan.",
                    "0812 0000 0001"),
            new Letter(
                    LocalDate.of(2023, 9, 25),
                    OBJECTION,
                    DemoDistrict.BANJAR,
                    2,
                    "I Wayan Contoh Laut",
                    "Rumah bercat hijau di tepi jalan raya",
                    "Anaknya sudah bekerja di kapal dan rumahnya baru selesai dibangun.",
                    null),
            new Letter(
                    LocalDate.of(2023, 10, 4),
                    NOMINATION,
                    DemoDistrict.SUKASADA,
                    3,
                    "Komang Contoh Rintik",
                    "Dekat pura dalem, rumah paling atas",
                    "Suaminya meninggal bulan lalu, tiga anaknya masih sekolah.",
                    null),
            new Letter(
                    LocalDate.of(2023, 10, 16),
                    NOMINATION,
                    DemoDistrict.TEJAKULA,
                    1,
                    "Luh Contoh Pasir",
                    "Gubuk di tepi pantai, timur dermaga",
                    "Menumpang di tanah orang, makan dari memungut kerang.",
                    "0812 0000 0002"));

    private final Regions regions;
    private final Petitions petitions;

    DemoPetitions(Regions regions, Petitions petitions) {
        this.regions = regions;
        this.petitions = petitions;
    }

    @Override
    public long work(LocalDate day) {
        return LETTERS.stream().filter(letter -> letter.day().equals(day)).count();
    }

    @Override
    public List<List<Runnable>> on(LocalDate day) {
        return LETTERS.stream()
                .filter(letter -> letter.day().equals(day))
                .map(letter -> List.<Runnable>of(() -> petitions.take(petition(letter))))
                .toList();
    }

    private NewPetition petition(Letter letter) {
        return new NewPetition(
                letter.kind(),
                UUID.nameUUIDFromBytes(letter.name().getBytes(StandardCharsets.UTF_8)),
                regions.list("village", letter.district().code())
                        .get(letter.village())
                        .code(),
                letter.name(),
                letter.place(),
                letter.reason(),
                letter.phone(),
                null);
    }
}

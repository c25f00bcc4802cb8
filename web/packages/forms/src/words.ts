/** The words that we put around the engine. */
const WORDS = {
  id: {
    sign: {
      open: 'Tanda tangan di layar',
      title: 'Tanda tangan',
      hint: 'Tanda tangani di kotak ini dengan jari.',
      save: 'Simpan',
      clear: 'Ulangi',
      cancel: 'Batal',
    },
    camera: {
      open: 'Ambil foto',
      opening: 'Membuka kamera …',
      view: 'Gambar kamera',
      take: 'Ambil foto',
      cancel: 'Batal',
      own: 'Kamera HP',
      hints: {
        house_front: 'Seluruh rumah di dalam bingkai, tanpa wajah orang.',
        inside: 'Ruang utama, dari pintu, tanpa wajah orang.',
        kk_card: 'Seluruh kartu di dalam bingkai, tulisan terbaca.',
        place: 'Rumah atau surat keterangan di dalam bingkai.',
        other: 'Dari dekat dan terang, di dalam bingkai.',
      },
    },
    doubt: {
      dark: 'Foto ini terlalu gelap',
      blurred: 'Foto ini kabur',
      unreadable: 'Foto ini tidak dapat dibuka',
      instead:
        'Berkasnya rusak, bukan foto, atau dari jenis yang tidak dapat ditampilkan di HP ini (misalnya HEIC). Ambil foto baru di sini, atau pilih foto JPG.',
      picture: 'Foto yang baru diambil',
      why: 'Bila tetap dipakai, apa alasannya?',
      reasons: ['Di sini memang tidak ada cahaya', 'Tidak dapat memotret ulang', 'Foto ini sudah cukup jelas menurut saya'],
      keep: 'Tetap pakai',
      again: 'Foto ulang',
    },
    told: { photo: 'Foto diambil: {title}', sign: 'Sudah ditandatangani: {title}' },
    steps: {
      progress: 'Pertanyaan {number} dari {count}',
      inPart: 'Bagian {part} dari {parts}\u00a0· Pertanyaan {number}',
      back: 'Sebelumnya',
      next: 'Berikutnya',
      skip: 'Lewati dulu',
      one: 'Satu per satu',
      page: 'Satu halaman',
    },
    mend: 'Koordinator meminta ini diperbaiki atau dilengkapi.',
    noPlace: {
      why: 'Mengapa lokasi tidak dapat diambil?',
      no_signal: 'Tidak ada sinyal GPS',
      device: 'Perangkat rusak',
      not_allowed: 'Tidak diizinkan',
    },
    place: {
      first: 'Ambil lokasi',
      again: 'Ulangi',
      busy: 'Mencari lokasi Anda …',
      waiting: 'Ketelitian {metres} meter. Menunggu yang lebih baik dari {good} meter.',
      use: 'Pakai ±{metres} m',
      cancel: 'Batal',
      good: 'Ketelitian {metres} meter. Cukup baik. Tersimpan.',
      rough: 'Ketelitian {metres} meter. Kurang teliti. Tersimpan.',
      kept: 'Lokasi tersimpan.',
      denied: 'Lokasi tidak dapat dibaca. Nyalakan GPS dan izinkan aplikasi ini membacanya, lalu coba lagi.',
    },
  },
  en: {
    sign: {
      open: 'Sign on the screen',
      title: 'Signature',
      hint: 'Sign in this box with a finger.',
      save: 'Save',
      clear: 'Start again',
      cancel: 'Cancel',
    },
    camera: {
      open: 'Take photo',
      opening: 'Opening the camera …',
      view: 'What the camera sees',
      take: 'Take photo',
      cancel: 'Cancel',
      own: 'Phone camera',
      hints: {
        house_front: 'The whole house inside the frame, no faces.',
        inside: 'The main room, from the door, no faces.',
        kk_card: 'The whole card inside the frame, its words readable.',
        place: 'The house or the statement inside the frame.',
        other: 'Close and bright, inside the frame.',
      },
    },
    doubt: {
      dark: 'This photo is too dark',
      blurred: 'This photo is blurred',
      unreadable: 'This photo cannot be opened',
      instead:
        'The file is broken, no photo, or of a kind that this phone cannot show (HEIC, for one). Take a new one here, or choose a JPG.',
      picture: 'The photo just taken',
      why: 'If it is kept all the same, why?',
      reasons: ['There is no light here', 'Cannot take it again', 'It is clear enough to me'],
      keep: 'Keep it',
      again: 'Take it again',
    },
    told: { photo: 'Photo taken: {title}', sign: 'Signed: {title}' },
    steps: {
      progress: 'Question {number} of {count}',
      inPart: 'Part {part} of {parts}\u00a0· Question {number}',
      back: 'Previous',
      next: 'Next',
      skip: 'Skip for now',
      one: 'One by one',
      page: 'One page',
    },
    mend: 'The coordinator asks you to correct or complete this.',
    noPlace: {
      why: 'Why could the location not be taken?',
      no_signal: 'No GPS signal',
      device: 'Device is broken',
      not_allowed: 'Not allowed',
    },
    place: {
      first: 'Get location',
      again: 'Again',
      busy: 'Finding your location …',
      waiting: 'Accurate to {metres} metres. Waiting for better than {good} metres.',
      use: 'Use ±{metres} m',
      cancel: 'Cancel',
      good: 'Accurate to {metres} metres. Good enough. Saved.',
      rough: 'Accurate to {metres} metres. Rough. Saved.',
      kept: 'Location saved.',
      denied: 'Cannot read the location. Turn on GPS and allow this app to read it, then try again.',
    },
  },
};

/** The language of the page, as its `lang` says: Indonesian unless it is English. */
export function pageLanguage(): 'id' | 'en' {
  return document.documentElement.lang === 'en' ? 'en' : 'id';
}

export function pageWords(): (typeof WORDS)['id'] {
  return WORDS[pageLanguage()];
}

/** The words with the values in their {places}. */
export function put(words: string, values: Readonly<Record<string, string | number>>): string {
  return words.replace(/\{(\w+)\}/g, (place, name: string) => (name in values ? String(values[name]) : place));
}

/** A number with its decimals as the page's language writes them; none is lost. */
export const decimal = (digits: string): string => (pageLanguage() === 'id' ? digits.replace('.', ',') : digits);

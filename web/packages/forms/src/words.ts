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
    steps: {
      progress: 'Pertanyaan {number} dari {count}',
      back: 'Sebelumnya',
      next: 'Berikutnya',
      skip: 'Lewati dulu',
      one: 'Satu per satu',
      page: 'Satu halaman',
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
    steps: {
      progress: 'Question {number} of {count}',
      back: 'Previous',
      next: 'Next',
      skip: 'Skip for now',
      one: 'One by one',
      page: 'One page',
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
export function put(words: string, values: Readonly<Record<string, number>>): string {
  return words.replace(/\{(\w+)\}/g, (place, name: string) => (name in values ? String(values[name]) : place));
}

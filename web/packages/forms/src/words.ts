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
  },
};

/** The language of the page, as its `lang` says: Indonesian unless it is English. */
export function pageLanguage(): 'id' | 'en' {
  return document.documentElement.lang === 'en' ? 'en' : 'id';
}

export function pageWords(): (typeof WORDS)['id'] {
  return WORDS[pageLanguage()];
}

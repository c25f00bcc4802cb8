/**
 * The form engine speaks English only (0.22). This puts its own words into Indonesian after it has drawn them; the questions themselves
 * come from the form in both languages.
 */
const WORDS: Readonly<Record<string, string>> = {
  Send: 'Kirim',
  Close: 'Tutup',
  Cancel: 'Batal',
  Remove: 'Hapus',
  'Take picture': 'Ambil foto',
  'Choose image': 'Pilih foto',
  'Get location': 'Ambil lokasi',
  'Try again': 'Coba lagi',
  'Save location': 'Simpan lokasi',
  'Finding your location': 'Mencari lokasi Anda',
  'Good accuracy': 'Ketelitian baik',
  'Poor accuracy': 'Ketelitian kurang',
  'Unknown accuracy': 'Ketelitian tidak diketahui',
  'Time taken to capture location:': 'Lama mencari:',
  'Cannot access location': 'Lokasi tidak dapat dibaca',
  'Grant location permission in the browser settings and make sure location is turned on.':
    'Izinkan lokasi dalam setelan peramban dan nyalakan GPS.',
  'Location unavailable. Enable GPS and browser permissions, then restart the form to try again.':
    'Lokasi tidak tersedia. Nyalakan GPS dan izinkan peramban membacanya, lalu buka formulir lagi.',
  'No results found': 'Tidak ada yang cocok',
  'No available options': 'Tidak ada pilihan',
  'An error occurred while loading this form': 'Formulir ini tidak dapat dibuka',
  '1 question with error.': '1 jawaban perlu diperbaiki.',
  'change language': 'Ganti bahasa',
  'Change language': 'Ganti bahasa',
  'Captured image preview': 'Foto yang dipilih',
  'Condition not satisfied: required': 'Pertanyaan ini wajib dijawab.',
  'Condition not satisfied: constraint': 'Jawaban ini tidak sesuai dengan aturan formulir.',
  Add: 'Tambah',
  'Repeat Item': 'Isian',
  Okay: 'Ya, sudah',
  'Rank items': 'Urutkan',
  'Option List': 'Daftar pilihan',
  '1 star': '1 bintang',
  'Powered by': 'Dibuat dengan',
  '🚧 Support for non-image uploads is pending. 🚧': 'Berkas selain foto belum dapat dilampirkan di sini.',
  'Technical error details': 'Rincian untuk yang memperbaiki',
  'Unknown error': 'Sebabnya tidak diketahui',
  unreachable: 'Kantor tidak dapat dihubungi. Coba lagi bila ada sinyal.',
  'Cannot fetch media. Verify the URL and fetch settings.': 'Gambar atau suara dari formulir ini tidak dapat diambil.',
};

/** Sentences of the engine with something in them. */
const SENTENCES: readonly (readonly [RegExp, string])[] = [
  [/^(\d+) questions with errors\.$/, '$1 jawaban perlu diperbaiki.'],
  [/^(\d+) stars$/, '$1 bintang'],
  [/^Accuracy: (.+),$/, 'Ketelitian: $1,'],
  [/^Latitude: (.+),$/, 'Lintang: $1,'],
  [/^Longitude: (.+)\.$/, 'Bujur: $1.'],
  [/^Failed to load (?:image|audio|video)\. File: undefined$/, 'Berkas ini tidak dapat ditampilkan.'],
  [/^Failed to load (?:image|audio|video)\. File: (.+)$/, 'Berkas ini tidak dapat ditampilkan: $1'],
  [/^Media not found\. File: jr:\/\/\w+\/(.+)$/, 'Kantor tidak punya berkas ini: $1'],
  [/^Cannot fetch media\. Unknown error\. File: jr:\/\/\w+\/(.+)$/, 'Belum ada di HP ini, diambil begitu ada sinyal: $1'],
];

/** The Indonesian of one text of the engine; anything else is given back as it is. */
export function engineWord(text: string): string {
  const trimmed = text.trim();
  const known = WORDS[trimmed] ?? engineSentence(trimmed);
  return known === undefined ? text : text.replace(trimmed, () => known);
}

function engineSentence(text: string): string | undefined {
  const accuracy = /^([\d.,]+ ?m) - (\w+ accuracy)$/.exec(text);
  if (accuracy) return `${accuracy[1]}, ${WORDS[accuracy[2] ?? '']?.toLowerCase() ?? ''}`;
  const [sentence, words] = SENTENCES.find(([sentence]) => sentence.test(text)) ?? [];
  return sentence && words && text.replace(sentence, words);
}

function translate(root: Node): void {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let node: Node | null = walker.currentNode; node; node = walker.nextNode()) {
    if (node instanceof Text) {
      const word = engineWord(node.data);
      if (word !== node.data) node.data = word;
    } else if (node instanceof Element) {
      for (const name of ['aria-label', 'alt']) {
        const value = node.getAttribute(name);
        if (value && engineWord(value) !== value) node.setAttribute(name, engineWord(value));
      }
    }
  }
}

/** Keeps the engine's words Indonesian below `root`, its dialogs beside the page included, until the returned function is called. */
export function speakIndonesian(root: Node): () => void {
  translate(root);
  const observer = new MutationObserver((changes) => {
    for (const change of changes) {
      if (change.type === 'characterData') translate(change.target);
      for (const added of change.addedNodes) translate(added);
    }
  });
  observer.observe(root, { childList: true, subtree: true, characterData: true });
  return () => observer.disconnect();
}

/** The words of the engine's controls, as PrimeVue's configuration names them. */
export const CONTROL_WORDS = {
  dayNames: ['Minggu', 'Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu'],
  dayNamesShort: ['Min', 'Sen', 'Sel', 'Rab', 'Kam', 'Jum', 'Sab'],
  dayNamesMin: ['Mi', 'Sn', 'Sl', 'Rb', 'Km', 'Jm', 'Sb'],
  monthNames: ['Januari', 'Februari', 'Maret', 'April', 'Mei', 'Juni', 'Juli', 'Agustus', 'September', 'Oktober', 'November', 'Desember'],
  monthNamesShort: ['Jan', 'Feb', 'Mar', 'Apr', 'Mei', 'Jun', 'Jul', 'Agu', 'Sep', 'Okt', 'Nov', 'Des'],
  chooseDate: 'Pilih tanggal',
  chooseMonth: 'Pilih bulan',
  chooseYear: 'Pilih tahun',
  prevMonth: 'Bulan sebelumnya',
  nextMonth: 'Bulan berikutnya',
  prevYear: 'Tahun sebelumnya',
  nextYear: 'Tahun berikutnya',
  prevDecade: 'Dasawarsa sebelumnya',
  nextDecade: 'Dasawarsa berikutnya',
  today: 'Hari ini',
  clear: 'Hapus',
  emptyMessage: 'Tidak ada pilihan',
  emptyFilterMessage: 'Tidak ada yang cocok',
  emptySearchMessage: 'Tidak ada yang cocok',
  emptySelectionMessage: 'Belum ada yang dipilih',
  searchMessage: '{0} pilihan cocok',
  selectionMessage: '{0} dipilih',
} as const;

// Before the first paint, so that a dark page never flashes light and large text never jumps. The applications own all values.
const page = document.documentElement;
try {
  page.dataset.theme = localStorage.getItem('tuntas.theme') === 'dark' ? 'dark' : 'light';
  page.dataset.text = localStorage.getItem('tuntas.text') === 'large' ? 'large' : 'normal';
  page.dataset.contrast = localStorage.getItem('tuntas.contrast') === 'high' ? 'high' : 'normal';
  page.lang = localStorage.getItem('tuntas.language') === 'en' ? 'en' : 'id';
} catch {
  page.dataset.theme = 'light';
}

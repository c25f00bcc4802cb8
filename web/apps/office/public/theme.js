// Before the first paint, so that a dark page never flashes light. The applications own both values.
try {
  document.documentElement.dataset.theme = localStorage.getItem('tuntas.theme') === 'dark' ? 'dark' : 'light';
  document.documentElement.lang = localStorage.getItem('tuntas.language') === 'en' ? 'en' : 'id';
} catch {
  document.documentElement.dataset.theme = 'light';
}

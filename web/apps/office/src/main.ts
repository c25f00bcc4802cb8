import '@tuntas/ui/styles.css';
import { createTexts, markFields } from '@tuntas/ui';
import { createApp } from 'vue';
import App from './App.vue';
import en from './locales/en.json';
import id from './locales/id.json';
import { createOfficeRouter } from './router.ts';

const texts = createTexts({ id, en });
markFields(texts.global.t, () => (texts.global.locale.value === 'en' ? 'en' : 'id'));
createApp(App).use(texts).use(createOfficeRouter()).mount('#app');

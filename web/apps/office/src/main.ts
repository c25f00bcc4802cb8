import '@tuntas/ui/styles.css';
import { createTexts } from '@tuntas/ui';
import { createApp } from 'vue';
import App from './App.vue';
import en from './locales/en.json';
import id from './locales/id.json';
import { createOfficeRouter } from './router.ts';

createApp(App).use(createTexts({ id, en })).use(createOfficeRouter()).mount('#app');

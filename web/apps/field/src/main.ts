import '@tuntas/ui/styles.css';
import './sight.css';
import { createTexts } from '@tuntas/ui';
import { createApp } from 'vue';
import App from './App.vue';
import { keepOnPhone } from './app-version.ts';
import en from './locales/en.json';
import id from './locales/id.json';
import { router } from './router.ts';

createApp(App).use(createTexts({ id, en })).use(router).mount('#app');
void keepOnPhone();

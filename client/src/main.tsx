import './ui/styles.css';
import './app/app.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { loadLocale, readLocale } from './lib/i18n.ts';
import { App } from './app/App.tsx';
import { createApp } from './app/create-app.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

const parts = createApp();
await loadLocale(readLocale());
createRoot(root).render(
  <StrictMode>
    <App {...parts} />
  </StrictMode>,
);

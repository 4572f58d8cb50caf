import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { assert } from './base/assert';
import { registerOffline } from './session/offline';
import { readPreferences } from './session/preferences';
import { sealPage } from './session/seal';
import { App } from './ui/app';
import './ui/theme.css';

sealPage();
void registerOffline();

document.documentElement.dataset['theme'] = readPreferences().theme;

const root = document.getElementById('root');
assert(root, 'the page has a root');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);

import './zod-config.ts';
// First of all styles, whatever chunk needs its own before the app: ours go over Mantine's by coming after.
import '@fontsource-variable/atkinson-hyperlegible-next/wght.css';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './theme/tokens.css';
import './theme/base.css';

// Apart, so that no schema exists before zod is configured, however the bundler cuts the chunks.
void import('./app.tsx');

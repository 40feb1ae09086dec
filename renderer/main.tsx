import './zod-config.ts';

// Apart, so that no schema exists before zod is configured, however the bundler cuts the chunks.
void import('./app.tsx');

// Writes docs/ruoli.md from the contract: who may ask what.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { RADICE, rerunUnderProjectNode } from './node-del-progetto.mjs';

if (!(await rerunUnderProjectNode(import.meta.url))) {
  const { renderRuoli } = await import('./ruoli/tabella.ts');
  writeFileSync(join(RADICE, 'docs/ruoli.md'), renderRuoli());
}

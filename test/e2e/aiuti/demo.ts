import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import type { TestProject } from 'vitest/node';
import type { Giorno } from '../../../domain/giorno.ts';
import { buildDemo, type Demo, findDemo } from '../../../scripts/demo.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** the folder of this run where demonstrations already made are kept, one a day */
    readonly demoFatte: string;
  }
}

/** Before the files of a run: a folder for the demonstrations, taken away after them. */
export default function setup(project: TestProject): () => void {
  const cartella = mkdtempSync(join(tmpdir(), 'approdo-demo-'));
  project.provide('demoFatte', cartella);
  return () => rmSync(cartella, { recursive: true, force: true });
}

/** The demonstration of that day in a folder of the test's own: made once a run, then copied. @param cartella must not exist yet */
export async function demoDiProva(cartella: string, oggi: Giorno): Promise<Demo> {
  const fatta = join(inject('demoFatte'), oggi);
  if (!existsSync(fatta))
    await buildDemo(fatta, oggi).catch((error: unknown) => {
      // two files asked for it at once: the other one's is as good
      if (!existsSync(fatta)) throw error;
    });
  cpSync(fatta, cartella, { recursive: true });
  const demo = findDemo(cartella);
  if (!demo) throw new Error('the demonstration was not copied');
  return demo;
}

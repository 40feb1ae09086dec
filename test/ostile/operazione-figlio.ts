/**
 * One operation in a process of its own, to be killed on the way (gancio.mjs): `node --import gancio.mjs operazione-figlio.ts
 * NOME CARTELLA`. Says `fatto N` after each acknowledged step, and at the end how many writes it made: `scritture N`.
 */
import { esegui } from './operazione.ts';
import { NOMI_OPERAZIONI } from './scena-apri.ts';

const [, , nome, cartella = ''] = process.argv;
const parla = (testo: string) => process.stdout.write(`${testo}\n`);
await esegui(NOMI_OPERAZIONI.find((one) => one === nome) ?? 'crea', cartella, (passo) => parla(`fatto ${passo}`));
parla(`scritture ${globalThis.approdoContate?.() ?? 0}`);
process.exit(0);

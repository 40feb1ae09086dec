import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addMesi, giorniDelMese } from '../../../domain/giorno.ts';

/** Writes a folder of CSV with `ospiti` stays of `mesi` months each: that many rows of presenze. */
export function scriviGrande(
  cartella: string,
  ospiti: number,
  mesi: number,
  ingressoDi = (i: number) => `I${i}`,
): void {
  const scrivi = (nome: string, righe: string[]) => writeFileSync(join(cartella, `${nome}.csv`), righe.join('\r\n'));
  const quanti = Array.from({ length: ospiti }, (_, i) => i);
  scrivi('strutture', ['codice;nome;tipo', 'CASA;Casa;CT']);
  scrivi('moduli', [
    'codice;struttura;nome;tipologia;posti_accreditati;valido_dal',
    'CASA-TR;CASA;Tr;TR;900;2000-01-01',
  ]);
  scrivi('ospiti', [
    'id;cognome;nome;sesso;data_nascita',
    ...quanti.map((i) => `O${i};Cognome${parola(i)};Nome;F;${1950 + (i % 50)}-01-${10 + (i % 18)}`),
  ]);
  scrivi('ingressi', [
    'id;ospite;struttura;modulo;data_ingresso',
    ...quanti.map((i) => `I${i};O${i};CASA;CASA-TR;2015-01-01`),
  ]);
  const giorni = Array.from({ length: 31 }, (_, i) => `g${i + 1}`);
  const presenze = quanti.flatMap((i) =>
    Array.from({ length: mesi }, (_, k) => {
      const mese = addMesi('2015-01', k);
      const codici = giorni.map((_, g) => (g < giorniDelMese(mese) ? codiceDi(i + 31 * k + g) : ''));
      return `${ingressoDi(i)};${mese};${codici.join(';')}`;
    }),
  );
  scrivi('presenze', [`ingresso;mese;${giorni.join(';')}`, ...presenze]);
}

/** Two days away every three months or so, as people go: each is an assenza of its own. */
function codiceDi(giorno: number): string {
  return giorno % 97 < 2 ? ('UR'[giorno % 97] ?? 'P') : 'P';
}

function parola(i: number): string {
  return Array.from(String(i), (cifra) => 'abcdefghij'[Number(cifra)]).join('');
}

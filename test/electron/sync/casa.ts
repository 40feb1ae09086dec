import type { Contesto } from '../../../electron/services/contesto.ts';
import { registerDimissione } from '../../../electron/services/dimissione.ts';
import { registerIngresso } from '../../../electron/services/ingresso.ts';
import { closeMese, reopenMese } from '../../../electron/services/mese.ts';
import { exportMese, getPaccoFile } from '../../../electron/services/pacco.ts';
import type { FileDiProva } from './consegna-di-prova.ts';

export const ANNA = {
  ...{ cognome: 'Rossi', nome: 'Anna', sesso: 'F' as const, dataNascita: '1980-01-01' },
  ...{ luogoNascita: null, cittadinanza: 'IT', codiceFiscale: null, tipoIdentificativo: null },
};

/** A stay in the first modulo of the struttura; another surname is another person. */
export function entra(ctx: Contesto, dataIngresso: string, struttura = 'CASA00', cognome = ANNA.cognome) {
  return registerIngresso(ctx, {
    ...{ struttura, ospite: { ...ANNA, cognome }, dataIngresso, modulo: `${struttura}-TR`, tipoIngresso: 'nuovo' },
    ...{ utenza: 'DUS', servizioInviante: null, entePagante: 'ATS-BS' },
  });
}

export function esce(ctx: Contesto, ingressoId: string, dataDimissione: string, esito = 'concluso'): void {
  const altro = { destinazione: null, versoStruttura: null, versoModulo: null };
  registerDimissione(ctx, { ingressoId, dataDimissione, esito, ...altro });
}

/** Closes (reopening first, where it must) and gives the parcel. */
export async function invia(ctx: Contesto, mese: string, struttura = 'CASA00'): Promise<FileDiProva> {
  const chiuso = ctx.store.sqlite
    .prepare(
      "SELECT 1 FROM mesi m JOIN strutture s ON s.id = m.struttura_id WHERE s.codice = ? AND mese = ? AND stato = 'chiuso'",
    )
    .get(struttura, mese);
  if (chiuso) reopenMese(ctx, { struttura, mese, motivo: 'correzione' });
  closeMese(ctx, { struttura, mese, conMancanti: true });
  return esporta(ctx, mese, struttura);
}

export async function esporta(ctx: Contesto, mese: string, struttura = 'CASA00'): Promise<FileDiProva> {
  const { nome, bytes } = getPaccoFile(ctx, { id: (await exportMese(ctx, { struttura, mese })).id });
  return { nome, bytes: new Uint8Array(bytes) };
}

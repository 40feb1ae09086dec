import type { VoceControllo as VoceDominio } from '../../domain/controllo-mese.ts';
import { impedimenti } from '../../domain/controllo-mese.ts';
import { quadra, quadraConPrecedente } from '../../domain/flusso.ts';
import { type Mese, meseDi } from '../../domain/giorno.ts';
import type { Output } from '../../electron/contract/index.ts';

export type Controllo = Output<'mesi.check'>;
export type Voce = Controllo['voci'][number];
export type Bilancio = Controllo['bilancio'];
export type Pacco = Output<'pacchi.list'>[number];

/** What stands between a month and its closing. */
export type Chiudibile =
  | { tipo: 'subito' }
  /** only days without a code: they must be confirmed */
  | { tipo: 'conferma'; mancanti: number }
  | { tipo: 'impedito'; quanti: number }
  | { tipo: 'futuro' };

/** Whether the month can be closed now, by the same rule as the service (domain/controllo-mese.ts, `impedimenti`). */
export function chiudibile(voci: readonly Voce[], mese: Mese, oggi: string): Chiudibile {
  if (mese > meseDi(oggi)) return { tipo: 'futuro' };
  const note = voci as readonly VoceDominio[];
  const quanti = impedimenti(note, true).length;
  if (quanti > 0) return { tipo: 'impedito', quanti };
  const mancanti = impedimenti(note, false).reduce((somma, voce) => somma + voce.righe.length, 0);
  return mancanti > 0 ? { tipo: 'conferma', mancanti } : { tipo: 'subito' };
}

/** Whether the balance holds, within the month and against the month before (counting.md rule 6). */
export function contoTorna(bilancio: Bilancio, precedente: Bilancio): boolean {
  return quadra(bilancio) && quadraConPrecedente(precedente, bilancio);
}

/** The parcel of the revision now closed, if it was made. */
export function paccoDellaRevisione(pacchi: readonly Pacco[], mese: Mese, revisione: number): Pacco | undefined {
  return pacchi.find((p) => p.verso === 'inviato' && p.mese === mese && p.revisione === revisione);
}

/** Newest month first, newest revision first. */
export function pacchiInOrdine(pacchi: readonly Pacco[]): Pacco[] {
  return pacchi
    .filter((p) => p.verso === 'inviato')
    .sort((a, b) => (a.mese === b.mese ? b.revisione - a.revisione : a.mese < b.mese ? 1 : -1));
}

import { findPermanenza } from '../../db/reads/ingresso.ts';
import { unpackImmagini, type VoceRegistro } from '../../db/registro.ts';
import type { Store } from '../../db/store.ts';
import type { Mese } from '../../domain/giorno.ts';
import { nomeScritto } from '../../domain/persona.ts';
import type { Output } from '../contract/index.ts';

const PASSI: Readonly<Record<string, string>> = {
  'mesi.close': 'chiuso',
  'mesi.reopen': 'riaperto',
  'pacchi.export': 'esportato',
};

type Passo = Output<'mesi.check'>['storia'][number];

/** What happened to a month, newest first: closings, reopenings with their reason, parcels; and what each revision changed. */
export function storiaMese(store: Store, codice: string, mese: Mese): Passo[] {
  const voci = store.registro.listMese(codice, mese, Object.keys(PASSI)).toReversed();
  let revisione = 0;
  let riapertura: VoceRegistro | undefined;
  const passi = voci.map((voce): Passo => {
    let nota = voce.nota;
    if (voce.azione === 'mesi.reopen') riapertura = voce;
    if (voce.azione === 'mesi.close') {
      revisione++;
      if (riapertura) nota = raccontaCambiamenti(store, codice, mese, riapertura.seq, voce.seq);
      riapertura = undefined;
    }
    return { azione: PASSI[voce.azione] ?? voce.azione, atMs: voce.atMs, utente: voce.utente, revisione, nota };
  });
  return passi.toReversed();
}

/** `2 presenze cambiate (GATTI Paola)`, from the log's images between a reopening and the next closing. */
function raccontaCambiamenti(store: Store, codice: string, mese: Mese, dopo: number, prima: number): string {
  const ospiti = new Set<string>();
  let presenze = 0;
  let altro = 0;
  for (const voce of store.registro.listTra(codice, dopo, prima)) {
    if (!voce.azione.startsWith('presenze.') && !voce.azione.startsWith('assenze.')) {
      altro += voce.azione.startsWith('ingressi.') || voce.azione.startsWith('dimissioni.') ? 1 : 0;
      continue;
    }
    for (const immagine of unpackImmagini(voce.righe)) {
      if (immagine.t !== 'presenze' || store.find('presenze', immagine.id)?.mese !== mese) continue;
      presenze += contaDiversi(immagine.prima, immagine.dopo);
      ospiti.add(nomeDi(store, immagine.id));
    }
  }
  const parti = [
    ...(presenze > 0
      ? [`${presenze === 1 ? '1 presenza cambiata' : `${presenze} presenze cambiate`} (${[...ospiti].join(', ')})`]
      : []),
    ...(altro > 0 ? [altro === 1 ? '1 ingresso o dimissione' : `${altro} tra ingressi e dimissioni`] : []),
  ];
  return parti.join('; ') || 'nessun cambiamento';
}

function contaDiversi(prima: unknown, dopo: unknown): number {
  const a = codiciDi(prima) ?? '.'.repeat(31);
  const b = codiciDi(dopo);
  return b === undefined ? 0 : [...b].filter((lettera, index) => lettera !== a[index]).length;
}

function codiciDi(immagine: unknown): string | undefined {
  if (typeof immagine !== 'object' || immagine === null) return undefined;
  const codici = (immagine as Record<string, unknown>)['codici'];
  return typeof codici === 'string' ? codici : undefined;
}

function nomeDi(store: Store, presenzeId: string): string {
  const p = findPermanenza(store, store.find('presenze', presenzeId)?.ingressoId ?? '');
  return p ? nomeScritto(p) : 'un ospite';
}

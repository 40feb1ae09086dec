import { listRegoleScadenza } from '../../db/reads/scadenza.ts';
import { findModulo, listModuli } from '../../db/reads/struttura.ts';
import { ErroreApprodo } from '../../domain/errore.ts';
import { type RegolaUfficio, regolaPer } from '../../domain/scadenza-regola.ts';
import type { Output, Parsed } from '../contract/index.ts';
import { REGOLE, type RegolaPredefinita, regolaPredefinita } from '../lista/regole-scadenza.ts';
import { type Contesto, gesto } from './contesto.ts';
import { unisciScritti } from './modifica.ts';

type Regola = Output<'regoleScadenza.list'>[number];

/** The rules: the program's, the office's over them, and those of one modulo. */
export function listRegole({ store }: Contesto): Output<'regoleScadenza.list'> {
  const righe = listRegoleScadenza(store).map((riga) => ({ ...riga, voce: riga.regola }));
  const moduli = listModuli(store);
  return REGOLE.map((predefinita) => {
    const suoi = moduli.filter((m) => righe.some((riga) => riga.voce === predefinita.voce && riga.moduloId === m.id));
    return {
      ...descrivi(predefinita),
      ...valori(regolaPer(predefinita, righe, null)),
      perModulo: suoi.map((m) => ({ modulo: m.codice, nome: m.nome, ...valori(regolaPer(predefinita, righe, m.id)) })),
    };
  });
}

function descrivi(
  predefinita: RegolaPredefinita,
): Pick<Regola, 'voce' | 'etichetta' | 'fonte' | 'ripete' | 'conLunghezza' | 'predefinita'> {
  const { voce, etichetta, fonte, ripete, giorni, mesi, anticipo } = predefinita;
  const conLunghezza = giorni !== null || mesi !== null;
  return { voce, etichetta, fonte, ripete, conLunghezza, predefinita: { giorni, mesi, anticipo } };
}

function valori({ giorni, mesi, anticipo, attiva }: Omit<RegolaUfficio, 'voce' | 'moduloId'>) {
  return { giorni, mesi, anticipo, attiva };
}

/**
 * Changes a rule, for all or for one modulo. What somebody else changed since it was seen (`prima`) is asked about.
 * @throws ErroreApprodo `modulo.sconosciuto`, `regola.lunghezza`
 */
export function saveRegola(ctx: Contesto, input: Parsed<'regoleScadenza.save'>): Output<'regoleScadenza.save'> {
  const { voce, giorni, mesi, anticipo, attiva, ripristina } = input;
  const moduloId = input.modulo === null ? null : getModuloId(ctx, input.modulo);
  const righe = listRegoleScadenza(ctx.store);
  const riga = righe.find((una) => una.regola === voce && una.moduloId === moduloId);
  const vale = regolaPer(
    regolaPredefinita(voce),
    righe.map((una) => ({ ...una, voce: una.regola })),
    moduloId,
  );
  const { campi, contese } = unisciScritti(
    ctx.store,
    { tabella: 'regole_scadenza', id: riga?.id, attuale: valori(vale) },
    { giorni, mesi, anticipo, attiva },
    ripristina ? undefined : input.prima,
  );
  if (contese.length > 0) return { id: riga?.id ?? '-', voce: null, avvisi: [], contese };
  assertLunghezza(voce, campi);
  return ctx.store.write(gesto(ctx, 'regoleScadenza.save', { nota: voce }), (tx) => {
    const esito = { avvisi: [], contese };
    if (ripristina) {
      const tolta = riga ? tx.remove('regole_scadenza', riga.id) : false;
      return { id: riga?.id ?? '-', voce: tolta ? tx.voce : null, ...esito };
    }
    if (!riga)
      return { id: tx.insert('regole_scadenza', { regola: voce, moduloId, ...campi }), voce: tx.voce, ...esito };
    const cambiata = tx.update('regole_scadenza', riga.id, campi);
    return { id: riga.id, voce: cambiata ? tx.voce : null, ...esito };
  });
}

function assertLunghezza(voce: RegolaPredefinita['voce'], { giorni, mesi }: ReturnType<typeof valori>): void {
  const predefinita = regolaPredefinita(voce);
  const conLunghezza = predefinita.giorni !== null || predefinita.mesi !== null;
  if (!conLunghezza && (giorni !== null || mesi !== null))
    throw new ErroreApprodo(
      'regola.lunghezza',
      'Il giorno di questa scadenza non si calcola da una durata: cambiare solo l’anticipo.',
    );
  if (giorni !== null && mesi !== null)
    throw new ErroreApprodo('regola.lunghezza', 'Scrivere i giorni oppure i mesi, non tutti e due.');
}

function getModuloId({ store }: Contesto, codice: string): string {
  const modulo = findModulo(store, codice);
  if (!modulo) throw new ErroreApprodo('modulo.sconosciuto', `Il modulo ${codice} non c’è: sceglierlo dall’elenco.`);
  return modulo.id;
}

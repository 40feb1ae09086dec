import { listAssenze, listConAssenze } from '../../db/reads/assenza.ts';
import { assertStoreIntact, findForeignKeyErrors } from '../../db/reads/integrita.ts';
import { listCodici } from '../../db/reads/presenza.ts';
import { loadDatiBilancio } from '../../db/reads/report.ts';
import { listMesiRegistrati, listStrutture } from '../../db/reads/struttura.ts';
import type { Rottura, VoceRegistro } from '../../db/registro.ts';
import { codiciAssenza, findDisaccordo, REGOLA_PREDEFINITA } from '../../domain/assenza.ts';
import type { DatiBilancio } from '../../domain/bilancio.ts';
import { computeFlusso, quadra, quadraConPrecedente } from '../../domain/flusso.ts';
import { addMesi, epochToGiorno, type Mese, periodoDelMese } from '../../domain/giorno.ts';
import { formatMese } from '../../domain/giorno-testo.ts';
import { siSovrappongono } from '../../domain/permanenza.ts';
import { codiciFuoriPermanenza, giorniScritti } from '../../domain/presenza.ts';
import type { Output } from '../contract/index.ts';
import { diciDimenticati, listDimenticati } from './arretrato.ts';
import type { Contesto } from './contesto.ts';
import { verifyCatene } from './pacco-catena.ts';

type Esito = Output<'verifica.run'>;
type Controllo = Esito['controlli'][number];

/** Everything that must hold, checked on the data as they are now. One failure makes the whole `esito` false. */
export async function runVerifica(ctx: Contesto): Promise<Esito> {
  const dati = loadDatiBilancio(ctx.store, { dal: '1900-01-01', al: '2999-12-31' });
  const avvisi: string[] = [];
  const passi: [string, () => Controllo][] = [
    ['archivio', () => checkArchivio(ctx)],
    ['registro', () => checkRegistro(ctx)],
    ['quadratura', () => checkQuadratura(ctx, dati)],
    ['sovrapposizioni', () => asRemarkAtCentre(ctx, avvisi, checkSovrapposizioni(dati))],
    ['presenze', () => asRemarkAtCentre(ctx, avvisi, checkPresenze(ctx, dati))],
    ['assenze', () => checkAssenze(ctx, dati)],
    ['pacchi', () => checkPacchi(ctx, avvisi)],
  ];
  const controlli: Controllo[] = [];
  for (const [index, [fase, run]] of passi.entries()) {
    await ctx.progress({ fase, fatto: index, totale: passi.length });
    controlli.push(run());
  }
  return { esito: controlli.every((controllo) => controllo.esito), controlli, avvisi };
}

/**
 * The central office holds what several communities say: two of them may disagree until a corrected parcel arrives.
 * There it is a remark, where the register is kept it is a failure.
 */
function asRemarkAtCentre(ctx: Contesto, avvisi: string[], controllo: Controllo): Controllo {
  if (controllo.esito || ctx.ruolo !== 'centrale') return controllo;
  avvisi.push(`${controllo.nome}: ${controllo.dettaglio}.`);
  return { ...controllo, esito: true, dettaglio: 'vedere gli avvisi' };
}

function checkArchivio({ store }: Contesto): Controllo {
  const nome = 'Integrità dell’archivio';
  try {
    assertStoreIntact(store);
  } catch (error) {
    return { nome, esito: false, dettaglio: error instanceof Error ? error.message : String(error) };
  }
  const rotti = findForeignKeyErrors(store);
  return { nome, esito: rotti === 0, dettaglio: rotti === 0 ? 'ogni pagina letta' : `${rotti} collegamenti mancanti` };
}

function checkRegistro({ store }: Contesto): Controllo {
  const rotta = store.registro.findBroken();
  const { seq } = store.registro.last();
  return {
    nome: 'Catena del registro delle modifiche',
    esito: rotta === null,
    dettaglio: rotta === null ? `${seq} righe` : raccontaRottura(rotta),
  };
}

/** Names the line: its number, when and by whom; of one that is gone, after which it was. */
function raccontaRottura({ seq, perche, voce, precedente }: Rottura): string {
  const di = (riga: VoceRegistro) => `${formatQuando(riga.atMs)}, ${riga.utente}, ${riga.azione}`;
  if (voce) return `la riga ${seq} (${di(voce)}) ${perche}`;
  return precedente
    ? `la riga ${seq} ${perche}: veniva dopo la ${precedente.seq} (${di(precedente)})`
    : `la riga ${seq} ${perche}`;
}

function formatQuando(atMs: number): string {
  return new Intl.DateTimeFormat('it', { dateStyle: 'short', timeStyle: 'short' }).format(atMs);
}

function checkQuadratura({ store }: Contesto, dati: DatiBilancio): Controllo {
  const nome = 'Quadratura di ogni mese';
  const byStruttura = Map.groupBy(dati.permanenze, (p) => p.strutturaId);
  const mesi = listMesiRegistrati(store);
  let contati = 0;
  for (const struttura of listStrutture(store)) {
    const permanenze = byStruttura.get(struttura.id) ?? [];
    const registrati = mesi.get(struttura.id);
    if (!registrati) continue;
    const monthFlow = (mese: Mese) => computeFlusso(permanenze, periodoDelMese(mese));
    let precedente = monthFlow(addMesi(registrati.primo, -1));
    for (let mese = registrati.primo; mese <= registrati.ultimo; mese = addMesi(mese, 1)) {
      const flusso = monthFlow(mese);
      contati++;
      if (!quadra(flusso) || !quadraConPrecedente(precedente, flusso))
        return { nome, esito: false, dettaglio: `${struttura.nome}, ${formatMese(mese)}: il conto non torna` };
      precedente = flusso;
    }
  }
  return { nome, esito: true, dettaglio: `${contati} mesi` };
}

function checkSovrapposizioni(dati: DatiBilancio): Controllo {
  const nome = 'Nessuno in due posti insieme';
  for (const stays of Map.groupBy(dati.permanenze, (p) => p.personaId).values()) {
    const sorted = stays.toSorted((a, b) => a.dataIngresso.localeCompare(b.dataIngresso));
    for (const [index, p] of sorted.entries()) {
      const other = sorted.slice(index + 1).find((q) => siSovrappongono(p, q));
      if (other)
        return {
          nome,
          esito: false,
          dettaglio: `ingressi ${p.id} e ${other.id} della stessa persona si sovrappongono`,
        };
    }
  }
  return { nome, esito: true, dettaglio: `${dati.permanenze.length} permanenze` };
}

function checkPresenze({ store }: Contesto, dati: DatiBilancio): Controllo {
  const nome = 'Presenze solo nei giorni di permanenza, con codici noti';
  const byId = new Map(dati.permanenze.map((p) => [p.id, p]));
  const codici = new Set([...listCodici(store).map((codice) => codice.voce), '.']);
  for (const riga of dati.presenze) {
    const p = byId.get(riga.ingressoId);
    if (!p) continue;
    const [fuori] = codiciFuoriPermanenza(p, riga.mese, riga.codici);
    if (fuori) return { nome, esito: false, dettaglio: `ingresso ${p.id}: codice fuori dalla permanenza il ${fuori}` };
    const ignoto = [...riga.codici].find((letter) => !codici.has(letter));
    if (ignoto)
      return { nome, esito: false, dettaglio: `ingresso ${p.id}, ${riga.mese}: codice sconosciuto «${ignoto}»` };
  }
  return { nome, esito: true, dettaglio: `${dati.presenze.length} mesi di presenze` };
}

/** Days away in the grid and times away written apart say the same. A central office keeps only grids. */
function checkAssenze({ store, ruolo, oggi }: Contesto, dati: DatiBilancio): Controllo {
  const nome = 'Griglia e assenze dicono lo stesso';
  if (ruolo === 'centrale') return { nome, esito: true, dettaglio: 'le assenze stanno nelle comunità' };
  const codici = codiciAssenza(listCodici(store)).fuori;
  const assenze = listAssenze(store);
  const mesi = Map.groupBy(dati.presenze, (riga) => riga.ingressoId);
  const conAssenze = listConAssenze(store);
  for (const permanenza of dati.permanenze.filter(({ id }) => conAssenze.has(id))) {
    const sue = (assenze.get(permanenza.id) ?? []).map((riga) => ({ ...riga, regola: riga, daGriglia: false }));
    const giorni = new Map((mesi.get(permanenza.id) ?? []).flatMap((riga) => giorniScritti(riga.mese, riga.codici)));
    const quadro = { permanenza, codici, oggi: oggi(), regola: () => REGOLA_PREDEFINITA };
    const giorno = findDisaccordo(giorni, sue, quadro);
    if (giorno !== undefined)
      return { nome, esito: false, dettaglio: `ingresso ${permanenza.id}: non concordano il ${epochToGiorno(giorno)}` };
  }
  const contate = [...assenze.values()].flat().length;
  return { nome, esito: true, dettaglio: contate === 1 ? '1 assenza' : `${contate} assenze` };
}

/** A missing number is a remark (the parcel may still arrive); a parcel that contradicts its chain is a failure. */
function checkPacchi(ctx: Contesto, avvisi: string[]): Controllo {
  const { rotti, contati, mancanti } = verifyCatene(ctx.store);
  avvisi.push(...mancanti, ...diciDimenticati(listDimenticati(ctx)));
  return {
    nome: 'Catena dei pacchi',
    esito: rotti.length === 0,
    dettaglio: rotti[0] ?? `${contati} pacchi`,
  };
}

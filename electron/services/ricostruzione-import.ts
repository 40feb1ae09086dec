import { listCorrispondenti, listPacchi, type Pacco } from '../../db/reads/pacco.ts';
import { findMeseId, findPresenzeId, isRegistroVuoto } from '../../db/reads/ricostruzione.ts';
import type { Modifica, NuovaRiga, Scrittura, Tabella } from '../../db/scrittura.ts';
import type { Store } from '../../db/store.ts';
import { linkPersone } from '../../db/writes/persona.ts';
import { ErroreApprodo } from '../../domain/errore.ts';
import { formatMese } from '../../domain/giorno-testo.ts';
import type { Output, Parsed } from '../contract/index.ts';
import { loadIdentita } from '../sync/identita.ts';
import { type Anello, type RicostruzioneLetta, readRicostruzione } from '../sync/ricostruzione-file.ts';
import { type Ricomposto, type RigaRicomposta, ricomponi } from '../sync/ricostruzione-piano.ts';
import { listStruttureProprie } from './chiave.ts';
import { type Contesto, gesto } from './contesto.ts';
import { assertRegistroProprio } from './mese-aperto.ts';

type Esito = Output<'ricostruzioni.import'>;

/**
 * Takes a reconstruction: the closed months as they were, their state, and the chain of the parcels, so that the next one
 * continues it. Into a register that has something already only what it no longer remembers, whole months.
 * @throws ErroreApprodo `ricostruzione.*`, `pacco.*`
 */
export async function importRicostruzione(ctx: Contesto, { bytes }: Parsed<'ricostruzioni.import'>): Promise<Esito> {
  assertRegistroProprio(ctx);
  const { store } = ctx;
  const centrale = listCorrispondenti(store).find((c) => c.ruolo === 'centrale');
  if (!centrale)
    throw new ErroreApprodo(
      'ricostruzione.chiave',
      'Manca la chiave dell’Accoglienza: registrarla dalle Impostazioni, poi riprovare.',
    );
  const letta = await readRicostruzione(bytes, await loadIdentita(store), centrale.firma);
  const vuoto = isRegistroVuoto(store);
  if (!vuoto) assertStesso(store, letta);
  const mancano = listMancanti(store, letta);
  if (mancano.length === 0) return { esito: 'uguale', strutture: describe(store, letta, []), avvisi: [] };
  const nota = mancano.map((a) => `${a.struttura} ${a.mese} r${a.revisione} n. ${a.numero}`).join('; ');
  const avvisi = store.write(gesto(ctx, 'ricostruzioni.import', { nota: nota.slice(0, 2000) }), (tx) => {
    const fonti = new Set(mancano.map((uno) => uno.impronta));
    writeRighe(tx, ricomponi(letta.pacchi), fonti);
    const biforcati = writeCatena(tx, store, letta, mancano);
    if (vuoto) writeNome(tx, letta);
    return biforcati;
  });
  return { esito: vuoto ? 'nuovo' : 'ripreso', strutture: describe(store, letta, mancano), avvisi };
}

/** The same community: every struttura of the file is here with the same id. @throws ErroreApprodo `ricostruzione.altro` */
function assertStesso(store: Store, { pacchi }: RicostruzioneLetta): void {
  for (const { righe } of pacchi)
    for (const { id, codice } of righe.strutture)
      if (store.find('strutture', id)?.codice !== codice)
        throw new ErroreApprodo(
          'ricostruzione.altro',
          `Qui c’è già un registro che non è quello di ${codice}: ricostruire in una cartella nuova, per non mescolarli.`,
        );
}

/** The parcels that the central office has and this register does not remember. */
function listMancanti(store: Store, { manifesto }: RicostruzioneLetta): Anello[] {
  const noti = new Set(listPacchi(store, 'inviato').map((pacco) => pacco.impronta));
  return manifesto.pacchi.filter((uno) => !noti.has(uno.impronta));
}

function writeRighe(tx: Scrittura, { righe, tolte, mesi }: Ricomposto, fonti: ReadonlySet<string>): void {
  const toccati = new Set<string>();
  for (const riga of righe) {
    if (!fonti.has(riga.fonte)) continue;
    if (writeRiga(tx, riga) && riga.t === 'ospiti') toccati.add(riga.id);
  }
  for (const { id, fonte } of tolte) if (fonti.has(fonte) && tx.find('ingressi', id)) tx.remove('ingressi', id);
  linkPersone(tx, [...toccati]);
  for (const { fonte, strutturaId, mese, revisione, mancanti, chiusoAtMs } of mesi) {
    if (!fonti.has(fonte)) continue;
    const stato = { stato: 'chiuso', revisione, mancanti, closedAtMs: chiusoAtMs };
    const id = findMeseId(tx, strutturaId, mese);
    if (id === undefined) tx.insert('mesi', { strutturaId, mese, ...stato });
    else tx.update('mesi', id, { ...stato, deletedAtMs: null });
  }
}

/** Writes a row as the parcel says it, alive. @returns whether something changed */
function writeRiga(tx: Scrittura, { t, id, valori, partecipanti }: RigaRicomposta): boolean {
  const esistente =
    t === 'presenze' ? findPresenzeId(tx, String(valori['ingressoId']), String(valori['mese'])) : tx.find(t, id)?.id;
  const changed =
    esistente === undefined
      ? insertRiga(tx, t, id, valori)
      : tx.update(t, esistente, { ...valori, deletedAtMs: null } as Modifica<Tabella>);
  if (partecipanti) tx.setPartecipanti(partecipanti.t, id, partecipanti.ospiti);
  return changed;
}

function insertRiga(tx: Scrittura, t: Tabella, id: string, valori: RigaRicomposta['valori']): true {
  const persona = t === 'ospiti' ? { personaId: id } : {};
  // the values come from the parcel's schemas, table by table: here the table is any of them
  tx.insert(t, { ...valori, ...persona, id } as NuovaRiga<Tabella>);
  return true;
}

/**
 * The chain as the central office has it. A parcel made here meanwhile in a place that was taken is put aside: it can never
 * be accepted, its month has to be sent again.
 */
function writeCatena(
  tx: Scrittura,
  store: Store,
  { manifesto, sigillati }: RicostruzioneLetta,
  mancano: readonly Anello[],
): string[] {
  const presi = new Set(mancano.map((uno) => `${uno.struttura} ${uno.numero}`));
  const biforcati = listPacchi(store, 'inviato').filter(
    (pacco) => pacco.stato === 'applicato' && presi.has(`${pacco.strutturaCodice} ${pacco.numero}`),
  );
  for (const pacco of biforcati) tx.update('pacchi', pacco.id, { stato: 'superato' });
  for (const uno of mancano) {
    const { struttura: strutturaCodice, mese, revisione, numero, impronta, precedente, firmatario, sha256 } = uno;
    const id = tx.insert('pacchi', {
      ...{ verso: 'inviato', strutturaCodice, mese, revisione, numero, impronta, precedente, firmatario, sha256 },
      ...{ nomeFile: uno.nomeFile, conteggi: uno.conteggi, versione: uno.createdAtMs, stato: 'applicato', avvisi: [] },
    });
    const bytes = sigillati.get(uno.impronta);
    if (bytes) tx.setPaccoFile(id, bytes);
  }
  return biforcati.map((pacco) => diBiforcato(pacco, manifesto.pacchi));
}

function diBiforcato({ strutturaCodice, mese, revisione }: Pacco, tutti: readonly Anello[]): string {
  const stesso = tutti.some((uno) => uno.struttura === strutturaCodice && uno.mese === mese);
  return stesso
    ? `${strutturaCodice}, ${formatMese(mese)} r${revisione}: il pacco fatto qui dopo il ripristino non vale, è tornato quello che l’Accoglienza ha; se c’è da correggere, riaprire il mese.`
    : `${strutturaCodice}, ${formatMese(mese)} r${revisione}: il pacco fatto qui dopo il ripristino non vale: riaprire il mese, chiuderlo ed esportarlo di nuovo.`;
}

function writeNome(tx: Scrittura, { manifesto: { nome, strutture } }: RicostruzioneLetta): void {
  for (const [id, valore] of [
    ['nome', nome],
    ['struttureProprie', JSON.stringify(strutture)],
  ] as const)
    if (tx.find('impostazioni', id)) tx.update('impostazioni', id, { valore });
    else tx.insert('impostazioni', { id, valore });
}

function describe(store: Store, { manifesto }: RicostruzioneLetta, mancano: readonly Anello[]): Esito['strutture'] {
  const inviati = listPacchi(store, 'inviato').filter((pacco) => pacco.stato === 'applicato');
  return listStruttureProprie(store)
    .filter((codice) => manifesto.strutture.includes(codice))
    .map((codice) => ({
      codice,
      nome: manifesto.nome,
      mesi: [...new Set(mancano.filter((uno) => uno.struttura === codice).map((uno) => uno.mese))].toSorted(),
      prossimoNumero:
        1 + Math.max(0, ...inviati.filter((p) => p.strutturaCodice === codice).map((pacco) => pacco.numero)),
    }));
}

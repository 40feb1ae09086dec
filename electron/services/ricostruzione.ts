import { findPaccoFile, listCorrispondenti, listRicevuti, type Pacco } from '../../db/reads/pacco.ts';
import type { Riga } from '../../db/scrittura.ts';
import type { Store } from '../../db/store.ts';
import { ErroreApprodo } from '../../domain/errore.ts';
import type { Output, Parsed } from '../contract/index.ts';
import { type ChiaveFirmata, improntaChiave, parseChiave } from '../sync/chiave-file.ts';
import { type Identita, loadIdentita } from '../sync/identita.ts';
import { findPercorso } from '../sync/passaggio.ts';
import { type PaccoConservato, writeRicostruzione } from '../sync/ricostruzione-file.ts';
import { unseal } from '../sync/sigillo.ts';
import { VERSIONE } from '../versione.ts';
import { type Contesto, gesto } from './contesto.ts';
import { listStruttureDi } from './pacco-mittente.ts';

/** The central office's side: what a reconstruction of this community would hold. @throws ErroreApprodo `ricostruzione.*` */
export function checkRicostruzione(ctx: Contesto, input: Parsed<'ricostruzioni.check'>): Output<'ricostruzioni.check'> {
  const { comunita, strutture, chiave } = findComunita(ctx, input);
  const pacchi = strutture.flatMap((codice) => listRicevuti(ctx.store, codice));
  const mesi = pacchi.map((pacco) => pacco.mese).toSorted();
  return {
    ...{ nome: comunita.nome, strutture, pacchi: pacchi.length, ultimoMese: mesi.at(-1) ?? null },
    ...{ impronta: improntaChiave(chiave), chiaveNuova: chiave.firma !== comunita.firma },
  };
}

/**
 * One file with every parcel received from a community, for its new key. From then on the new key speaks for its strutture:
 * the old one, which went with the computer, no longer does.
 * @throws ErroreApprodo `ricostruzione.*`, `chiave.*`
 */
export async function prepareRicostruzione(
  ctx: Contesto,
  input: Parsed<'ricostruzioni.prepare'>,
): Promise<Output<'ricostruzioni.prepare'>> {
  const { comunita, strutture, chiave } = findComunita(ctx, input);
  const identita = await loadIdentita(ctx.store);
  const pacchi = strutture.flatMap((codice) => listRicevuti(ctx.store, codice));
  if (pacchi.length === 0)
    throw new ErroreApprodo(
      'ricostruzione.vuota',
      `Di «${comunita.nome}» non è arrivato nessun pacco: non c’è niente da ricostruire.`,
    );
  const conservati: PaccoConservato[] = [];
  for (const [index, pacco] of pacchi.entries()) {
    await ctx.progress({ fase: 'pacchi', fatto: index, totale: pacchi.length });
    conservati.push(await conserva(ctx.store, identita, pacco));
  }
  const intestazione = {
    ...{ versioneApp: VERSIONE, nome: comunita.nome, strutture, destinatario: chiave.sigillo },
    createdAtMs: ctx.store.nowMs(),
  };
  const bytes = await writeRicostruzione(intestazione, conservati, identita);
  const nota = `${pacchi.length} pacchi per la chiave ${improntaChiave(chiave)}`;
  ctx.store.write(
    { ...gesto(ctx, 'ricostruzioni.prepare', { struttura: input.struttura, nota }), sempre: true },
    (tx) => {
      const { firma, sigillo } = chiave;
      const lasciate = listLasciate(comunita, chiave, tx.atMs);
      tx.update('corrispondenti', comunita.id, { firma, sigillo, strutture, ...lasciate });
      // the new key may have been registered by itself before: it is one community, not two
      for (const altra of listCorrispondenti(ctx.store))
        if (altra.id !== comunita.id && altra.firma === firma) tx.remove('corrispondenti', altra.id);
    },
  );
  const sicuro = strutture[0]?.normalize('NFKD').replaceAll(/[^A-Za-z0-9_-]/g, '_') ?? 'comunita';
  return { nomeFile: `${sicuro}.ricostruzione`, bytes: new Uint8Array(bytes), pacchi: pacchi.length, strutture };
}

/** The key of before: renewed by itself, or lost with its computer and then revoked. */
function listLasciate(comunita: Riga<'corrispondenti'>, chiave: ChiaveFirmata, atMs: number) {
  if (comunita.firma === chiave.firma) return {};
  const percorso = findPercorso(chiave.passaggi, comunita.firma, chiave);
  const lasciate = percorso?.map((passo) => ({ firma: passo.da, finoAMs: passo.atMs, revocata: false })) ?? [
    { firma: comunita.firma, finoAMs: atMs, revocata: true },
  ];
  return { firmePrecedenti: [...(comunita.firmePrecedenti ?? []), ...lasciate] };
}

/** Whose struttura it is, and the key it will have. @throws ErroreApprodo `ricostruzione.sconosciuta|altrui`, `chiave.*` */
function findComunita(ctx: Contesto, input: { readonly struttura: string; readonly chiave: string }) {
  if (ctx.ruolo !== 'centrale')
    throw new ErroreApprodo(
      'ricostruzione.ufficio',
      'La ricostruzione si prepara all’Accoglienza, dai pacchi ricevuti.',
    );
  const chiave = parseChiave(input.chiave);
  if (chiave.ruolo !== 'comunita')
    throw new ErroreApprodo(
      'chiave.ruolo',
      'Questa è la chiave dell’Accoglienza: serve quella del nuovo computer della comunità.',
    );
  const comunita = listCorrispondenti(ctx.store).find(
    (c) => c.ruolo === 'comunita' && listStruttureDi(ctx.store, c).includes(input.struttura),
  );
  if (!comunita)
    throw new ErroreApprodo(
      'ricostruzione.sconosciuta',
      `Nessuna comunità registrata parla per la struttura ${input.struttura}: controllare il codice.`,
    );
  assertNonDiAltri(ctx.store, comunita, chiave.firma);
  return { comunita, strutture: listStruttureDi(ctx.store, comunita), chiave };
}

/** The new key must not be that of another community: it would read what is not its own. */
function assertNonDiAltri(store: Store, comunita: Riga<'corrispondenti'>, firma: string): void {
  const altra = listCorrispondenti(store).find((c) => c.id !== comunita.id && c.firma === firma);
  if (altra && listStruttureDi(store, altra).length > 0)
    throw new ErroreApprodo(
      'ricostruzione.altrui',
      `Questa chiave è già di «${altra.nome}», che ha le sue strutture: serve la chiave del nuovo computer di «${comunita.nome}».`,
    );
}

async function conserva(store: Store, identita: Identita, pacco: Pacco): Promise<PaccoConservato> {
  const sigillato = findPaccoFile(store, pacco.id);
  if (!sigillato) throw new Error('a parcel is always kept with its bytes');
  const inVigore = pacco.stato === 'applicato';
  const { strutturaCodice: struttura, mese, revisione, numero, impronta, precedente, firmatario, sha256 } = pacco;
  return {
    anello: {
      ...{ struttura, mese, revisione, numero, impronta, precedente, firmatario, sha256, inVigore },
      ...{ nomeFile: pacco.nomeFile, createdAtMs: pacco.versione, conteggi: pacco.conteggi ?? {} },
    },
    sigillato,
    contenuto: inVigore ? await unseal(sigillato, ...identita.sigilli.map(({ segreto }) => segreto)) : null,
  };
}

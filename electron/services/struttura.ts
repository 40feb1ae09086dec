import {
  findModulo,
  findStruttura,
  listMesiRegistrati,
  listModuli,
  listPosti,
  listStrutture as readStrutture,
  type Struttura,
} from '../../db/reads/struttura.ts';
import type { Store } from '../../db/store.ts';
import { ErroreApprodo } from '../../domain/errore.ts';
import { addGiorni } from '../../domain/giorno.ts';
import type { Output, Parsed } from '../contract/index.ts';
import { type Contesto, gesto } from './contesto.ts';
import { isVoce, getListe as readListe } from './lista.ts';

/** The strutture of this store with their moduli and places. */
export function listStrutture({ store }: Contesto): Output<'strutture.list'> {
  const moduli = Map.groupBy(listModuli(store), (modulo) => modulo.strutturaId);
  const posti = Map.groupBy(listPosti(store), (riga) => riga.moduloId);
  const mesi = listMesiRegistrati(store);
  return readStrutture(store).map((struttura) => ({
    id: struttura.id,
    codice: struttura.codice,
    nome: struttura.nome,
    tipo: struttura.tipo,
    utenza: struttura.utenza,
    comune: struttura.comune,
    provincia: struttura.provincia,
    primoMese: mesi.get(struttura.id)?.primo ?? null,
    ultimoMese: mesi.get(struttura.id)?.ultimo ?? null,
    moduli: (moduli.get(struttura.id) ?? []).map((modulo) => ({
      id: modulo.id,
      codice: modulo.codice,
      nome: modulo.nome,
      tipologia: modulo.tipologia,
      conta: modulo.conta,
      posti: posti.get(modulo.id) ?? [],
    })),
  }));
}

/** @throws ErroreApprodo `struttura.sconosciuta` */
export function getStruttura(store: Store, codice: string): Struttura {
  const struttura = findStruttura(store, codice);
  if (!struttura)
    throw new ErroreApprodo(
      'struttura.sconosciuta',
      `La struttura ${codice} non è in questo registro: controllare il codice o importare il foglio dell’ufficio.`,
    );
  return struttura;
}

export function saveStruttura(ctx: Contesto, input: Parsed<'strutture.save'>): Output<'strutture.save'> {
  assertVoce('tipo_struttura', input.tipo, 'Il tipo di struttura');
  const { codice, nome, tipo, utenza } = input;
  const existing = findStruttura(ctx.store, codice);
  const id = ctx.store.write(gesto(ctx, 'strutture.save', { struttura: codice }), (tx) => {
    if (!existing) return tx.insert('strutture', { codice, nome, tipo, utenza });
    tx.update('strutture', existing.id, { nome, tipo, utenza });
    return existing.id;
  });
  return { id };
}

/** Adds or corrects a modulo; the places change from `validoDal` on, the period before ends the day before. */
export function saveModulo(ctx: Contesto, input: Parsed<'moduli.save'>): Output<'moduli.save'> {
  assertVoce('tipologia_modulo', input.tipologia, 'La tipologia del modulo');
  const struttura = getStruttura(ctx.store, input.struttura);
  const existing = findModulo(ctx.store, input.codice);
  if (existing && existing.strutturaId !== struttura.id)
    throw new ErroreApprodo(
      'modulo.codice',
      `Il codice ${input.codice} è già di un’altra struttura: sceglierne un altro.`,
    );
  const { codice, nome, tipologia, conta, validoDal, accreditati, disponibili } = input;
  const posti = listPosti(ctx.store).filter((riga) => riga.moduloId === existing?.id);
  const id = ctx.store.write(gesto(ctx, 'moduli.save', { struttura: input.struttura }), (tx) => {
    const moduloId = existing?.id ?? tx.insert('moduli', { strutturaId: struttura.id, codice, nome, tipologia, conta });
    if (existing) tx.update('moduli', existing.id, { nome, tipologia, conta });
    const same = posti.find((riga) => riga.validoDal === validoDal);
    if (same) {
      tx.update('posti', same.id, { accreditati, disponibili });
      return moduloId;
    }
    const before = posti.filter((riga) => riga.validoDal < validoDal).at(-1);
    const after = posti.find((riga) => riga.validoDal > validoDal);
    if (before && (before.validoAl === null || before.validoAl >= validoDal))
      tx.update('posti', before.id, { validoAl: addGiorni(validoDal, -1) });
    const validoAl = after ? addGiorni(after.validoDal, -1) : null;
    tx.insert('posti', { moduloId, validoDal, validoAl, accreditati, disponibili });
    return moduloId;
  });
  return { id };
}

export function getListe(): Output<'liste.get'> {
  return readListe();
}

function assertVoce(lista: string, voce: string, cosa: string): void {
  if (!isVoce(lista, voce))
    throw new ErroreApprodo('lista.voce', `${cosa} «${voce}» non è nell’elenco: sceglierne una dall’elenco.`);
}

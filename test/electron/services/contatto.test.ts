import { expect, test } from 'vitest';
import { unpackImmagini } from '../../../db/registro.ts';
import { undoModifica } from '../../../electron/services/annulla.ts';
import { addContatto, openContatto, removeContatto, saveContatto } from '../../../electron/services/contatto.ts';
import type { Contesto } from '../../../electron/services/contesto.ts';
import { getOspite } from '../../../electron/services/ospite.ts';
import { comunitaDiProva } from '../../aiuti/contesto.ts';
import { ospiteDiProva } from '../../aiuti/ospite.ts';
import { expectFrase } from '../sync/frase.ts';

const MADRE = {
  legame: 'madre',
  nome: 'FERRARI Luigia',
  telefono: '02 1234',
  tipo: 'genitore',
  incontri: 'protetto',
} as const;

/** All that the log holds, words and images. */
function tuttoIlRegistro({ store }: Contesto): string {
  const ultima = store.registro.last().seq;
  const righe = Array.from({ length: ultima }, (_, index) => store.registro.find(index + 1));
  return JSON.stringify(righe.map((riga) => [riga?.azione, riga?.nota, unpackImmagini(riga?.righe ?? null)]));
}

test('by name: read on the guest’s page, taken away when wrong', () => {
  const ctx = comunitaDiProva();
  const { ospiteId } = ospiteDiProva(ctx);
  const { id } = addContatto(ctx, { ospiteId, ...MADRE, riservato: false });
  expect(getOspite(ctx, { ospiteId }).contatti).toEqual([{ id, ...MADRE, riservato: false }]);
  removeContatto(ctx, { id });
  expect(getOspite(ctx, { ospiteId }).contatti).toEqual([]);
  try {
    removeContatto(ctx, { id });
    expect.unreachable();
  } catch (errore) {
    expect((errore as { codice: string }).codice).toBe('contatto.sconosciuto');
    expectFrase((errore as { messaggio: string }).messaggio);
  }
});

test('under a code: the register and its log hold the code; who it is is opened with a reason, before the answer', () => {
  const ctx = comunitaDiProva();
  const { ospiteId } = ospiteDiProva(ctx);
  const { id } = addContatto(ctx, { ospiteId, ...MADRE, riservato: true });
  const [visto] = getOspite(ctx, { ospiteId }).contatti;
  expect(visto).toEqual({
    id,
    legame: 'madre',
    nome: expect.stringMatching(/^C-[A-Z0-9]{6}$/),
    telefono: null,
    tipo: 'genitore',
    incontri: 'protetto',
    riservato: true,
  });
  expect(openContatto(ctx, { id, motivo: 'urgenza in ospedale' })).toEqual({
    nome: MADRE.nome,
    telefono: MADRE.telefono,
  });
  const { seq } = ctx.store.registro.last();
  expect(ctx.store.registro.find(seq)).toMatchObject({
    azione: 'contatti.open',
    nota: 'urgenza in ospedale',
    ospiteId,
  });
  removeContatto(ctx, { id });
  expect(ctx.store.prepare('SELECT count(*) FROM contatti_riservati').pluck().get()).toBe(0);
  expect(tuttoIlRegistro(ctx)).not.toMatch(/Luigia|02 1234/);
  expect(ctx.store.registro.findBroken()).toBeNull();
});

test('every field of one by name is corrected; what was added, corrected, taken away is undone by one key', () => {
  const ctx = comunitaDiProva();
  const { ospiteId } = ospiteDiProva(ctx);
  const letti = () => getOspite(ctx, { ospiteId }).contatti;
  const annulla = ({ voce }: { voce: number | null }) => undoModifica(ctx, { voce: voce ?? 0 });
  annulla(addContatto(ctx, { ospiteId, ...MADRE, riservato: false }));
  expect(letti()).toEqual([]);
  const { id } = addContatto(ctx, { ospiteId, ...MADRE, riservato: false });
  const corretto = saveContatto(ctx, {
    ...{ id, prima: { nome: MADRE.nome, telefono: MADRE.telefono } },
    dopo: { nome: 'FERRARI Luisa', telefono: null },
  });
  expect(letti()).toMatchObject([{ nome: 'FERRARI Luisa', telefono: null }]);
  annulla(corretto);
  expect(letti()).toMatchObject([{ nome: MADRE.nome, telefono: MADRE.telefono }]);
  annulla(removeContatto(ctx, { id }));
  expect(letti()).toEqual([{ id, ...MADRE, riservato: false }]);
});

test('under a code neither who it is is corrected, nor its removal undone: what was sealed is gone', () => {
  const ctx = comunitaDiProva();
  const { ospiteId } = ospiteDiProva(ctx);
  const aggiunto = addContatto(ctx, { ospiteId, ...MADRE, riservato: true });
  expect(aggiunto.voce).toBeNull();
  const { id } = aggiunto;
  expect(() => saveContatto(ctx, { id, prima: {}, dopo: { telefono: '02 9' } })).toThrow('sotto codice');
  const { voce } = saveContatto(ctx, { id, prima: { incontri: 'protetto' }, dopo: { incontri: 'vietato' } });
  undoModifica(ctx, { voce: voce ?? 0 });
  expect(getOspite(ctx, { ospiteId }).contatti).toMatchObject([{ incontri: 'protetto' }]);
  expect(removeContatto(ctx, { id }).voce).toBeNull();
  const { seq } = ctx.store.registro.last();
  expect(() => undoModifica(ctx, { voce: seq })).toThrow('non si annulla');
  expect(getOspite(ctx, { ospiteId }).contatti).toEqual([]);
});

test('what they are and whether they may be met is corrected; the name under a code stays sealed', () => {
  const ctx = comunitaDiProva();
  const { ospiteId } = ospiteDiProva(ctx);
  const { id } = addContatto(ctx, { ospiteId, ...MADRE, riservato: true });
  const esito = saveContatto(ctx, { id, prima: { incontri: 'protetto' }, dopo: { incontri: 'vietato' } });
  expect(esito.contese).toEqual([]);
  expect(getOspite(ctx, { ospiteId }).contatti).toMatchObject([{ id, tipo: 'genitore', incontri: 'vietato' }]);
  expect(
    saveContatto(ctx, { id, prima: { incontri: 'protetto' }, dopo: { incontri: 'consentito' } }).contese,
  ).toMatchObject([{ campo: 'incontri', mio: 'consentito', loro: 'vietato' }]);
  expect(tuttoIlRegistro(ctx)).not.toMatch(/Luigia|02 1234/);
});

import { expect, test } from 'vitest';
import { unpackImmagini } from '../../../db/registro.ts';
import { addContatto, openContatto, removeContatto } from '../../../electron/services/contatto.ts';
import type { Contesto } from '../../../electron/services/contesto.ts';
import { getOspite } from '../../../electron/services/ospite.ts';
import { comunitaDiProva } from '../../aiuti/contesto.ts';
import { ospiteDiProva } from '../../aiuti/ospite.ts';
import { expectFrase } from '../sync/frase.ts';

const MADRE = { legame: 'madre', nome: 'FERRARI Luigia', telefono: '02 1234' };

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

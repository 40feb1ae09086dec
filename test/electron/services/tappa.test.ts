import { expect, test } from 'vitest';
import { getOspite } from '../../../electron/services/ospite.ts';
import { registerOscuramento } from '../../../electron/services/riservatezza.ts';
import { comunitaDiProva } from '../../aiuti/contesto.ts';
import { come, ospiteDiProva } from '../../aiuti/ospite.ts';

test('projects, reports sent and hearings mark the path, oldest first; what tells of a section is there only for who reads it', () => {
  const ctx = comunitaDiProva('2025-04-03');
  const { ospiteId, ingressoId } = ospiteDiProva(ctx, { dataIngresso: '2025-01-13' });
  const altra = ospiteDiProva(ctx, { cognome: 'Verdi', dataIngresso: '2025-01-13' });
  ctx.store.write({ azione: 'prova', accountId: null, utente: 'prova' }, (tx) => {
    tx.insert('udienze', { ospiteId, data: '2025-03-20' });
    tx.insert('udienze', { ospiteId: altra.ospiteId, data: '2025-03-21' });
    tx.insert('progetti', { ingressoId, data: '2025-02-01' });
    const relazione = { ingressoId, data: '2025-03-01', sezioni: [], autore: 'CONTI Elena' };
    tx.insert('relazioni', { ...relazione, tipo: 'aggiornamento', inviataIl: '2025-03-02' });
    tx.insert('relazioni', { ...relazione, tipo: 'art94ter', inviataIl: '2025-03-10' });
    tx.insert('relazioni', { ...relazione, tipo: 'aggiornamento', inviataIl: null });
  });
  const tappe = (chi = ctx) => getOspite(chi, { ospiteId }).tappe.map(({ data, genere, tipo }) => [data, genere, tipo]);
  const progetto = ['2025-02-01', 'progetto', null];
  const aggiornamento = ['2025-03-02', 'relazione', 'aggiornamento'];
  const udienza = ['2025-03-20', 'udienza', null];
  expect(tappe()).toEqual([progetto, aggiornamento, ['2025-03-10', 'relazione', 'art94ter'], udienza]);
  expect(tappe(come(ctx, 'accoglienza'))).toEqual([udienza]);
  registerOscuramento(ctx, { ospiteId, sezione: 'giuridica', ruoli: ['responsabile'], motivo: 'prova' });
  expect(tappe(come(ctx, 'educatore'))).toEqual([progetto, aggiornamento]);
});

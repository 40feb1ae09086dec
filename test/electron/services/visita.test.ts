import { describe, expect, test } from 'vitest';
import { searchAgenda } from '../../../electron/services/agenda.ts';
import { registerAssenza } from '../../../electron/services/assenza.ts';
import { registerAttivita } from '../../../electron/services/attivita.ts';
import type { Contesto } from '../../../electron/services/contesto.ts';
import { doneVisita, getVisita, registerVisita, saveVisita } from '../../../electron/services/visita.ts';
import { comunitaDiProva } from '../../aiuti/contesto.ts';
import { ospiteDiProva } from '../../aiuti/ospite.ts';

const VISITA = { struttura: 'CASA00', data: '2025-04-02', tipo: 'mmg', stato: 'fatto' } as const;
const CERCA = {
  struttura: 'CASA00',
  dal: '2025-01-01',
  al: '2025-12-31',
  testo: '',
  genere: null,
  limite: 100,
} as const;
const accompagnamenti = (ctx: Contesto) => searchAgenda(ctx, { ...CERCA, solo: 'tutti' }).fatti.accompagnamenti;

describe('who goes along', () => {
  test('a name is a yes, a no leaves no name: registered, corrected, done', () => {
    const ctx = comunitaDiProva();
    const { ospiteId } = ospiteDiProva(ctx);
    const { id } = registerVisita(ctx, { ...VISITA, ospiteId, accompagnatore: 'Luca Neri' });
    const chi = (di = id) => {
      const { accompagnamento, accompagnatore } = getVisita(ctx, { id: di });
      return [accompagnamento, accompagnatore];
    };
    expect([chi(), accompagnamenti(ctx)]).toEqual([[true, 'Luca Neri'], 1]);
    expect(searchAgenda(ctx, { ...CERCA, solo: 'accompagnati' }).totale).toBe(1);
    saveVisita(ctx, { id, prima: { accompagnamento: true }, dopo: { accompagnamento: false } });
    expect([chi(), accompagnamenti(ctx)]).toEqual([[false, null], 0]);
    saveVisita(ctx, { id, prima: { accompagnatore: null }, dopo: { accompagnatore: 'Anna Villa' } });
    expect([chi(), accompagnamenti(ctx)]).toEqual([[true, 'Anna Villa'], 1]);
    const { id: altra } = registerVisita(ctx, { ...VISITA, ospiteId, stato: 'previsto', accompagnatore: 'Luca Neri' });
    const fatta = { id: altra, esito: null, accompagnamento: null, prossima: null, oraProssima: null, prenota: false };
    doneVisita(ctx, { ...fatta, accompagnatore: 'Rita Bassi' });
    expect([chi(altra), accompagnamenti(ctx)]).toEqual([[true, 'Rita Bassi'], 2]);
    doneVisita(ctx, fatta);
    expect(chi(altra)).toEqual([true, 'Rita Bassi']);
  });

  test('a row that a workbook brought with the name alone is counted, and corrected without a question', () => {
    const ctx = comunitaDiProva();
    const { ospiteId } = ospiteDiProva(ctx);
    const { id } = registerVisita(ctx, { ...VISITA, ospiteId, accompagnatore: 'Luca Neri' });
    ctx.store.write({ azione: 'prova', accountId: null, utente: 'prova' }, (tx) =>
      tx.update('visite', id, { accompagnamento: null }),
    );
    expect(accompagnamenti(ctx)).toBe(1);
    const { contese } = saveVisita(ctx, {
      id,
      prima: { accompagnamento: true, accompagnatore: 'Luca Neri' },
      dopo: { accompagnamento: false, accompagnatore: null },
    });
    expect([contese, accompagnamenti(ctx)]).toEqual([[], 0]);
  });
});

test('done on a day on which the grid gives the guest away: said; not on the days of leaving and of return', () => {
  const ctx = comunitaDiProva();
  const { ospiteId, ingressoId } = ospiteDiProva(ctx);
  registerAssenza(ctx, {
    ...{ ingressoId, tipo: 'ricovero', uscita: '2025-03-05', rientro: '2025-03-09', oraUscita: null, oraRientro: null },
    ...{ rientroPrevisto: null, oraPrevista: null, accompagnatore: null, destinazione: null, motivo: null },
  });
  const il = (data: string, stato: 'fatto' | 'previsto' = 'fatto') =>
    registerVisita(ctx, { ...VISITA, ospiteId, data, stato }).avvisi;
  const frase =
    /^FERRARI Bruno: il 07\/03\/2025 nelle presenze è «.+»\. Controllare quale delle due registrazioni è giusta\.$/;
  expect(il('2025-03-07')).toEqual([expect.stringMatching(frase)]);
  expect([il('2025-03-05'), il('2025-03-09'), il('2025-03-10'), il('2025-03-07', 'previsto')]).toEqual([
    [],
    [],
    [],
    [],
  ]);
  expect(
    registerAttivita(ctx, {
      ...{
        struttura: 'CASA00',
        data: '2025-03-07',
        area: 'gruppo',
        stato: 'fatto',
        gruppoId: null,
        ospiti: [ospiteId],
      },
    }).avvisi,
  ).toEqual([expect.stringMatching(frase)]);
});

import { describe, expect, test } from 'vitest';
import type { Parsed } from '../../../electron/contract/index.ts';
import { undoModifica } from '../../../electron/services/annulla.ts';
import { registerAssenza } from '../../../electron/services/assenza.ts';
import type { Contesto } from '../../../electron/services/contesto.ts';
import { registerDimissione } from '../../../electron/services/dimissione.ts';
import { getDimissione } from '../../../electron/services/dimissione-uscita.ts';
import { registerIngresso } from '../../../electron/services/ingresso.ts';
import { closeMese } from '../../../electron/services/mese.ts';
import { registerPresenze } from '../../../electron/services/presenza.ts';
import { reopenDimissione } from '../../../electron/services/riapertura.ts';
import { comunitaDiProva } from '../../aiuti/contesto.ts';
import { come, ospiteDiProva } from '../../aiuti/ospite.ts';

type Dimissione = Parsed<'dimissioni.register'>;

function scena() {
  const ctx = comunitaDiProva();
  const { ingressoId, ospiteId } = ospiteDiProva(ctx);
  const salva = (altro: Partial<Dimissione>, chi: Contesto = ctx) =>
    registerDimissione(chi, {
      ...{ ingressoId, dataDimissione: '2025-03-20', esito: 'concluso', destinazione: null },
      ...{ versoStruttura: null, versoModulo: null },
      ...altro,
    });
  const letta = () => getDimissione(ctx, { ingressoId });
  return { ctx, ingressoId, ospiteId, salva, letta };
}

const NIENTE = { dataDimissione: null, esito: null };

describe('two windows on one dimissione', () => {
  test('both begin it: the second is told what the first wrote, and nothing of it is lost', () => {
    const { ctx, salva, letta } = scena();
    expect(salva({ prima: NIENTE })).toMatchObject({ contese: [], voce: expect.any(Number) });
    const altra = come(ctx, 'educatore', 'Luca Moro');
    const seconda = salva({ dataDimissione: '2025-03-19', esito: 'abbandono', prima: NIENTE }, altra);
    expect(seconda.voce).toBeNull();
    expect(seconda.contese.map(({ campo, mio, loro }) => [campo, mio, loro])).toEqual([
      ['dataDimissione', '2025-03-19', '2025-03-20'],
      ['esito', 'abbandono', 'concluso'],
    ]);
    expect(seconda.contese[0]?.chi).not.toBe('');
    expect(letta()).toMatchObject({ dataDimissione: '2025-03-20', esito: 'concluso' });
    // having seen them, what is kept is written
    salva({
      dataDimissione: '2025-03-19',
      esito: 'abbandono',
      prima: { dataDimissione: '2025-03-20', esito: 'concluso' },
    });
    expect(letta()).toMatchObject({ dataDimissione: '2025-03-19', esito: 'abbandono' });
  });

  test('other fields merge: a note here, an outcome there', () => {
    const { salva, letta } = scena();
    salva({ prima: NIENTE });
    salva({ esito: 'abbandono', prima: { esito: 'concluso' } });
    const nota = { noteDimissione: 'Lascia una valigia.' };
    const esito = salva({ uscita: nota, prima: { noteDimissione: null } });
    expect(esito.contese).toEqual([]);
    expect(letta()).toMatchObject({ esito: 'abbandono', uscita: nota });
  });

  test('who is to be told is put together; the same one dated twice is asked', () => {
    const { salva, letta } = scena();
    const serd = { a: 'SerD di prova', fattaIl: null, giuridica: false };
    const ats = { a: 'ATS', fattaIl: null, giuridica: false };
    salva({ uscita: { comunicazioni: [serd, ats] }, prima: { ...NIENTE, comunicazioni: [] } });
    const prima = { comunicazioni: [serd, ats] };
    const detto = (a: typeof serd, fattaIl: string) => ({ ...a, fattaIl });
    salva({ uscita: { comunicazioni: [detto(serd, '2025-03-20'), ats] }, prima });
    const mia = salva({ uscita: { comunicazioni: [serd, detto(ats, '2025-03-21')] }, prima });
    expect(mia.contese).toEqual([]);
    expect(letta().uscita.comunicazioni).toEqual([detto(serd, '2025-03-20'), detto(ats, '2025-03-21')]);
    const contesa = salva({ uscita: { comunicazioni: [detto(serd, '2025-03-18'), ats] }, prima });
    expect(contesa.contese.map(({ campo }) => campo)).toEqual(['comunicazioni']);
  });

  test('reopened meanwhile: who corrects it is told, and does not close it again unaware', () => {
    const { ctx, ingressoId, salva, letta } = scena();
    salva({ prima: NIENTE });
    reopenDimissione(ctx, { ingressoId, motivo: 'non è andato via' });
    const esito = salva({ uscita: { noteDimissione: 'x' }, prima: { noteDimissione: null } });
    expect(esito.contese).toMatchObject([{ campo: 'dataDimissione', mio: '2025-03-20', loro: null }]);
    expect(letta().dataDimissione).toBeNull();
  });

  test('nothing touched is nothing written', () => {
    const { ctx, salva } = scena();
    salva({ prima: NIENTE });
    const voce = ctx.store.registro.last().seq;
    expect(salva({ prima: {} })).toMatchObject({ voce: null, contese: [] });
    expect(ctx.store.registro.last().seq).toBe(voce);
  });
});

describe('the last dimissione is undone by one key', () => {
  test('the stay, its codes and the time away are as they were', () => {
    const { ctx, ingressoId, salva, letta } = scena();
    const cambi = ['2025-03-20', '2025-03-21'].map((giorno) => ({ ingressoId, giorno, codice: 'P' }));
    registerPresenze(ctx, { struttura: 'CASA00', mese: '2025-03', gesto: 'cella', cambi });
    const righe = () =>
      JSON.stringify(
        (['ingressi', 'presenze', 'assenze', 'assegnazioni'] as const).map((t) =>
          ctx.store
            .select(t, 't.deleted_at_ms IS NULL ORDER BY t.id', {})
            .map(({ voce: _, updatedAtMs: __, ...riga }) => riga),
        ),
      );
    const prima = righe();
    const { voce, codiciTolti } = salva({ prima: NIENTE });
    expect(codiciTolti).toBe(2);
    expect(righe()).not.toBe(prima);
    undoModifica(ctx, { voce: voce ?? 0 });
    expect(righe()).toBe(prima);
    expect(letta().dataDimissione).toBeNull();
  });

  test('a transfer is undone on both sides, until something is written over there', () => {
    const { ctx, ospiteId, salva } = scena();
    const verso = { esito: 'trasferimento_interno', versoStruttura: 'CASA01', versoModulo: 'CASA01-TR', prima: NIENTE };
    const vive = () => ctx.store.select('ingressi', 't.ospite_id = @id AND t.deleted_at_ms IS NULL', { id: ospiteId });
    const { voce } = salva(verso);
    expect(vive()).toHaveLength(2);
    undoModifica(ctx, { voce: voce ?? 0 });
    expect(vive()).toMatchObject([{ dataDimissione: null, esito: null }]);
    const ancora = salva(verso);
    const arrivo = vive().find(({ dataDimissione }) => dataDimissione === null);
    registerAssenza(ctx, {
      ...{ ingressoId: arrivo?.id ?? '', tipo: 'uscita', uscita: '2025-03-20' },
    } as Parameters<typeof registerAssenza>[1]);
    expect(() => undoModifica(ctx, { voce: ancora.voce ?? 0 })).toThrow(/già stato scritto altro/);
    expect(vive()).toHaveLength(2);
  });

  test('not when the guest has come back since, nor when the month is closed', () => {
    const { ctx, ospiteId, salva } = scena();
    const { voce } = salva({ dataDimissione: '2025-02-10', prima: NIENTE });
    const { ingressoId } = registerIngresso(ctx, {
      ...{ struttura: 'CASA00', ospite: { id: ospiteId }, dataIngresso: '2025-03-01', modulo: null },
      ...{ tipoIngresso: 'rientro', utenza: null, servizioInviante: null, entePagante: null },
    });
    expect(() => undoModifica(ctx, { voce: voce ?? 0 })).toThrow(/risulta già a/);
    const seconda = registerDimissione(ctx, {
      ...{ ingressoId, dataDimissione: '2025-03-01', esito: 'concluso', destinazione: null, prima: NIENTE },
      ...{ versoStruttura: null, versoModulo: null },
    });
    registerPresenze(ctx, {
      ...{ struttura: 'CASA00', mese: '2025-03', gesto: 'cella' },
      cambi: [{ ingressoId, giorno: '2025-03-01', codice: 'P' }],
    });
    closeMese(ctx, { struttura: 'CASA00', mese: '2025-03', conMancanti: true } as Parameters<typeof closeMese>[1]);
    expect(() => undoModifica(ctx, { voce: seconda.voce ?? 0 })).toThrow(/marzo 2025 è chiuso/);
  });

  test('only by who did it', () => {
    const { ctx, salva } = scena();
    const { voce } = salva({ prima: NIENTE });
    expect(() => undoModifica(come(ctx, 'educatore'), { voce: voce ?? 0 })).toThrow(/un’altra persona/);
  });
});

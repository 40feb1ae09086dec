import { describe, expect, test } from 'vitest';
import type { Contesto } from '../../../electron/services/contesto.ts';
import { type Dimissione, registerDimissione } from '../../../electron/services/dimissione.ts';
import { getDimissione } from '../../../electron/services/dimissione-uscita.ts';
import { registerNucleo } from '../../../electron/services/nucleo.ts';
import { registerOscuramento } from '../../../electron/services/riservatezza.ts';
import { listScadenze } from '../../../electron/services/scadenza.ts';
import { comunitaDiProva } from '../../aiuti/contesto.ts';
import { come, ospiteDiProva, scriviRiservato } from '../../aiuti/ospite.ts';
import { dipingiMese, lettere } from './assenza-scena.ts';

const OGGI = '2025-03-25';

function scena(): Contesto {
  const ctx = comunitaDiProva(OGGI);
  ctx.store.oggi = ctx.oggi;
  return ctx;
}

function persona(nome: string, dataNascita: string) {
  return {
    ...{ cognome: 'Ferri', nome, sesso: 'F' as const, dataNascita, luogoNascita: null, cittadinanza: null },
    ...{ codiceFiscale: null, tipoIdentificativo: null },
  };
}

/** Father, mother and child, each with a payer of their own, all here on every day of March so far. */
function famiglia(ctx: Contesto): { padre: string; madre: string; figlia: string } {
  const { membri } = registerNucleo(ctx, {
    ...{ struttura: 'CASA00', nome: null, conIngresso: null, dataIngresso: '2025-01-10', modulo: 'CASA00-TR' },
    comuni: { servizioInviante: 'SerD di prova' },
    membri: [
      { ospite: persona('Ugo', '1984-01-01'), genitore: null, scheda: { utenza: 'DUS', entePagante: 'ATS di prova' } },
      { ospite: persona('Ada', '1985-01-01'), genitore: null, scheda: { utenza: 'DUS', entePagante: 'ATS di prova' } },
      {
        ...{ ospite: persona('Nina', '2021-01-01'), genitore: 1 },
        scheda: {
          ...{ utenza: 'MINORE', entePagante: 'Comune di prova', servizioInviante: 'Tutela minori' },
          ...{ titoloAccoglienza: 'decreto_tm', tutore: 'avv. Riva, tutore' },
        },
      },
    ],
  });
  const [padre = '', madre = '', figlia = ''] = membri.map(({ ingressoId }) => ingressoId);
  for (const id of [padre, madre, figlia]) dipingiMese(ctx, id, '2025-03', 'P', OGGI);
  return { padre, madre, figlia };
}

function dimissione(ingressoId: string, dataDimissione: string, altro: Partial<Dimissione> = {}): Dimissione {
  const vuoti = { esito: 'concluso', destinazione: null, versoStruttura: null, versoModulo: null };
  return { ...vuoti, ingressoId, dataDimissione, ...altro };
}

const riga = (ctx: Contesto, id: string) => ctx.store.find('ingressi', id);

describe('the family of a dimissione', () => {
  test('a correction does not reach who is still here', () => {
    const ctx = scena();
    const { padre, madre, figlia } = famiglia(ctx);
    registerDimissione(ctx, dimissione(padre, '2025-03-05', { esito: 'abbandono' }));
    const { famiglia: altri } = getDimissione(ctx, { ingressoId: padre });
    // offered, each told apart by having left or not
    expect(altri.map(({ dataDimissione }) => dataDimissione)).toEqual([null, null]);
    registerDimissione(
      ctx,
      dimissione(padre, '2025-03-05', { esito: 'abbandono', insieme: [], uscita: { dataRelazione: '2025-03-24' } }),
    );
    for (const id of [madre, figlia]) {
      expect(riga(ctx, id)).toMatchObject({ dataDimissione: null, dataRelazione: null });
      expect(lettere(ctx, id, '2025-03')).toBe(`${'P'.repeat(25)}......`);
    }
  });

  test('who left on the same day with an outcome of their own keeps it, and follows the day', () => {
    const ctx = scena();
    const { padre, madre, figlia } = famiglia(ctx);
    registerDimissione(ctx, dimissione(padre, '2025-03-10', { insieme: [madre, figlia], destinazione: 'domicilio' }));
    registerDimissione(ctx, dimissione(madre, '2025-03-10', { esito: 'abbandono', destinazione: 'altro' }));
    registerDimissione(ctx, dimissione(padre, '2025-03-09', { esito: 'allontanamento', insieme: [madre, figlia] }));
    expect([padre, madre, figlia].map((id) => riga(ctx, id))).toMatchObject([
      { dataDimissione: '2025-03-09', esito: 'allontanamento', destinazione: null },
      { dataDimissione: '2025-03-09', esito: 'abbandono', destinazione: 'altro' },
      { dataDimissione: '2025-03-09', esito: 'allontanamento', destinazione: null },
    ]);
  });

  test('shares day, outcome and destination: work, report and whom to tell are of each', () => {
    const ctx = scena();
    const { madre, figlia, padre } = famiglia(ctx);
    registerDimissione(
      ctx,
      dimissione(madre, '2025-03-20', {
        ...{ insieme: [figlia, padre], destinazione: 'domicilio' },
        uscita: {
          ...{ occupazioneUscita: 'disoccupato', abitazioneUscita: 'residenza_stabile', dataRelazione: '2025-03-24' },
          ...{ oggettiResi: 'un telefono' },
          comunicazioni: [
            { a: 'SerD di prova', fattaIl: '2025-03-21', giuridica: false },
            { a: 'ATS di prova', fattaIl: null, giuridica: false },
          ],
        },
      }),
    );
    expect(riga(ctx, figlia)).toMatchObject({
      ...{ dataDimissione: '2025-03-20', esito: 'concluso', destinazione: 'domicilio' },
      ...{ occupazioneUscita: null, abitazioneUscita: null, dataRelazione: null, oggettiResi: null },
      comunicazioni: [
        { a: 'Tutela minori', fattaIl: null, giuridica: false },
        { a: 'Comune di prova', fattaIl: null, giuridica: false },
        { a: 'avv. Riva, tutore', fattaIl: null, giuridica: false },
        { a: 'Autorità giudiziaria minorile', fattaIl: null, giuridica: true },
      ],
    });
    // the service told of the mother was told of the father
    expect(riga(ctx, padre)?.comunicazioni).toEqual([
      { a: 'SerD di prova', fattaIl: '2025-03-21', giuridica: false },
      { a: 'ATS di prova', fattaIl: null, giuridica: false },
    ]);
    // told later, on the form of one: it holds for all, and nothing else of theirs changes
    registerDimissione(
      ctx,
      dimissione(madre, '2025-03-20', {
        ...{ insieme: [figlia, padre], destinazione: 'domicilio' },
        uscita: { comunicazioni: [{ a: 'ATS di prova', fattaIl: '2025-03-25', giuridica: false }] },
      }),
    );
    expect(riga(ctx, padre)?.comunicazioni?.map(({ fattaIl }) => fattaIl)).toEqual(['2025-03-21', '2025-03-25']);
    expect(riga(ctx, figlia)?.comunicazioni?.every(({ fattaIl }) => fattaIl === null)).toBe(true);
  });
});

describe('whom a dimissione is told to', () => {
  const dovute = (ctx: Contesto) =>
    listScadenze(ctx, { struttura: 'CASA00', entro: '2026-12-31' }).righe.filter(
      ({ voce }) => voce === 'comunicazioni_dimissione',
    );

  test('the short form leaves what is due, with its deadline', () => {
    const ctx = scena();
    const { ingressoId } = ospiteDiProva(ctx);
    const prima = { dataDimissione: null, esito: null };
    registerDimissione(ctx, dimissione(ingressoId, '2025-03-10', { prima }));
    expect(riga(ctx, ingressoId)?.comunicazioni?.map(({ a }) => a)).toEqual(['SerD di prova', 'ATS']);
    expect(dovute(ctx)).toMatchObject([{ testo: expect.stringContaining('SerD di prova, ATS') }]);
  });

  test('who was renamed or left out is not proposed again', () => {
    const ctx = scena();
    const { ingressoId } = ospiteDiProva(ctx);
    const comunicazioni = [{ a: 'SerD di Brescia, dott.ssa Riva', fattaIl: '2025-03-11', giuridica: false }];
    registerDimissione(ctx, dimissione(ingressoId, '2025-03-10', { uscita: { comunicazioni } }));
    expect(getDimissione(ctx, { ingressoId })).toMatchObject({ daComunicare: [], uscita: { comunicazioni } });
  });

  test('the authority is due even where who discharges may not know of it', () => {
    const ctx = scena();
    const ospite = ospiteDiProva(ctx);
    const { ingressoId, ospiteId } = ospite;
    scriviRiservato(ctx, ospite, {
      misure: [{ misura: 'affidamento_in_prova', dal: '2025-01-01', autorita: 'Sorveglianza di prova' }],
    });
    registerOscuramento(ctx, { ospiteId, sezione: 'giuridica', ruoli: ['responsabile'], motivo: 'richiesta' });
    const educatore = come(ctx, 'educatore');
    const comunicazioni = [{ a: 'SerD di prova', fattaIl: null, giuridica: false }];
    registerDimissione(educatore, dimissione(ingressoId, '2025-03-10', { uscita: { comunicazioni } }));
    expect(JSON.stringify(getDimissione(educatore, { ingressoId }))).not.toContain('Sorveglianza');
    expect(getDimissione(ctx, { ingressoId }).uscita.comunicazioni).toEqual([
      ...comunicazioni,
      { a: 'Sorveglianza di prova', fattaIl: null, giuridica: true },
    ]);
  });
});

import { describe, expect, test } from 'vitest';
import { contract } from '../../../electron/contract/index.ts';
import type { Contesto } from '../../../electron/services/contesto.ts';
import { type Dimissione, registerDimissione } from '../../../electron/services/dimissione.ts';
import { registerIngresso } from '../../../electron/services/ingresso.ts';
import { registerOscuramento } from '../../../electron/services/riservatezza.ts';
import { getPrecedente } from '../../../electron/services/scheda-precedente.ts';
import { comunitaDiProva } from '../../aiuti/contesto.ts';
import { come } from '../../aiuti/ospite.ts';

const PERSONA = {
  ...{ cognome: 'Ferrari', nome: 'Bruno', sesso: 'M' as const, dataNascita: '1983-07-14' },
  ...{ luogoNascita: null, cittadinanza: null, codiceFiscale: null, tipoIdentificativo: null },
};
const SCHEDA = {
  ...{ statoCivile: 'separato', provenienza: 'carcere', istruzione: 'elementare', hiv: 'no', dichiaratoIl: null },
  ...{ sostanzePrimarie: ['cocaina'], certificazione: 'SerD 12', certificazioneIl: '2024-02-01', fasas: '9' },
  ...{ caseManager: 'Conti Elena', informativaIl: '2024-02-01', tutore: 'Neri Ada' },
};

function ammetti(ctx: Contesto, scheda: Parameters<typeof registerIngresso>[1]['scheda'] = SCHEDA) {
  return registerIngresso(ctx, {
    ...{ struttura: 'CASA00', ospite: PERSONA, dataIngresso: '2024-02-10', modulo: null, tipoIngresso: 'nuovo' },
    ...{ utenza: 'DUS', servizioInviante: 'SerD di prova', entePagante: 'ATS', scheda },
  });
}

function dimetti(ctx: Contesto, ingressoId: string): void {
  const vuoti = { esito: 'concluso', destinazione: null, versoStruttura: null, versoModulo: null };
  registerDimissione(ctx, { ...vuoti, ingressoId, dataDimissione: '2024-09-30' } as Dimissione);
}

/** As it crosses the contract. */
const precedente = (ctx: Contesto, ospiteId: string) =>
  contract['ingressi.getPrecedente'].output.parse(getPrecedente(ctx, { ospiteId }));

describe('what the last scheda proposes on a readmission', () => {
  test('what goes with the person, with the day it refers to; never what was of that arrival or of that house', () => {
    const ctx = comunitaDiProva();
    const { ospiteId, ingressoId } = ammetti(ctx);
    dimetti(ctx, ingressoId);
    expect(precedente(ctx, ospiteId)).toEqual({
      ...{
        ospiteId,
        struttura: ctx.store.find('strutture', ctx.store.find('ingressi', ingressoId)?.strutturaId ?? '')?.nome,
      },
      ...{ dataIngresso: '2024-02-10', dataDimissione: '2024-09-30' },
      campi: {
        ...{ utenza: 'DUS', servizioInviante: 'SerD di prova', entePagante: 'ATS' },
        ...{ statoCivile: 'separato', istruzione: 'elementare', hiv: 'no', sostanzePrimarie: ['cocaina'] },
        ...{ certificazione: 'SerD 12', certificazioneIl: '2024-02-01', dichiaratoIl: '2024-02-10' },
        hivIl: '2024-02-10',
      },
    });
  });

  test('the day somebody declared stays that day, over two stays', () => {
    const ctx = comunitaDiProva();
    const giorni = { dichiaratoIl: '2024-01-20', hivIl: '2023-11-02', hcvIl: '2023-12-01', invalidita: 'si' };
    const { ospiteId, ingressoId } = ammetti(ctx, { ...SCHEDA, ...giorni });
    dimetti(ctx, ingressoId);
    const campi = precedente(ctx, ospiteId)?.campi ?? {};
    // each its own, else that of the others; of what nobody declared there is no day
    expect(campi).toMatchObject({ dichiaratoIl: '2024-01-20', hivIl: '2023-11-02', invaliditaIl: '2024-01-20' });
    expect(campi).not.toHaveProperty('hcvIl');
    const { utenza = null, servizioInviante = null, entePagante = null, ...scheda } = campi;
    registerIngresso(ctx, {
      ...{ struttura: 'CASA00', ospite: { id: ospiteId }, dataIngresso: '2025-03-01', modulo: null },
      ...{ tipoIngresso: 'rientro', utenza, servizioInviante, entePagante, scheda },
    });
    expect(precedente(ctx, ospiteId)).toMatchObject({ dataIngresso: '2025-03-01', campi });
  });

  test('without what who asks may not read: of the role, and darkened for this guest', () => {
    const ctx = comunitaDiProva();
    const { ospiteId, ingressoId } = ammetti(ctx);
    dimetti(ctx, ingressoId);
    const educatore = precedente(come(ctx, 'educatore'), ospiteId)?.campi ?? {};
    expect(educatore).toMatchObject({ statoCivile: 'separato' });
    expect(educatore).not.toHaveProperty('hiv');
    expect(educatore).not.toHaveProperty('hivIl');
    registerOscuramento(ctx, { ospiteId, sezione: 'sostanze', ruoli: ['responsabile'], motivo: 'chiesto' });
    expect(precedente(ctx, ospiteId)?.campi).toHaveProperty('sostanzePrimarie');
    expect(precedente(come(ctx, 'sanitario'), ospiteId)?.campi).not.toHaveProperty('sostanzePrimarie');
  });

  test('nobody before, nothing written, nobody known', () => {
    const ctx = comunitaDiProva();
    const { ospiteId } = ammetti(ctx, {});
    expect(Object.keys(precedente(ctx, ospiteId)?.campi ?? {})).toEqual(['utenza', 'servizioInviante', 'entePagante']);
    const altro = '00000000-0000-7000-8000-000000000000';
    expect(() => getPrecedente(ctx, { ospiteId: altro })).toThrow(/non è più nel registro/);
  });
});
